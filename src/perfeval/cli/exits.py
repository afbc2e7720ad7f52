"""Exit codes, and the one way for a command to stop early."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perfeval.findings import Finding


class Exit(IntEnum):
    """What a command tells the program that called it."""

    DONE = 0
    FINDINGS = 1  # done for everything that could be done; an error is listed
    USAGE = 2
    UNUSABLE = 3  # a data file cannot be read, an output cannot be written
    REFUSED = 4  # the state forbids it, or it would overwrite
    OWN_FAULT = 70
    INTERRUPTED = 130


class StopError(Exception):
    """
    A command cannot go on. Says why in both languages.

    findings: those of a file of ours that cannot be used, for programs.
    """

    def __init__(
        self, code: Exit, th: str, en: str, findings: "Sequence[Finding]" = ()
    ) -> None:
        super().__init__(en)
        self.code, self._th, self._en = code, th, en
        self.findings = tuple(findings)

    def told(self, lang: str) -> str:
        """Why, in `th` or `en`."""
        return self._th if lang == "th" else self._en


def unusable(findings: "Sequence[Finding]", th: str = "", en: str = "") -> StopError:
    """
    The stop of a data file that cannot be used, a line for each of its faults.

    Args:
        th, en: what there is to say after them.
    """
    from perfeval.reports.findings import line  # only where a file is faulty

    def lines(lang: str, more: str) -> str:
        told = (line(one, lang) for one in findings)
        return "\n".join(filter(None, (*told, more)))

    return StopError(Exit.UNUSABLE, lines("th", th), lines("en", en), findings)
