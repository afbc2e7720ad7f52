"""What a number format shows of a value."""

from decimal import Decimal

import pytest

from perfeval.numberformats import hides_number, hides_text

SHOWN = (
    ("General", "3.3"),
    ("0", "4"),
    ("0.00", "3.65"),
    ("0.00##", "80.1234"),
    ("0%", "0.15"),
    ("#,##0", "4000"),
    ("00000", "900"),
    ("t0.00", "3.5"),
    ("[$-D00041E]0.00", "3.5"),
    ('0 "คะแนน"', "4"),
    ('General" คะแนน"', "4"),
    ("# ?/?", "3.5"),
    ('0.0;"4"', "3"),
    ("@", "4"),
    ("0.0E+00", "12345"),
)
HIDDEN = (
    (";;;", "4"),
    ('"5"', "3"),
    (r"\5", "3"),
    ("5", "3"),
    ('0"0"', "3"),
    ('0"๐"', "3"),
    ("0", "3.6"),
    ("0.00", "3.655"),
    ("0%", "0.155"),
    ("0,", "4000"),
    ("0;0;;", "0"),
    ('0.0;"4"', "-3"),
    ('[>3]"5";0', "2"),
)


@pytest.mark.parametrize(("code", "value"), SHOWN)
def test_a_format_that_shows_the_figure_is_honest(code: str, value: str) -> None:
    assert not hides_number(code, Decimal(value))


@pytest.mark.parametrize(("code", "value"), HIDDEN)
def test_a_format_that_shows_another_figure_is_told(code: str, value: str) -> None:
    assert hides_number(code, Decimal(value))


def test_a_text_is_hidden_only_by_a_section_of_its_own() -> None:
    shown = {"General": False, ";;;": True, "0;0;0;@": False, '0;0;0;"ดี"': True}

    assert {code: hides_text(code) for code in shown} == shown
