"""`perfeval decide`: the decisions of committee and chief."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.clock import now
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.locking import holding, unsealed
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, existing, reason, voice
from perfeval.cli.rounds import opened
from perfeval.cli.summary import PAPER, docket_of, listed, tell
from perfeval.cli.summary import counts as counted

if TYPE_CHECKING:
    from perfeval.appraise.decided import Decided
    from perfeval.appraise.standing import Intake
    from perfeval.cli.papers import Told
    from perfeval.deciding import TakenIn
    from perfeval.findings import Finding
    from perfeval.present import Present
    from perfeval.rounds.opened import Opened

CHANGED_BY_HAND = "PE621"


def decide(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="สมุดสรุปที่คณะกรรมการและผู้มีอำนาจกรอกแล้ว (.xlsx) "
            "|| The summary workbook, filled in by committee and chief (.xlsx).",
        ),
    ],
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """รับผลการพิจารณาเข้าระบบ || Take in the decisions of committee and chief."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    existing([file])
    the_round = opened(say, round_dir)
    with holding(the_round.folder, "decide"):
        unsealed(the_round.folder)
        return _decide(say, the_round, file)


def _decide(say: Voice, the_round: "Opened", file: Path) -> int:
    from perfeval.deciding import take_in
    from perfeval.inbox import receive
    from perfeval.record.decisions import next_number

    intake = receive(the_round)
    number = next_number(the_round.folder)
    taken = take_in(file, the_round, intake, number=number, today=now().date())
    if taken.decided is None:
        return _refuse(say, taken)
    decided = _remember(the_round, intake, taken, taken.decided, file)
    return _taken(say, the_round, intake, taken, decided=decided, file=file)


def _refuse(say: Voice, taken: "TakenIn") -> int:
    """Everything that is wrong; nothing was taken."""
    nothing = (
        "ยังไม่ได้รับผลการพิจารณา ไม่มีการบันทึกใด ๆ",
        "Nothing was taken in and nothing was recorded.",
    )
    say.findings(taken.findings)
    if taken.is_stale:
        raise StopError(Exit.REFUSED, *nothing, taken.findings)
    say.say(*nothing)
    summary = {"decided": False, "decision": None, "seal": None}
    say.json("decide", summary=summary, findings=taken.findings)
    return code_of(taken.findings)


def _remember(
    the_round: "Opened",
    intake: "Intake",
    taken: "TakenIn",
    decided: "Decided",
    file: Path,
) -> "Decided":
    """The decision, its workbook and the exact results, into record/."""
    from perfeval.appraise.ledger import canonical, ledger
    from perfeval.record import decisions

    folder = the_round.folder
    source = {"file": file.name, "sha256": taken.sha256}
    content = decisions.text_of(decided, summary=source)
    try:
        decisions.remember_workbook(folder, decided.number, taken.content)
        path = decisions.remember(folder, decided.number, content)
        kept = decisions.read(path)
        results = canonical(ledger(the_round, intake, kept))
        decisions.remember_results(folder, results)
        _log(the_round, kept, taken)
    except OSError as wrong:
        raise _unwritable(the_round, wrong) from wrong
    return kept


def _log(the_round: "Opened", decided: "Decided", taken: "TakenIn") -> None:
    from perfeval.record.audit import Entry, append

    changed = [
        one.employee_id
        for one in decided.decisions
        if one.committee_total is not None or one.chief_total is not None
    ]
    entry = Entry(
        at=now().isoformat(),
        command="decide",
        ids=tuple(changed),
        files={f"record/decisions/{decided.number:03}.json": decided.sha256},
        facts={"decision": str(decided.number), "summary": taken.sha256},
    )
    append(the_round.folder.record, entry)


def _taken(
    say: Voice,
    the_round: "Opened",
    intake: "Intake",
    taken: "TakenIn",
    *,
    decided: "Decided",
    file: Path,
) -> int:
    """The final summary, the papers that rest on the same results, what was taken."""
    from perfeval.cli.present import present

    docket, results = docket_of(the_round, present(the_round, intake))
    told = _publish(the_round, intake, results)
    findings = (*taken.findings, *_of_papers(told, the_round, file))
    say.findings(findings)
    say.say(
        f"รับผลการพิจารณาครั้งที่ {decided.number} แล้ว",
        f"Decision {decided.number} was taken in.",
    )
    tell(say, docket, told)
    say.json(
        "decide",
        summary=counted(docket),
        results=listed(docket),
        findings=findings,
        files=told.files,
    )
    return code_of(findings)


def _publish(the_round: "Opened", intake: "Intake", results: "Present") -> "Told":
    """
    The final summary, and those papers of `close` anew that stand in out/ already.

    Drafts of announcements go: there is a decision to announce now.
    """
    from perfeval.cli.papers import publish
    from perfeval.closing import close
    from perfeval.record.receipts import load
    from perfeval.resends import resends

    folder = the_round.folder
    again = resends(intake, load(folder.record), the_round).every
    closing = close(the_round, intake, results, again)
    papers = {
        path: content
        for path, content in closing.papers.items()
        if path == PAPER or (folder.out / path).is_file()
    }
    return publish(
        folder, "decide", papers, basis=closing.basis, found=closing.findings
    )


def _of_papers(told: "Told", the_round: "Opened", file: Path) -> "tuple[Finding, ...]":
    """What became of the papers; that FILE itself was filled in is no news."""
    own = the_round.folder.out / PAPER
    if not own.exists() or not file.exists() or not file.samefile(own):
        return told.findings
    return tuple(
        one
        for one in told.findings
        if one.code != CHANGED_BY_HAND or one.file != the_round.folder.shown(own)
    )


def _unwritable(the_round: "Opened", wrong: OSError) -> StopError:
    th, en = reason(wrong)
    shown = the_round.folder.shown(the_round.folder.record)
    return StopError(
        Exit.UNUSABLE,
        f"บันทึกผลการพิจารณาใน {shown} ไม่ได้: {th}",
        f"The decision cannot be written to {shown}: {en}",
    )
