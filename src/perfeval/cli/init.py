"""`perfeval init`."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet
from perfeval.cli.output import reason, voice
from perfeval.cli.placing import placed

if TYPE_CHECKING:
    from perfeval.rounds.template import Placed

EARLIEST, LATEST = 2400, 2999  # fiscal years, B.E.
EMPTY_FOLDERS = ("forms", "inbox")
KINDS = {
    "round.toml": "round",
    "roster.xlsx": "roster",
    "attendance.xlsx": "attendance",
}


def init(
    ctx: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="โฟลเดอร์ใหม่ของรอบ || A new folder."),
    ],
    regulation: Annotated[
        list[str],
        typer.Option(
            "--regulation",
            metavar="ID",
            help="รหัสหลักเกณฑ์ หรือไฟล์ .toml ของหน่วยงาน ระบุซ้ำได้ "
            "|| Id of a regulation, or an office's own .toml file; may be repeated.",
        ),
    ],
    year: Annotated[
        int,
        typer.Option(
            metavar="YEAR", help="ปีงบประมาณ พ.ศ. || Fiscal year, Buddhist Era."
        ),
    ],
    number: Annotated[
        int,
        typer.Option("--round", metavar="1|2", help="รอบที่ 1 หรือ 2 || Round 1 or 2."),
    ],
    organisation: Annotated[
        str,
        typer.Option(metavar="NAME", help="ชื่อหน่วยงาน || Name of the office."),
    ],
    division: Annotated[
        list[str],
        typer.Option(
            "--division",
            metavar="NAME",
            help="สำนักหรือกอง เรียงตามลำดับทางการ ระบุซ้ำได้ "
            "|| A division, in the official order; may be repeated.",
            show_default=False,
        ),
    ] = [],  # noqa: B006  typer copies it
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """สร้างโฟลเดอร์ของรอบใหม่ พร้อมกรอก || Make a new round folder, ready to fill in."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    _is_new(folder)
    _are_sound(year, number, organisation, division)
    groups = placed(regulation)
    divisions = list(dict.fromkeys(" ".join(one.split()) for one in division))
    office = " ".join(organisation.split())
    files = _files(office, year, number, groups=groups, divisions=divisions)
    _write(folder, files)
    for th, en in _next_steps(folder, files):
        say.say(th, en)
    say.json(
        "init",
        summary={"files": len(files)},
        files=[
            {
                "kind": KINDS.get(name, "regulation"),
                "path": (folder / name).as_posix(),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
            for name, content in files.items()
        ],
    )
    return Exit.DONE


def _next_steps(
    folder: Path, files: Mapping[str, bytes]
) -> tuple[tuple[str, str], ...]:
    later = (
        "  3. attendance.xlsx ใช้กรอกการลาและการมาสายเมื่อสิ้นรอบ",
        "  3. attendance.xlsx takes leave and lateness at the end of the round",
    )
    steps = (
        (f"สร้างโฟลเดอร์ของรอบแล้ว: {folder}", f"Round folder made: {folder}"),
        (
            "  1. เปิด round.toml ตรวจชื่อสำนัก/กอง และกรอกชื่อผู้ลงนาม",
            "  1. Open round.toml: check the divisions, fill in who signs",
        ),
        (
            "  2. เปิด roster.xlsx กรอกรายชื่อผู้รับการประเมิน หนึ่งคนต่อหนึ่งแถว",
            "  2. Open roster.xlsx: fill in one row a person",
        ),
    )
    return (*steps, later) if "attendance.xlsx" in files else steps


def _is_new(folder: Path) -> None:
    """Stop when the folder holds anything, or is none."""
    try:
        is_free = not os.path.lexists(folder) or (
            folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())
        )
    except OSError as wrong:
        raise _unwritable(folder, wrong) from wrong
    if not is_free:
        raise StopError(
            Exit.REFUSED,
            f"มี {folder} อยู่แล้วและไม่ว่าง กรุณาระบุโฟลเดอร์ใหม่",
            f"{folder} exists and is not empty; name a new folder.",
        )


def _are_sound(
    year: int, number: int, organisation: str, divisions: Sequence[str]
) -> None:
    """Stop when an option cannot be what round.toml must say."""
    if not EARLIEST <= year <= LATEST:
        from perfeval.thai import BUDDHIST_ERA

        meant = year + BUDDHIST_ERA
        th, en = ("", "")
        if EARLIEST <= meant <= LATEST:
            th, en = f" เช่น {meant} แทน {year}", f", such as {meant} for {year}"
        raise StopError(
            Exit.USAGE,
            f"--year ต้องเป็นปีงบประมาณ พ.ศ. สี่หลัก{th}",
            f"--year must be a fiscal year of the Buddhist Era{en}",
        )
    if number not in (1, 2):
        raise StopError(Exit.USAGE, "--round ต้องเป็น 1 หรือ 2", "--round must be 1 or 2")
    from perfeval.thai import is_seen

    for option, words in (
        ("--organisation", (organisation,)),
        ("--division", divisions),
    ):
        if not all(
            is_seen(word) and " ".join(word.split()).isprintable() for word in words
        ):
            raise StopError(
                Exit.USAGE,
                f"{option} ต้องเป็นข้อความที่ไม่ว่างและไม่มีอักขระควบคุม",
                f"{option} must be text, not blank and without control characters",
            )


def _files(
    organisation: str,
    year: int,
    number: int,
    *,
    groups: Sequence["Placed"],
    divisions: Sequence[str],
) -> dict[str, bytes]:
    """Every file of a new round, by its name in the folder."""
    from perfeval.attending import blank, heading_of
    from perfeval.excel.roster import build
    from perfeval.forms.load_list import load_list
    from perfeval.rounds.template import DIVISIONS, round_text

    said = round_text(organisation, year, number, groups=groups, divisions=divisions)
    heading = heading_of(organisation, number, year)
    roster = build(
        load_list("roster"), _choices(groups, divisions or DIVISIONS), heading
    )
    laws = [one.loaded.regulation for one in groups]
    is_asked = any(law.attendance for law in laws)
    attendance = {"attendance.xlsx": blank(laws, heading)} if is_asked else {}
    moved_in = {
        one.named: Path(one.loaded.file).read_bytes()
        for one in groups
        if one.named != one.loaded.regulation.id
    }
    return {
        "round.toml": said.encode(),
        "roster.xlsx": roster,
        **attendance,
        **moved_in,
    }


def _choices(
    groups: Sequence["Placed"], divisions: Sequence[str]
) -> Mapping[str, tuple[str, Sequence[str]]]:
    """What the dropdowns of the roster offer."""
    from perfeval.rounds.own_groups import labels
    from perfeval.rounds.template import CHIEF_ID

    positions = [p for one in groups for p in one.loaded.regulation.positions]
    levels = [level for position in positions for level in position.levels]
    called = labels(
        {one.key: one.loaded for one in groups},
        {one.key: one.own for one in groups if one.own},
    )
    return {
        "divisions": ("สำนัก/กอง", divisions),
        "staff_groups": ("กลุ่มพนักงาน", list(called.values())),
        "position_types": (
            "ประเภทตำแหน่ง",
            list(dict.fromkeys(one.type for one in positions)),
        ),
        "position_levels": ("ระดับตำแหน่ง", list(dict.fromkeys(levels))),
        "evaluators": ("รหัสผู้ประเมินที่ไม่อยู่ในบัญชี", [CHIEF_ID]),
    }


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """The whole folder or nothing: made beside its place, then moved there."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".perfeval-", dir=folder.parent
        ) as workshop:
            made = Path(workshop) / "round"
            made.mkdir()
            for name in EMPTY_FOLDERS:
                (made / name).mkdir()
            for name, content in files.items():
                (made / name).write_bytes(content)
            if folder.exists():
                folder.rmdir()  # empty, as was seen
            shutil.move(made, folder)
    except OSError as wrong:
        raise _unwritable(folder, wrong) from wrong


def _unwritable(folder: Path, wrong: OSError) -> StopError:
    th, en = reason(wrong)
    return StopError(
        Exit.UNUSABLE,
        f"เขียนโฟลเดอร์ {folder} ไม่ได้: {th}",
        f"Cannot write {folder}: {en}",
    )
