"""The shape of one entry of the catalogue."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"  # the form gets no result until it is mended
    WARNING = "warning"  # worth a look; the result stands
    NOTE = "note"  # said so that nothing happens in silence


class Text(NamedTuple):
    """The words of a finding in one language."""

    message: str
    remedy: str


class Entry(NamedTuple):
    """One finding that perfeval can make."""

    severity: Severity
    th: Text
    en: Text

    def text(self, lang: str) -> Text:
        """The words in `th` or `en`."""
        return self.en if lang == "en" else self.th


def error(th: tuple[str, str], en: tuple[str, str]) -> Entry:
    """An entry that withholds the result; each pair is message and remedy."""
    return Entry(Severity.ERROR, Text(*th), Text(*en))


def warning(th: tuple[str, str], en: tuple[str, str]) -> Entry:
    """An entry that leaves the result standing."""
    return Entry(Severity.WARNING, Text(*th), Text(*en))


def note(th: tuple[str, str], en: tuple[str, str]) -> Entry:
    """An entry that only tells."""
    return Entry(Severity.NOTE, Text(*th), Text(*en))
