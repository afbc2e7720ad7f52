"""
The live figures of a form agree with the exact rule, or show nothing.

LibreOffice works the formulas out. A form shows a total only where perfeval
gives a result, and then the same one; where perfeval gives none, it shows none.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

import libreoffice
from filled import CIVIL, TAMBON, At, sound
from made_up import AS_TEXT, FLOORS, HAIRS, ROWS, SPOILERS, Form, forms, places
from perfeval.appraise.outcome import Appraisal, State
from perfeval.batch import Known, run
from perfeval.excel import verdict
from perfeval.excel.blank import Sheet, blank_sheet, build
from perfeval.excel.pen import Value
from perfeval.excel.read import read
from perfeval.forms.layout import For, Layout, lay_out
from perfeval.forms.load import load as load_form
from perfeval.grid import Cell, Workbook, address
from perfeval.grid import State as Holds
from perfeval.regulations.competencies import Competencies
from perfeval.regulations.load import Loaded, load, shipped
from perfeval.regulations.schema import Regulation

SEED, COUNT, TO_A_FILE = 2568, 200, 10
NOISE = Fraction(1, 10**6)  # points
LONGEST = 8192  # characters of a formula in Excel
KNOWN = {
    *("IF", "SUM", "SUMPRODUCT", "COUNT", "COUNTA", "COUNTBLANK", "ROUND", "LOOKUP"),
    *("INDEX", "MATCH", "TEXT", "MIN", "MAX", "AND", "OR", "ISNUMBER"),
}
RESULT = verdict.WEIGHTED


def typed(value: Value) -> str | float | date | None:
    """A value as a person's program would keep it."""
    return float(value) if isinstance(value, Decimal) else value


def written(path: Path, regulation: str, filled: Sequence[Mapping[At, Value]]) -> Path:
    """Some forms in one workbook, no figure saved."""
    named = [(f"แบบ {number}", values) for number, values in enumerate(filled, 1)]
    at = places(regulation)
    path.write_bytes(build(tuple(Sheet(at, name, one) for name, one in named)))
    return path


def filled_elsewhere(path: Path, filled: Sequence[Mapping[At, Value]]) -> Path:
    """Such a workbook, but filled cell by cell in another program."""
    at = places(TAMBON)
    book = openpyxl.load_workbook(written(path, TAMBON, [{} for _ in filled]))
    for number, one in enumerate(filled, 1):
        for where, value in one.items():
            book[f"แบบ {number}"][place_of(where, at)] = typed(value)
    book.save(path)
    return path


def place_of(at: At, places: Layout) -> str:
    """The A1 address of a path."""
    if len(at) == 1:
        field = places.fields[str(at[0])]
        return address(field.row, field.input.first)
    table = places.tables[str(at[0])]
    return address(table.first + int(at[1]), table.span(str(at[2])).first)


def shown(book: Workbook, sheet: str, row: int) -> Cell:
    """A figure of the result."""
    found = next(one for one in book.sheets if one.name == sheet)
    return found.cell(row, RESULT)


def opened(path: Path) -> Workbook:
    """A workbook that must be readable."""
    book, findings = read(path, shown=path.name)
    assert book, findings
    return book


Compared = tuple[Form, Appraisal, Cell, Cell]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> list[Compared]:
    """Every form with what perfeval makes of it, and the total and band it shows."""
    folder = tmp_path_factory.mktemp("live")
    files: dict[Path, tuple[str, list[Form]]] = {}
    made = list(forms(SEED, COUNT))
    for regulation in (TAMBON, CIVIL):
        own = [form for form in made if form.regulation == regulation]
        for first in range(0, len(own), TO_A_FILE):
            some = own[first : first + TO_A_FILE]
            path = folder / f"{regulation}-{first}.xlsx"
            files[written(path, regulation, [f.values for f in some])] = (
                regulation,
                some,
            )
    return list(_compared(files, libreoffice.saved(files, folder / "out")))


def _compared(
    files: Mapping[Path, tuple[str, list[Form]]], saved: list[Path]
) -> Iterator[Compared]:
    for (path, (regulation, some)), again in zip(files.items(), saved, strict=True):
        ours = {one.evaluation.sheet: one for one in run([path], Known()).appraisals}
        theirs, summary = opened(again), places(regulation).summary
        for number, form in enumerate(some, 1):
            sheet = f"แบบ {number}"
            total, band = (
                shown(theirs, sheet, row) for row in (summary.total, summary.band)
            )
            yield form, ours[sheet], total, band


def told(form: Form, one: Appraisal, total: Cell, band: Cell) -> str:
    """What to look at when the two differ."""
    points = one.result.total if one.result else None
    found = [(f.code, f.cells) for f in one.findings]
    return f"{form.rule}: {points} {found}, shown {total.raw!r} {band.raw!r}"


@libreoffice.needed
def test_a_form_shows_our_total_and_band_or_none(compared: list[Compared]):
    bands = {b.label for r in shipped() for b in load(r).regulation.bands}
    for form, one, total, band in compared:
        case = told(form, one, total, band)
        if one.result and not form.unread:
            assert total.state is Holds.NUMBER, case
            assert abs(Fraction(total.raw) - one.result.total) <= NOISE, case
            assert band.raw == one.result.band.label, case
        else:
            assert total.raw == "", case
            assert band.raw not in bands, case
            assert band.raw, case


@libreoffice.needed
def test_the_made_up_forms_are_of_every_kind(compared: list[Compared]):
    results = [one.result for _, one, _, _ in compared]
    scored = [result for result in results if result]

    assert len(compared) == COUNT
    assert {form.regulation for form, *_ in compared} == {TAMBON, CIVIL}
    assert {form.rule for form, *_ in compared} >= {*SPOILERS, *AS_TEXT, "sound"}
    for form, one, total, band in compared:
        case = told(form, one, total, band)
        held = form.rule in SPOILERS
        assert one.state is (State.HELD if held else State.SCORED), case
    assert any(result.total.denominator % 3 == 0 for result in scored)
    assert len({result.band.key for result in scored}) == 5
    assert any(len(result.parts[0].lines) == ROWS["indicators"] for result in scored)


@libreoffice.needed
def test_a_floor_is_shown_as_its_band_and_a_hair_below_is_not(
    compared: list[Compared],
):
    for floor in FLOORS:
        cases = {form.rule: (one, band) for form, one, _, band in compared}
        exact, band = cases[f"0 below {floor}"]
        assert exact.result
        assert exact.result.total == Fraction(floor)
        for hair in HAIRS[1:]:
            below, other = cases[f"{hair} below {floor}"]
            assert below.result
            assert below.result.total < Fraction(floor)
            assert other.raw != band.raw


def half_filled() -> dict[str, tuple[dict[At, Value], int]]:
    """Forms from which some cells are missing, and how many, counted by hand."""
    whole = sound(TAMBON)

    def without(*gone: At, **more: Value) -> dict[At, Value]:
        blank = dict.fromkeys(gone)
        added = {("indicators", 3, key): value for key, value in more.items()}
        return {**whole, **blank, **added}

    two, functional = ("competencies", 0, "level"), ("competencies", 5)
    weights = {("competencies", row, "weight"): Decimal(10) for row in range(2)}
    return {
        "nothing": (whole, 0),
        "a name": (without(("name",)), 1),
        "all that is required": (
            without(("name",), ("employee_id",), ("evaluator_name",)),
            3,
        ),
        "a level of each table": (without(("indicators", 0, "level"), two), 2),
        "a title and a weight": (
            without(("indicators", 0, "title"), ("indicators", 1, "weight")),
            2,
        ),
        "a row with evidence alone": (without(evidence="ดูแฟ้ม"), 3),
        "a row with an actual alone": (without(actual=Decimal(5)), 3),
        "two of five targets": (
            without(
                title="ก",
                weight=Decimal(1),
                level=Decimal(4),
                target_1=Decimal(1),
                target_2=Decimal(2),
                target_3=Decimal(3),
            ),
            2,
        ),
        "a competency to be named": (
            without((*functional, "title"), (*functional, "level")),
            2,
        ),
        "the title of a competency": (without((*functional, "title")), 1),
        "weights of all but two competencies": ({**whole, **weights}, 6),
        "every indicator": (
            {at: None if at[0] == "indicators" else v for at, v in whole.items()},
            1,
        ),
    }


@libreoffice.needed
def test_the_number_of_missing_cells_is_right(tmp_path):
    cases = half_filled()
    values = [values for values, _ in cases.values()]
    halves = [values[:TO_A_FILE], values[TO_A_FILE:]]
    files = [
        filled_elsewhere(tmp_path / f"half-{number}.xlsx", half)
        for number, half in enumerate(halves)
    ]
    saved = [opened(path) for path in libreoffice.saved(files, tmp_path / "out")]
    summary = places(TAMBON).summary

    counts, words = (
        {
            case: shown(saved[n // TO_A_FILE], f"แบบ {n % TO_A_FILE + 1}", row).raw
            for n, case in enumerate(cases)
        }
        for row in (summary.missing, summary.band)
    )
    assert counts == {case: str(count) for case, (_, count) in cases.items()}
    assert words == {
        case: verdict.gaps_words(count) if count else "ดีมาก"
        for case, (_, count) in cases.items()
    }


def an_office_of_its_own() -> Regulation:
    """Levels in halves, and one more competency for those who direct."""
    shipped = load(TAMBON).regulation
    director = Competencies(
        kind="managerial",
        at_least=1,
        position_types=("อำนวยการท้องถิ่น",),
        staff_groups=("official",),
        clause="ข้อสมมติ",
    )
    return shipped.model_copy(
        update={
            "scale": shipped.rating.model_copy(update={"step": Decimal("0.5")}),
            "competencies": (*shipped.competencies, director),
        }
    )


@libreoffice.needed
def test_an_office_may_have_steps_and_competencies_of_its_own(tmp_path):
    regulation = an_office_of_its_own()
    at = lay_out(load_form(regulation.form), regulation, For(rows=ROWS))
    level, kind = ("indicators", 0, "level"), ("position_type",)
    own = {("competencies", 8, "title"): "การเป็นผู้นำ"}
    own |= {("competencies", 8, "kind"): "managerial"}
    own |= {("competencies", 8, "level"): Decimal(4)}
    cases = {
        "half a level": ({level: Decimal("3.5")}, ""),
        "between two steps": ({level: Decimal("3.6")}, verdict.BAD_ROW),
        "a director without": ({kind: "อำนวยการท้องถิ่น"}, verdict.gaps_words(2)),
        "a director with": ({kind: "อำนวยการท้องถิ่น", **own}, ""),
        "another with": (own, ""),
    }
    sheets = [
        Sheet(at, name, {**sound(TAMBON), ("employee_id",): name, **values})
        for name, (values, _) in cases.items()
    ]
    path = tmp_path / "own.xlsx"
    path.write_bytes(build(tuple(sheets)))
    known = Known([Loaded(regulation, "own.toml", "0" * 64)])
    ours = {one.evaluation.sheet: one.result for one in run([path], known).appraisals}
    book = opened(*libreoffice.saved([path], tmp_path / "out"))

    for name, (_, words) in cases.items():
        result = ours[name]
        shown_band = shown(book, name, at.summary.band).raw
        assert (result is None) == bool(words), name
        assert shown_band == (result.band.label if result else words), name


def blanks() -> dict[str, Sheet]:
    """Blank forms of every shipped regulation, with and without what is known."""
    sheets = {}
    for regulation in (load(one).regulation for one in shipped()):
        sheets[regulation.id] = blank_sheet(regulation, For(), probation=False)
        first = regulation.positions[1]
        whom = For(None, first.type, first.levels[-1])
        known = blank_sheet(regulation, whom, probation=True)
        sheets[f"{regulation.id}-known"] = known
    return sheets


@libreoffice.needed
def test_a_blank_form_is_saved_with_what_its_formulas_come_to(tmp_path):
    ours, emptied = {}, []
    for name, sheet in blanks().items():
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(build((sheet,)))
        ours[name] = figures(opened(path))
        book = openpyxl.load_workbook(path)  # which keeps no saved value
        emptied.append(tmp_path / "emptied" / path.name)
        emptied[-1].parent.mkdir(exist_ok=True)
        book.save(emptied[-1])

    for name, path in zip(
        ours, libreoffice.saved(emptied, tmp_path / "o"), strict=True
    ):
        assert ours[name] == figures(opened(path))
        assert len(ours[name]) > 30


def figures(book: Workbook) -> dict[str, str | float]:
    """Every formula cell of a form with the value saved for it."""
    (sheet,) = [one for one in book.sheets if one.name == "แบบประเมิน"]
    return {
        cell.address: float(cell.raw) if cell.state is Holds.NUMBER else cell.raw
        for cell in sheet.cells.values()
        if cell.formula is not None
    }


def formulas() -> dict[str, str]:
    """Every formula of every shipped form, conditions of its colours too."""
    found = {}
    for name, sheet in blanks().items():
        book = openpyxl.load_workbook(io.BytesIO(build((sheet,))))
        out = book[sheet.title]
        for row in out.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    found[f"{name} {cell.coordinate}"] = cell.value[1:]
        for area in out.conditional_formatting:
            for number, rule in enumerate(area.rules):
                found[f"{name} {area.sqref} {number}"] = rule.formula[0]
    return found


FORMULAS = formulas()


def code(formula: str) -> str:
    """A formula without its texts."""
    return re.sub('"[^"]*"', '""', formula)


def test_formulas_use_only_functions_that_every_program_knows():
    assert len(FORMULAS) > 100
    used = {
        name for f in FORMULAS.values() for name in re.findall(r"[\w.]+(?=\()", code(f))
    }

    assert used <= KNOWN


def test_formulas_are_short_enough_for_excel():
    assert max(map(len, FORMULAS.values())) < LONGEST
    assert all(
        len(text) < 256
        for f in FORMULAS.values()
        for text in re.findall('"([^"]*)"', f)
    )


def test_formulas_nest_no_deeper_than_excel_allows():
    def depth(formula: str) -> int:
        deepest = now = 0
        for sign in code(formula):
            now += (sign == "(") - (sign == ")")
            deepest = max(deepest, now)
        return deepest

    assert max(map(depth, FORMULAS.values())) <= 64


def test_ranges_are_worked_out_cell_by_cell_in_sumproduct_alone():
    """Anywhere else Excel would take one cell of them."""
    area = r"\$?[A-Z]+\$?[0-9]+:\$?[A-Z]+\$?[0-9]+"
    for place, formula in FORMULAS.items():
        plain = without_sumproduct(code(formula))
        for found in re.finditer(area, plain):
            around = plain[found.start() - 1] + plain[found.end()]
            assert around in ("()", "(,", ",,", ",)"), (place, plain)
        assert not re.search(rf"(?:IF|AND|OR|ROUND)\({area}", plain), place


def without_sumproduct(formula: str) -> str:
    """What stands outside every `SUMPRODUCT(…)`."""
    while (start := formula.find("SUMPRODUCT(")) >= 0:
        end, open_brackets = start + len("SUMPRODUCT("), 1
        while open_brackets:
            open_brackets += {"(": 1, ")": -1}.get(formula[end], 0)
            end += 1
        formula = formula[:start] + "0" + formula[end:]
    return formula


def test_no_formula_is_left_to_one_program():
    for place, formula in FORMULAS.items():
        assert "_xlfn" not in formula, place
        assert ";" not in code(formula), place
        assert "@" not in code(formula), place
        assert "#" not in code(formula), place
