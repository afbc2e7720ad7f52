"""One command at a time on a round, and none that changes a sealed one."""

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from perfeval.cli.clock import now
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.output import Voice, reason

if TYPE_CHECKING:
    from perfeval.record.lock import Holder, LockedError
    from perfeval.rounds.folder import RoundFolder


@contextmanager
def holding(folder: "RoundFolder", command: str) -> Iterator[None]:
    """
    Hold the lock of a round while a command writes in it.

    Stops with 4 when another run is at work, with 3 when record/ cannot be written.
    """
    from perfeval.record.lock import LockedError, locked

    lock = locked(folder.record, holder(command))
    try:
        lock.__enter__()
    except LockedError as busy:
        raise _busy(busy) from busy
    except OSError as wrong:
        raise unrecorded(folder, wrong) from wrong
    try:
        yield
    finally:
        lock.__exit__(None, None, None)


def recovered(folder: "RoundFolder", say: Voice) -> None:
    """Finish what a run left that died while it published; every command does."""
    from perfeval.record.switch import recover

    done = recover(folder, holder("recover"))
    if done is not None:
        from perfeval.findings import Location, finding

        code = {"finished": "PE622", "undone": "PE623"}[done]
        say.findings([finding(code, Location(folder.shown(folder.out)))])


def holder(command: str) -> "Holder":
    """Who we are, for whoever finds the round locked."""
    from perfeval.record.lock import Holder

    return Holder(platform.node(), os.getpid(), now().isoformat(), command)


def unsealed(folder: "RoundFolder") -> None:
    """Stop with 4 when a round is sealed: no command may change it."""
    from perfeval.record.state import is_sealed

    if is_sealed(folder):
        raise StopError(
            Exit.REFUSED,
            "รอบการประเมินนี้ผนึกแล้ว จึงแก้ไขไม่ได้ หากต้องแก้ไข ให้สั่ง "
            'perfeval reopen --reason "เหตุผล" ก่อน',
            "This round is sealed and cannot be changed. To correct it, first run: "
            'perfeval reopen --reason "why"',
        )


def unrecorded(folder: "RoundFolder", wrong: OSError) -> StopError:
    """That record/ cannot be written, and why."""
    th, en = reason(wrong)
    shown = folder.shown(folder.record)
    return StopError(
        Exit.UNUSABLE,
        f"เขียนโฟลเดอร์ {shown} ไม่ได้: {th}",
        f"Cannot write {shown}: {en}",
    )


def _busy(busy: "LockedError") -> StopError:
    who = busy.holder
    if who is None:
        return StopError(
            Exit.REFUSED,
            "มีคำสั่งอื่นกำลังทำงานกับรอบนี้อยู่ กรุณารอให้เสร็จแล้วสั่งอีกครั้ง",
            "Another run is at work on this round; wait until it is done, then retry.",
        )
    return StopError(
        Exit.REFUSED,
        f"perfeval {who.command} กำลังทำงานกับรอบนี้อยู่ (เครื่อง {who.host} "
        f"หมายเลขงาน {who.process} ตั้งแต่ {who.since}) กรุณารอให้เสร็จแล้วสั่งอีกครั้ง",
        f"perfeval {who.command} is at work on this round (host {who.host}, process "
        f"{who.process}, since {who.since}); wait until it is done, then retry.",
    )
