"""
What an evaluator typed, with its types: an `Evaluation`.

Every value enters as an `Entry` (the cell and what the form says of it) and
leaves as an exact number, a date, a word of a list or plain text. A value that
cannot be read is refused at its own cell; the rest of the form goes on, so that
all faults are told in one pass.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo
from pydantic_core.core_schema import CoreSchema, with_info_plain_validator_function

from perfeval import thai
from perfeval.entries import Entry
from perfeval.findings import Location
from perfeval.grammar import choice, day, identifier, measure, number, percent, text
from perfeval.places import Addresses, Free, Shown


class ReadBy(NamedTuple):
    """
    How a value is read from its cell.

    Pydantic's own `PlainValidator` also plans how the value would be written
    again: every start would take longer for what nobody asks for.
    """

    reader: Callable[[object, ValidationInfo], object]

    def __get_pydantic_core_schema__(self, *_: object) -> CoreSchema:
        return with_info_plain_validator_function(self.reader)


Text = Annotated[str | None, ReadBy(text)]
Identifier = Annotated[str | None, ReadBy(identifier)]
Number = Annotated[Decimal | None, ReadBy(number)]
Percent = Annotated[Decimal | None, ReadBy(percent)]
Measure = Annotated[Decimal | str | None, ReadBy(measure)]
Day = Annotated[date | None, ReadBy(day)]
Choice = Annotated[str | None, ReadBy(choice)]
Path = tuple[str | int, ...]

EVALUATED = ("level", "actual", "quantity", "quality", "benefit")  # of an indicator
MARKS = {"1": "marks_1", "2": "marks_2"}  # of which round each column holds
SUPERVISORS = "next_supervisor", "next_supervisor_2"  # what their fields begin with
TABLES = "indicators", "competencies", "items", "changes", "follow_ups", "development"
_UNASKED: set[str] = set()  # which values were given is nobody's question
_ROUND = re.compile(r"(?:ครั้งที่|รอบที่)? ?([0-9])")


class Filled(NamedTuple):
    """
    One form as it came back: every cell that the form names, empty or not.

    regulation: the id that the form carries, None when it carries none.
    form: id of the form; stamp: the form and version it was made as.
    totals: the form's own computed figures by key; compared, never used.
    nonce: drawn for one person when the form was issued; empty where none is carried.
    """

    file: str
    sha256: str
    sheet: str
    form: str
    regulation: str | None
    epoch_1904: bool
    fields: Mapping[str, Entry]
    tables: Mapping[str, tuple[Mapping[str, Entry], ...]]
    totals: Mapping[str, Entry]
    nonce: str = ""


class Record(BaseModel):
    """
    Values of one form or of one of its rows.

    at: the A1 address of every value. refused: what could not be read, so that
    it is neither blank nor a value.
    """

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    at: Addresses
    refused: frozenset[str] = frozenset()

    def is_blank(self, key: str) -> bool:
        """True when nothing was typed (a refused value was)."""
        return getattr(self, key) is None and key not in self.refused

    def but(self, **changed: object) -> Self:
        """The same with some values changed; all such share one set of given fields."""
        return self.model_construct(_UNASKED, **{**self.__dict__, **changed})


class Indicator(Record):
    """
    One indicator. weight: percent; targets and actual: numbers or words;
    level: on the rating scale, None where only the actual was typed.
    quantity, quality, benefit: points, on a form of three dimensions only.
    """

    title: Text = None
    weight: Percent = None
    target_1: Measure = None
    target_2: Measure = None
    target_3: Measure = None
    target_4: Measure = None
    target_5: Measure = None
    actual: Measure = None
    level: Number = None
    quantity: Number = None
    quality: Number = None
    benefit: Number = None
    evidence: Text = None

    @property
    def targets(self) -> tuple[Decimal | str | None, ...]:
        """The ladder as typed, level 1 first."""
        first, second, third = self.target_1, self.target_2, self.target_3
        return first, second, third, self.target_4, self.target_5


class Competency(Record):
    """One competency. expected, level: on the rating scale; weight: percent."""

    title: Text = None
    kind: Choice = None
    expected: Number = None
    weight: Percent = None
    level: Number = None
    evidence: Text = None


class Item(Record):
    """
    One item that is marked; full_marks and both marks in points of 100.

    part: key of the component that it belongs to.
    """

    title: Text = None
    part: Choice = None
    full_marks: Number = None
    marks_1: Number = None
    marks_2: Number = None

    @property
    def is_in_use(self) -> bool:
        """True where full marks or marks stand in it; a title alone asks for none."""
        return not all(self.is_blank(key) for key in ("full_marks", *MARKS.values()))


class Change(Record):
    """One change of the agreement during the round."""

    title: Text = None
    change: Text = None
    changed_on: Day = None
    approved_by: Text = None


class FollowUp(Record):
    """One entry of the log of follow-up and advice."""

    followed_on: Day = None
    progress: Text = None
    advice: Text = None


class Development(Record):
    """One line of the development plan."""

    need: Text = None
    method: Text = None
    period: Text = None


class Evaluation(Record):
    """One evaluation, typed. Points 0-100; dates C.E.; choices as English keys."""

    file: str
    sha256: str
    sheet: str
    form: str
    regulation: str | None
    nonce: str = ""
    organisation: Text = None
    fiscal_year: Text = None
    round_number: Text = None
    employee_id: Identifier = None
    name: Text = None
    position: Text = None
    position_type: Choice = None
    position_level: Choice = None
    division: Text = None
    staff_group: Choice = None
    is_head: Choice = None
    probation: Choice = None
    evaluator_id: Identifier = None
    evaluator_name: Text = None
    evaluator_position: Text = None
    next_supervisor_name: Text = None
    agreed_on: Day = None
    evaluated_on: Day = None
    acknowledgement: Choice = None
    acknowledged_on: Day = None
    witness_1: Text = None
    witness_2: Text = None
    next_supervisor_opinion: Choice = None
    next_supervisor_total: Number = None
    next_supervisor_step: Choice = None
    next_supervisor_development: Text = None
    next_supervisor_reason: Text = None
    next_supervisor_2_name: Text = None
    next_supervisor_2_opinion: Choice = None
    next_supervisor_2_total: Number = None
    next_supervisor_2_step: Choice = None
    next_supervisor_2_development: Text = None
    next_supervisor_2_reason: Text = None
    strengths: Text = None
    proposed_step: Choice = None
    proposed_step_reason: Text = None
    host_office: Text = None
    host_opinion_by: Text = None
    host_information: Text = None
    host_opinion: Text = None
    indicators: tuple[Indicator, ...] = ()
    competencies: tuple[Competency, ...] = ()
    items: tuple[Item, ...] = ()
    changes: tuple[Change, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    development: tuple[Development, ...] = ()
    blank_rows: Free = {}
    totals: Shown = {}

    @property
    def round(self) -> str | None:
        """The round as `2568-1`; None when year or number cannot be read."""
        return f"{self.year}-{self.turn}" if self.year and self.turn else None

    @property
    def year(self) -> str | None:
        """The fiscal year, B.E.; None when it cannot be read as one."""
        return thai.read_year(self.fiscal_year or "")

    @property
    def turn(self) -> str | None:
        """The number of the round in its year; None when it cannot be read."""
        found = _ROUND.fullmatch(thai.ascii_digits(self.round_number or ""))
        return found[1] if found else None

    @property
    def is_agreement(self) -> bool:
        """True when nothing was evaluated yet: no level, no actual, no marks typed."""
        evaluated = [row.is_blank(k) for row in self.indicators for k in EVALUATED]
        shown_levels = [row.is_blank("level") for row in self.competencies]
        marked = [row.is_blank(key) for row in self.items for key in self._marks]
        return all(evaluated) and all(shown_levels) and all(marked)

    @property
    def marked_turn(self) -> str:
        """
        The number of the round whose marks count.

        Where none is given it is 2 once anything stands in that column: marks of
        round 1 may stand in a form of round 2, but never the other way round.
        """
        if self.turn in MARKS:
            return self.turn
        first, second = MARKS
        is_second = any(not row.is_blank(MARKS[second]) for row in self.items)
        return second if is_second else first

    @property
    def marks(self) -> str:
        """The column whose marks count."""
        return MARKS[self.marked_turn]

    @property
    def _marks(self) -> tuple[str, ...]:
        """The columns that make an evaluation of a form."""
        return (self.marks,) if self.turn in MARKS else tuple(MARKS.values())

    def without_tables(self) -> "Evaluation":
        """The same without its tables: what is left to say of a form once judged."""
        left = {*TABLES, "blank_rows", "totals"}
        kept = {key: value for key, value in self if key not in left}
        return Evaluation.model_construct(_UNASKED, **kept)

    def where(self, key: str | None = None, row: Record | None = None) -> Location:
        """The place of a value of the form, or of one of its rows."""
        cell = (row or self).at.get(key) if key else None
        return Location(self.file, self.sheet, cell, self.employee_id)
