"""`perfeval criteria`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.choices import Opening
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.known import chosen_of
from perfeval.cli.options import AsJson, Force, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, ends_in, free, put, voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perfeval.criteria import Made, Opened
    from perfeval.findings import Finding
    from perfeval.rounds.folder import RoundFolder

PAPERS = {
    Opening.ANNOUNCEMENT: ("ประกาศหลักเกณฑ์", "announcement of the criteria"),
    Opening.ATTENDANCE: ("ประกาศวันลา", "limits of leave and lateness"),
    Opening.CALENDAR: ("ปฏิทิน", "calendar"),
    Opening.MEMORANDUM: ("บันทึกข้อความ", "memorandum"),
    Opening.ORDER: ("คำสั่งแต่งตั้งคณะกรรมการ", "order of the committee"),
    Opening.PROOF: ("ตารางเทียบหลักเกณฑ์", "table to read back"),
}
TITLES = {"th": ("หลักเกณฑ์", "เอกสาร"), "en": ("Regulation", "Papers")}


def criteria(
    ctx: typer.Context,
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help="ทำฉบับร่าง มีคำว่า ร่าง ทุกหน้า || A draft, marked as one on every page.",
        ),
    ] = False,
    paper: Annotated[
        list[Opening],
        typer.Option(
            help="เฉพาะเอกสารนี้ ระบุซ้ำได้: announcement ประกาศหลักเกณฑ์ "
            "attendance ประกาศวันลา calendar ปฏิทิน "
            "memorandum บันทึกข้อความ order คำสั่งแต่งตั้งคณะกรรมการ proof ตารางเทียบ "
            "|| Only these papers; may be repeated.",
            show_default=False,
        ),
    ] = [],  # noqa: B006  typer copies it
    regulation: Annotated[
        list[str],
        typer.Option(
            "--regulation",
            metavar="ID",
            help="เฉพาะหลักเกณฑ์นี้ของรอบ ระบุซ้ำได้ "
            "|| Only this regulation of the round; may be repeated.",
            show_default=False,
        ),
    ] = [],  # noqa: B006
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="เขียนลงไฟล์นี้ (.xlsx) แทน out/ ใช้กับหลักเกณฑ์เดียว "
            "|| Write this file (.xlsx) instead of out/; for one regulation.",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """เอกสารเปิดรอบ: ประกาศหลักเกณฑ์ บันทึก คำสั่ง || The papers that open a round."""
    from perfeval.cli.rounds import read
    from perfeval.criteria import papers

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    if output is not None:
        ends_in((".xlsx",), output)
        free(output, force=force)
    folder, found = read(say, round_dir)
    chosen = chosen_of(found, regulation)
    if output is not None and len(chosen) > 1:
        listed = ", ".join(one.named for one in chosen)
        raise StopError(
            Exit.USAGE,
            f"ไฟล์เดียวใส่ได้หลักเกณฑ์เดียว กรุณาเลือกด้วย --regulation: {listed}",
            f"One file takes one regulation; choose with --regulation: {listed}",
        )
    made = papers(folder, found, chosen, wanted=paper, draft=draft)
    if not made.made:
        raise StopError(
            Exit.USAGE,
            "หลักเกณฑ์ที่เลือกไม่มีเอกสารนี้ (ประกาศวันลามีเฉพาะหลักเกณฑ์ที่กำหนดเรื่องการลา)",
            "The regulations that were chosen have no such paper.",
        )
    files, gone = _write(folder, made, output)
    findings = (*made.findings, *gone)
    _tell(say, made.made)
    for one in files:
        say.say(f"เขียนไฟล์แล้ว: {one['path']}", f"Written: {one['path']}")
    say.findings(findings)
    say.json(
        "criteria",
        summary={"regulations": len(made.made), "files": len(files)},
        results=[_as_json(one, folder, files) for one in made.made],
        findings=findings,
        files=files,
    )
    return code_of(findings)


def _write(
    folder: "RoundFolder", made: "Opened", output: Path | None
) -> "tuple[Sequence[dict[str, str]], Sequence[Finding]]":
    """Into out/ as one set, or one workbook where it was asked for."""
    if output is not None:
        return [put(one.content, output, "criteria") for one in made.made], ()
    from perfeval.cli.papers import publish

    told = publish(
        folder,
        "criteria",
        made.papers,
        basis=None,
        withdrawn=made.withdrawn,
        found=made.findings,
    )
    return told.files, told.findings


def _tell(say: Voice, made: "Sequence[Made]") -> None:
    place = 0 if say.lang == "th" else 1
    rows = [
        (
            one.covered.loaded.regulation.id,
            ", ".join(PAPERS[paper][place] for paper in one.papers),
        )
        for one in made
    ]
    say.table(TITLES[say.lang], rows)


def _as_json(
    one: "Made", folder: "RoundFolder", files: "Sequence[dict[str, str]]"
) -> dict[str, object]:
    """One workbook; its file is null where a sealed round keeps those of before."""
    paths = [file["path"] for file in files]
    own = folder.shown(folder.out / one.path)
    return {
        "regulation": one.covered.loaded.regulation.id,
        "staff_groups": list(one.covered.staff),
        "papers": [paper.value for paper in one.papers],
        "file": own if own in paths else next(iter(paths), None),
    }
