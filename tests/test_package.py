"""The gate: what is not one sound workbook is refused, and nothing else is."""

import hashlib
import os
import random
import struct
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from dialects import Archive, Book, Part, changed, saved
from perfeval.excel.archive import PARTS
from perfeval.excel.lookups import OF_LIST
from perfeval.excel.package import FREE_SIZE, PART_SIZE, WHOLE_SIZE
from perfeval.excel.read import read
from perfeval.findings import Finding
from perfeval.grid import Workbook

SHEET = "xl/worksheets/sheet1.xml"
GOOD = Book().packed()
MB = 1024 * 1024
KERNEL = Path("/sys/devices/system/cpu/online")  # announces a page, holds a line


def told(path: Path) -> Finding:
    """The one finding about a file that is refused."""
    workbook, findings = read(path, shown="inbox/แบบ.xlsx")
    assert workbook is None
    assert [found.file for found in findings] == ["inbox/แบบ.xlsx"]
    return findings[0]


def told_of(folder: Path, content: bytes, name: str = "book.xlsx") -> Finding:
    return told(saved(folder, content, name))


def opened(folder: Path, content: bytes) -> Workbook:
    workbook, findings = read(saved(folder, content), shown="book.xlsx")
    assert workbook is not None, [found.message("en") for found in findings]
    return workbook


def test_a_sound_workbook_passes_without_a_word(tmp_path):
    workbook, findings = read(saved(tmp_path, GOOD), shown="book.xlsx")

    assert workbook is not None
    assert workbook.sheets[0].cell(1, 1).raw == "1"
    assert findings == []


def test_a_missing_file_is_told(tmp_path):
    found = told(tmp_path / "no.xlsx")

    assert found.code == "PE001"
    assert "ไม่พบไฟล์" in found.message("th")
    assert "no such file" in found.message("en")


def test_a_file_below_a_file_is_told_as_missing(tmp_path):
    assert told(saved(tmp_path, GOOD) / "a.xlsx").code == "PE001"


def test_links_folders_and_pipes_are_not_read(tmp_path):
    target = saved(tmp_path, GOOD)
    (tmp_path / "link.xlsx").symlink_to(target)
    (tmp_path / "dangling.xlsx").symlink_to(tmp_path / "no.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    os.mkfifo(tmp_path / "pipe.xlsx")  # nobody writes to it: opening would wait

    for name in ("link.xlsx", "dangling.xlsx", "folder.xlsx", "pipe.xlsx"):
        assert told(tmp_path / name).code == "PE002", name


@pytest.mark.skipif(not KERNEL.exists(), reason="needs a file made while it is read")
def test_a_file_that_is_not_as_long_as_announced_is_told():
    assert told(KERNEL).code == "PE009"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_told(tmp_path):
    path = saved(tmp_path, GOOD)
    path.chmod(0)

    assert "ไม่มีสิทธิ์อ่าน" in told(path).message("th")


def test_an_empty_file_is_told(tmp_path):
    assert told_of(tmp_path, b"").code == "PE003"


def test_a_file_above_ten_megabytes_is_not_read(tmp_path):
    path = saved(tmp_path, GOOD)
    os.truncate(path, 10 * MB + 1)
    found = told(path)

    assert found.code == "PE004"
    assert "ไฟล์ไม่เกิน 10 MB พบ 10.1 MB" in found.message("th")
    assert "at most 10 MB, found 10.1 MB" in found.message("en")


def old_file(*streams: str) -> bytes:
    """An OLE file: header, then a directory of streams."""
    lines = b""
    for name in streams:
        encoded = name.encode("utf-16-le")
        line = encoded.ljust(64, b"\0") + struct.pack("<H", len(encoded) + 2)
        lines += line.ljust(128, b"\0")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + lines.ljust(512)


@pytest.mark.parametrize(
    ("streams", "code"),
    [
        (("Root Entry", "Workbook"), "PE005"),
        (("Root Entry", "Book"), "PE005"),
        (("Root Entry", "EncryptionInfo", "EncryptedPackage"), "PE006"),
        (("Root Entry", "WordDocument"), "PE007"),
        (("Root Entry", "PowerPoint Document"), "PE007"),
        (("Root Entry", "Notebook"), "PE007"),
    ],
)
def test_an_old_office_file_is_told_apart_by_its_streams(tmp_path, streams, code):
    assert told_of(tmp_path, old_file(*streams)).code == code


def zipped(*names: str, first: bytes = b"x") -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, first)
    return file.getvalue()


ODS = b"application/vnd.oasis.opendocument.spreadsheet"
ODT = b"application/vnd.oasis.opendocument.text"
CONTENT_TYPES = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (zipped("mimetype", "content.xml", first=ODS), ".ods"),
        (zipped("mimetype", "content.xml", first=ODT), "another OpenDocument"),
        (zipped(CONTENT_TYPES, "word/document.xml"), "Word document (.docx)"),
        (zipped(CONTENT_TYPES, "ppt/presentation.xml"), ".pptx"),
        (zipped(CONTENT_TYPES, "xl/workbook.bin"), ".xlsb"),
        (zipped("Index/Document.iwa"), "Numbers"),
        (zipped("photo.jpg"), "other ZIP"),
        (zipped(), "other ZIP"),
        (Book(content_type="binary", folder="a").packed(), "other ZIP"),
        ("ชื่อ,คะแนน\r\nก,90\r\n".encode("cp874"), ".csv"),
        ("\ufeffชื่อ,คะแนน\r\n".encode(), ".csv"),
        ("ชื่อ\tคะแนน\r\n".encode("utf-16"), ".csv"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\r\n<!DOCTYPE html><html><table>", "web page"),
        (b"<html xmlns:x='urn:schemas-microsoft-com:office:excel'>", "web page"),
        (b"<?xml version='1.0'?><Workbook/>", "XML file"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"\0\0\0\x18ftypheic\0\0", "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 \0", "picture"),
        (b"Rar!\x1a\x07\x01\0", "archive (RAR"),
        (b"\0\x01\x02\x03", "unknown kind"),
    ],
)
def test_another_programs_file_is_named_in_both_languages(tmp_path, content, kind):
    found = told_of(tmp_path, content)

    assert found.code == "PE007"
    assert kind in found.message("en")
    assert found.message("th").startswith("ไม่ใช่สมุดงาน Excel แต่เป็น")
    assert found.facts["kind_en"] not in found.message("th")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("~$แบบ.xlsx", b"\x06Somchai".ljust(165), "PE011"),
        (".~lock.แบบ.xlsx#", b",somchai,pc,1.1.2567;", "PE011"),
        ("~$ว่าง.xlsx", b"", "PE011"),
        ("~แบบ.xlsx", b"text", "PE007"),
        ("~$แบบ.xlsx", GOOD[:-1], "PE008"),  # a workbook, and damaged
    ],
)
def test_a_lock_file_is_a_note(tmp_path, name, content, code):
    assert told_of(tmp_path, content, name).code == code


def test_a_workbook_is_a_workbook_under_any_name(tmp_path):
    for name in ("~$a.xlsx", "a.xls", "a.csv", "สำเนาของ แบบ (1)"):
        workbook, findings = read(saved(tmp_path, GOOD, name), shown=name)
        assert workbook is not None, findings


def test_an_archive_of_zipfile_to_a_pipe_passes(tmp_path):
    """Data descriptors, as written by programs that cannot go back in the file."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in Book().parts():
            archive.writestr(part.name, part.content)

    assert opened(tmp_path, pipe.getvalue()).sheets[0].cell(1, 1).raw == "1"


def test_an_archive_with_zip64_fields_passes(tmp_path):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in Book().parts():
            with archive.open(part.name, "w", force_zip64=True) as entry:
                entry.write(part.content)

    assert opened(tmp_path, file.getvalue()).sheets[0].cell(1, 1).raw == "1"


def test_an_archive_with_a_zip64_end_record_passes(tmp_path):
    end = GOOD[-22:]
    _, _, _, _, count, size, first, _ = struct.unpack("<4s4H2LH", end)
    wide = struct.pack(
        "<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, first
    )
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(GOOD) - 22, 1)
    full = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0
    )

    content = GOOD[:-22] + wide + locator + full
    assert opened(tmp_path, content).sheets[0].cell(1, 1).raw == "1"
    assert told_of(tmp_path, GOOD[:-22] + wide + b"x" + locator + full).code == "PE008"


@pytest.mark.parametrize(
    "changes",
    [
        {"descriptor": "sign<3L"},
        {"descriptor": "<3L"},
        {"descriptor": "sign<L2Q"},
        {"descriptor": "<L2Q"},
        {"method": 0},
        {"extra": struct.pack("<2H", 0xA220, 60) + bytes(60)},  # Excel's own padding
        {"flags": 0x0006},  # Excel: packed in a hurry
        {"flags": 0x0800},  # the name is UTF-8
    ],
)
def test_every_way_in_which_programs_write_an_entry_passes(tmp_path, changes):
    assert opened(tmp_path, changed(Book(), SHEET, **changes)).sheets[0].cells


def test_folder_entries_pass(tmp_path):
    content = Archive([Part("xl/", b"", method=0), *Book().parts()]).packed()

    assert opened(tmp_path, content).sheets


def test_parts_are_found_whatever_the_case_of_their_names(tmp_path):
    parts = [
        replace(part, name=part.name.replace("sheet1", "Sheet1"))
        for part in Book().parts()
    ]

    assert opened(tmp_path, Archive(parts).packed()).sheets[0].cells


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"crc": 1}, "does not match its size or checksum"),
        ({"size": 10}, "does not match its size or checksum"),
        ({"size": 10_000}, "does not match its size or checksum"),
        ({"method": 0, "size": 10}, "is not what the table of contents says"),
        ({"method": 12}, "packed in an unknown way"),
        ({"flags": 1}, "is encrypted"),
        ({"flags": 0x20}, "packed in an unknown way"),
        (
            {"flags": 8},
            "at xl/worksheets/sheet1.xml",
        ),  # promised and not there
        ({"local_name": "xl/worksheets/sheet2.xml"}, "not what the table of contents"),
        ({"after": b"hidden"}, "something stands between them"),
        ({"descriptor": "<3L", "after": b"\0"}, "something stands between them"),
        ({"name": "../evil.xml"}, "unsafe name"),
        ({"name": "xl/../../evil.xml"}, "unsafe name"),
        ({"name": "/etc/evil.xml"}, "unsafe name"),
        ({"name": "xl\\evil.xml"}, "unsafe name"),
        ({"name": "C:/evil.xml"}, "unsafe name"),
        ({"name": "xl//evil.xml"}, "unsafe name"),
        ({"name": "xl/evil/"}, "unsafe name"),
        ({"name": "xl/workbook.xml"}, "is there twice"),
        ({"name": "XL/Workbook.xml"}, "is there twice"),
        ({"name": "xl/elsewhere.xml"}, "xl/worksheets/sheet1.xml is missing"),
    ],
)
def test_an_entry_that_is_not_what_it_says_refuses_the_file(tmp_path, changes, words):
    found = told_of(tmp_path, changed(Book(), SHEET, **changes))

    assert found.code == "PE008"
    assert words in found.message("en")
    assert found.facts["reason_en"] not in found.message("th")


@pytest.mark.parametrize(
    "changes",
    [{"crc": 1}, {"size": 10}, {"size": 2_000_000}, {"method": 0, "crc": 1}],
)
def test_a_part_that_is_not_parsed_is_checked_all_the_same(tmp_path, changes):
    picture = Part("xl/media/image1.png", random.Random(1).randbytes(1_000_000))
    book = Book(more=(picture,))

    assert opened(tmp_path, book.packed()).sheets
    assert told_of(tmp_path, changed(book, picture.name, **changes)).code == "PE008"


@pytest.mark.parametrize(
    "content",
    [
        GOOD + b"x",
        GOOD + bytes(100),
        GOOD + GOOD,
        b"x" + GOOD,
        b"MZ" + bytes(510) + GOOD,
        GOOD[:-2] + b"\3\0abc",  # a comment
    ],
    ids=["byte", "zeros", "second archive", "byte before", "program", "comment"],
)
def test_nothing_may_stand_before_or_after_the_archive(tmp_path, content):
    assert told_of(tmp_path, content).code == "PE008"


def test_a_cut_off_file_is_refused_wherever_it_was_cut(tmp_path):
    for length in range(4, len(GOOD), 7):
        assert told_of(tmp_path, GOOD[:length]).code == "PE008", length


def test_overlapping_entries_are_refused(tmp_path):
    """Two lines of the directory that share one content."""
    parts = Book().parts()
    one = Archive([*parts, Part("xl/a.xml", b"a" * 50)]).packed()
    at = one.rindex(b"PK\1\2")
    first = struct.unpack_from("<L", one, at + 42)[0]
    again = one[at:-22].replace(b"xl/a.xml", b"xl/b.xml")
    _, _, _, _, count, size, start, _ = struct.unpack("<4s4H2LH", one[-22:])
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, count + 1, count + 1, size + len(again), start, 0
    )
    found = told_of(tmp_path, one[:-22] + again + end)

    assert one[first : first + 4] == b"PK\3\4"
    assert found.code == "PE008"
    assert "overlap" in found.message("en")


def test_an_entry_that_the_directory_hides_is_refused(tmp_path):
    parts = Book().parts()
    whole = Archive([*parts, Part("xl/a.xml", b"a")]).packed()
    at = whole.rindex(b"PK\1\2")
    _, _, _, _, count, _, start, _ = struct.unpack("<4s4H2LH", whole[-22:])
    end = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, count - 1, count - 1, at - start, start, 0
    )

    assert told_of(tmp_path, whole[:at] + end).code == "PE008"


def pictures(count: int, size: int) -> tuple[Part, ...]:
    # Repeats often enough to fit the file, and not so often as to be a bomb.
    noise = random.Random(2).randbytes(10_000) * (size // 10_000 + 1)
    return tuple(Part(f"xl/media/{n}.png", noise[:size]) for n in range(count))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (pictures(PARTS, 1), "500 ส่วน พบ 505"),
        (pictures(9, WHOLE_SIZE // 8), "64 MB พบ 72.1 MB"),
        ((Part("xl/media/bomb.png", bytes(4 * MB)),), "200 เท่า พบ"),
        (
            (Part("xl/media/lie.png", b"a" * 100, size=4_000_000_000),),
            "64 MB พบ 3814.7 MB",
        ),
    ],
    ids=["parts", "whole", "ratio", "declared"],
)
def test_an_archive_beyond_a_limit_is_refused(tmp_path, more, words):
    found = told_of(tmp_path, Book(more=more).packed())

    assert found.code == "PE004"
    assert words in found.message("th")


def test_a_part_below_a_megabyte_may_inflate_at_any_ratio(tmp_path):
    more = (Part("xl/media/blank.png", bytes(FREE_SIZE)),)

    assert opened(tmp_path, Book(more=more).packed()).sheets


def test_a_list_of_an_office_may_have_more_rows_than_a_form(tmp_path):
    """6,000 people in eleven columns: more cells than a form may have."""
    path = tmp_path / "roster.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("บัญชีรายชื่อ")
        for row in range(6_000):
            sheet.write_row(row, 0, [row] * 11)

    workbook, findings = read(path, shown="roster.xlsx", size=OF_LIST)
    assert not findings
    assert workbook is not None
    assert len(workbook.sheets[0].cells) == 66_000
    found = told(path)
    assert found.code == "PE004"
    assert "50000 " in found.message("th")


def test_one_sheet_beyond_eight_megabytes_is_refused(tmp_path):
    noise = random.Random(3).randbytes(PART_SIZE // 2).hex()
    content = changed(Book(), SHEET, content=b"<!--" + noise.encode() + b"-->")
    found = told_of(tmp_path, content)

    assert found.code == "PE004"
    assert "ไม่เกิน 8 MB พบ 8.1 MB" in found.message("th")


def test_a_bomb_that_lies_about_its_size_is_stopped(tmp_path):
    """Declared as 1,000 bytes; 100 MB would come out."""
    deflated = changed(Book(), SHEET, content=bytes(100 * MB), size=1000)

    assert told_of(tmp_path, deflated).code == "PE008"


def test_an_external_or_missing_main_part_is_no_workbook(tmp_path):
    rels = next(p for p in Book().parts() if p.name == "_rels/.rels").content
    outside = rels.replace(b'Id="rId1"', b'Id="rId1" TargetMode="External"')
    twice = rels.replace(
        b"</Relationships>",
        rels[rels.index(b"<Relationship ") :]
        .replace(b"rId1", b"rId2")
        .replace(b"workbook.xml", b"other.xml"),
    )

    for content, code in ((outside, "PE007"), (twice, "PE008")):
        file = changed(Book(), "_rels/.rels", content=content)
        assert told_of(tmp_path, file).code == code


def small_form() -> bytes:
    file = BytesIO()
    workbook = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = workbook.add_worksheet("ผลสัมฤทธิ์")
    percent = workbook.add_format({"num_format": "0%"})
    for row in range(10):
        sheet.write_row(row, 1, [f"ตัวชี้วัด {row}", row * 1.5], percent)
        sheet.write_formula(row, 4, f"=C{row + 1}*2", None, row * 3)
    sheet.merge_range("A20:C20", "ลงชื่อ")
    sheet.set_row(3, None, None, {"hidden": True})
    workbook.define_name("pe_rows", "=ผลสัมฤทธิ์!$B$1:$C$10")
    workbook.set_custom_property("form", "local-form")
    workbook.close()
    return file.getvalue()


def without_digest(workbook: Workbook) -> Workbook:
    return workbook._replace(sha256="")


def test_a_flipped_bit_is_refused_or_changes_nothing(tmp_path):
    content = small_form()
    whole = without_digest(opened(tmp_path, content))
    chance = random.Random(2568)
    refused = 0
    for position in chance.sample(range(len(content) * 8), 400):
        flipped = bytearray(content)
        flipped[position // 8] ^= 1 << position % 8
        workbook, findings = read(saved(tmp_path, flipped), shown="book.xlsx")
        if workbook is None:
            refused += 1
            assert len(findings) == 1
            assert findings[0].message("th")
        else:
            assert without_digest(workbook) == whole, position

    assert refused > 300  # the others lie in dates and other fields nobody reads


def test_reading_leaves_the_file_as_it_was(tmp_path):
    path = saved(tmp_path, GOOD)
    before = path.stat()
    read(path, shown="book.xlsx")

    assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(GOOD).digest()
    assert path.stat().st_mtime_ns == before.st_mtime_ns
