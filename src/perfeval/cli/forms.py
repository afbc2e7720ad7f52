"""`perfeval form` and `perfeval inspect`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.known import known, known_regulation
from perfeval.cli.options import AsJson, Force, Lang, NoColor, Own, Quiet
from perfeval.cli.output import code_of, ends_in, existing, free, put, voice

if TYPE_CHECKING:
    from perfeval.forms.layout import For
    from perfeval.regulations.schema import Regulation


def form(
    ctx: typer.Context,
    regulation: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="รหัสหลักเกณฑ์ หรือไฟล์ .toml ของหน่วยงาน "
            "|| Id of a regulation, or an office's own .toml file.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="ไฟล์ที่จะเขียน (.xlsx) || File to write (.xlsx).",
        ),
    ],
    staff_group: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="กลุ่มพนักงาน ตามหลักเกณฑ์ || Staff group, as in the regulation.",
            show_default=False,
        ),
    ] = None,
    position_type: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="ประเภทตำแหน่ง เช่น วิชาการ || Position type, as in the regulation.",
            show_default=False,
        ),
    ] = None,
    position_level: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="ระดับตำแหน่ง เช่น ชำนาญการ || Position level, as in the regulation.",
            show_default=False,
        ),
    ] = None,
    probation: Annotated[
        bool,
        typer.Option(
            "--probation",
            help="ผู้รับการประเมินอยู่ระหว่างทดลองปฏิบัติราชการ || Employee on probation.",
        ),
    ] = False,
    force: Force = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """สร้างแบบประเมินเปล่าหนึ่งฉบับ || Make one blank form."""
    from perfeval.excel.blank import blank_sheet, build

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    ends_in((".xlsx",), output)
    free(output, force=force)
    loaded = known_regulation(regulation).regulation
    chosen = {
        "--staff-group": staff_group,
        "--position-type": position_type,
        "--position-level": position_level,
    }
    whom = _of_regulation(loaded, chosen)
    content = build((blank_sheet(loaded, whom, probation=probation),))
    written = put(content, output, "form")
    say.say(f"เขียนแบบประเมินเปล่าแล้ว: {output}", f"Blank form written: {output}")
    say.json("form", summary={"files": 1}, files=[written])
    return Exit.DONE


def _of_regulation(regulation: "Regulation", chosen: dict[str, str | None]) -> "For":
    """For whom a form is made; stops when the regulation has no such group."""
    from perfeval.forms.layout import For

    groups = {g.key: g.key for g in regulation.staff_groups}
    groups |= {g.label: g.key for g in regulation.staff_groups}
    kind = chosen["--position-type"]
    types = {one.type: one.type for one in regulation.positions}
    levels = {
        level: level
        for one in regulation.positions
        if kind in (None, one.type)
        for level in one.levels
    }
    level = _one_of(levels, chosen, "--position-level")
    if other := regulation.other_form(level):
        raise StopError(
            Exit.USAGE,
            f"--position-level {level}: {other.reason} ({other.clause})",
            f"--position-level {level}: {regulation.id} has another form for it "
            f"({other.clause})",
        )
    return For(
        _one_of(groups, chosen, "--staff-group"),
        _one_of(types, chosen, "--position-type"),
        level,
    )


def _one_of(
    listed: dict[str, str], chosen: dict[str, str | None], option: str
) -> str | None:
    """The value of an option that must be on a list."""
    wanted = chosen[option]
    if wanted is None:
        return None
    if wanted not in listed:
        words = ", ".join(listed)
        raise StopError(
            Exit.USAGE,
            f"{option}: ไม่มี “{wanted}” กรุณาเลือก: {words}",
            f"{option}: no “{wanted}”; choose one of: {words}",
        )
    return listed[wanted]


def inspect(
    ctx: typer.Context,
    workbook: Annotated[
        Path,
        typer.Argument(
            metavar="WORKBOOK", help="สมุดงาน (.xlsx) || A workbook (.xlsx)."
        ),
    ],
    own: Own = [],  # noqa: B006  typer copies it
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """แสดงทุกช่องที่อ่านได้ พร้อมตำแหน่งและค่า || Every field seen, its cell and value."""
    from perfeval.batch import values
    from perfeval.reports import inspection

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    existing([workbook])
    filled, findings = values([workbook], known(own))
    for one in filled:
        say.say(f"{one.file} · {one.sheet}", f"{one.file} · {one.sheet}")
        say.table(inspection.TITLES[say.lang], inspection.rows(one))
    say.findings(findings)
    results = [inspection.as_json(one) for one in filled]
    say.json(
        "inspect", summary={"forms": len(results)}, results=results, findings=findings
    )
    return code_of(findings)
