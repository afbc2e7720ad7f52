"""`perfeval regulations list`, `show`, `check`, `copy` and `diff`."""

from pathlib import Path
from typing import Annotated

import typer

from perfeval.cli.exits import Exit
from perfeval.cli.help import Command, Group
from perfeval.cli.known import known_regulation, replaces_none, shipped_only
from perfeval.cli.options import AsJson, Force, Lang, NoColor, Quiet
from perfeval.cli.output import code_of, existing, free, put, voice

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="หลักเกณฑ์ที่ใช้คิดคะแนน: ดูรายการ เนื้อหา ตรวจไฟล์ ทำสำเนา เทียบ "
    "|| Regulations: list, show, check a file, copy, compare.",
)
RegulationId = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="รหัสหลักเกณฑ์ หรือไฟล์ .toml ของหน่วยงาน "
        "|| Id of a regulation, or an office's own .toml file.",
    ),
]


@app.command("list", cls=Command)
def listed(
    ctx: typer.Context,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """แสดงหลักเกณฑ์ที่มาพร้อมโปรแกรม || List the regulations that come with perfeval."""
    from perfeval.regulations.load import load, shipped

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    loaded = [load(one) for one in shipped()]
    titles = {"th": ("รหัส", "หลักเกณฑ์"), "en": ("Id", "Regulation")}[say.lang]
    say.table(titles, [(one.regulation.id, one.regulation.title) for one in loaded])
    results = [
        {
            "id": one.regulation.id,
            "title": one.regulation.title,
            "form": one.regulation.form,
            "staff_groups": [group.key for group in one.regulation.staff_groups],
            "sha256": one.sha256,
        }
        for one in loaded
    ]
    say.json("regulations list", summary={"regulations": len(results)}, results=results)
    return Exit.DONE


@app.command("show", cls=Command)
def show(
    ctx: typer.Context,
    regulation: RegulationId,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """แสดงทุกข้อกำหนดพร้อมข้อที่อ้างอิง || Show every ruling with its clause."""
    from perfeval.reports.regulation import lines

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    loaded = known_regulation(regulation)
    sections = lines(loaded, say.lang)
    if not say.as_json:
        for section in sections:
            say.say(section.heading, section.heading)
            for row in section.rows:
                told = f"  {row.line}"
                say.say(told, told)
    results = [
        {"heading": section.heading, "text": row.text, "clause": row.clause,
         "basis": "house" if row.mark else "source"}
        for section in sections
        for row in section.rows
    ]  # fmt: skip
    say.json("regulations show", summary={"rulings": len(results)}, results=results)
    return Exit.DONE


@app.command("check", cls=Command)
def check(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="ไฟล์หลักเกณฑ์ || A regulation file.")
    ],
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ตรวจไฟล์หลักเกณฑ์ทั้งไฟล์ในครั้งเดียว || Check a regulation file in one pass."""
    from perfeval.datafile import DataFileError
    from perfeval.regulations.load import load

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    existing([file])
    try:
        replaces_none(load(file))
        findings = []
        say.say(f"{file}: ไม่พบข้อผิดพลาด", f"{file}: no fault found")
    except DataFileError as faults:
        findings = faults.findings
    say.findings(findings)
    say.json("regulations check", summary={"errors": len(findings)}, findings=findings)
    return code_of(findings)


@app.command("copy", cls=Command)
def copied(
    ctx: typer.Context,
    regulation: Annotated[
        str, typer.Argument(metavar="ID", help="รหัสหลักเกณฑ์ || Id of a regulation.")
    ],
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="ไฟล์ที่จะเขียน || File to write.")
    ],
    force: Force = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ทำสำเนาหลักเกณฑ์ไว้แก้ไข || Copy a regulation to make it an office's own."""
    from perfeval.regulations.load import copy

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    shipped_only(regulation)
    free(file, force=force)
    written = put(copy(regulation, file).encode(), file, "regulation")
    say.say(f"เขียนสำเนาแล้ว: {file}", f"Copy written: {file}")
    say.json("regulations copy", summary={"files": 1}, files=[written])
    return Exit.DONE


@app.command("diff", cls=Command)
def diff(
    ctx: typer.Context,
    first: Annotated[
        str,
        typer.Argument(
            metavar="A",
            help="หลักเกณฑ์เดิม: รหัส หรือไฟล์ || The former one: an id, or a file.",
        ),
    ],
    second: Annotated[
        str,
        typer.Argument(
            metavar="B",
            help="หลักเกณฑ์ใหม่: รหัส หรือไฟล์ || The new one: an id, or a file.",
        ),
    ],
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """แสดงสิ่งที่ต่างกันทีละข้อกำหนด || Show what changes, ruling by ruling."""
    from perfeval.reports.regulation_diff import KINDS, changes, told
    from perfeval.reports.regulation_diff import as_json as for_programs

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    former, new = known_regulation(first), known_regulation(second)
    found = changes(former, new, say.lang)
    if not say.as_json:
        heading = None
        for change in found:
            if change.heading != heading:
                heading = change.heading
                say.say(heading, heading)
            for place, line in enumerate(told(change, say.lang)):
                shown = f"    {line}" if place else f"  - {line}"
                say.say(shown, shown)
    count: dict[str, int] = {
        kind: sum(one.kind == kind for one in found) for kind in KINDS
    }
    if found:
        say.say(
            f"{former.file} กับ {new.file} ต่างกัน {len(found)} ข้อ: "
            f"เปลี่ยน {count['changed']} เพิ่ม {count['added']} "
            f"ตัดออก {count['removed']} เปลี่ยนเฉพาะข้อที่อ้าง {count['clause']}",
            f"{former.file} and {new.file} differ in {len(found)} rulings: "
            f"{count['changed']} changed, {count['added']} added, "
            f"{count['removed']} removed, {count['clause']} in their clause only",
        )
    else:
        say.say(
            f"{former.file} กับ {new.file} ไม่ต่างกัน",
            f"{former.file} and {new.file} do not differ",
        )
    results = [for_programs(one) for one in found]
    say.json(
        "regulations diff",
        summary={"differences": len(found), **count},
        results=results,
    )
    return Exit.DONE
