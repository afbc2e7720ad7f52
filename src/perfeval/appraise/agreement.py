"""
A form held against the agreement that was recorded at the start of the round.

What differs is told at its cell, unless the form carries the change: a row of its
table of changes that names the indicator or competency, with the date and the
evaluator's approval. Then the form is the next version of the agreement.

Source: provision `agreement_change` of the regulation.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perfeval import thai
from perfeval.appraise.agreed import (
    CHANGE,
    TARGETS,
    AgreedRow,
    Agreement,
    Row,
    meaning,
    values_of,
)
from perfeval.appraise.agreed_rows import Pair, changed, pairs
from perfeval.appraise.check_competencies import KINDS
from perfeval.findings import Finding, finding, grouped
from perfeval.model import Change, Evaluation
from perfeval.regulations.schema import Regulation

PROVISION = "agreement_change"
TABLES = {
    "indicators": ("ตัวชี้วัด", "indicator"),
    "competencies": ("สมรรถนะ", "competency"),
    "items": ("รายการประเมิน", "item"),
}
LABELS = {
    "title": ("ชื่อ", "title"),
    "weight": ("น้ำหนัก", "weight"),
    "kind": ("ประเภท", "kind"),
    "expected": ("ระดับที่คาดหวัง", "expected level"),
    "part": ("ส่วน", "part"),
    "full_marks": ("คะแนนเต็ม", "full marks"),
    **{
        key: (f"เป้าหมายระดับ {number} ", f"target {number}")
        for number, key in enumerate(TARGETS, 1)
    },
}
ADVISED = ("expected", "kind")  # what no score rests on
BLANK = ("ว่าง", "blank")


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    What a form has to say of an agreement.

    differs: anything is unlike the agreement, allowed or not.
    """

    findings: tuple[Finding, ...]
    differs: bool


def against_agreement(
    evaluation: Evaluation, versions: Sequence[Agreement], regulation: Regulation
) -> Comparison:
    """
    Where a form differs from the last version of its agreement.

    Args:
        versions: all that are recorded, oldest first; nothing is told of none.
    """
    if not versions:
        return Comparison((), differs=False)
    clause = next(
        (one.clause for one in regulation.provisions if one.key == PROVISION), None
    )
    unlike = [
        (pair, keys)
        for pair in pairs(evaluation, versions[-1])
        if (keys := changed(pair))
    ]
    fresh = [one for one in evaluation.changes if not _is_recorded(one, versions)]
    allowed, told = _allowed(evaluation, fresh, clause)
    for pair, keys in unlike:
        licence = next((one for one in allowed if _names(one, pair)), None)
        told += _told(evaluation, pair, keys, licence=licence, clause=clause)
    told += _idle(evaluation, fresh, [pair for pair, _ in unlike], clause)
    return Comparison(tuple(grouped(told)), differs=bool(unlike))


def _is_recorded(change: Change, versions: Sequence[Agreement]) -> bool:
    """True for a change that an earlier version told already."""
    own = values_of(change, CHANGE)
    said = {key: meaning(text) for key, text in own.items()}
    return any(
        said == {key: meaning(text) for key, text in one.values.items()}
        for version in versions
        for one in version.changes
    )


def _allowed(
    evaluation: Evaluation, fresh: Sequence[Change], clause: str | None
) -> tuple[list[Change], list[Finding]]:
    """Changes with a date and the evaluator's approval; who else approved is told."""
    allowed, told = [], []
    evaluator = thai.name_key(evaluation.evaluator_name or "")
    for change in fresh:
        if change.changed_on is None or not change.approved_by:
            continue  # told by the rule that a change is complete
        if evaluator and evaluator in thai.name_key(change.approved_by):
            allowed.append(change)
            continue
        told.append(
            finding(
                "PE246",
                evaluation.where("approved_by", change),
                found=change.approved_by,
                clause=clause,
                evaluator=evaluation.evaluator_name or "",
            )
        )
    return allowed, told


def _names(change: Change, pair: Pair) -> bool:
    """True when a change names a row, by the title it had or has."""
    named = thai.label_key(change.title or "")
    return bool(named) and named in {thai.label_key(title) for title in pair.titles}


def _told(
    evaluation: Evaluation,
    pair: Pair,
    keys: Sequence[str],
    *,
    licence: Change | None,
    clause: str | None,
) -> Iterator[Finding]:
    """What is to be said of one row that differs."""
    if licence is not None:
        yield _noted(evaluation, pair, keys, licence=licence, clause=clause)
    elif pair.row is None:
        yield _missing(evaluation, pair, clause)
    elif pair.agreed is None:
        table_th, table_en = TABLES[pair.table]
        yield finding(
            "PE244",
            evaluation.where("title", pair.row),
            found=pair.row.title,
            clause=clause,
            table_th=table_th,
            table_en=table_en,
        )
    else:
        for key in keys:
            yield _differing(evaluation, pair.agreed, pair.row, key=key, clause=clause)


def _noted(
    evaluation: Evaluation,
    pair: Pair,
    keys: Sequence[str],
    *,
    licence: Change,
    clause: str | None,
) -> Finding:
    """A change that the evaluator approved."""
    row, day = pair.row, licence.changed_on
    where = evaluation.where("title", row) if row else evaluation.where(pair.table)
    return finding(
        "PE247",
        where,
        cells=[row.at[key] for key in keys] if row else (),
        clause=clause,
        title=licence.title or "",
        approved_by=licence.approved_by or "",
        changed_on_th=thai.long_date(day) if day else "",
        changed_on_en=day or "",
    )


def _missing(evaluation: Evaluation, pair: Pair, clause: str | None) -> Finding:
    table_th, table_en = TABLES[pair.table]
    return finding(
        "PE243",
        evaluation.where(pair.table),
        clause=clause,
        title=pair.agreed.title if pair.agreed else "",
        table_th=table_th,
        table_en=table_en,
    )


def _differing(
    evaluation: Evaluation,
    agreed: AgreedRow,
    row: Row,
    *,
    key: str,
    clause: str | None,
) -> Finding:
    """One value that is not the agreed one."""
    columns = (key,)
    now, old = values_of(row, columns).get(key), agreed.values.get(key)
    label_th, label_en = LABELS[key]
    return finding(
        "PE245" if key in ADVISED else "PE242",
        evaluation.where(key, row),
        found=now,
        clause=clause,
        title=agreed.title,
        label_th=label_th,
        label_en=label_en,
        now_th=_shown(now)[0],
        now_en=_shown(now)[1],
        agreed_th=_shown(old)[0],
        agreed_en=_shown(old)[1],
    )


def _shown(value: str | None) -> tuple[str, str]:
    """A value as both languages show it; a kind by its name."""
    if value is None:
        return BLANK
    return KINDS.get(value, (value, value))


def _idle(
    evaluation: Evaluation,
    fresh: Sequence[Change],
    unlike: Sequence[Pair],
    clause: str | None,
) -> Iterator[Finding]:
    """A change of which nothing is to be seen in the tables."""
    for change in fresh:
        if not any(_names(change, pair) for pair in unlike):
            where = evaluation.where("title", change)
            yield finding("PE248", where, found=change.title, clause=clause)
