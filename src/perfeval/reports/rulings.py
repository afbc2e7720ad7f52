"""One ruling of a regulation as a row of words, in one of two languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from perfeval.regulations.pay import PayDay
from perfeval.regulations.schema import DayOfYear
from perfeval.regulations.steps import StepDay
from perfeval.reports.regulation_words import KINDS, MONTHS_EN, WORDS
from perfeval.thai import MONTHS, long_date


@dataclass(frozen=True, slots=True)
class Row:
    """
    One ruling.

    clause: where it comes from; None for what rules nothing, such as a title.
    mark: `[แนวปฏิบัติ]` for a house decision, else empty.
    path: which ruling of the file it is, the same in every regulation; empty for
        what is no ruling, such as the digest of the file.
    about: what the text alone does not name.
    listed: the names that the text lists, one by one.
    """

    text: str
    clause: str | None = None
    mark: str = ""
    path: str = ""
    about: str = ""
    listed: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The ruling as printed: a clause that says the mark itself bears no second."""
        clause = f"  [{self.clause}]" if self.clause else ""
        is_said = (self.clause or "").startswith(self.mark.strip("[]"))
        mark = f" {self.mark}" if self.mark and not is_said else ""
        return f"{self.text}{clause}{mark}"


class Words:
    """The words of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, key: str, /, **facts: object) -> str:
        return self.pick(WORDS[key]).format(**facts)

    def pick(self, words: tuple[str, str]) -> str:
        th, en = words
        return en if self.lang == "en" else th

    def row(
        self,
        key: str,
        clause: str | None,
        basis: str,
        /,
        *,
        path: str,
        listed: Iterable[str] = (),
        **facts: object,
    ) -> Row:
        mark = self("house") if basis == "house" else ""
        return Row(self(key, **facts), clause, mark, path, listed=tuple(listed))

    def date(self, day: date) -> str:
        return day.isoformat() if self.lang == "en" else long_date(day)

    def day(self, day: DayOfYear | PayDay | StepDay) -> str:
        month = (MONTHS_EN if self.lang == "en" else MONTHS)[day.month - 1]
        text = f"{day.day} {month}" if day.day else month
        return text if day.year == 0 else self("year_before", day=text)

    def kind(self, kind: str) -> str:
        return self.pick(KINDS[kind])
