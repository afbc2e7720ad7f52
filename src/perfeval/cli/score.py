"""`perfeval check`, `perfeval score` and `perfeval explain`."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.exits import Exit, Stop
from perfeval.cli.forms import known_regulation
from perfeval.cli.options import AsJson, Force, Lang, NoColor, Own, Paths, Quiet
from perfeval.cli.output import Voice, code_of, existing, free, put, voice

if TYPE_CHECKING:
    from perfeval.appraise.score import Result
    from perfeval.batch import Outcome

CODE = re.compile(r"PE[0-9]{3}", re.IGNORECASE)
FORMATS = (".xlsx", ".csv", ".json")


def check(
    ctx: typer.Context,
    paths: Paths,
    own: Own = [],  # noqa: B006  typer copies it
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ตรวจสมุดงานทั้งหมดในครั้งเดียว || Check all workbooks in one pass."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    outcome = _run(paths, own)
    say.findings(outcome.findings)
    _sum_up(say, outcome)
    say.json("check", summary={**outcome.summary()}, findings=outcome.findings)
    return code_of(outcome.findings)


def score(
    ctx: typer.Context,
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help="เขียนผลลงไฟล์ .xlsx .csv หรือ .json "
            "|| Write the result as .xlsx, .csv or .json.",
            show_default=False,
        ),
    ] = None,
    own: Own = [],  # noqa: B006  typer copies it
    force: Force = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """คิดคะแนนและระดับผลการประเมิน || Scores and bands."""
    from perfeval.reports import scores  # noqa: PLC0415

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    if output is not None:
        _writable(output, force=force)
    outcome = _run(paths, own)
    results = _results(outcome)
    written = [_write(output, outcome, results, say)] if output else []
    say.table(*_shown(results, say.lang))
    say.findings(outcome.findings)
    _sum_up(say, outcome)
    if output:
        say.say(f"เขียนผลแล้ว: {output}", f"Written: {output}")
    say.json(
        "score",
        summary={**outcome.summary()},
        results=[scores.as_json(one) for one in results],
        findings=outcome.findings,
        files=written,
    )
    return code_of(outcome.findings)


def explain(
    ctx: typer.Context,
    target: Annotated[
        str,
        typer.Argument(
            metavar="TARGET",
            help="สมุดงาน รหัสพนักงาน หรือรหัสข้อตรวจพบ เช่น PE204 "
            "|| A workbook, an employee id, or a finding code such as PE204.",
        ),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATHS...]",
            help="ที่เก็บสมุดงาน เมื่อ TARGET เป็นรหัสพนักงาน "
            "|| Where to look, when TARGET is an employee id.",
            show_default=False,
        ),
    ] = None,
    own: Own = [],  # noqa: B006  typer copies it
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """อธิบายที่มาของคะแนนทีละขั้น || The working of a score, line by line."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    if CODE.fullmatch(target):
        return _explain_code(target.upper(), say)
    outcome = _run(paths or [Path(target)], own)
    results = _results(outcome)
    if paths:
        results = _of_person(target, results, outcome)
    for one in results:
        _show_working(one, say)
    say.findings(outcome.findings)
    _explained(say, results, outcome)
    return code_of(outcome.findings)


def _run(paths: Sequence[Path], own: Sequence[Path]) -> "Outcome":
    from perfeval.batch import Known, run  # noqa: PLC0415

    existing(paths)
    return run(paths, Known(known_regulation(str(path)) for path in own))


def _results(outcome: "Outcome") -> "list[Result]":
    return [one.result for one in outcome.appraisals if one.result]


def _writable(output: Path, *, force: bool) -> None:
    if output.suffix.casefold() not in FORMATS:
        raise Stop(
            Exit.USAGE,
            f"-o ต้องลงท้ายด้วย {' '.join(FORMATS)}",
            f"-o must end in one of {' '.join(FORMATS)}",
        )
    free(output, force=force)


def _write(
    output: Path, outcome: "Outcome", results: "list[Result]", say: Voice
) -> dict[str, str]:
    """The scores in the format that the file name asks for."""
    from perfeval.excel.write import csv_text, xlsx  # noqa: PLC0415
    from perfeval.reports import scores  # noqa: PLC0415

    if output.suffix.casefold() == ".json":
        listed = [scores.as_json(one) for one in results]
        content = say.answer(
            "score", {**outcome.summary()}, results=listed, findings=outcome.findings
        ).encode()
    else:
        book = scores.build(results, outcome.findings, say.lang)
        content = xlsx(book) if output.suffix.casefold() == ".xlsx" else csv_text(book)
    return put(content, output, "scores")


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
            one.band.label,
            edge if one.at_edge else "",
        )
        for one in results
    ]


def _sum_up(say: Voice, outcome: "Outcome") -> None:
    counts = outcome.summary()
    say.say(
        "อ่าน {files} ไฟล์ {forms} แบบ: ได้คะแนน {scored} ยังไม่ได้คะแนน {held} · "
        "ต้องแก้ไข {errors} ควรตรวจสอบ {warnings} หมายเหตุ {notes}".format(**counts),
        "{files} files, {forms} forms read: {scored} scored, {held} held; "
        "{errors} errors, {warnings} warnings, {notes} notes".format(**counts),
    )


def _of_person(
    target: str, results: "list[Result]", outcome: "Outcome"
) -> "list[Result]":
    from perfeval.thai import id_key  # noqa: PLC0415

    known = [one.evaluation.employee_id or "" for one in outcome.appraisals]
    if id_key(target) not in map(id_key, known):
        raise Stop(
            Exit.USAGE, f"ไม่พบรหัสพนักงาน {target}", f"No employee {target} is found."
        )
    wanted = id_key(target)
    return [r for r in results if id_key(r.evaluation.employee_id or "") == wanted]


def _show_working(result: "Result", say: Voice) -> None:
    from perfeval.reports import explanation  # noqa: PLC0415

    evaluation = result.evaluation
    head = f"{evaluation.employee_id} {evaluation.name}: {result.printed}"
    place = f"{evaluation.file} · {evaluation.sheet} · {result.regulation.id}"
    say.say(
        f"{head} {result.band.label} ({place})", f"{head} {result.band.key} ({place})"
    )
    titles = {
        "th": ("รายการ", "วิธีคิด", "ได้", "ช่อง", "ข้อ"),
        "en": ("Step", "Working", "Gives", "Cells", "Clause"),
    }[say.lang]
    steps = explanation.build(result, say.lang)
    rows = [
        (
            step.label,
            step.working,
            "" if step.value is None else explanation.said(step.value),
            ", ".join(step.cells),
            step.clause,
        )
        for step in steps
    ]
    if not say.as_json:
        say.steps(titles, rows)


def _explained(say: Voice, results: "list[Result]", outcome: "Outcome") -> None:
    from perfeval.reports import explanation, scores  # noqa: PLC0415

    listed = [
        scores.as_json(one)
        | {
            "steps": [
                explanation.as_json(step) for step in explanation.build(one, say.lang)
            ]
        }
        for one in results
    ]
    say.json(
        "explain",
        summary={**outcome.summary()},
        results=listed,
        findings=outcome.findings,
    )


def _explain_code(code: str, say: Voice) -> int:
    from perfeval.catalogue import CATALOGUE  # noqa: PLC0415
    from perfeval.reports.findings import WORDS  # noqa: PLC0415

    entry = CATALOGUE.get(code)
    if entry is None:
        raise Stop(Exit.USAGE, f"ไม่มีรหัส {code}", f"There is no code {code}.")
    text = entry.text(say.lang)
    severity = WORDS[say.lang][entry.severity.value]
    told = f"{code} ({severity})\n{text.message}\n→ {text.remedy}"
    say.say(told, told)
    result = {
        "code": code,
        "severity": entry.severity.value,
        "message": text.message,
        "remedy": text.remedy,
    }
    say.json("explain", summary={}, results=[result])
    return Exit.DONE
