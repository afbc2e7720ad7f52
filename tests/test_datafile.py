"""Reading TOML files that people write: every fault in one pass, with its line."""

import os
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from perfeval.blocks import Block, Figure, Many, Some, Text, trusted
from perfeval.datafile import DataFileError, checked, read_toml
from perfeval.findings import Finding
from perfeval.regulations.load import FOLDER, shipped
from perfeval.regulations.own import examined
from perfeval.tomllines import entries, lines, spelled
from perfeval.tomltext import MOST_TURNS, parsed

BROKEN = Path(__file__).parent / "broken"
EXPECTED = re.compile(r"# (PE\d{3})(?: (\S+))?$")


class Seat(Block):
    name: Text
    weight: Figure | None = None


class Council(Block):
    """A made-up file: every kind of value that our files have."""

    title: Text
    founded: date
    seats: Some[Seat]
    labels: dict[str, Seat]
    notes: Many[Text] = ()
    is_open: bool = False


WHOLE = """\
title = "สภา"  # a name
founded = 2016-02-15
notes = [
    "หนึ่ง",
    "สอง",
]

[[seats]]
name = "ประธาน"
weight = 70

[[seats]]
name = "รอง"
weight = 0.5

[labels.first]
name = "แรก"
"""


def council(text: str) -> Council:
    document = parsed(text, shown="council.toml")
    assert document.values is not None
    return checked(Council, document.values, shown="council.toml", text=text)


def faults(text: str) -> list[Finding]:
    """The findings about a council file; its text must be TOML."""
    with pytest.raises(DataFileError) as refused:
        council(text)
    return refused.value.findings


def placed(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Findings as code, line and key path."""
    return [(one.code, one.facts["line"], one.facts["key"]) for one in findings]


# What the text says


def test_a_sound_file_is_read_with_exact_numbers():
    said = council(WHOLE)

    assert said.seats[0].weight == Decimal(70)
    assert said.seats[1].weight == Decimal("0.5")
    assert said.founded == date(2016, 2, 15)
    assert said.notes == ("หนึ่ง", "สอง")
    assert said.labels["first"].name == "แรก"


def test_a_trusted_file_reads_like_a_checked_one():
    values = tomllib.loads(WHOLE, parse_float=Decimal)

    assert trusted(Council, values) == council(WHOLE)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path):
    file = tmp_path / "council.toml"
    file.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())

    assert read_toml(file, shown="council.toml")["notes"] == ["หนึ่ง", "สอง"]


# What cannot be read at all


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (WHOLE.encode("cp874"), "Windows-874"),
        (WHOLE.encode("utf-16"), "UTF-16"),
        (WHOLE.encode("utf-16-le"), "UTF-16"),
    ],
)
def test_a_file_of_another_encoding_gets_advice(tmp_path, raw, word):
    file = tmp_path / "council.toml"
    file.write_bytes(raw)

    with pytest.raises(DataFileError) as refused:
        read_toml(file, shown="council.toml")

    (found,) = refused.value.findings
    assert (found.code, found.file) == ("PE401", "council.toml")
    assert word in found.message("th")
    assert "UTF-8" in found.remedy("th")


@pytest.mark.parametrize("name", ["missing.toml", "."])
def test_a_file_that_cannot_be_opened_is_told(tmp_path, name):
    with pytest.raises(DataFileError) as refused:
        read_toml(tmp_path / name, shown=name)

    assert [one.code for one in refused.value.findings] == ["PE401"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_told_and_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)

    with pytest.raises(DataFileError) as refused:
        read_toml(pipe, shown="pipe.toml")

    (found,) = refused.value.findings
    assert found.code == "PE401"
    assert "no regular file" in found.message("en")


def test_every_line_that_is_no_toml_is_told_in_one_pass(tmp_path):
    file = tmp_path / "council.toml"
    text = WHOLE.replace('"สภา"', "สภา").replace("weight = 70", "weight 70")
    file.write_text(text.replace("= 0.5", "= 0,5"), encoding="utf-8")

    with pytest.raises(DataFileError) as refused:
        read_toml(file, shown="council.toml")

    assert placed(refused.value.findings) == [
        ("PE402", "1", "title"),
        ("PE402", "10", "seats[0].weight"),
        ("PE402", "14", "seats[1].weight"),
    ]


def test_a_doubled_key_is_told_with_both_lines(tmp_path):
    file = tmp_path / "council.toml"
    file.write_text('title = "ก"\ntitle = "ข"\n', encoding="utf-8")

    with pytest.raises(DataFileError) as refused:
        read_toml(file, shown="council.toml")

    (found,) = refused.value.findings
    assert placed([found]) == [("PE413", "2", "title")]
    assert found.message("th") == "บรรทัด 2 (title): “title” ซ้ำกับบรรทัด 1"


def test_a_doubled_block_is_one_finding_and_not_one_for_each_key():
    text = "[a]\nx = 1\ny = 2\n[b]\nz = 1\n[a]\nx = 1\ny = 2\n[c]\nz = 1\n"

    document = parsed(text, shown="x.toml")

    assert placed(list(document.findings)) == [("PE413", "6", "a")]
    assert document.values == {"a": {"x": 1, "y": 2}, "b": {"z": 1}, "c": {"z": 1}}


def test_a_file_nested_beyond_reason_is_a_finding_and_no_crash():
    document = parsed("x = " + "[" * 5000, shown="x.toml")

    assert document.values is None
    assert [one.code for one in document.findings] == ["PE402"]


def test_an_endless_number_is_a_finding_and_no_crash():
    document = parsed("x = " + "9" * 5000, shown="x.toml")

    assert [one.code for one in document.findings] == ["PE402"]


def test_a_file_of_nothing_but_faults_is_given_up_after_a_while():
    text = "".join(f"k{number} = ?\n" for number in range(10 * MOST_TURNS))

    document = parsed(text, shown="x.toml")

    assert document.values is None
    assert len(document.findings) == MOST_TURNS


def test_a_fault_at_the_very_end_has_the_last_line():
    document = parsed('a = 1\nb = """x', shown="x.toml")

    assert placed(list(document.findings)) == [("PE402", "2", "b")]


# What the values must be


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "expected"),
    [
        ('title = "สภา"', "title = 7", "1", "title", 'ข้อความในเครื่องหมาย "…"'),
        ('title = "สภา"', 'title = " "', "1", "title", "ข้อความที่ไม่ว่าง"),
        ("2016-02-15", '"2016"', "2", "founded", "วันที่ เช่น 2025-03-31"),
        ("= 70", '= "70"', "10", "seats[0].weight", "ตัวเลข"),
        ("= 70", "= true", "10", "seats[0].weight", "ตัวเลข"),
        ("= 70", "= inf", "10", "seats[0].weight", "ตัวเลข"),
        ('    "สอง",', "    2,", "5", "notes[1]", "ข้อความ"),
        ("[labels.first]", "[[labels.first]]", "16", "labels.first", "บล็อก"),
        ('"แรก"', "{ x = 1 }", "17", "labels.first.name", "ข้อความ"),
        ("notes = [", "is_open = 1\nnotes = [", "3", "is_open", "true"),
    ],
)
def test_a_wrong_value_is_told_with_what_to_type(old, new, line, key, expected):
    (found,) = faults(WHOLE.replace(old, new, 1))

    assert placed([found]) == [("PE405", line, key)]
    assert expected in found.remedy("th")


def test_an_empty_list_where_something_must_stand_is_told():
    head, *_, labels = re.split(r"(?m)^(?=\[)", WHOLE)
    text = head.replace("notes", "seats = []\nnotes") + labels

    (found,) = faults(text)

    assert placed([found]) == [("PE405", "3", "seats")]
    assert found.found == "[ … ]"


@pytest.mark.parametrize(
    ("typed", "line", "key", "meant"),
    [
        ('titel = "ก"\ntitle = "สภา"', "1", "titel", "title"),
        ('title = "สภา"\nzzz = 1', "2", "zzz", "title / founded / seats"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_one(typed, line, key, meant):
    (found,) = faults(WHOLE.replace('title = "สภา"', typed, 1))

    assert placed([found]) == [("PE403", line, key)]
    assert meant in found.remedy("th")


def test_an_unknown_key_in_a_named_block_is_told_with_the_nearest_one():
    (found,) = faults(WHOLE + "wieght = 5\n")

    assert placed([found]) == [("PE403", "18", "labels.first.wieght")]
    assert "weight" in found.remedy("en")


def test_a_key_where_no_block_is_meant_has_no_nearest_one():
    (found,) = faults(WHOLE.replace('name = "แรก"', 'name.x = "แรก"'))

    assert placed([found]) == [("PE405", "17", "labels.first.name")]


def test_a_misspelled_key_is_one_finding_and_not_a_missing_one_too():
    (found,) = faults(WHOLE.replace("title", "tittle", 1))

    assert placed([found]) == [("PE403", "1", "tittle")]


def test_a_missing_key_is_told_at_its_block():
    (found,) = faults(WHOLE.replace('name = "รอง"\n', ""))

    assert placed([found]) == [("PE404", "12", "seats[1].name")]


def test_a_missing_key_outside_all_blocks_has_no_line():
    (found,) = faults(WHOLE.replace("founded = 2016-02-15\n", ""))

    assert placed([found]) == [("PE404", "", "founded")]
    assert found.message("th") == "founded: ยังไม่มี “founded”"


def test_a_date_in_the_buddhist_era_offers_the_christian_year():
    (found,) = faults(WHOLE.replace("2016-02-15", "2559-02-15"))

    assert placed([found]) == [("PE415", "2", "founded")]
    assert "2016" in found.remedy("th")


def test_a_leap_day_of_the_buddhist_era_offers_the_christian_year_too():
    document = parsed("founded = 2567-02-29", shown="x.toml")

    (found,) = document.findings
    assert found.code == "PE415"
    assert "2024" in found.remedy("th")


THAI_DIGITS = [
    ("year = ๒๕๖๘", "year = 2568"),
    ("weight = ๗๐.๕  # ร้อยละ ๗๐", "weight = 70.5  # ร้อยละ ๗๐"),
    ("weight = 7๐", "weight = 70"),
    ("day = ๒๕๖๘-๐๔-๓๐", "day = 2025-04-30"),  # a date of TOML is one of our era
    (
        'ends = { month = ๓, day = ๓๑, at = "๑" }',
        'ends = { month = 3, day = 31, at = "๑" }',
    ),
    ("list = [10, ๒๐]", "list = [10, 20]"),
    ("dated = ๑ ตุลาคม ๒๕๖๑", "dated = 2018-10-01"),
]


@pytest.mark.parametrize(("written", "typed"), THAI_DIGITS)
def test_thai_digits_are_told_with_what_to_type(written, typed):
    document = parsed(f'name = "ก"\n{written}\n', shown="x.toml")

    (found,) = document.findings
    assert (found.code, found.facts["line"]) == ("PE486", "2")
    assert found.found == written
    assert typed in found.remedy("th")


@pytest.mark.parametrize(
    "written", ["ปี = 2568", "year = ปี๒๕๖๘", "year = x # ๑", "a = '๑"]
)
def test_thai_digits_of_words_texts_and_comments_are_no_numbers(written):
    (found,) = parsed(written, shown="x.toml").findings

    assert found.code == "PE402"


SLIPS = [
    ("weight = 70%  # ร้อยละ", "weight = 70"),
    ("weight = ๗๐%", "weight = 70"),
    ("weight = 29,5", "weight = 29.5"),
    ("salary = 12,500", "salary = 12500"),
    ("title = “สภา”", 'title = "สภา"'),
    ('title = "สภา”', 'title = "สภา"'),
    ('title = "สภา', 'title = "สภา"'),
    ('title = สภา"', 'title = "สภา"'),
    ("title = สภา ตัวอย่าง  # ชื่อ", 'title = "สภา ตัวอย่าง"'),
    ("method = bar", 'method = "bar"'),
    ("dated = 15/2/2559", "dated = 2016-02-15"),
    ("dated = 1 ตุลาคม 2561", "dated = 2018-10-01"),
    ("weight: 70", "weight = 70"),
    ("weight 70", "weight = 70"),
]


@pytest.mark.parametrize(("written", "typed"), SLIPS)
def test_a_figure_written_as_on_paper_is_told_with_what_to_type(written, typed):
    document = parsed(f'name = "ก"\n{written}\nlast = 1\n', shown="x.toml")

    (found,) = document.findings
    assert (found.code, found.facts["line"]) == ("PE402", "2")
    assert found.remedy("th") == f"พิมพ์ {typed}"
    assert found.remedy("en") == f"Type {typed}."
    assert document.values is not None
    assert document.values["last"] == 1


@pytest.mark.parametrize(
    "written",
    [
        *("weight = 7o", "weight = ", "weight", "= 70", "x = [1, 2", "a = 'b"),
        *("x = 1 = 2", "dated = 31/13/2568", "weight = 1,2,3", f"a{' ' * 2000}70"),
    ],
)
def test_what_may_mean_many_things_is_told_without_a_guess(written):
    (found,) = parsed(written, shown="x.toml").findings

    assert found.code == "PE402"
    assert found.remedy("th").startswith("พิมพ์เป็น ชื่อ = ค่า")


@pytest.mark.parametrize(
    ("written", "found", "last"),
    [
        ("dated = 2018-02-30", "2018-02-30", "2018-02-28"),
        ("dated = 2561-02-29", "2561-02-29", "2018-02-28"),
        ("dated = ๒๕๖๑-๐๒-๒๙", "2561-02-29", "2018-02-28"),
        ("dated = 31/9/2568", "31/9/2568", "2025-09-30"),
    ],
)
def test_a_day_that_never_was_is_told_with_the_last_of_its_month(written, found, last):
    (told,) = parsed(written, shown="x.toml").findings

    assert (told.code, told.found) == ("PE487", found)
    assert last in told.remedy("th")


def test_a_line_that_is_certainly_meant_is_held_against_the_rest():
    text = WHOLE.replace("weight = 70", "weight = 170%").replace("= 0.5", "= ๐.๕")
    document = parsed(text, shown="council.toml")

    assert [one.code for one in document.findings] == ["PE402", "PE486"]
    assert document.values == tomllib.loads(
        WHOLE.replace("= 70", "= 170"), parse_float=Decimal
    )
    assert not document.spoilt


def test_a_late_date_in_a_list_is_told_where_it_stands():
    (found, other) = faults(WHOLE.replace('    "สอง"', "    2568-01-01"))

    assert {found.code, other.code} == {"PE415", "PE405"}
    assert found.facts["key"] == other.facts["key"] == "notes[1]"


# Where it stands


def key_paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from key_paths(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield (*path, place)
            yield from key_paths(inner, (*path, place))


AWKWARD = """\
a.b = 1
"quoted.key" = 'literal # no comment'
'x y' = "an \\" escaped quote # no comment"
many = \"\"\"
[not.a.block]
not_a_key = 1
\"\"\"
also = '''
n = "x" '''
when = 2025-01-01 07:30:00
[block . inner]  # a comment with [brackets]
list = [1, [2, 3], { p = 1, q = [ { r = 1 } ] },
   "x" ]
[[many_blocks]]
[[many_blocks.below]]
k = 1
[[many_blocks.below]]
k = 2
[[many_blocks]]
[many_blocks.table]
k = 3
"""


@pytest.mark.parametrize(
    "text",
    [
        AWKWARD,
        WHOLE,
        *((FOLDER / f"{one}.toml").read_text("utf-8") for one in shipped()),
    ],
)
def test_every_key_of_a_file_has_the_line_it_stands_on(text):
    found, text_lines = lines(text), text.split("\n")

    for path in key_paths(tomllib.loads(text)):
        written = text_lines[found[path] - 1]
        assert isinstance(path[-1], int) or path[-1] in written, spelled(path)


def test_no_key_is_found_that_is_not_in_the_file():
    said = {entry.path for entry in entries(AWKWARD)}

    assert said == set(key_paths(tomllib.loads(AWKWARD))) - {
        ("a",),  # dotted keys and headers name only their last part
        ("block",),
        ("many_blocks",),
        ("many_blocks", 0, "below"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "= 1",
        "[",
        "]",
        "[[",
        "a =",
        "a = [",
        "a = {",
        "{ = }",
        "a = [=}",
        "a = }",
        ". = 1",
    ],
)
def test_the_scanner_comes_to_an_end_whatever_is_written(text):
    assert all(entry.line == 1 for entry in entries(text))


# Whole broken files


def expected_in(text: str) -> list[tuple[str, str, str]]:
    """What the comments of a broken file announce: code, line, key path."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if announced := EXPECTED.search(line):
            found.append((announced[1], str(number), announced[2] or ""))
    return found


@pytest.mark.parametrize(
    "name", ["many-faults", "open-bracket", "open-quote", "open-header"]
)
def test_every_fault_of_a_broken_file_comes_in_one_pass(name):
    text = (BROKEN / f"{name}.toml").read_text(encoding="utf-8")
    try:
        _, findings = examined(text, shown=f"{name}.toml")
    except DataFileError as refused:
        findings = refused.findings

    assert placed(findings) == expected_in(text)


def test_a_lost_bracket_is_one_finding_and_what_follows_is_still_checked():
    text = (BROKEN / "half-a-list.toml").read_text(encoding="utf-8")

    _, findings = examined(text, shown="half-a-list.toml")

    with_line = [one for one in placed(findings) if one[1]]  # the rest is missing
    assert with_line == expected_in(text)
