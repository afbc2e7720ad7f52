"""`perfeval form` and `perfeval inspect`."""

from pathlib import Path
from typing import Annotated

import typer

from perfeval.cli.exits import Exit, Stop
from perfeval.cli.options import AsJson, Force, Lang, NoColor, Own, Quiet
from perfeval.cli.output import code_of, existing, free, put, voice


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
        typer.Option("-o", "--output", help="ไฟล์ที่จะเขียน (.xlsx) || File to write."),
    ],
    staff_group: Annotated[
        str | None,
        typer.Option(help="กลุ่มพนักงาน || Staff group.", show_default=False),
    ] = None,
    position_type: Annotated[
        str | None,
        typer.Option(help="ประเภทตำแหน่ง || Position type.", show_default=False),
    ] = None,
    position_level: Annotated[
        str | None,
        typer.Option(help="ระดับตำแหน่ง || Position level.", show_default=False),
    ] = None,
    probation: Annotated[
        bool,
        typer.Option("--probation", help="อยู่ระหว่างทดลองปฏิบัติราชการ || On probation."),
    ] = False,
    force: Force = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """สร้างแบบประเมินเปล่าหนึ่งฉบับ || Make one blank form."""
    from perfeval.excel.blank import blank_sheet, build  # noqa: PLC0415
    from perfeval.forms.layout import For  # noqa: PLC0415

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    loaded = known_regulation(regulation).regulation
    free(output, force=force)
    groups = {g.key: g.key for g in loaded.staff_groups}
    groups |= {g.label: g.key for g in loaded.staff_groups}
    types = {p.type: p.type for p in loaded.positions}
    levels = {
        level: level
        for p in loaded.positions
        if position_type in (None, p.type)
        for level in p.levels
    }
    whom = For(
        _one_of(groups, staff_group, "--staff-group"),
        _one_of(types, position_type, "--position-type"),
        _one_of(levels, position_level, "--position-level"),
    )
    content = build((blank_sheet(loaded, whom, probation=probation),))
    written = put(content, output, "form")
    say.say(f"เขียนแบบประเมินเปล่าแล้ว: {output}", f"Blank form written: {output}")
    say.json("form", summary={"files": 1}, files=[written])
    return Exit.DONE


def known_regulation(id_or_path: str):  # type: ignore[no-untyped-def]
    """A regulation by id or path; stops with the right code when there is none."""
    from perfeval.datafile import DataFileError  # noqa: PLC0415
    from perfeval.regulations.load import load, shipped  # noqa: PLC0415
    from perfeval.reports.findings import line  # noqa: PLC0415

    if id_or_path not in shipped() and not Path(id_or_path).is_file():
        listed = ", ".join(shipped())
        raise Stop(
            Exit.USAGE,
            f"ไม่พบหลักเกณฑ์ {id_or_path} มีให้ใช้: {listed}",
            f"No regulation {id_or_path}; there are: {listed}",
        )
    try:
        return load(id_or_path)
    except DataFileError as unusable:
        told = unusable.findings
        raise Stop(
            Exit.UNUSABLE,
            "\n".join(line(one, "th") for one in told),
            "\n".join(line(one, "en") for one in told),
        ) from unusable


def _one_of(listed: dict[str, str], wanted: str | None, option: str) -> str | None:
    """The value of an option that must be on a list."""
    if wanted is None:
        return None
    if wanted not in listed:
        words = ", ".join(listed)
        raise Stop(
            Exit.USAGE,
            f"{option}: ไม่มี “{wanted}” เลือกได้: {words}",
            f"{option}: no “{wanted}”; choose one of: {words}",
        )
    return listed[wanted]


def inspect(
    ctx: typer.Context,
    workbook: Annotated[
        Path, typer.Argument(metavar="WORKBOOK", help="สมุดงาน || A workbook.")
    ],
    own: Own = [],  # noqa: B006  typer copies it
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """แสดงทุกช่องที่อ่านได้ พร้อมตำแหน่งและค่า || Every field seen, its cell and value."""
    from perfeval.batch import Known, values  # noqa: PLC0415
    from perfeval.reports import inspection  # noqa: PLC0415

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    existing([workbook])
    known = Known(known_regulation(str(path)) for path in own)
    filled, findings = values([workbook], known)
    for one in filled:
        say.say(f"{one.file} · {one.sheet}", f"{one.file} · {one.sheet}")
        say.table(inspection.TITLES[say.lang], inspection.rows(one))
    say.findings(findings)
    results = [inspection.as_json(one) for one in filled]
    say.json(
        "inspect", summary={"forms": len(results)}, results=results, findings=findings
    )
    return code_of(findings)
