"""One thing that was looked at, and what came of it."""

from collections.abc import Sequence
from typing import NamedTuple

from perfeval.catalogue import Severity
from perfeval.findings import Finding

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)  # the worst first
Words = tuple[str, str]  # Thai and English


def alike(words: str) -> Words:
    """What is the same in both languages: a name, a number, a path."""
    return words, words


class Check(NamedTuple):
    """
    One thing that was looked at.

    key: its name for programs. wanted: what would be well.
    findings: none where all is well.
    """

    key: str
    title: Words
    found: Words
    wanted: Words
    findings: Sequence[Finding] = ()

    @property
    def state(self) -> str:
        """`ok`, or the severity of the worst finding."""
        severities = {one.severity for one in self.findings}
        return next((each.value for each in ORDER if each in severities), "ok")
