"""Every file received is kept; a resend shows which cells changed."""

import stat
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from a_round import BOON, DARA, PEOPLE, form, opened, send
from filled import cell_of, edit, layout
from perfeval.appraise.standing import FileState, FileStatus, Intake
from perfeval.cli.in_short import in_short
from perfeval.excel.blank import Sheet, build
from perfeval.findings import Severity
from perfeval.inbox import receive
from perfeval.record.receipts import Receipt, add, keep_content, kept_at, load
from perfeval.resends import resends
from perfeval.rounds.opened import Opened

MONDAY, FRIDAY = date(2025, 4, 7), date(2025, 4, 11)
LEVEL, TITLE = ("indicators", 0, "level"), ("indicators", 0, "title")


@pytest.fixture
def round_(tmp_path: Path) -> Opened:
    """Three people, and nothing in the inbox."""
    return opened(tmp_path, *PEOPLE)


def taken(round_: Opened, day: date) -> tuple[Intake, tuple[Receipt, ...]]:
    """What the round holds on a day, every file kept."""
    record = round_.folder.record

    def keep(content: bytes, digest: str) -> None:
        keep_content(record, content, digest)

    intake = receive(round_, keep=keep)
    return intake, add(record, intake.files, day)


def mode(path: Path) -> int:
    """The rights of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_every_file_is_kept_under_its_digest_for_the_owner_only(round_) -> None:
    path = send(round_, "กองคลัง/a.xlsx", DARA)
    (round_.folder.inbox / "b.xlsx").write_bytes(b"no workbook")
    record = round_.folder.record

    taken(round_, MONDAY)
    digest = sha256(path.read_bytes()).hexdigest()
    assert kept_at(record, digest).read_bytes() == path.read_bytes()
    kept = list((record / "received").iterdir())
    assert len(kept) == 2
    assert {mode(one) for one in kept} == {0o600}
    assert mode(record) == mode(record / "received") == 0o700
    assert mode(record / "receipts.jsonl") == 0o600


def test_a_receipt_says_what_came_when_first_and_whose_it_is(round_) -> None:
    path = send(round_, "a.xlsx", DARA)
    taken(round_, MONDAY)
    _, receipts = taken(round_, FRIDAY)

    digest = sha256(path.read_bytes()).hexdigest()
    expected = Receipt("inbox/a.xlsx", digest, MONDAY, ("TT-0900",))
    assert receipts == load(round_.folder.record) == (expected,)


def test_a_second_run_on_the_same_inbox_writes_nothing(round_) -> None:
    send(round_, "a.xlsx", DARA)
    taken(round_, MONDAY)
    before = {
        path: (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in round_.folder.record.rglob("*")
    }
    taken(round_, FRIDAY)

    after = {
        path: (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in round_.folder.record.rglob("*")
    }
    assert after == before


def test_what_could_not_be_read_has_no_receipt(tmp_path: Path) -> None:
    linked = FileStatus("inbox/a.xlsx", FileState.REFUSED)

    assert add(tmp_path / "record", [linked], MONDAY) == ()


def test_a_first_version_is_no_resend(round_) -> None:
    send(round_, "a.xlsx", DARA)

    assert resends(*taken(round_, MONDAY), round_).every == ()


@pytest.mark.parametrize("name", ["a.xlsx", "ฉบับแก้ไข.xlsx"])
def test_a_resend_shows_each_changed_cell_with_its_old_and_new_value(round_, name):
    old = send(round_, "a.xlsx", DARA)
    taken(round_, MONDAY)
    old.unlink()
    changes = {LEVEL: Decimal(5), TITLE: "ตัวชี้วัดใหม่", ("division",): None}
    send(round_, name, DARA, changes)

    told = resends(*taken(round_, FRIDAY), round_).every
    assert [(one.code, one.cell) for one in told] == [
        ("PE360", cell_of(at)) for at in (("division",), TITLE, LEVEL)
    ]
    division, title, level = told
    assert (title.found, level.found) == ("ตัวชี้วัดใหม่", "5")
    assert (division.facts["old"], division.found) == (DARA.division, "ว่าง")
    assert (title.facts["old"], level.facts["old"]) == ("ตัวชี้วัดที่ 1", "4")
    assert level.employee_id == "TT-0900"
    assert "7 เมษายน 2568" in level.message("th")
    assert {one.severity for one in told} == {Severity.NOTE}


def test_many_changed_cells_of_one_form_are_one_line_on_a_terminal(round_) -> None:
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", BOON)
    taken(round_, MONDAY)
    levels = [("competencies", row, "level") for row in range(6)]
    send(round_, "a.xlsx", DARA, dict.fromkeys(levels, Decimal(2)))
    send(round_, "b.xlsx", BOON, dict.fromkeys(levels[:5], Decimal(2)))
    told = resends(*taken(round_, FRIDAY), round_).every
    first, *others = in_short(told)

    assert [one.code for one in told] == ["PE360"] * 11
    assert (first.code, first.file) == ("PE361", "inbox/a.xlsx")
    assert first.cells == tuple(cell_of(at) for at in levels)
    assert "เปลี่ยน 6 ช่อง (ฉบับก่อนได้รับเมื่อ 7 เมษายน 2568" in first.message("th")
    assert "6 cells changed" in first.message("en")
    assert others == list(told[6:])  # five are few


def test_a_number_written_otherwise_is_no_change(round_) -> None:
    send(round_, "a.xlsx", DARA)
    taken(round_, MONDAY)
    send(round_, "a.xlsx", DARA, {LEVEL: Decimal("4.0"), ("evaluated_on",): None})

    assert resends(*taken(round_, FRIDAY), round_).every == ()


def test_an_id_that_was_corrected_is_told_like_any_other_change(round_) -> None:
    send(round_, "a.xlsx", DARA, {("employee_id",): "TT-0909"})
    taken(round_, MONDAY)
    send(round_, "a.xlsx", DARA)

    (told,) = resends(*taken(round_, FRIDAY), round_).every
    assert (told.cell, told.found) == (cell_of(("employee_id",)), "TT-0900")


def test_the_version_just_before_is_the_one_compared_with(round_) -> None:
    for day, level in ((MONDAY, 3), (FRIDAY, 4)):
        send(round_, "a.xlsx", DARA, {LEVEL: Decimal(level)})
        taken(round_, day)
    send(round_, "a.xlsx", DARA, {LEVEL: Decimal(5)})

    (told,) = resends(*taken(round_, FRIDAY), round_).every
    assert (told.facts["old"], told.found) == ("4", "5")


def test_in_a_workbook_of_several_people_only_the_changed_form_is_told(round_) -> None:
    path = round_.folder.inbox / "หัวหน้า.xlsx"
    places = layout()
    for level in (Decimal(4), Decimal(5)):
        changed = form(BOON, {LEVEL: level})
        sheets = (Sheet(places, "ก", form(DARA)), Sheet(places, "ข", changed))
        path.write_bytes(build(sheets))
        intake, receipts = taken(round_, MONDAY)

    (told,) = resends(intake, receipts, round_).every
    assert (told.sheet, told.cell) == ("ข", cell_of(LEVEL))


BLANK_LEVELS = {
    **{("indicators", row, "level"): None for row in range(3)},
    **{("competencies", row, "level"): None for row in range(8)},
}
EARLIER_ROUND = {("round_number",): "2", ("fiscal_year",): "2567", LEVEL: Decimal(3)}
ELSEWHERE = {("organisation",): "เทศบาลตำบลอื่น", LEVEL: Decimal(3)}


@pytest.mark.parametrize(
    "before",
    [BLANK_LEVELS, EARLIER_ROUND, ELSEWHERE],
    ids=["an agreement", "another round", "another office"],
)
@pytest.mark.parametrize("name", ["a.xlsx", "b.xlsx"])
def test_another_stage_round_or_office_is_no_version_before(round_, before, name):
    send(round_, "a.xlsx", DARA, before)
    taken(round_, MONDAY)
    send(round_, name, DARA)

    assert resends(*taken(round_, FRIDAY), round_).every == ()


def test_an_evaluation_is_held_against_the_last_evaluation_not_the_agreement(round_):
    for level in (Decimal(3), None, Decimal(5)):
        changes = {LEVEL: level} if level else BLANK_LEVELS
        send(round_, "a.xlsx", DARA, changes)
        intake, receipts = taken(round_, MONDAY)

    (told,) = resends(intake, receipts, round_).every
    assert (told.facts["old"], told.found) == ("3", "5")


def test_an_agreement_that_is_sent_again_is_a_resend(round_) -> None:
    send(round_, "a.xlsx", DARA, BLANK_LEVELS)
    taken(round_, MONDAY)
    send(round_, "a.xlsx", DARA, {**BLANK_LEVELS, TITLE: "ตัวชี้วัดใหม่"})

    (told,) = resends(*taken(round_, FRIDAY), round_).every
    assert (told.cell, told.found) == (cell_of(TITLE), "ตัวชี้วัดใหม่")


def test_a_form_of_somebody_else_under_the_same_name_is_no_version_before(round_):
    send(round_, "แบบประเมิน.xlsx", BOON, {LEVEL: Decimal(3)})
    taken(round_, MONDAY)
    send(round_, "แบบประเมิน.xlsx", DARA)

    assert resends(*taken(round_, FRIDAY), round_).every == ()


def test_a_changed_date_is_told_as_a_thai_date(round_) -> None:
    send(round_, "a.xlsx", DARA, {("evaluated_on",): date(2025, 3, 31)})
    taken(round_, MONDAY)
    send(round_, "a.xlsx", DARA, {("evaluated_on",): date(2025, 4, 1)})

    (told,) = resends(*taken(round_, FRIDAY), round_).every
    assert told.cell == cell_of(("evaluated_on",))
    assert (told.facts["old"], told.found) == ("31 มีนาคม 2568", "1 เมษายน 2568")


def test_the_same_day_typed_otherwise_is_no_change(round_) -> None:
    path = send(round_, "a.xlsx", DARA, {("evaluated_on",): date(2025, 3, 31)})
    taken(round_, MONDAY)
    edit(path, {cell_of(("evaluated_on",)): "๓๑ มี.ค. ๒๕๖๘"})

    assert resends(*taken(round_, FRIDAY), round_).every == ()


def test_a_day_that_is_not_one_is_told_as_it_was_typed(round_) -> None:
    path = send(round_, "a.xlsx", DARA, {("evaluated_on",): date(2025, 3, 31)})
    taken(round_, MONDAY)
    edit(path, {cell_of(("evaluated_on",)): "สิ้นเดือน"})

    (told,) = resends(*taken(round_, FRIDAY), round_).every
    assert (told.facts["old"], told.found) == ("31 มีนาคม 2568", "สิ้นเดือน")


def test_a_resend_is_news_only_to_the_command_that_takes_it_in(round_) -> None:
    send(round_, "a.xlsx", DARA)
    _, before = taken(round_, MONDAY)
    path = send(round_, "a.xlsx", DARA, {LEVEL: Decimal(5)})
    intake, receipts = taken(round_, FRIDAY)

    first = resends(intake, receipts, round_, since=len(before))
    later = resends(*taken(round_, FRIDAY), round_, since=len(receipts))
    assert first.news == first.every == later.every
    assert later.news == ()

    path.rename(path.with_name("ย้ายที่.xlsx"))  # the same form, under another name
    intake, moved = taken(round_, FRIDAY)
    assert len(moved) == len(receipts) + 1
    assert resends(intake, moved, round_, since=len(receipts)).news == ()


def test_a_form_sent_back_to_what_it_was_is_news_again(round_) -> None:
    first = send(round_, "a.xlsx", DARA).read_bytes()
    taken(round_, MONDAY)
    send(round_, "a.xlsx", DARA, {LEVEL: Decimal(5)})
    _, before = taken(round_, MONDAY)
    (round_.folder.inbox / "a.xlsx").unlink()
    (round_.folder.inbox / "b.xlsx").write_bytes(first)
    intake, receipts = taken(round_, FRIDAY)

    (told,) = resends(intake, receipts, round_, since=len(before)).news
    assert (told.facts["old"], told.found) == ("5", "4")
