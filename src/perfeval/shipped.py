"""Files that come with perfeval beside its code: examples and blank forms."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "_shipped"
_CHECKOUT = Path(__file__).parents[2]


def folder(name: str) -> Path:
    """`examples` or `templates`, installed or in a checkout."""
    installed = _INSTALLED / name
    return installed if installed.is_dir() else _CHECKOUT / name
