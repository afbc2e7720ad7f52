"""
The digits that signed papers carry, by which anybody can tell the results again.

They are drawn from record/results.json and the seal of the round before, so that
a paper in a drawer binds what the computer remembers.
"""

from hashlib import sha256

from perfeval import thai

GROUPS, GROUP = 4, 4  # groups of so many hex digits
BETWEEN = "-"


def digits(results: bytes, before: str | None = None) -> str:
    """
    The seal of decided results: sixteen hex digits in four groups.

    Args:
        results: the bytes of record/results.json.
        before: the seal of the round before, where there is one.
    """
    drawn = sha256(results + plain(before or "").encode()).hexdigest()
    starts = range(0, GROUPS * GROUP, GROUP)
    return BETWEEN.join(drawn[start : start + GROUP] for start in starts)


def plain(seal: str) -> str:
    """A seal for comparison only, as people type it off a paper."""
    kept = (letter for letter in thai.ascii_digits(seal) if letter.isalnum())
    return "".join(kept).casefold()
