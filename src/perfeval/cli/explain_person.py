"""One employee for `perfeval explain`: alone, or as the round has it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.explain_raise import raise_as_json, raise_of, show_raise
from perfeval.cli.explain_steps import show_steps
from perfeval.cli.intake import taken
from perfeval.cli.output import Voice, code_of

if TYPE_CHECKING:
    from perfeval.appraise.decided import Decided
    from perfeval.appraise.outcome import Appraisal
    from perfeval.appraise.places import Place
    from perfeval.appraise.score import Result
    from perfeval.batch import Outcome
    from perfeval.findings import Finding
    from perfeval.inbox import Taken
    from perfeval.reports.layers import Explained
    from perfeval.roster import Person
    from perfeval.rounds.opened import Opened
    from perfeval.rounds.opinions import OpinionRow


def only_of(
    employee_id: str,
    outcome: "Outcome",
    *,
    more: "Iterable[Appraisal]" = (),
    shown: Callable[[Path], str] = Path.as_posix,
) -> "Outcome":
    """
    Only the forms of one employee, and what was found in them.

    Args:
        more: forms that are the employee's by other signs than the id.
        shown: how the findings show a path.
    """
    from perfeval.thai import id_key

    wanted = id_key(employee_id)
    own = [one for one in outcome.appraisals if _is_of(one, wanted)]
    typed = [one.evaluation for one in (*own, *more)]
    places = {(one.file, one.sheet) for one in typed}
    files = {file for file, _ in places}
    return replace(
        outcome,
        paths=tuple(path for path in outcome.paths if shown(path) in files),
        appraisals=tuple(
            one
            for one in outcome.appraisals
            if (one.evaluation.file, one.evaluation.sheet) in places
        ),
        findings=tuple(
            one
            for one in outcome.findings
            if (one.file, one.sheet) in places
            or (one.file in files and not one.sheet)
            or (one.employee_id and id_key(one.employee_id) == wanted)
        ),
    )


def _is_of(one: "Appraisal", wanted: str) -> bool:
    from perfeval.thai import id_key

    return id_key(one.evaluation.employee_id or "") == wanted


def explain_person(
    say: Voice,
    there: "Opened",
    employee_id: str,
    *,
    paths: Sequence[Path],
    own: Sequence[Path],
    newest: bool,
) -> int:
    """Somebody of a round: state, working, layers, ranks, and every finding."""
    came = taken(there, paths, own, newest=newest, whole=True)
    person = there.roster.find(employee_id)
    if person is None:
        return _stranger(say, there, employee_id, came)
    status = next(one for one in came.intake.people if one.person.key == person.key)
    held = (status.appraisal,) if status.appraisal else ()
    outcome = only_of(employee_id, came.outcome, more=held, shown=there.folder.shown)
    explained, findings = _explained(there, came, person, is_whole=not paths)
    raised, lacking = raise_of(there, explained)
    findings = (*outcome.findings, *findings, *lacking)
    if say.as_json:
        from perfeval.reports.person import as_json

        summary = {**replace(outcome, findings=findings).summary()}
        results = [
            as_json(explained, say.lang) | {"pay": raise_as_json(raised, say.lang)}
        ]
        say.json("explain", summary=summary, results=results, findings=findings)
    else:
        _tell(say, explained)
        show_raise(raised, say)
        say.findings(findings)
    return code_of(findings)


def _explained(
    there: "Opened", came: "Taken", person: "Person", *, is_whole: bool
) -> "tuple[Explained, tuple[Finding, ...]]":
    """
    The person with every layer, and what is to be said of the decision.

    is_whole: False where some workbooks stand for the inbox; then there is nobody
    to be ranked with, and what was decided on the round cannot be held against it.
    """
    from perfeval.appraise.places import places
    from perfeval.reports.layers import Explained

    intake, decided, row = came.intake, None, None
    found: tuple[Finding, ...] = ()
    placed: tuple[Place, ...] = ()
    if is_whole:
        from perfeval.cli.present import present

        results = present(there, intake)
        intake, decided, found = results.intake, results.decided, results.findings
        divisions = [one.name for one in there.round.divisions]
        placed = places(intake.people, person, divisions)
        if decided is not None:
            row = _row(there, decided, person)
    status = next(one for one in intake.people if one.person.key == person.key)
    return Explained(there, status, placed, decided, row), found


def _row(there: "Opened", decided: "Decided", person: "Person") -> "OpinionRow | None":
    """Where committee and chief wrote what was decided on a person."""
    from perfeval.deciding import row_of
    from perfeval.record.decisions import workbook_of

    path = workbook_of(there.folder, decided.number)
    if not path.is_file():
        return None
    return row_of(path, person.key, shown=there.folder.shown(path))


def _stranger(say: Voice, there: "Opened", employee_id: str, came: "Taken") -> int:
    """Somebody whom the roster does not know: what is wrong with the forms."""
    outcome = only_of(employee_id, came.outcome, shown=there.folder.shown)
    if not outcome.appraisals:
        near = there.roster.near(employee_id, None)
        listed = ", ".join(f"{one.employee_id} {one.full_name}" for one in near)
        th = f" ที่ใกล้เคียง: {listed}" if near else ""
        en = f" Near: {listed}" if near else ""
        raise StopError(
            Exit.USAGE,
            f"ไม่พบรหัสพนักงาน {employee_id} ในบัญชีรายชื่อ และไม่มีแบบประเมินของรหัสนี้{th}",
            f"Employee {employee_id} is not on the roster and no form has it.{en}",
        )
    say.say(
        f"ไม่พบรหัสพนักงาน {employee_id} ในบัญชีรายชื่อ",
        f"Employee {employee_id} is not on the roster.",
    )
    say.findings(outcome.findings)
    summary = {**outcome.summary()}
    say.json("explain", summary=summary, findings=outcome.findings)
    return code_of(outcome.findings)


def _tell(say: Voice, explained: "Explained") -> None:
    """Who it is and in which state; then how the result came about."""
    from perfeval.reports import person as report
    from perfeval.reports.status_words import STATES

    status, lang = explained.status, say.lang
    who, reason = status.person, status.reason.told(lang)
    state = STATES[lang][status.state] + (f" ({reason})" if reason else "")
    head = f"{who.employee_id} {who.full_name} · {who.division} · {state}"
    say.say(head, head)
    for file in status.files:
        say.say(f"  ไฟล์: {file}", f"  File: {file}")
    if status.result is not None:
        show_working(status.result, say)
        say.say("ลำดับชั้นการพิจารณา", "Layers")
        show_steps(report.layers(explained, lang), say)
        for label, told in report.ranks(explained, lang):
            say.say(f"{label}: {told}", f"{label}: {told}")
    if explained.opened.attendance is not None:
        _tell_attendance(say, explained)


def _tell_attendance(say: Voice, explained: "Explained") -> None:
    """Leave and lateness, where the person's raise depends on them."""
    from perfeval.reports.attendance_steps import steps

    if told := steps(explained, say.lang):
        say.say("การลาและการมาสาย", "Leave and lateness")
        show_steps(told, say)


def show_working(result: "Result", say: Voice) -> None:
    """One score: head line, steps, and the clauses they rest on."""
    from perfeval.reports import explanation

    evaluation = result.evaluation
    head = f"{evaluation.employee_id} {evaluation.name}: {result.printed}"
    place = f"{evaluation.file} · {evaluation.sheet} · {result.regulation.id}"
    say.say(
        f"{head} {result.band.label} ({place})", f"{head} {result.band.key} ({place})"
    )
    show_steps(explanation.build(result, say.lang), say)
