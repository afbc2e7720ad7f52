"""The inbox of a round as commands take it in: kept, reconciled, compared."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from perfeval.choices import Stage
from perfeval.cli.clock import now
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.known import known
from perfeval.cli.output import Voice, existing
from perfeval.cli.rounds import VARIABLE, opened, round_folder

if TYPE_CHECKING:
    from perfeval.appraise.standing import Intake
    from perfeval.batch import Outcome
    from perfeval.inbox import Taken
    from perfeval.reading import Tick
    from perfeval.resends import Resends
    from perfeval.rounds.opened import Opened


class Kept(NamedTuple):
    """
    What a round holds, with everything that was found in it.

    resends: what changed in forms that were sent again, and what of it is news.
    """

    intake: "Intake"
    resends: "Resends"


def is_in_a_round(round_dir: Path | None) -> bool:
    """True where a round is named, or the working folder lies in one."""
    from perfeval.rounds.folder import found, upwards

    if round_dir is not None or os.environ.get(VARIABLE):
        return True
    return found(upwards(Path.cwd())) is not None


def round_if_any(
    say: Voice, paths: Sequence[Path] | None, round_dir: Path | None
) -> "Opened | None":
    """
    The round of a command that works on named workbooks without one as well.

    Raises:
        StopError: no workbook is named and there is no round; or the round that is
            there cannot be used.
    """
    if paths and not is_in_a_round(round_dir):
        return None
    return opened(say, round_dir)


def lists_of_round(
    paths: Sequence[Path] | None, round_dir: Path | None
) -> tuple[Path, ...]:
    """Roster and attendance of the round that a command works on, if it does."""
    if paths and not is_in_a_round(round_dir):
        return ()
    folder = round_folder(round_dir)
    return tuple(one for one in (folder.roster, folder.attendance) if one.is_file())


def outcome_of(
    say: Voice,
    paths: Sequence[Path],
    own: Sequence[Path],
    *,
    round_dir: Path | None,
    newest: bool,
    whole: bool = False,
    with_attendance: bool = False,
) -> "Outcome":
    """
    Everything under some paths or in the inbox, read and scored.

    In a round every form is held against the roster, whose own faults are told
    first; without one the forms stand alone.

    Args:
        whole: tables and the working of scores are held too.
        with_attendance: what is wrong with leave and lateness is told as well.
    """
    there = round_if_any(say, paths, round_dir)
    if there is None:
        alone(newest=newest)
        return run_over(paths, own, whole=whole)
    outcome = taken(there, paths, own, newest=newest, whole=whole).outcome
    if with_attendance:
        from dataclasses import replace

        from perfeval.appraise.attendance_doubts import attendance_findings

        told = (*attendance_findings(there), *outcome.findings)
        return replace(outcome, findings=told)
    return outcome


def taken(
    there: "Opened",
    paths: Sequence[Path],
    own: Sequence[Path],
    *,
    newest: bool,
    whole: bool = False,
) -> "Taken":
    """What the inbox of a round or some named workbooks come to, nothing kept."""
    from dataclasses import replace

    from perfeval.inbox import lightly_taken_in, taken_in

    ruled_by_round(own)
    existing(paths)
    take = taken_in if whole else lightly_taken_in
    came = take(there, list(paths) or None, newest=newest)
    findings = (*there.roster.findings, *came.outcome.findings)
    return replace(came, outcome=replace(came.outcome, findings=findings))


def alone(*, newest: bool) -> None:
    """Stop where a choice was made that only a round offers."""
    if newest:
        raise StopError(
            Exit.USAGE,
            "--newest ใช้ได้เฉพาะในรอบการประเมิน (มี round.toml)",
            "--newest works in a round only (with a round.toml).",
        )


def run_over(
    paths: Sequence[Path],
    own: Sequence[Path],
    stage: Stage = Stage.EVALUATION,
    *,
    whole: bool = False,
) -> "Outcome":
    """Everything under some paths, read and scored, without a round."""
    from perfeval.batch import run

    existing(paths)
    return run(paths, known(own), stage, whole=whole)


def agreements_of(
    say: Voice, paths: Sequence[Path], own: Sequence[Path], *, round_dir: Path | None
) -> "Outcome":
    """Everything under some paths or in the inbox, checked as agreements."""
    from dataclasses import replace

    from perfeval.agreeing import take

    there = round_if_any(say, paths, round_dir)
    if there is None:
        return run_over(paths, own, Stage.AGREEMENT)
    ruled_by_round(own)
    existing(paths)
    outcome = take(there, list(paths) or None, today=now().date()).outcome
    return replace(outcome, findings=(*there.told, *outcome.findings))


def ruled_by_round(own: Sequence[Path]) -> None:
    """Stop where a regulation is named that the round names already."""
    if own:
        raise StopError(
            Exit.USAGE,
            "ในรอบการประเมิน หลักเกณฑ์ของแต่ละกลุ่มระบุใน round.toml จึงไม่ใช้ --regulation",
            "In a round, round.toml names the regulations; leave --regulation out.",
        )


def kept(opened: "Opened", *, newest: bool = False, tick: "Tick | None" = None) -> Kept:
    """
    The inbox, every file of it kept in record/; the lock must be held.

    Args:
        tick: is told how many more files were read.

    Raises:
        OSError: record/ cannot be written.
    """
    from functools import partial

    from perfeval.inbox import lightly_taken_in
    from perfeval.reading import unheard
    from perfeval.record.receipts import add, keep_content, load
    from perfeval.resends import resends

    record = opened.folder.record
    keep = partial(keep_content, record)  # a second process can be handed it
    came = lightly_taken_in(opened, newest=newest, keep=keep, tick=tick or unheard)
    intake = came.intake
    remember(opened, came)
    since = len(load(record))
    receipts = add(record, intake.files, now().date())
    return Kept(intake, resends(intake, receipts, opened, since=since))


def remember(opened: "Opened", came: "Taken") -> None:
    """
    Keep which of several forms the officer chose; the lock must be held.

    Raises:
        OSError: record/ cannot be written.
    """
    from perfeval.record.choices import add

    add(opened.folder, came.chosen, on=now().date(), by=_officer())


def _officer() -> str:
    """Whoever runs the command, as the computer knows that person."""
    from getpass import getuser

    try:
        return getuser()
    except (ImportError, KeyError, OSError):  # no name can be had
        return ""
