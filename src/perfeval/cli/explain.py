"""`perfeval explain`."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.explain_person import explain_person, only_of, show_working
from perfeval.cli.intake import is_in_a_round, outcome_of
from perfeval.cli.options import (
    AsJson,
    Lang,
    Newest,
    NoColor,
    Own,
    Quiet,
    RoundDir,
)
from perfeval.cli.output import Voice, code_of, voice
from perfeval.cli.rounds import opened
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
            "หากไม่ระบุ ใช้ inbox/ ของรอบ "
            "|| Where to look, when TARGET is an employee id; without any, the "
            "round's inbox/.",
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
    is_workbook = not paths and os.path.lexists(target)  # never raises
    named = [Path(target)] if is_workbook else [*(paths or [])]
    if not named:
        _has_round(target, round_dir)
    if not is_workbook and is_in_a_round(round_dir):
        there = opened(say, round_dir)
        return explain_person(say, there, target, paths=named, own=own, newest=newest)
    outcome = outcome_of(
        say, named, own, round_dir=round_dir, newest=newest, whole=True
    )
    if not is_workbook:
        outcome = _of_person(target, outcome)
    results = results_of(outcome)
    for one in results if not say.as_json else ():
        show_working(one, say)
    say.findings(outcome.findings)
    _answer(say, results, outcome)
    return code_of(outcome.findings)


def _has_round(target: str, round_dir: Path | None) -> None:
    """Stop when a target is no file and there is no round to look it up in."""
    if not is_in_a_round(round_dir):
        raise StopError(
            Exit.USAGE,
            f"ไม่พบไฟล์ {target} หากเป็นรหัสพนักงาน กรุณาระบุโฟลเดอร์ด้วย เช่น "
            f"perfeval explain {target} inbox",
            f"No file {target}. For an employee id, name the folder too, such as "
            f"perfeval explain {target} inbox",
        )


def _of_person(employee_id: str, outcome: "Outcome") -> "Outcome":
    """Only the forms of one employee, and what was found in them."""
    found = only_of(employee_id, outcome)
    if not found.appraisals:
        raise StopError(
            Exit.USAGE,
            f"ไม่พบแบบประเมินของรหัสพนักงาน {employee_id}",
            f"No form of employee {employee_id} is found.",
        )
    return found


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
