"""`perfeval attendance`: the workbook of leave and lateness of a round."""

import os
from typing import TYPE_CHECKING

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.locking import holding, unsealed
from perfeval.cli.options import AsJson, Force, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import code_of, put, voice
from perfeval.cli.rounds import opened

if TYPE_CHECKING:
    from perfeval.rounds.opened import Opened


def attendance(
    ctx: typer.Context,
    round_dir: RoundDir = None,
    force: Force = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """สร้างไฟล์กรอกการลาและมาสาย || Make attendance.xlsx, ready to fill in."""
    from perfeval.attending import of_round

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    the_round = opened(say, round_dir)
    folder = the_round.folder
    with holding(folder, "attendance"):
        unsealed(folder)
        _is_asked_for(the_round)
        _is_free(the_round, force=force)
        content, people = of_round(the_round)
        written = put(content, folder.attendance, "attendance")
    findings = the_round.told
    say.findings(findings)
    shown = folder.shown(folder.attendance)
    say.say(
        f"เขียน {shown} แล้ว มีรายชื่อ {people} คน กรอกแล้วสั่ง perfeval check {shown}",
        f"Written: {shown}, {people} people; fill it in, then: perfeval check {shown}",
    )
    say.json(
        "attendance",
        summary={"people": people},
        findings=findings,
        files=[{**written, "path": shown}],
    )
    return code_of(findings)


def _is_asked_for(the_round: "Opened") -> None:
    """Stop where no regulation of the round limits leave and lateness."""
    laws = {one.regulation.id: one.regulation for one in the_round.regulations.values()}
    if not any(law.attendance for law in laws.values()):
        listed = ", ".join(laws)
        raise StopError(
            Exit.REFUSED,
            f"หลักเกณฑ์ของรอบนี้ ({listed}) ไม่มีข้อกำหนดเรื่องการลาและการมาสาย "
            "จึงไม่ต้องมี attendance.xlsx",
            f"The regulations of this round ({listed}) do not limit leave and "
            "lateness, so there is no attendance.xlsx.",
        )


def _is_free(the_round: "Opened", *, force: bool) -> None:
    """Stop where the file is there; what somebody typed is never overwritten."""
    folder, known = the_round.folder, the_round.attendance
    if not os.path.lexists(folder.attendance):
        return
    shown = folder.shown(folder.attendance)
    is_free = known is not None and known.is_untouched and not known.findings
    if is_free and force:
        return
    if is_free:
        raise StopError(
            Exit.REFUSED,
            f"มี {shown} อยู่แล้ว (ยังไม่ได้กรอก) หากต้องการเขียนทับให้เพิ่ม --force",
            f"{shown} exists and is not filled in; add --force to overwrite it.",
        )
    raise StopError(
        Exit.REFUSED,
        f"มี {shown} ที่กรอกแล้ว จึงไม่เขียนทับ หากต้องการไฟล์ใหม่ ให้ย้ายไฟล์เดิมไปที่อื่นก่อน",
        f"{shown} is filled in and is never overwritten; move it away for a new one.",
    )
