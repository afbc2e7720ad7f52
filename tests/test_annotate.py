"""A marked copy of a faulty workbook; the workbook itself is never touched."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from filled import cell_of, outcome, sound, write
from perfeval.excel.annotate import LIST, LOST_WORDS, Copy, annotate
from perfeval.findings import Finding, Location, finding
from test_letter import PNG

LEVEL = ("indicators", 1, "level")
SHEET = "แบบประเมิน"
RED = "FFC7CE"


def faulty(folder: Path, **more: object) -> tuple[Path, tuple[Finding, ...]]:
    """A form with a level of 6, and what was found in it."""
    values = sound() | {LEVEL: "6"} | more.get("values", {})  # type: ignore[operator]
    path = write(folder / "form.xlsx", values)
    return path, outcome(path).findings


def copy_of(path: Path, findings: tuple[Finding, ...]) -> Copy:
    """The marked copy."""
    found = annotate(path.read_bytes(), findings)
    assert found is not None
    return found


def book(copy: Copy) -> openpyxl.Workbook:
    """The copy as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(copy.content))


def test_the_faulty_cell_has_a_colour_and_says_what_to_type(tmp_path: Path) -> None:
    path, findings = faulty(tmp_path)
    cell = book(copy_of(path, findings))[SHEET][cell_of(LEVEL)]
    (fault,) = [one for one in findings if one.code == "PE204"]

    assert cell.fill.fgColor.rgb.endswith(RED)
    assert cell.comment is not None
    assert fault.message("th") in cell.comment.text
    assert fault.remedy("th") in cell.comment.text


def test_a_list_stands_first_with_a_link_to_every_cell(tmp_path: Path) -> None:
    path, findings = faulty(tmp_path)
    copy = book(copy_of(path, findings))
    sheet = copy.worksheets[0]
    (row,) = [row for row in sheet.iter_rows(min_row=4) if row[1].value == "PE204"]

    assert sheet.title == LIST
    assert copy.active is sheet
    assert row[3].value == cell_of(LEVEL)
    assert row[3].hyperlink.location == f"'{SHEET}'!{cell_of(LEVEL)}"
    assert row[3].hyperlink.target is None


def test_the_workbook_itself_is_untouched_and_the_copy_reads_alike(
    tmp_path: Path,
) -> None:
    path, findings = faulty(tmp_path)
    before = path.read_bytes()
    path_of_copy = tmp_path / "copy.xlsx"
    path_of_copy.write_bytes(copy_of(path, findings).content)

    assert path.read_bytes() == before
    told = [(one.code, one.cells) for one in outcome(path_of_copy).findings]
    assert told == [(one.code, one.cells) for one in findings]


def test_the_same_workbook_gives_the_same_bytes(tmp_path: Path) -> None:
    path, findings = faulty(tmp_path)

    assert copy_of(path, findings) == copy_of(path, findings)


def plain(value: object = "x") -> tuple[Path, openpyxl.Workbook]:
    """A small workbook of another kind."""
    made = openpyxl.Workbook()
    made.active.title = "งาน"
    made.active["B2"] = value
    return Path("x.xlsx"), made


def bytes_of(made: openpyxl.Workbook) -> bytes:
    """A workbook as bytes."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def fault(cell: str | None, code: str = "PE204", found: str = "6") -> Finding:
    """A finding at a cell."""
    facts = {"lowest": "1", "highest": "5", "label": "วันที่"}
    return finding(code, Location("x.xlsx", "งาน", cell), found=found, **facts)


def marked(made: openpyxl.Workbook, *findings: Finding) -> openpyxl.Workbook:
    """The marked copy of a workbook of another kind."""
    copy = annotate(bytes_of(made), findings)
    assert copy is not None
    return book(copy)


def test_a_fault_inside_a_merged_range_is_marked_where_it_shows() -> None:
    _, made = plain()
    made.active.merge_cells("B2:D4")

    assert marked(made, fault("C3"))["งาน"]["B2"].comment


def test_several_faults_of_a_cell_stand_together_the_gravest_in_colour() -> None:
    _, made = plain()
    warning = fault("B2", "PE107")
    cell = marked(made, warning, fault("B2"))["งาน"]["B2"]

    assert cell.fill.fgColor.rgb.endswith(RED)
    assert "PE107" in cell.comment.text
    assert "PE204" in cell.comment.text


def test_what_somebody_noted_before_is_kept() -> None:
    _, made = plain()
    made.active["B2"].comment = Comment("ถามหัวหน้าก่อน", "somchai")

    assert marked(made, fault("B2"))["งาน"]["B2"].comment.text.startswith("ถามหัวหน้าก่อน")


def test_a_fault_of_no_cell_stands_in_the_list_alone() -> None:
    _, made = plain()
    sheet = marked(made, fault(None)).worksheets[0]

    assert [cell.value for cell in sheet["B"]][3:] == ["PE204"]
    assert sheet["D4"].hyperlink is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "@A1", "\x00=1", "{=1}"])
def test_what_was_typed_never_becomes_a_formula(text: str) -> None:
    _, made = plain()
    sheet = marked(made, fault("B2", found=text)).worksheets[0]

    assert sheet["E4"].data_type == "s"


def test_a_sheet_may_already_have_the_name_of_the_list() -> None:
    _, made = plain()
    made.create_sheet(LIST)

    assert marked(made, fault("B2")).sheetnames[0] == f"{LIST} (2)"


def test_lost_pictures_are_said() -> None:
    _, made = plain()
    content = io.BytesIO(bytes_of(made))
    with zipfile.ZipFile(content, "a") as package:
        package.writestr("xl/media/image1.png", PNG)
    copy = annotate(content.getvalue(), [fault("B2")])

    assert copy is not None
    assert copy.is_poorer
    assert book(copy).worksheets[0]["A2"].value == LOST_WORDS
    assert not annotate(bytes_of(made), [fault("B2")]).is_poorer  # type: ignore[union-attr]


@pytest.mark.parametrize("content", [b"", b"PK", b"not a workbook"])
def test_what_cannot_be_opened_has_no_copy(content: bytes) -> None:
    assert annotate(content, [fault("B2")]) is None
