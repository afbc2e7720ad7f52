"""Exit codes, and the one way for a command to stop early."""

from enum import IntEnum


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
    """A command cannot go on. Says why in both languages."""

    def __init__(self, code: Exit, th: str, en: str) -> None:
        super().__init__(en)
        self.code, self._th, self._en = code, th, en

    def told(self, lang: str) -> str:
        """Why, in `th` or `en`."""
        return self._th if lang == "th" else self._en
