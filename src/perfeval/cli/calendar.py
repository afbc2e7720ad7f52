"""`perfeval calendar`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.known import chosen_of, known_regulation
from perfeval.cli.options import AsJson, Force, Lang, NoColor, Quiet
from perfeval.cli.output import Voice, ends_in, free, put, voice

if TYPE_CHECKING:
    from perfeval.findings import Finding
    from perfeval.reports.calendar import Entry
    from perfeval.rounds.covered import Covered
    from perfeval.rounds.folder import RoundFolder
    from perfeval.rounds.span import Turn

PAPER = "calendar.xlsx"
ROUNDS = ("1", "2")
YEARS = range(2400, 3000)  # fiscal years, B.E.
TITLES = {"th": ("วัน/เดือน/ปี", "ขั้นตอน/กิจกรรม"), "en": ("When", "Step")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    The calendars that were asked for.

    organisation, folder: of the round; None where none was named.
    """

    turn: "Turn"
    covered: "tuple[Covered, ...]"
    organisation: str | None = None
    folder: "RoundFolder | None" = None


def calendar(
    ctx: typer.Context,
    year: Annotated[
        int | None,
        typer.Option(
            metavar="YEAR",
            help="ปีงบประมาณ พ.ศ. ใช้เมื่อไม่ได้เปิดรอบ หรือต้องการรอบอื่น "
            "|| Fiscal year, Buddhist Era: for a round that has no folder.",
            show_default=False,
        ),
    ] = None,
    which: Annotated[
        str | None,
        typer.Option(
            "--round",
            metavar="1|2|DIR",
            help="คู่กับ --year คือรอบที่ 1 หรือ 2 หากไม่มี --year คือโฟลเดอร์ของรอบ "
            "|| With --year: round 1 or 2; without it: the folder of a round.",
            show_default=False,
        ),
    ] = None,
    regulation: Annotated[
        list[str],
        typer.Option(
            "--regulation",
            metavar="ID",
            help="รหัสหลักเกณฑ์ หรือไฟล์ .toml ของหน่วยงาน ระบุซ้ำได้ "
            "|| Id of a regulation, or an office's own .toml file; may be repeated.",
            show_default=False,
        ),
    ] = [],  # noqa: B006  typer copies it
    series: Annotated[
        str | None,
        typer.Option(
            metavar="KEY",
            help="ชุดปฏิทิน เมื่อหลักเกณฑ์มีหลายชุด เช่น a "
            "|| Which calendar, where a regulation has several, such as a.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="เขียนลงไฟล์นี้ (.xlsx) แทน out/calendar.xlsx ของรอบ "
            "|| Write this file (.xlsx) instead of the round's out/calendar.xlsx.",
            show_default=False,
        ),
    ] = None,
    force: Force = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ปฏิทินและขั้นตอนของรอบ || The calendar of steps of a round."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    if output is not None:
        ends_in((".xlsx",), output)
        free(output, force=force)
    wanted = _wanted(say, year, which, regulation)
    _is_there(series, wanted.covered)
    rows = _rows(wanted, series)
    files, told = _write(wanted, series, output)
    _tell(say, rows)
    say.findings(told)
    for one in files:
        say.say(f"เขียนไฟล์แล้ว: {one['path']}", f"Written: {one['path']}")
    _answer(say, wanted, rows, files=files, found=told)
    return Exit.DONE


def _wanted(
    say: Voice, year: int | None, which: str | None, named: Sequence[str]
) -> Wanted:
    """Of a round that has a folder, or of the year and round of the options."""
    if year is None:
        _is_no_number(which)
        return _of_folder(say, Path(which) if which else None, named)
    from perfeval.regulations.load import shipped
    from perfeval.rounds.covered import all_of
    from perfeval.rounds.span import Half

    if which not in ROUNDS or year not in YEARS:
        raise StopError(
            Exit.USAGE,
            "กรุณาระบุปีงบประมาณ พ.ศ. และรอบ เช่น --year 2568 --round 1",
            "Name a fiscal year of the Buddhist Era and a round: --year 2568 --round 1",
        )
    names = dict.fromkeys(named or shipped())
    chosen = tuple(all_of(known_regulation(one), one) for one in names)
    turn = Half(year, int(which))
    _know_it(turn, chosen)
    return Wanted(turn, chosen)


def _is_no_number(which: str | None) -> None:
    """Stop where a round is named by its number alone."""
    if which in ROUNDS and not Path(which).exists():
        raise StopError(
            Exit.USAGE,
            f"--round {which} ต้องมีปีงบประมาณด้วย เช่น --year 2568 --round {which}",
            f"--round {which} needs a fiscal year as well: --year 2568 --round {which}",
        )


def _of_folder(say: Voice, folder: Path | None, named: Sequence[str]) -> Wanted:
    """The regulations of a round, or those of them that are named."""
    from perfeval.cli.rounds import read

    there, found = read(say, folder)
    chosen = chosen_of(found, named)
    return Wanted(found.round, chosen, found.round.organisation, there)


def _know_it(turn: "Turn", chosen: "Iterable[Covered]") -> None:
    """Stop where a regulation has no such round."""
    for one in chosen:
        known = [str(each.number) for each in one.loaded.regulation.rounds]
        if str(turn.round) not in known:
            listed = ", ".join(known)
            raise StopError(
                Exit.USAGE,
                f"{one.named}: ไม่มีรอบที่ {turn.round} มีเฉพาะรอบที่ {listed}",
                f"{one.named}: there is no round {turn.round}, only {listed}",
            )


def _is_there(series: str | None, chosen: "Iterable[Covered]") -> None:
    """Stop where no regulation has a calendar of that key."""
    from perfeval.rounds.course import series_of

    known = {key: None for one in chosen for key in series_of(one.loaded.regulation)}
    if series is not None and series not in known:
        listed = ", ".join(sorted(known))
        raise StopError(
            Exit.USAGE,
            f"ไม่มีปฏิทินชุด {series} " + (f"ชุดที่มี: {listed}" if known else
            "หลักเกณฑ์นี้มีปฏิทินชุดเดียว ไม่ต้องระบุ --series"),
            f"There is no calendar {series}; " + (f"there are: {listed}" if known else
            "there is only one, leave --series out."),
        )  # fmt: skip


def _rows(
    wanted: Wanted, series: str | None
) -> "list[tuple[Covered, tuple[Entry, ...]]]":
    from perfeval.reports.calendar import entries

    return [
        (one, entries(one.loaded.regulation, wanted.turn, series=series))
        for one in wanted.covered
    ]


def _write(
    wanted: Wanted, series: str | None, output: Path | None
) -> "tuple[Sequence[dict[str, str]], Sequence[Finding]]":
    """The workbook, a sheet a regulation: where it was asked for, or into out/."""
    if output is None and wanted.folder is None:
        return (), ()
    from perfeval.excel.letter import xlsx
    from perfeval.reports.calendar import build

    content = xlsx(
        *(
            build(
                one.loaded.regulation,
                wanted.turn,
                staff=one.staff,
                organisation=wanted.organisation,
                series=series,
            )
            for one in wanted.covered
        )
    )
    if output is not None:
        return (put(content, output, "calendar"),), ()
    from perfeval.cli.papers import publish

    assert wanted.folder is not None
    done = publish(wanted.folder, "calendar", {PAPER: content}, basis=None)
    return done.files, done.findings


def _tell(say: Voice, rows: "Iterable[tuple[Covered, Sequence[Entry]]]") -> None:
    from perfeval.reports.calendar import told

    for number, (one, shown) in enumerate(rows):
        name = f"{', '.join(one.staff)} ({one.loaded.regulation.id})"
        if number:
            say.say("", "")
        say.say(f"ปฏิทินของ{name}", f"Calendar of {name}")
        listed = [(told(entry, say.lang), entry.title) for entry in shown]
        say.table(TITLES[say.lang], listed)


def _answer(
    say: Voice,
    wanted: Wanted,
    rows: "Sequence[tuple[Covered, Sequence[Entry]]]",
    *,
    files: Sequence[dict[str, str]],
    found: "Sequence[Finding]",
) -> None:
    from perfeval.reports.calendar import as_json

    results = [
        as_json(one.loaded.regulation, entry) for one, shown in rows for entry in shown
    ]
    summary = {
        "round": f"{wanted.turn.year}-{wanted.turn.round}",
        "regulations": len(rows),
        "steps": len(results),
    }
    say.json("calendar", summary=summary, results=results, findings=found, files=files)
