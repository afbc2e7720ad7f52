"""How a Thai sentence lists things."""

from collections.abc import Sequence


def joined(words: Sequence[str]) -> str:
    """Words as a sentence lists them: the last one after และ."""
    *others, last = words
    return f"{' '.join(others)}และ{last}" if others else last
