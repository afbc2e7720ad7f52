"""Text from outside as a cell can hold it."""

import re

CELL_TEXT = 32_767  # characters that Excel allows in a cell
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NOT_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")  # of a broken file name


def inert(text: str) -> str:
    """The text as a cell can hold it; always written as a string, never a formula."""
    return _NOT_XML.sub("?", _CONTROL.sub("", text))[:CELL_TEXT]
