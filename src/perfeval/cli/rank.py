"""`perfeval rank`."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.intake import alone, remember, round_if_any, run_over, taken
from perfeval.cli.locking import holding, recovered, unrecorded
from perfeval.cli.options import (
    AsJson,
    Lang,
    Newest,
    NoColor,
    Own,
    Quiet,
    Returned,
    RoundDir,
)
from perfeval.cli.output import Voice, code_of, voice

if TYPE_CHECKING:
    from perfeval.appraise.rank import Ranking
    from perfeval.appraise.standing import PersonStatus
    from perfeval.cli.papers import Told
    from perfeval.findings import Finding
    from perfeval.inbox import Taken
    from perfeval.present import Present
    from perfeval.rounds.opened import Opened

People = Sequence["PersonStatus"]


@dataclass(frozen=True, slots=True)
class To:
    """
    What a run comes to.

    results: of a round whose inbox was taken whole, with the decision over it.
    """

    people: People
    findings: "Sequence[Finding]"
    results: "Present | None" = None
    files: tuple[dict[str, str], ...] = ()


def rank(
    ctx: typer.Context,
    paths: Returned = [],  # noqa: B006  typer copies it
    division: Annotated[
        bool,
        typer.Option(
            "--division",
            help="จัดลำดับภายในแต่ละสำนัก/กอง แทนทั้งหน่วยงาน "
            "|| Rank inside each division instead of over the organisation.",
        ),
    ] = False,
    only: Annotated[
        str | None,
        typer.Option(
            "--only",
            metavar="NAME",
            help="แสดงเฉพาะสำนัก/กองนี้ || Show the people of this division only.",
            show_default=False,
        ),
    ] = None,
    own: Own = [],  # noqa: B006
    round_dir: RoundDir = None,
    newest: Newest = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """จัดลำดับผลการประเมิน || Rank the results."""
    from perfeval.appraise.rank import rank as ranked
    from perfeval.appraise.unrostered import people_of
    from perfeval.reports import ranking

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    there = round_if_any(say, paths, round_dir)
    official: list[str] = []
    if there is None:
        alone(newest=newest)
        outcome = run_over(paths, own)
        come = To(people_of(outcome.appraisals), outcome.findings)
    else:
        official = [one.name for one in there.round.divisions]
        come = _of_round(there, paths, own, newest=newest, say=say)
    people, findings, files = come.people, come.findings, come.files
    shown = _division(only, people, official) if only is not None else None
    lists = ranked(people, divisions=official, by_division=division)
    for one in lists:
        _tell(say, one, shown)
    _tell_others(say, people, shown)
    if there is not None:
        _tell_layer(say, come.results)
    say.findings(findings)
    for file in files:
        say.say(f"เขียนไฟล์แล้ว: {file['path']}", f"Written: {file['path']}")
    results = [
        row
        for one in lists
        for row, standing in zip(ranking.as_json(one), one.standings, strict=True)
        if shown in (None, standing.status.person.division)
    ]
    summary = {**_summary(people, lists), **_decision(come.results)}
    say.json("rank", summary=summary, results=results, findings=findings, files=files)
    return code_of(findings)


def _of_round(
    there: "Opened",
    paths: Sequence[Path],
    own: Sequence[Path],
    *,
    newest: bool,
    say: Voice,
) -> To:
    """
    The people of a round: with the decision that holds over it, where the inbox is
    taken whole; then the paper is written too.
    """
    from perfeval.cli.present import present
    from perfeval.record.state import is_sealed

    folder = there.folder
    is_written = not paths and not is_sealed(folder)
    recovered(folder, say)
    with holding(folder, "rank") if is_written else nullcontext():
        came = taken(there, paths, own, newest=newest)
        if paths:
            return To(came.intake.people, came.outcome.findings)
        if is_written:
            _keep_choice(there, came)
        results = present(there, came.intake)
        findings = (*came.outcome.findings, *results.findings)
        if not is_written:
            return To(results.intake.people, findings, results)
        told = _publish(there, results, findings)
    return To(results.intake.people, (*findings, *told.findings), results, told.files)


def _keep_choice(there: "Opened", came: "Taken") -> None:
    try:
        remember(there, came)
    except OSError as wrong:
        raise unrecorded(there.folder, wrong) from wrong


def _publish(there: "Opened", results: "Present", found: "Sequence[Finding]") -> "Told":
    from perfeval.cli.papers import publish
    from perfeval.excel.write import xlsx
    from perfeval.reports.ranking import build

    book = build(there, results.intake.people, results.decided, results.seal)
    papers = {"ranking.xlsx": xlsx(book)}
    return publish(there.folder, "rank", papers, basis=results.basis, found=found)


def _tell_layer(say: Voice, results: "Present | None") -> None:
    """Whose totals are ranked: those before the committee, or the final ones."""
    if results is None or results.decided is None:
        say.say(
            "ลำดับนี้ใช้คะแนนก่อนคณะกรรมการกลั่นกรองพิจารณา",
            "These ranks use the totals before the committee's decision.",
        )
        return
    number = results.decided.number
    say.say(
        f"ลำดับนี้ใช้ผลสุดท้ายตามผลการพิจารณาครั้งที่ {number} รหัสผนึกผล {results.seal}",
        f"These ranks use the final results of decision {number}, seal {results.seal}",
    )


def _decision(results: "Present | None") -> dict[str, object]:
    """Whether the final results are ranked, and by which decision."""
    decided = results.decided if results else None
    return {
        "decided": decided is not None,
        "decision": decided.number if decided else None,
    }


def _division(name: str, people: People, official: Sequence[str]) -> str:
    """The division that a name means; stops when nobody is in such a one."""
    from perfeval.appraise.rank import division_order
    from perfeval.thai import label_key

    there = [*dict.fromkeys([*official, *division_order(people, official)])]
    for one in there:
        if label_key(one) == label_key(name):
            return one
    listed = ", ".join(there)
    raise StopError(
        Exit.USAGE,
        f"ไม่มีสำนัก/กอง “{name}” มี: {listed}",
        f"No division “{name}”; there are: {listed}",
    )


def _summary(people: People, lists: "Sequence[Ranking]") -> dict[str, object]:
    states = [one.state.value for one in people]
    counts = {
        state: states.count(state)
        for state in ("ranked", "held", "missing", "excluded")
    }
    tied = sum(standing.tied for one in lists for standing in one.standings)
    return {"lists": len(lists), **counts, "tied": tied}


def _tell(say: Voice, one: "Ranking", shown: str | None) -> None:
    """One list as a table."""
    rows = [
        (
            str(standing.rank),
            {"th": "คะแนนเท่ากัน", "en": "tied"}[say.lang] if standing.tied else "",
            standing.status.person.employee_id,
            standing.status.person.full_name,
            standing.status.person.division,
            standing.status.final.printed,
            standing.status.final.band.label
            if say.lang == "th"
            else standing.status.final.band.key,
        )
        for standing in one.standings
        if standing.status.final and shown in (None, standing.status.person.division)
    ]
    if not rows:
        return
    title = one.regulation.title if say.lang == "th" else one.regulation.id
    place = f" – {one.division}" if one.division else ""
    say.say(f"{title}{place}", f"{title}{place}")
    titles = {
        "th": ("ลำดับ", "", "รหัส", "ชื่อ–สกุล", "สังกัด", "คะแนนรวม", "ระดับ"),
        "en": ("Rank", "", "Id", "Name", "Division", "Total", "Band"),
    }[say.lang]
    say.table(titles, rows)


def _tell_others(say: Voice, people: People, shown: str | None) -> None:
    """Whoever has no rank, and why."""
    rows = list(_without(say, people, shown))
    if rows:
        say.say("ผู้ที่ยังไม่มีลำดับ", "Without a rank")
        titles = {
            "th": ("รหัส", "ชื่อ–สกุล", "สังกัด", "สถานะ", "เหตุผล"),
            "en": ("Id", "Name", "Division", "State", "Reason"),
        }[say.lang]
        say.table(titles, rows)


def _without(
    say: Voice, people: People, shown: str | None
) -> Iterator[tuple[str, ...]]:
    from perfeval.reports.status_words import STATES

    for one in people:
        if one.state.value == "ranked" or shown not in (None, one.person.division):
            continue
        yield (
            one.person.employee_id,
            one.person.full_name,
            one.person.division,
            STATES[say.lang][one.state],
            one.reason.told(say.lang),
        )
