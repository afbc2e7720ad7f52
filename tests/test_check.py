"""One change of a sound form, exactly the expected findings at their cells."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest

from fault_rows import ROWS
from faults import Row, appraisal_of, findings_of
from filled import CIVIL, TAMBON, At, appraised, cell_of, sound, told, write
from perfeval.appraise.outcome import State
from perfeval.excel.pen import Value
from perfeval.findings import has_error


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_change_is_told_at_its_cells_and_nothing_else_is(row: Row):
    assert [(one.code, one.cells) for one in findings_of(row)] == row.expected


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_form_is_held_if_and_only_if_an_error_was_told(row: Row):
    appraisal = appraisal_of(row)

    assert (appraisal.state is State.HELD) == has_error(findings_of(row))
    assert (appraisal.result is None) == has_error(findings_of(row))


@pytest.mark.parametrize("row", [row for row in ROWS if row.total], ids=str)
def test_a_lawful_form_has_the_total_of_the_hand_calculation(row: Row):
    result = appraisal_of(row).result

    assert result is not None
    assert result.total == Fraction(row.total or "")


def test_every_rule_of_the_tables_is_named_once():
    assert [rule for rule, times in Counter(map(str, ROWS)).items() if times > 1] == []


def of_indicators(count: int, regulation: str) -> dict[At, Value]:
    """A sound form of so many indicators, all of level 4."""
    values = {
        at: value for at, value in sound(regulation).items() if at[0] != "indicators"
    }
    for row in range(count):
        weight = 5 if row else 105 - 5 * count
        values[("indicators", row, "title")] = f"ตัวชี้วัดที่ {row + 1}"
        values[("indicators", row, "weight")] = Decimal(weight)
        values[("indicators", row, "level")] = Decimal(4)
    return values


@pytest.mark.parametrize("regulation", [TAMBON, CIVIL])
def test_ten_indicators_are_few_enough(regulation, tmp_path):
    path = write(tmp_path / "form.xlsx", of_indicators(10, regulation), regulation)

    assert told(path) == []
    assert appraised(path).result.total == 80


@pytest.mark.parametrize("regulation", [TAMBON, CIVIL])
def test_more_than_ten_indicators_are_told_and_all_count(regulation, tmp_path):
    path = write(tmp_path / "form.xlsx", of_indicators(12, regulation), regulation)

    found = appraised(path)
    first = int(cell_of(("indicators", 0, "title"), regulation)[1:])
    beyond = (f"B{first + 10}", f"B{first + 11}")
    assert [(one.code, one.cells) for one in found.findings] == [("PE210", beyond)]
    assert found.result.total == 80


def test_a_level_is_never_taken_from_a_form_that_lacks_one(tmp_path):
    values = {at: value for at, value in sound().items() if at[-1] != "level"}
    values[("indicators", 0, "level")] = Decimal(5)
    path = write(tmp_path / "form.xlsx", values)

    levels = [code for code, _ in told(path) if code == "PE203"]
    assert len(levels) == 2 + 8  # two indicators and eight competencies
    assert appraised(path).result is None
