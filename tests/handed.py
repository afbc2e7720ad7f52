"""Forms that were handed out, filled in as people do it: in another program."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl

from filled import At
from perfeval.batch import Known, values
from perfeval.model import Filled
from perfeval.opening import open_round
from perfeval.regulations.load import Loaded
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.opened import Opened

TITLES = ("หนังสือที่ส่งทันกำหนด", "โครงการที่แล้วเสร็จ", "ข้อร้องเรียนที่แก้ไขแล้ว")
WEIGHTS = (40, 35, 25)
CORE = 5  # competencies that come with a title
RATED = 8


def opened(folder: Path) -> Opened:
    """The round of a folder."""
    return open_round(RoundFolder(folder))


def forms_in(path: Path, own: tuple[Loaded, ...] = ()) -> list[Filled]:
    """Every form of a workbook with its cells."""
    return values([path], Known(own))[0]


def form_in(
    path: Path, sheet: str | None = None, own: tuple[Loaded, ...] = ()
) -> Filled:
    """One form of a workbook."""
    return next(one for one in forms_in(path, own) if sheet in (None, one.sheet))


def typed(form: Filled) -> dict[str, str]:
    """What stands in the single fields of a form."""
    return {key: one.cell.raw for key, one in form.fields.items() if one.is_filled}


def fill_in(
    path: Path,
    cells: Mapping[At, object],
    to: Path,
    sheet: str | None = None,
    own: tuple[Loaded, ...] = (),
) -> Path:
    """A copy of a handed-out form with more typed into it, saved by openpyxl."""
    form = form_in(path, sheet, own)
    book = openpyxl.load_workbook(path)
    for at, value in cells.items():
        book[form.sheet][cell_of(form, at)] = value
    to.parent.mkdir(parents=True, exist_ok=True)
    book.save(to)
    return to


def cell_of(form: Filled, at: At) -> str:
    """The address of a value on a form."""
    if len(at) == 1:
        return form.fields[str(at[0])].cell.address
    table, row, key = at
    return form.tables[str(table)][int(row)][str(key)].cell.address


def agreed() -> dict[At, object]:
    """An agreement: three indicators, the first with a ladder; all titles named."""
    cells: dict[At, object] = {}
    for row, (title, weight) in enumerate(zip(TITLES, WEIGHTS, strict=True)):
        cells["indicators", row, "title"] = title
        cells["indicators", row, "weight"] = weight
    for number, target in enumerate((75, 80, 85, 90, 95), 1):
        cells["indicators", 0, f"target_{number}"] = target
    for row in range(CORE, RATED):
        cells["competencies", row, "title"] = f"สมรรถนะประจำสายงาน {row}"
    return cells


def levels() -> dict[At, object]:
    """Every level 4, so 80 points by hand: 4 x 100 / 5 in both components."""
    cells: dict[At, object] = {
        ("indicators", row, "level"): 4 for row in range(len(TITLES))
    }
    return cells | {("competencies", row, "level"): 4 for row in range(RATED)}
