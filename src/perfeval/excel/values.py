"""What a cell shows that holds neither a number nor a shared text."""

from perfeval.excel.strings import unescaped
from perfeval.grid import State

TRUTHS = {"0": "0", "1": "1", "false": "0", "true": "1"}


def value(kind: str, raw: str) -> tuple[State, str] | None:
    """
    State and text of a value by its type (`t`); None for what is none.

    Args:
        raw: its text with entities resolved, not empty.
    """
    if kind in ("str", "inlineStr", "d"):
        return State.TEXT, unescaped(raw) if kind == "str" else raw
    if kind == "e":
        return State.ERROR, raw
    if kind == "b" and raw in TRUTHS:
        return State.BOOLEAN, TRUTHS[raw]
    return None
