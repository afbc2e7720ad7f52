"""`perfeval demo`."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.intake import run_over
from perfeval.cli.known import known_regulation
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet
from perfeval.cli.output import put, reason, voice
from perfeval.cli.score import tell, write_scores

EXAMPLE, REGULATION, PERSON = "tambon-2568-1", "tambon-official-2559", "TT-0102"


def demo(
    ctx: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="โฟลเดอร์ใหม่สำหรับตัวอย่าง || A new folder."),
    ],
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """เขียนตัวอย่างลงโฟลเดอร์แล้วคิดคะแนนให้ดู || Write the example and score it."""
    from perfeval.excel.blank import blank_sheet, build
    from perfeval.forms.layout import For

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    inbox = folder / "inbox"
    _copy_to(folder, inbox)
    regulation = known_regulation(REGULATION).regulation
    blank = build((blank_sheet(regulation, For(), probation=False),))
    outcome = run_over([inbox], ())
    written = [
        put(blank, folder / "form.xlsx", "form"),
        write_scores(folder / "scores.xlsx", outcome, say),
    ]
    tell("demo", outcome, written, say)
    next_step = f"perfeval explain {PERSON} {inbox.as_posix()}"
    say.say(f"ลองสั่งต่อ: {next_step}", f"Try next: {next_step}")
    return Exit.DONE


def _copy_to(folder: Path, inbox: Path) -> None:
    """The example's inbox in a folder that is new or empty."""
    from perfeval.shipped import folder as shipped

    try:
        if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            raise StopError(
                Exit.REFUSED,
                f"มี {folder} อยู่แล้ว กรุณาระบุโฟลเดอร์ใหม่",
                f"{folder} exists already; name a new folder.",
            )
        shutil.copytree(shipped("examples") / EXAMPLE / "inbox", inbox)
    except OSError as wrong:
        th, en = reason(wrong)
        raise StopError(
            Exit.UNUSABLE,
            f"เขียนโฟลเดอร์ {folder} ไม่ได้: {th}",
            f"Cannot write {folder}: {en}",
        ) from wrong
