"""`perfeval check` and `perfeval score`."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.choices import Stage
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.intake import (
    agreements_of,
    alone,
    lists_of_round,
    outcome_of,
)
from perfeval.cli.lists import tell_lists, with_lists
from perfeval.cli.options import (
    AsJson,
    Force,
    Lang,
    Newest,
    NoColor,
    Own,
    Quiet,
    Returned,
    RoundDir,
)
from perfeval.cli.output import Voice, code_of, ends_in, free, put, voice

if TYPE_CHECKING:
    from perfeval.appraise.score import Result
    from perfeval.batch import Outcome

FORMATS = (".xlsx", ".csv", ".json")
PASSED_OVER = ("PE305", "PE306")  # other kinds of file, and scores of ours


def check(
    ctx: typer.Context,
    paths: Returned = [],  # noqa: B006  typer copies it
    stage: Annotated[
        Stage,
        typer.Option(
            help="agreement = ตรวจข้อตกลงต้นรอบ ยังไม่ต้องมีระดับที่ได้ "
            "|| agreement: of the start of a round, no levels asked for.",
        ),
    ] = Stage.EVALUATION,
    annotate: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="ทำสำเนาของสมุดงานที่ต้องแก้ไขไว้ในโฟลเดอร์นี้ "
            "โดยทำเครื่องหมายทุกช่องที่มีข้อตรวจพบ "
            "|| Put a copy of each workbook with an error here, every finding marked.",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
    own: Own = [],  # noqa: B006
    round_dir: RoundDir = None,
    newest: Newest = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ตรวจสมุดงานทั้งหมดในครั้งเดียว || Report every fault in one pass."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    if stage is Stage.AGREEMENT:
        alone(newest=newest)
        outcome = agreements_of(say, paths, own, round_dir=round_dir)
    else:
        outcome = outcome_of(
            say, paths, own, round_dir=round_dir, newest=newest, with_attendance=True
        )
    outcome, read = with_lists(say, outcome, paths, round_dir)
    written: list[dict[str, str]] = []
    if annotate is not None:
        lists = lists_of_round(paths, round_dir)
        outcome, written = _annotated(
            outcome, annotate, named=paths, lists=lists, force=force
        )
    say.findings(outcome.findings)
    summary = outcome.summary()
    if stage is Stage.AGREEMENT:
        summary |= {"agreements": outcome.agreements}
    if not tell_lists(say, outcome, read):
        (_agreements if stage is Stage.AGREEMENT else _sum_up)(say, outcome)
    _written(say, written)
    say.json("check", summary=summary, findings=outcome.findings, files=written)
    return code_of(outcome.findings)


def _annotated(
    outcome: "Outcome",
    folder: Path,
    *,
    named: Sequence[Path],
    lists: Sequence[Path],
    force: bool,
) -> tuple["Outcome", list[dict[str, str]]]:
    """Copies of faulty workbooks, and the outcome with what is said of them."""
    from dataclasses import replace

    from perfeval.cli.annotate import copies

    written, told = copies(folder, outcome, named=named, lists=lists, force=force)
    return replace(outcome, findings=(*outcome.findings, *told)), written


def _agreements(say: Voice, outcome: "Outcome") -> None:
    counts = {**outcome.summary(), "sound": outcome.agreements}
    say.say(
        "อ่าน {files} ไฟล์ {forms} แบบ: ข้อตกลงครบถ้วน {sound} ยังต้องแก้ไข {held} · "
        "ต้องแก้ไข {errors} ควรตรวจสอบ {warnings} หมายเหตุ {notes}".format(**counts),
        "Files {files}, forms {forms}: agreements sound {sound}, held {held} · "
        "errors {errors}, warnings {warnings}, notes {notes}".format(**counts),
    )


def score(
    ctx: typer.Context,
    paths: Returned = [],  # noqa: B006  typer copies it
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="เขียนผลลงไฟล์ .xlsx .csv หรือ .json "
            "|| Write the result as .xlsx, .csv or .json.",
            show_default=False,
        ),
    ] = None,
    own: Own = [],  # noqa: B006
    round_dir: RoundDir = None,
    newest: Newest = False,
    force: Force = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """คิดคะแนนและระดับผลการประเมิน || Work out scores and bands."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    if output is not None:
        ends_in(FORMATS, output)
        free(output, force=force)
        _holds_no_form(output)
    outcome = outcome_of(say, paths, own, round_dir=round_dir, newest=newest)
    written = []
    if output is not None:
        _spares(output, (*outcome.paths, *own))
        written.append(write_scores(output, outcome, say))
    tell("score", outcome, written, say)
    return code_of(outcome.findings)


def tell(
    command: str, outcome: "Outcome", written: list[dict[str, str]], say: Voice
) -> None:
    """The scores, the findings, the counts and the files of a run."""
    results = results_of(outcome)
    say.table(*_shown(results, say.lang))
    say.findings(outcome.findings)
    _sum_up(say, outcome)
    _written(say, written)
    say.json(
        command,
        summary={**outcome.summary()},
        results=_as_json(results) if say.as_json else (),
        findings=outcome.findings,
        files=written,
    )


def _as_json(results: "list[Result]") -> list[dict[str, object]]:
    from perfeval.reports.scores import as_json

    return [as_json(one) for one in results]


def _written(say: Voice, files: list[dict[str, str]]) -> None:
    for one in files:
        say.say(f"เขียนไฟล์แล้ว: {one['path']}", f"Written: {one['path']}")


def results_of(outcome: "Outcome") -> "list[Result]":
    """What was scored, in the order of file and sheet."""
    return [one.result for one in outcome.appraisals if one.result]


def _holds_no_form(output: Path) -> None:
    """Stop when an output would destroy a form, also one that is not read now."""
    from perfeval.batch import holds_form

    if holds_form(output):
        raise StopError(
            Exit.REFUSED,
            f"{output} เป็นแบบประเมิน จึงไม่เขียนทับ กรุณาใช้ชื่ออื่น",
            f"{output} holds an appraisal form; use another name.",
        )


def _spares(output: Path, inputs: Iterable[Path]) -> None:
    """Stop when an output would destroy a file of the run, even a refused one."""
    if any(_is_same(one, output) for one in inputs):
        raise StopError(
            Exit.REFUSED,
            f"{output} เป็นไฟล์ที่กำลังอ่าน จึงไม่เขียนทับ กรุณาใช้ชื่ออื่น",
            f"{output} is one of the files being read; use another name.",
        )


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them leads nowhere: only their names can tell
        return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100


def write_scores(output: Path, outcome: "Outcome", say: Voice) -> dict[str, str]:
    """The scores in the format that the file name asks for."""
    from perfeval.excel.write import csv_text, xlsx
    from perfeval.reports import scores

    outcome = _but_itself(output, outcome)
    results, findings = results_of(outcome), outcome.findings
    if output.suffix.casefold() == ".json":
        listed = [scores.as_json(one) for one in results]
        content = say.answer(
            "score", {**outcome.summary()}, results=listed, findings=findings
        ).encode("utf-8", "replace")
    else:
        book = scores.build(results, findings, "th")  # workbooks are Thai
        content = xlsx(book) if output.suffix.casefold() == ".xlsx" else csv_text(book)
    return put(content, output, "scores")


def _but_itself(output: Path, outcome: "Outcome") -> "Outcome":
    """Without the note on the very file that is replaced: same in, same out."""
    from dataclasses import replace

    place = Path(os.path.abspath(output)).as_posix()  # noqa: PTH100  links not followed
    findings = tuple(
        one
        for one in outcome.findings
        if one.code not in PASSED_OVER or not place.endswith(normpath(one.file))
    )
    return replace(outcome, findings=findings)


def _shown(
    results: "list[Result]", lang: str
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    titles = {
        "th": ("รหัส", "ชื่อ–สกุล", "สังกัด", "คะแนนรวม", "ระดับ", ""),
        "en": ("Id", "Name", "Division", "Total", "Band", ""),
    }[lang]
    edge = {"th": "ใกล้เกณฑ์แบ่งระดับ", "en": "at an edge"}[lang]
    return titles, [
        (
            one.evaluation.employee_id or "",
            one.evaluation.name or "",
            one.evaluation.division or "",
            one.printed,
            one.band.label if lang == "th" else one.band.key,
            edge if one.at_edge else "",
        )
        for one in results
    ]


def _sum_up(say: Voice, outcome: "Outcome") -> None:
    counts, (also_th, also_en) = outcome.summary(), _also(outcome)
    th = (
        "อ่าน {files} ไฟล์ {forms} แบบ: ได้คะแนน {scored} ยังไม่ได้คะแนน {held}{also} · "
        "ต้องแก้ไข {errors} ควรตรวจสอบ {warnings} หมายเหตุ {notes}"
    )
    en = (
        "Files {files}, forms {forms}: scored {scored}, held {held}{also} · "
        "errors {errors}, warnings {warnings}, notes {notes}"
    )
    say.say(th.format(**counts, also=also_th), en.format(**counts, also=also_en))


def _also(outcome: "Outcome") -> tuple[str, str]:
    """Forms that are neither scored nor held, where there are any: all add up."""
    counts, agreed = outcome.summary(), outcome.agreements
    alike = counts["forms"] - counts["scored"] - counts["held"] - agreed
    th = f" ซ้ำ {alike}" if alike else ""
    th += f" เป็นข้อตกลง {agreed}" if agreed else ""
    en = f", duplicate {alike}" if alike else ""
    en += f", agreement only {agreed}" if agreed else ""
    return th, en
