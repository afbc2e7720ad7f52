"""
Write the ready blank forms: one a shipped regulation.

    python templates/build.py [FOLDER]

They are what `perfeval form ID` writes; a test holds them to a fresh build.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from perfeval.excel.blank import blank_sheet, build
from perfeval.forms.layout import For
from perfeval.regulations.load import load, shipped

FOLDER = Path(__file__).parent / "xlsx"


def templates() -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each template."""
    for regulation_id in shipped():
        regulation = load(regulation_id).regulation
        sheet = blank_sheet(regulation, For(), probation=False)
        yield f"{regulation_id}.xlsx", build((sheet,))


def main(folder: Path = FOLDER) -> None:
    """Write every template into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in templates():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
