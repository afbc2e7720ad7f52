"""What an item is called, which round counts, and what the evaluator proposes."""

from decimal import Decimal

import pytest

from evaluations import MARKED, marked, rules
from perfeval.appraise.marked import item_of, item_title, proposed

FIRST = {"number": "1.1", "full": 70, "marks": 60}
LAW = rules(MARKED)


@pytest.mark.parametrize(
    "title",
    [
        "ปริมาณผลงาน",
        "  ปริมาณผลงาน ",
        "ปริมาณผลงาน (พิจารณาจากปริมาณผลงานเปรียบเทียบกับเป้าหมาย ข้อตกลง หรือมาตรฐานของงาน)",
    ],
)
def test_an_item_is_known_by_its_title_with_or_without_its_explanation(title):
    (row,) = marked([FIRST]).items
    row = row.model_copy(update={"title": title})

    item = item_of(row, LAW)
    assert item is not None
    assert item.number == "1.1"
    assert item_title(row, LAW) == "1.1 ปริมาณผลงาน"


@pytest.mark.parametrize("title", ["งานสภา", "องค์ประกอบอื่น ๆ", "", None])
def test_any_other_title_is_one_of_the_office(title):
    (row,) = marked([FIRST]).items
    row = row.model_copy(update={"title": title})

    assert item_of(row, LAW) is None
    assert item_title(row, LAW) == (title or "")


@pytest.mark.parametrize(
    ("turn", "other", "counts"),
    [
        ("1", None, "marks_1"),
        ("ครั้งที่ ๒", None, "marks_2"),
        (None, None, "marks_1"),
        (None, 5, "marks_2"),
        ("3", None, "marks_1"),  # told as a round that cannot be read
    ],
)
def test_the_marks_of_the_round_count(turn, other, counts):
    typed = marked([{**FIRST, "other": other}], round_number=turn)

    assert typed.marks == counts


@pytest.mark.parametrize(
    ("turn", "first", "second", "is_agreement"),
    [
        ("1", None, None, True),
        ("1", 5, None, False),
        ("2", 5, None, True),  # the marks of round 1 evaluate nothing of round 2
        ("2", 5, 5, False),
        (None, 5, None, False),
        (None, None, None, True),
    ],
)
def test_a_form_without_marks_of_its_round_is_an_agreement(
    turn, first, second, is_agreement
):
    row = {"number": "1.1", "full": 70, "marks": first, "other": second}

    assert marked([row], round_number=turn).is_agreement is is_agreement


@pytest.mark.parametrize(
    ("key", "step"),
    [
        ("one", Decimal(1)),
        ("half", Decimal("0.5")),
        ("none", Decimal(0)),
        ("one_and_a_half", Decimal("1.5")),
    ],
)
def test_a_proposal_is_a_step_of_the_regulation(key, step):
    typed = marked([FIRST], proposed_step=key, proposed_step_reason="เหตุผล")

    found = proposed(typed, LAW)
    assert found is not None
    assert found.step == step
    assert proposed(marked([FIRST]), LAW) is None
