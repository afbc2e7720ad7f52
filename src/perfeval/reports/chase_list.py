"""
The list to telephone from: whose form is missing or held, evaluator by evaluator.

It says what to ask for, and has room for what was answered. It holds no score.
"""

from collections.abc import Iterator, Sequence

from perfeval.appraise.movement import is_to_be_sent
from perfeval.appraise.outcome import State
from perfeval.appraise.rank import division_order
from perfeval.appraise.standing import FileState, Intake, PersonState, PersonStatus
from perfeval.book import Book, Column, Group, Page, Row, Table, Value, Words
from perfeval.findings import Finding, has_error
from perfeval.reports.period import turn
from perfeval.reports.status import evaluator
from perfeval.reports.status_words import FILES, STATES
from perfeval.rounds.opened import Opened

TITLE = "รายการติดตามแบบประเมิน"
SHEET, FILE_SHEET = "ติดตาม", "ไฟล์ที่ยังใช้ไม่ได้"
ASK_FOR_FORM = "ขอแบบประเมินที่กรอกครบแล้ว"
ASK_TO_EVALUATE = "ขอให้กรอกผลการประเมินในแบบที่ตกลงไว้ แล้วส่งใหม่"
MOST_ASKED = 4  # corrections of one form that a row spells out
NOTHING = "แบบประเมินครบทุกคนแล้ว ไม่มีรายการต้องติดตาม"
COLUMNS = (
    Column("number", "ที่", 5, "centre"),
    Column("division", "สังกัด", 15),
    Column("employee_id", "รหัสพนักงาน", 11),
    Column("name", "ชื่อ–สกุล", 25),
    Column("state", "สถานะ", 10, "centre"),
    Column("reason", "เหตุที่ค้าง", 36),
    Column("ask", "สิ่งที่ต้องขอ", 40),
    Column("answer", "ผลการติดตาม", 22),
)
FILE_COLUMNS = (
    Column("file", "ไฟล์", 50),
    Column("state", "สถานะ", 12, "centre"),
    Column("employee_ids", "รหัสพนักงานในไฟล์", 24),
    Column("reason", "เหตุ", 60),
)


def build(opened: Opened, intake: Intake) -> Book:
    """The list of a round, and the files that need somebody's eye."""
    pages = [_people(opened, intake)]
    if any(_needs_an_eye(one.state) for one in intake.files):
        pages.append(_files(opened, intake))
    return Book(tuple(pages))


def _people(opened: Opened, intake: Intake) -> Page:
    rows = tuple(_rows(opened, intake))
    block = Table(COLUMNS, rows) if rows else Words((NOTHING,))
    counts = intake.counts()["people"]
    told = (
        "ผู้รับการประเมิน {total} คน: ได้ผลแล้ว {ranked} รอแก้ไข {held} "
        "ยังไม่ส่ง {missing} ไม่จัดลำดับ {excluded}".format(**counts)
    )
    return Page(SHEET, (*_heading(opened), told), (block,))


def _heading(opened: Opened) -> tuple[str, ...]:
    return TITLE, opened.round.organisation, turn(opened.round)


def _rows(opened: Opened, intake: Intake) -> Iterator[Row]:
    """A line for each evaluator, in the official order, and the people below it."""
    official = [one.name for one in opened.round.divisions]
    ordered = [
        one
        for division in division_order(intake.people, official)
        for one in intake.people
        if one.person.division == division and _is_asked_for(one, opened)
    ]
    names = dict.fromkeys(evaluator(one, opened, "th") for one in ordered)
    number = 0
    for name in names:
        own = [one for one in ordered if evaluator(one, opened, "th") == name]
        yield Group(f"ผู้ประเมิน: {name} ({len(own)} คน)")
        for one in own:
            number += 1
            yield (
                number,
                one.person.division,
                one.person.employee_id,
                one.person.full_name,
                STATES["th"][one.state],
                one.reason.th or None,
                _ask(one),
                None,
            )


def _is_asked_for(one: PersonStatus, opened: Opened) -> bool:
    """True where a form is missing or held; also of one that has to be sent on."""
    if one.state in (PersonState.MISSING, PersonState.HELD):
        return True
    if one.state is not PersonState.EXCLUDED or one.final is not None:
        return False
    person = one.person
    if person.excluded_reason:
        return False
    law = opened.regulation_of(person)
    return is_to_be_sent(person, law, opened.round)


def _ask(one: PersonStatus) -> str:
    """What to ask the evaluator for: each correction with its cell."""
    appraisal = one.appraisal
    if appraisal is None:
        return ASK_FOR_FORM
    if appraisal.state is State.AGREEMENT:
        return ASK_TO_EVALUATE
    errors = [told for told in appraisal.findings if has_error([told])]
    asked = [_correction(told) for told in errors[:MOST_ASKED]]
    if len(errors) > MOST_ASKED:
        asked.append(f"และอีก {len(errors) - MOST_ASKED} ข้อ")
    return "\n".join(dict.fromkeys(asked)) or ASK_FOR_FORM


def _correction(told: Finding) -> str:
    cells = ", ".join(told.cells)
    return f"ช่อง {cells}: {told.remedy('th')}" if cells else told.remedy("th")


def _needs_an_eye(state: FileState) -> bool:
    return state in (FileState.HELD, FileState.REFUSED)


def _files(opened: Opened, intake: Intake) -> Page:
    rows: list[tuple[Value, ...]] = [
        (
            one.file,
            FILES["th"][one.state],
            _listed(one.employee_ids),
            one.reason.th or None,
        )
        for one in intake.files
        if _needs_an_eye(one.state)
    ]
    return Page(FILE_SHEET, _heading(opened), (Table(FILE_COLUMNS, tuple(rows)),))


def _listed(ids: Sequence[str]) -> str | None:
    return ", ".join(ids) or None
