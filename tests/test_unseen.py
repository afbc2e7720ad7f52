"""A value in the colour of its cell counts, is on no printed form, and is told."""

import re
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Color, Font, GradientFill, PatternFill

from filled import cell_of, sound, told, write
from libreoffice import needed
from libreoffice import saved as saved_by_office
from perfeval.excel.colours import colour, is_unseen
from perfeval.shipped import folder

LEVEL = ("indicators", 0, "level")
CELL = cell_of(LEVEL)
WHITE = "FFFFFFFF"
NO_FILL = PatternFill()
CREAM = PatternFill("solid", fgColor="FFFFF8DC")  # of the forms themselves
GREY = PatternFill("solid", fgColor="FFF2F2F2")
BLUE = PatternFill("solid", fgColor="FF1F4E78")
PAPER = PatternFill("solid", fgColor=Color(theme=0))
SHADED = PatternFill("solid", fgColor=Color(theme=0, tint=-0.35))
ACCENT = PatternFill("solid", fgColor=Color(theme=4))


def looking(path: Path, font: Font, fill: object, cell: str = CELL) -> Path:
    """A sound form in which one cell has other colours, saved by another program."""
    write(path, sound())
    book = openpyxl.load_workbook(path)
    book["แบบประเมิน"][cell].font = font
    book["แบบประเมิน"][cell].fill = fill
    book.save(path)
    return path


def ink(**said: object) -> Font:
    return Font(name="TH SarabunPSK", size=16, color=Color(**said))


UNSEEN = [
    (ink(rgb=WHITE), NO_FILL),
    (ink(rgb="00FFFFFF"), NO_FILL),  # no program heeds how clear a colour is
    (ink(rgb=WHITE), CREAM),
    (ink(rgb="FFFFF8DC"), CREAM),
    (ink(rgb="FFFEFEFE"), NO_FILL),
    (ink(rgb=WHITE), GREY),
    (ink(theme=0), NO_FILL),
    (ink(theme=0), PAPER),
    (ink(theme=0, tint=-0.05), NO_FILL),
    (ink(theme=1, tint=1.0), NO_FILL),
    (ink(indexed=9), NO_FILL),
    (ink(indexed=1), PAPER),
    (ink(indexed=65), NO_FILL),
    (ink(theme=4), ACCENT),
    (ink(rgb="FF1F4E78"), BLUE),
    (ink(rgb="FF000000"), PatternFill("solid", fgColor="FF000000")),
]
SEEN = [
    (ink(rgb="FF000000"), NO_FILL),
    (ink(theme=1), CREAM),
    (Font(name="TH SarabunPSK", size=16), NO_FILL),
    (ink(rgb="FFC00000"), CREAM),
    (ink(rgb=WHITE), BLUE),
    (ink(theme=0), ACCENT),
    (ink(theme=0), SHADED),
    (ink(theme=1, tint=0.35), NO_FILL),
    (ink(theme=4, tint=0.4), ACCENT),
    (ink(indexed=64), NO_FILL),
    (ink(rgb="FF808080"), NO_FILL),
    (ink(rgb=WHITE), GradientFill(stop=("FF000000", "FF1F4E78"))),
]


@pytest.mark.parametrize(("font", "fill"), UNSEEN)
def test_a_level_in_the_colour_of_its_cell_is_told_and_counts(
    tmp_path: Path, font: Font, fill: object
) -> None:
    assert told(looking(tmp_path / "form.xlsx", font, fill)) == [("PE022", CELL)]


@pytest.mark.parametrize(("font", "fill"), SEEN)
def test_a_level_that_is_seen_is_not_told(
    tmp_path: Path, font: Font, fill: object
) -> None:
    assert told(looking(tmp_path / "form.xlsx", font, fill)) == []


def test_an_empty_cell_and_a_label_may_have_any_colour(tmp_path: Path) -> None:
    for cell in (cell_of(("indicators", 7, "level")), "A1"):
        path = looking(tmp_path / "form.xlsx", ink(rgb=WHITE), NO_FILL, cell)
        assert told(path) == []


def test_a_conditional_format_is_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "form.xlsx", sound())
    book = openpyxl.load_workbook(path)
    rule = CellIsRule(operator="greaterThan", formula=["0"], font=ink(rgb=WHITE))
    book["แบบประเมิน"].conditional_formatting.add(CELL, rule)
    book.save(path)

    assert told(path) == []


def test_a_palette_of_its_own_is_heeded(tmp_path: Path) -> None:
    """Colour 10 is red for every program, unless the workbook says otherwise."""
    path = looking(tmp_path / "form.xlsx", ink(indexed=10), NO_FILL)
    assert told(path) == []
    restyled(path, {'<rgbColor rgb="00FF0000" />': '<rgbColor rgb="00FFFFFF" />'})

    assert told(path) == [("PE022", CELL)]


@pytest.mark.parametrize(
    "spelling",
    [
        {"<fonts": "<!-- letters --><fonts"},
        {' xmlns="': ' xmlns:s="', "<": "<s:", "<s:/": "</s:"},
        {"<color ": "<color\n"},
        {"<indexedColors": "<mruColors", "</indexedColors": "</mruColors"},
        {'<color rgb="FFFFFFFF" />': '<color rgb="FFFFFFFF"></color>'},
        {'<color rgb="FFFFFFFF" />': "<color rgb='FFFFFFFF' />"},
    ],
)
def test_another_spelling_of_the_styles_hides_nothing(
    tmp_path: Path, spelling: Mapping[str, str]
) -> None:
    path = looking(tmp_path / "form.xlsx", ink(rgb=WHITE), NO_FILL)
    restyled(path, spelling)

    assert told(path) == [("PE022", CELL)]


def restyled(path: Path, spelling: Mapping[str, str]) -> None:
    """Write the styles of a workbook otherwise."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["xl/styles.xml"].decode()
    for usual, other in spelling.items():
        assert usual in text
        text = text.replace(usual, other)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            is_styles = name == "xl/styles.xml"
            archive.writestr(name, text.encode() if is_styles else content)


def test_thousands_of_colours_cost_no_more_than_their_number(tmp_path: Path) -> None:
    """Each of 3,000 letters held against each of 3,000 grounds would take minutes."""
    path = write(tmp_path / "form.xlsx", sound())
    many = range(3000)
    fonts = "".join(f'<font><color rgb="FF{n:06X}"/></font>' for n in many)
    grounds = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FFFF{n:04X}"/>'
        "</patternFill></fill>"
        for n in many
    )
    restyled(path, {"</fonts>": f"{fonts}</fonts>", "</fills>": f"{grounds}</fills>"})
    began = time.process_time()

    assert told(path) == []
    assert time.process_time() - began < 5  # seconds; it takes a fraction of one


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "๑", "", "3000"])
def test_a_format_whose_letters_are_in_no_list_hides_nothing(
    tmp_path: Path, number: str
) -> None:
    path = looking(tmp_path / "form.xlsx", ink(rgb=WHITE), NO_FILL)
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
    last = re.findall('fontId="[0-9]+"', styles[: styles.index("</cellXfs>")])[-1]
    restyled(path, {last: f'fontId="{number}"'})

    assert "PE022" not in [code for code, _ in told(path)]


@needed
def test_what_libreoffice_saved_is_told_alike(tmp_path: Path) -> None:
    white = looking(tmp_path / "white.xlsx", ink(rgb=WHITE), NO_FILL)
    paper = looking(tmp_path / "paper.xlsx", ink(theme=0), PAPER)
    black = write(tmp_path / "black.xlsx", sound())
    found = [
        told(one) for one in saved_by_office([white, paper, black], tmp_path / "o")
    ]

    assert found == [[("PE022", CELL)], [("PE022", CELL)], []]


@pytest.mark.parametrize(
    "path",
    sorted(folder("examples").rglob("*.xlsx"))
    + sorted(folder("templates").rglob("*.xlsx")),
    ids=lambda path: path.name,
)
def test_no_workbook_of_ours_hides_a_value(path: Path) -> None:
    assert "PE022" not in [code for code, _ in told(path)]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"rgb": "nonsense"}, (0, 0, 0)),
        ({"indexed": "-1"}, "indexed -1"),
        ({"indexed": "๑"}, "indexed ๑"),
        ({"indexed": "9999"}, "indexed 9999"),
        ({"indexed": "9" * 5000}, "indexed " + "9" * 5000),
        ({"theme": "0", "tint": "nan"}, (255, 255, 255)),
        ({"theme": "0", "tint": "-7"}, (0, 0, 0)),
        ({"theme": "9", "tint": "1e300"}, (255, 255, 255)),
    ],
)
def test_a_colour_that_nobody_could_mean_stops_nothing(
    said: dict[str, str], meant: object
) -> None:
    assert colour(said) == meant


def test_two_names_are_alike_only_where_they_are_the_same() -> None:
    assert is_unseen("theme 4", "theme 4")
    assert not is_unseen("theme 4", "theme 5")
    assert not is_unseen("theme 4", (255, 255, 255))
