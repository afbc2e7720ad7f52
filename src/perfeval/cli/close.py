"""`perfeval close`: the batch for cron and Task Scheduler."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from perfeval.cli.intake import Kept, kept
from perfeval.cli.locking import holding, unrecorded, unsealed
from perfeval.cli.options import AsJson, Lang, Newest, NoColor, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, voice
from perfeval.cli.papers import Told, publish
from perfeval.cli.present import present
from perfeval.cli.rounds import opened
from perfeval.findings import has_error

if TYPE_CHECKING:
    from perfeval.appraise.standing import Intake
    from perfeval.findings import Finding
    from perfeval.rounds.opened import Opened

WEIGHTS = ("error", "warning", "note")


def close(
    ctx: typer.Context,
    round_dir: RoundDir = None,
    newest: Newest = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ออกเอกสารทั้งชุดในคำสั่งเดียว ใช้ตั้งเวลาได้ || Make all papers in one timed run."""
    from perfeval.closing import close as papers_of

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    the_round = opened(say, round_dir)
    with holding(the_round.folder, "close"):
        unsealed(the_round.folder)
        came = _received(say, the_round, newest=newest)
        results = present(the_round, came.intake)
        closing = papers_of(the_round, came.intake, results, came.resends.every)
        told = publish(
            the_round.folder,
            "close",
            closing.papers,
            basis=closing.basis,
            withdrawn=closing.withdrawn,
            found=closing.findings,
        )
    known = [one for one in came.resends.every if one not in came.resends.news]
    news = [one for one in closing.findings if one not in known]
    findings = (*news, *told.findings)
    say.findings(_worth_a_line(news, (*results.findings, *came.resends.news)))
    say.findings(told.findings)
    _sum_up(say, the_round, came.intake, told, news)
    counts = came.intake.counts()
    say.json("close", summary=counts, findings=findings, files=told.files)
    return code_of(findings)


def _received(say: Voice, the_round: "Opened", *, newest: bool) -> Kept:
    """Everything that came back, kept in record/."""
    try:
        with _progress(say, the_round) as tick:
            return kept(the_round, newest=newest, tick=tick)
    except OSError as wrong:
        raise unrecorded(the_round.folder, wrong) from wrong


def _worth_a_line(
    findings: "Sequence[Finding]", news: "Sequence[Finding]"
) -> "list[Finding]":
    """
    What must be corrected, and what only this run tells: a decision that holds no
    longer, a form that was sent again.

    All warnings and notes stand in findings.xlsx: a night without an error says one
    line, and no mail of cron hides an error among hundreds of them.
    """
    return [one for one in findings if has_error([one]) or one in news]


def _sum_up(
    say: Voice,
    the_round: "Opened",
    intake: "Intake",
    told: Told,
    findings: "Sequence[Finding]",
) -> None:
    """The one line of a night on which nothing was wrong."""
    people, files = intake.counts()["people"], intake.counts()["files"]
    th = (
        "รอบ {code}: ผู้รับการประเมิน {people} คน จัดลำดับ {ranked} รอแก้ไข {held} "
        "ยังไม่ส่ง {missing} ไม่จัดลำดับ {excluded} · ไฟล์ {files} "
        "· เอกสาร {papers} ฉบับ · ต้องแก้ไข {errors} ควรตรวจสอบ {warnings} หมายเหตุ {notes}"
    )
    en = (
        "Round {code}: people {people}, ranked {ranked}, held {held}, missing "
        "{missing}, excluded {excluded} · files {files} · papers {papers} "
        "· errors {errors}, warnings {warnings}, notes {notes}"
    )
    facts: dict[str, object] = {
        **people,
        "code": the_round.round.code,
        "people": people["total"],
        "files": files["total"],
        "papers": len(told.files),
        **_by_weight(findings),
    }
    say.say(th.format(**facts), en.format(**facts))


def _by_weight(findings: "Sequence[Finding]") -> dict[str, int]:
    weights = [one.severity.value for one in findings]
    return {f"{weight}s": weights.count(weight) for weight in WEIGHTS}


@contextmanager
def _progress(say: Voice, the_round: "Opened") -> Iterator[Callable[[int], None]]:
    """How far the reading is, for somebody who watches; nothing for cron."""
    if say.quiet or say.as_json or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # only for a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from perfeval.inbox import listed

    words = {"th": "กำลังอ่านแบบประเมิน", "en": "Reading forms"}[say.lang]
    console = Console(stderr=True, color_system=None if say.no_color else "auto")
    shown = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        auto_refresh=False,  # a thread of its own would not go with two processes
    )
    with shown:
        task = shown.add_task(words, total=len(listed(the_round).files))

        def tick(more: int) -> None:
            shown.update(task, advance=more, refresh=True)

        yield tick
