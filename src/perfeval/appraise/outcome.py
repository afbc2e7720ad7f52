"""What a run comes to: results, held forms, and everything that was found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from perfeval import thai
from perfeval.appraise.check import check
from perfeval.appraise.own_figures import own_figures
from perfeval.appraise.score import Result, score
from perfeval.choices import Stage
from perfeval.findings import Finding, finding, grouped, has_error
from perfeval.model import TABLES, Evaluation, Record
from perfeval.regulations.schema import Regulation

MISPLACED = ("PE016", "PE017", "PE020")  # a label or a table is not in its place
UNREAD = ("PE102", "PE103", "PE104", "PE107", "PE108", "PE109", "PE110")

_OF_THE_FILE = {
    *("file", "sha256", "sheet", "nonce", "at", "blank_rows", "totals"),
    *TABLES,
}


class State(StrEnum):
    """What became of one form."""

    SCORED = "scored"
    HELD = "held"  # an error, or another form of the same person differs
    DUPLICATE = "duplicate"  # the same content as one that counts
    AGREEMENT = "agreement"  # nothing evaluated yet


class Appraisal(NamedTuple):
    """
    One form: what was typed, what was found, and its result if it has one.

    alike: the digest of what was typed, where its tables were let go.
    """

    evaluation: Evaluation
    state: State
    findings: tuple[Finding, ...]
    result: Result | None = None
    alike: bytes | None = None

    @property
    def content(self) -> bytes:
        """The digest of everything typed, wherever it stands in a form."""
        return self.alike or content(self.evaluation, self.findings)


def appraise(
    evaluation: Evaluation, regulation: Regulation, refusals: Sequence[Finding]
) -> Appraisal:
    """
    Check and score one form.

    Args:
        refusals: what was found while its cells were read.
    """
    is_misplaced = any(one.code in MISPLACED for one in refusals)
    if evaluation.is_agreement and not is_misplaced:
        note = finding("PE303", evaluation.where())
        return Appraisal(evaluation, State.AGREEMENT, (note,))
    if is_misplaced:
        # What stands in the wrong place breaks the other rules as well.
        return Appraisal(evaluation, State.HELD, tuple(grouped(refusals)))
    told = [*refusals, *check(evaluation, regulation)]
    if has_error(told):
        return Appraisal(evaluation, State.HELD, tuple(told))
    result = score(evaluation, regulation)
    told += own_figures(result)
    return Appraisal(evaluation, State.SCORED, tuple(told), result)


def appraise_agreement(
    evaluation: Evaluation, regulation: Regulation, refusals: Sequence[Finding]
) -> Appraisal:
    """
    Check the agreement of one form; levels may or may not stand in it yet.

    Args:
        refusals: what was found while its cells were read.
    """
    told = list(refusals)
    if not any(one.code in MISPLACED for one in refusals):
        told += check(evaluation, regulation, Stage.AGREEMENT)
    state = State.HELD if has_error(told) else State.AGREEMENT
    return Appraisal(evaluation, state, tuple(grouped(told)))


def settle(appraisals: Iterable[Appraisal]) -> list[Appraisal]:
    """
    Forms of the same person: the same content counts once, different ones are held.

    In the order of the forms given; neither of two different ones is chosen.
    """
    settled = list(appraisals)
    people: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(settled):
        if one.evaluation.employee_id and one.state is not State.AGREEMENT:
            people[thai.id_key(one.evaluation.employee_id)].append(number)
    for numbers in people.values():
        if len(numbers) > 1:
            for number, judged in zip(
                numbers, _judged([settled[n] for n in numbers]), strict=True
            ):
                settled[number] = judged
    return settled


def _judged(forms: list[Appraisal]) -> list[Appraisal]:
    """Several forms of one person; a sound one counts before a faulty copy."""
    first = next((one for one in forms if one.state is State.SCORED), forms[0])
    if not all(_is_same(one, first) for one in forms):
        places = [_place(one.evaluation) for one in forms]
        return [_conflicting(one, places) for one in forms]
    same = finding("PE302", first.evaluation.where(), same=_place(first.evaluation))
    return [one if one is first else _copy(one, same) for one in forms]


def _is_same(one: Appraisal, other: Appraisal) -> bool:
    """True when the same was typed in both; at once where one is a copied file."""
    own, others = one.evaluation, other.evaluation
    is_copy = (own.sha256, own.sheet) == (others.sha256, others.sheet)
    return is_copy or one.content == other.content


def _conflicting(one: Appraisal, places: list[str]) -> Appraisal:
    others = [place for place in places if place != _place(one.evaluation)]
    told = finding(
        "PE301",
        one.evaluation.where("employee_id"),
        found=one.evaluation.employee_id,
        others=", ".join(others),
    )
    return Appraisal(one.evaluation, State.HELD, (*one.findings, told))


def _copy(one: Appraisal, same: Finding) -> Appraisal:
    place = one.evaluation.where("employee_id")
    cells = (place.cell,) if place.cell else ()
    told = replace(same, file=place.file, sheet=place.sheet, cells=cells)
    return Appraisal(one.evaluation, State.DUPLICATE, (told,))


def _place(evaluation: Evaluation) -> str:
    return f"{evaluation.file} ({evaluation.sheet})"


def content(evaluation: Evaluation, findings: Iterable[Finding]) -> bytes:
    """The digest of everything typed in a form, also of what cannot be read."""
    unread = sorted((f.code, f.found or "") for f in findings if f.code in UNREAD)
    rows = [[_typed(row) for row in getattr(evaluation, table)] for table in TABLES]
    text = repr((_typed(evaluation), rows, unread))
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def _typed(record: Record) -> list[tuple[str, object]]:
    """What was typed, wherever it stands; 4 and 4.0 are the same number."""
    return [(key, _same(value)) for key, value in record if key not in _OF_THE_FILE]


def _same(value: object) -> object:
    if isinstance(value, Decimal):
        return (value + 0).normalize()  # the sum has no negative zero
    return sorted(value) if isinstance(value, frozenset) else value
