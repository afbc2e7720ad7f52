"""
Takes in the summary workbook that came back with the decisions of a round.

Reading, typing and judging, in that order; nothing is written here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from perfeval.appraise.decide import judge, judge_closing
from perfeval.appraise.decided import Decided
from perfeval.appraise.standing import Intake
from perfeval.excel.lookups import OF_LIST
from perfeval.excel.read import read_once
from perfeval.findings import Finding, Location, finding, has_error
from perfeval.forms.locate_paper import locate_paper
from perfeval.forms.paper import load_paper
from perfeval.grid import MARK, Workbook
from perfeval.rounds.opened import Opened
from perfeval.rounds.opinions import OpinionRow, Opinions, opinions
from perfeval.rounds.span import span_of
from perfeval.thai import id_key, long_date

PAPER = "summary"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """
    What came of a summary workbook.

    decided: None where anything is wrong with it. content, sha256: its very bytes.
    is_stale: it is not about the present results of this round.
    """

    decided: Decided | None
    findings: tuple[Finding, ...]
    content: bytes = b""
    sha256: str = ""
    is_stale: bool = False


def take_in(
    path: Path, opened: Opened, intake: Intake, *, number: int, today: date
) -> TakenIn:
    """
    The decision in a workbook, or everything that is wrong with it.

    Args:
        intake: as it came back, without any decision applied.
        number: that the decision is going to bear.
        today: a decision of a later day is asked about.
    """
    shown = opened.folder.shown(path)
    kept: list[bytes] = []
    read = read_once(
        path, shown=shown, keep=lambda content, _: kept.append(content), size=OF_LIST
    )
    if read.workbook is None:
        return TakenIn(None, tuple(read.findings))
    other = _of_another_round(read.workbook, opened)
    if other:
        return TakenIn(None, (*read.findings, other), is_stale=True)
    located = locate_paper(read.workbook, load_paper(PAPER))
    told = [*read.findings, *(one for _, found in located for one in found)]
    typed = opinions(filled for filled, _ in located)
    if not typed.rows and not has_error(told):
        return TakenIn(None, (*told, _not_ours(shown)))
    judged = judge(typed, intake, Location(shown))
    told += [*typed.findings, *judged.findings, *_closing(typed, shown)]
    told += [*_too_early(typed, opened), *_too_late(typed, today)]
    taken = TakenIn(
        decided=None,
        findings=tuple(told),
        content=kept[0],
        sha256=read.sha256 or "",
        is_stale=judged.is_stale and not _is_lost(told),
    )
    closing = typed.closing
    if (
        has_error(told)
        or not closing
        or not closing.decided_on
        or not closing.decided_by
    ):
        return taken
    decided = Decided(number, closing.decided_on, closing.decided_by, judged.decisions)
    return replace(taken, decided=decided)


def row_of(path: Path, key: str, *, shown: str) -> OpinionRow | None:
    """
    The row of one person in a summary workbook that was taken in.

    Args:
        key: the id in comparable form. shown: how the path is shown.
    """
    read = read_once(path, shown=shown, size=OF_LIST)
    if read.workbook is None:
        return None
    located = locate_paper(read.workbook, load_paper(PAPER))
    rows = opinions(filled for filled, _ in located).rows
    return next((one for one in rows if id_key(one.employee_id or "") == key), None)


def _closing(typed: Opinions, shown: str) -> list[Finding]:
    labels = [(one.key, one.label) for one in load_paper(PAPER).fields]
    return list(judge_closing(typed, Location(shown), labels))


def _too_early(typed: Opinions, opened: Opened) -> Iterator[Finding]:
    """PE619 where a decision bears a day on which no round had ended yet."""
    laws = opened.regulations.values()
    spans = [span_of(law.regulation, opened.round) for law in laws]
    ends = min((span.ends for span in spans if span), default=None)
    closing = typed.closing
    day = closing.decided_on if closing else None
    if closing and day and ends and day < ends:
        yield _doubted(closing.where("decided_on"), "PE619", day=day, ends=ends)


def _too_late(typed: Opinions, today: date) -> Iterator[Finding]:
    """PE626 where a decision bears a day that has not come."""
    closing = typed.closing
    day = closing.decided_on if closing else None
    if closing and day and day > today:
        yield _doubted(closing.where("decided_on"), "PE626", day=day, today=today)


def _doubted(where: Location, code: str, **days: date) -> Finding:
    """The day of a decision, and the one that it is held against."""
    words = {f"{name}_th": long_date(one) for name, one in days.items()}
    words |= {f"{name}_en": one.isoformat() for name, one in days.items()}
    return finding(code, where, found=words["day_en"], **words)


def _is_lost(told: list[Finding]) -> bool:
    """True where a table could not be read, so that its people seem to be missing."""
    return any(one.code in ("PE016", "PE618") for one in told)


def _of_another_round(workbook: Workbook, opened: Opened) -> Finding | None:
    """PE615 where the file says that it is of another round."""
    said = workbook.properties.get(MARK, "")
    if not said or said == f"{PAPER} {opened.round.code}":
        return None
    return finding(
        "PE615",
        Location(workbook.file),
        found=said,
        why_th=f"ไฟล์นี้เป็นของ “{said}”",
        why_en=f"the file is “{said}”",
    )


def _not_ours(shown: str) -> Finding:
    return finding(
        "PE615",
        Location(shown),
        why_th="ไม่พบตารางผลการพิจารณา",
        why_en="it has no table of decisions",
    )
