"""`perfeval explain`."""

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.intake import is_in_a_round, outcome_of
from perfeval.cli.options import AsJson, Lang, Newest, NoColor, Own, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, voice
from perfeval.cli.score import results_of

if TYPE_CHECKING:
    from perfeval.appraise.score import Result
    from perfeval.batch import Outcome

CODE = re.compile(r"PE[0-9]{3}", re.IGNORECASE)
_FACT = re.compile(r"\{\w+\}")  # where the catalogue leaves room for a fact


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
            help="โฟลเดอร์ที่เก็บสมุดงาน เมื่อ TARGET เป็นรหัสพนักงาน "
            "|| Where to look, when TARGET is an employee id.",
            show_default=False,
        ),
    ] = None,
    own: Own = [],  # noqa: B006  typer copies it
    round_dir: RoundDir = None,
    newest: Newest = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """อธิบายที่มาของคะแนนทีละขั้น || Show the working of a score, step by step."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    if CODE.fullmatch(target):
        return _explain_code(target.upper(), say)
    is_file = not paths and os.path.lexists(target)  # never raises
    if not paths and not is_file and not is_in_a_round(round_dir):
        raise _no_such_file(target)
    looked_in = [Path(target)] if is_file else paths or []
    outcome = outcome_of(say, looked_in, own, round_dir=round_dir, newest=newest)
    if not is_file:
        outcome = _of_person(target, outcome)
    results = results_of(outcome)
    for one in results:
        _show_working(one, say)
    say.findings(outcome.findings)
    _answer(say, results, outcome)
    return code_of(outcome.findings)


def _no_such_file(target: str) -> StopError:
    """A target without PATHS is no file: it may be an employee id."""
    return StopError(
        Exit.USAGE,
        f"ไม่พบไฟล์ {target} หากเป็นรหัสพนักงาน กรุณาระบุโฟลเดอร์ด้วย เช่น "
        f"perfeval explain {target} inbox",
        f"No file {target}. For an employee id, name the folder too, such as "
        f"perfeval explain {target} inbox",
    )


def _of_person(employee_id: str, outcome: "Outcome") -> "Outcome":
    """Only the forms of one employee, and what was found in them."""
    from perfeval.thai import id_key

    wanted = id_key(employee_id)
    forms = tuple(
        one
        for one in outcome.appraisals
        if id_key(one.evaluation.employee_id or "") == wanted
    )
    if not forms:
        raise StopError(
            Exit.USAGE,
            f"ไม่พบแบบประเมินของรหัสพนักงาน {employee_id}",
            f"No form of employee {employee_id} is found.",
        )
    places = {(one.evaluation.file, one.evaluation.sheet) for one in forms}
    files = {file for file, _ in places}
    told = tuple(
        one
        for one in outcome.findings
        if (one.file, one.sheet) in places or (one.file in files and not one.sheet)
    )
    ends = tuple(files)  # in a round a path is shown from its folder
    paths = tuple(path for path in outcome.paths if path.as_posix().endswith(ends))
    return replace(outcome, paths=paths, appraisals=forms, findings=told)


def _show_working(result: "Result", say: Voice) -> None:
    from perfeval.reports import explanation

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
    # Clauses are long and come again in line after line: a number each.
    clauses = list(dict.fromkeys(step.clause for step in steps))
    rows = [
        (
            step.label,
            step.working,
            "" if step.value is None else explanation.said(step.value),
            ", ".join(step.cells),
            str(clauses.index(step.clause) + 1),
        )
        for step in steps
    ]
    say.steps(titles, rows)
    if not say.as_json:
        say.say("ข้อที่อ้างอิง", "Clauses")
        for number, clause in enumerate(clauses, 1):
            say.say(f"  [{number}] {clause}", f"  [{number}] {clause}")


def _answer(say: Voice, results: "list[Result]", outcome: "Outcome") -> None:
    from perfeval.reports import explanation, scores

    if not say.as_json:
        return
    listed = []
    for one in results:
        steps = explanation.build(one, say.lang)
        told = [explanation.as_json(step) for step in steps]
        listed.append(scores.as_json(one) | {"steps": told})
    say.json(
        "explain",
        summary={**outcome.summary()},
        results=listed,
        findings=outcome.findings,
    )


def _explain_code(code: str, say: Voice) -> int:
    from perfeval.catalogue import CATALOGUE
    from perfeval.reports.findings import WORDS

    entry = CATALOGUE.get(code)
    if entry is None:
        raise StopError(
            Exit.USAGE, f"ไม่มีรหัสข้อตรวจพบ {code}", f"There is no finding code {code}."
        )
    text = entry.text(say.lang)
    message, remedy = _FACT.sub("…", text.message), _FACT.sub("…", text.remedy)
    severity = WORDS[say.lang][entry.severity.value]
    told = "\n".join(filter(None, (f"{code} ({severity})", message, remedy)))
    say.say(told, told)
    result = {
        "code": code,
        "severity": entry.severity.value,
        "message": message,
        "remedy": remedy,
    }
    say.json("explain", summary={}, results=[result])
    return Exit.DONE
