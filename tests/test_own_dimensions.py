"""Results in three dimensions, which an office can switch on: points to 10, by hand."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from own_regulation import SOMEBODY, kept, uncommented
from perfeval.appraise.figures import exact_text
from perfeval.appraise.outcome import Appraisal
from perfeval.batch import Known, run
from perfeval.excel.blank import Sheet, build
from perfeval.forms.layout import For, Layout, lay_out
from perfeval.forms.load import load as load_form
from perfeval.grid import address
from perfeval.regulations.load import copy
from perfeval.regulations.own import examined
from perfeval.reports.criteria_scoring import sections
from perfeval.reports.explanation import build as working

CONTRACT = "tambon-contract-2560"  # 80 and 20 percent
KEYS = ("quantity", "quality", "benefit")
SOUND = ((60, "3", "3", "4"), (40, "2", "2.5", "0"))


def own() -> str:
    text = copy(CONTRACT, Path("own.toml"))
    text = text.replace('form = "local-official"  ', 'form = "three-dimensions"')
    text = text.replace('method = "weighted_levels"', 'method = "dimensions"')
    return uncommented(text, "dimensions")


def filled(folder: Path, rows: Any = SOUND) -> tuple[Path, Any, Layout]:
    """A form of the office: its indicators as (weight, points), competencies all 5."""
    loaded = kept(folder / "own.toml", own())
    whom = For(position_type="ทั่วไป", position_level="ปฏิบัติงาน")
    places = lay_out(load_form(loaded.regulation.form), loaded.regulation, whom)
    values: dict[tuple, Any] = {**SOMEBODY}
    for number, (weight, *points) in enumerate(rows):
        values["indicators", number, "title"] = f"ตัวชี้วัด {number + 1}"
        values["indicators", number, "weight"] = Decimal(weight)
        values["indicators", number, "target_1"] = "ครบทุกเรื่อง"
        for key, one in zip(KEYS, points, strict=True):
            value = Decimal(one) if one and one[0] in "-0123456789" else one
            values["indicators", number, key] = value
    for number in range(5):
        values["competencies", number, "level"] = Decimal(5)
    path = folder / "form.xlsx"
    path.write_bytes(build((Sheet(places, places.form.sheet, values),)))
    return path, loaded, places


def appraised(folder: Path, rows: Any = SOUND) -> tuple[Appraisal, Layout]:
    path, loaded, places = filled(folder, rows)
    (one,) = run([path], Known([loaded])).appraisals
    return one, places


def cell(places: Layout, key: str, row: int = 0) -> str:
    table = places.tables["indicators"]
    return address(table.first + row, table.span(key).first)


def test_the_file_with_dimensions_passes_the_check():
    regulation, faults = examined(own(), shown="own.toml")

    assert not faults, [one.message("en") for one in faults]
    assert regulation.form == "three-dimensions"


@pytest.mark.parametrize(
    ("rows", "points", "total"),
    [
        # 60 x 10/10 + 40 x 4.5/10 = 60 + 18 = 78; x 80 % + 20 = 82.4
        (SOUND, "78", "82.4"),
        # all of it
        (((100, "3", "3", "4"),), "100", "100"),
        # zero is a value: 0; the competencies alone
        (((100, "0", "0", "0"),), "0", "20"),
        # 100 x 3.14 / 10 = 31.4; x 80 % = 25.12
        (((100, "1.07", "1.07", "1"),), "31.4", "45.12"),
        # Thai digits in text: 3 + 3 + 4
        (((100, "๓", "3", "4"),), "100", "100"),
    ],
)
def test_a_form_of_three_dimensions_comes_out_to_the_last_digit(
    tmp_path, rows, points, total
):
    one, _ = appraised(tmp_path, rows)

    assert one.result is not None, one.findings
    assert exact_text(one.result.parts[0].points) == points
    assert exact_text(one.result.total) == total


def test_the_working_names_all_four_cells(tmp_path):
    one, places = appraised(tmp_path)

    assert one.result is not None
    first = next(iter(working(one.result, "th")))
    assert first.working == "น้ำหนัก 60 × (3 + 3 + 4) ÷ 10"
    assert first.cells == tuple(cell(places, key) for key in ("weight", *KEYS))


@pytest.mark.parametrize(
    ("points", "code", "key"),
    [
        ((None, "3", "4"), "PE282", "quantity"),
        (("3", "3.5", "4"), "PE283", "quality"),
        (("3", "3", "-1"), "PE283", "benefit"),
        (("3", "3", "10"), "PE283", "benefit"),
        (("3", "ดีมาก", "4"), "PE102", "quality"),
    ],
)
def test_points_that_cannot_be_are_told_at_their_cell(tmp_path, points, code, key):
    one, places = appraised(tmp_path, ((100, *points),))

    told = [(f.code, f.cell) for f in one.findings if f.severity.value == "error"]
    assert told == [(code, cell(places, key))]
    assert one.result is None
    for found in one.findings:
        assert found.message("th")
        assert found.message("en")


def test_a_form_without_points_is_an_agreement(tmp_path):
    path, loaded, places = filled(tmp_path, ((100, None, None, None),))
    book = openpyxl.load_workbook(path)
    table = places.tables["competencies"]
    for row in range(table.first, table.last + 1):
        at = address(row, table.span("level").first)
        book["แบบประเมิน"][at] = None
    book.save(path)
    (one,) = run([path], Known([loaded])).appraisals

    assert one.evaluation.is_agreement


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("at_most = 4 }", "at_most = 5 }"), "PE485"),
        (('key = "benefit"', 'key = "quality"'), "PE485"),
        (('method = "dimensions"', 'method = "weighted_levels"'), "PE484"),
        (("[dimensions]", "[dimension]"), "PE434"),
        (('form = "three-dimensions"', 'form = "local-official"'), "PE433"),
    ],
)
def test_a_fault_of_the_method_is_told_by_regulations_check(change, code):
    text = own()
    assert change[0] in text

    _, found = examined(text.replace(*change, 1), shown="own.toml")

    assert code in {one.code for one in found}
    for one in found:
        assert one.message("th")
        assert one.message("en")


def test_another_share_of_the_points_is_no_fault():
    text = (
        own()
        .replace("at_most = 4 }", "at_most = 5 }")
        .replace("full = 10", "full = 11")
    )

    assert not examined(text, shown="own.toml")[1]


def test_the_points_of_a_dimension_are_announced():
    regulation, _ = examined(own(), shown="own.toml")
    said = [item.text for part in sections(regulation) for item in part.items]

    assert "เชิงประโยชน์: 0 ถึง 4 คะแนน" in said
