"""How a Thai sentence lists things."""

from collections.abc import Sequence

THAI = tuple(map(chr, range(0x0E01, 0x0E47)))  # letters that a Thai word begins with


def joined(words: Sequence[str]) -> str:
    """Short words as a sentence lists them: the last one after และ."""
    *others, last = words
    return f"{' '.join(others)}และ{last}" if others else last


def listed(phrases: Sequence[str]) -> str:
    """Long phrases, figures or quoted words, with a blank where a word needs one."""
    *others, last = phrases
    gap = "" if last.startswith(THAI) else " "
    return f"{' '.join(others)} และ{gap}{last}" if others else last
