"""`perfeval demo`."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from perfeval.cli.exits import Exit, Stop
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet
from perfeval.cli.score import score

EXAMPLE = "tambon-2568-1"


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
    from perfeval.shipped import folder as shipped  # noqa: PLC0415

    if folder.exists() and any(folder.iterdir()):
        raise Stop(
            Exit.REFUSED,
            f"โฟลเดอร์ {folder} มีไฟล์อยู่แล้ว ระบุโฟลเดอร์ใหม่",
            f"The folder {folder} is not empty; name a new one.",
        )
    inbox = folder / "inbox"
    shutil.copytree(shipped("examples") / EXAMPLE / "inbox", inbox, dirs_exist_ok=True)
    score(
        ctx,
        [inbox],
        output=folder / "scores.xlsx",
        as_json=as_json,
        quiet=quiet,
        no_color=no_color,
    )
    return Exit.DONE
