"""
The announcement of the criteria beside its regulation file, to be read back by eye.

Every sentence with its place in the announcement, and the clause that the file names
for it; what rests on a practice of the house is marked. For the officer, not public.
"""

from collections.abc import Iterator, Sequence

from perfeval import thai
from perfeval.letter import (
    Block,
    Column,
    Gap,
    Heading,
    Letter,
    Paragraph,
    Table,
    reworded,
)
from perfeval.regulations.load import Loaded
from perfeval.regulations.schema import Regulation
from perfeval.reports.criteria import legal_basis, sections
from perfeval.reports.criteria_conduct import OF_ATTENDANCE, PREAMBLE
from perfeval.reports.criteria_section import Item, Section

SHEET = "เทียบหลักเกณฑ์"
SMALL = 14  # points, the least that is still easily read
COLUMNS = (
    Column("ข้อ", 16, "centre"),
    Column("ประกาศว่า", 82),
    Column("ที่มาในไฟล์หลักเกณฑ์", 58),
)
PLACES = {"preamble": "อารัมภบท", "apart": "ฉบับอื่น"}
HOUSE = "แนวปฏิบัติ"
INTRODUCED = (
    "ตารางนี้เรียงตามประกาศและไฟล์หลักเกณฑ์ ใช้ตรวจทานก่อนลงนาม ไม่ต้องแนบไปกับประกาศ "
    "แถวที่ไม่มีที่มาเป็นข้อความนำของตารางหรือของเอกสารแนบ"
)


def build(loaded: Loaded) -> Letter:
    """The table of one regulation."""
    rows = tuple((place, item.text, _source(item)) for place, item in items(loaded))
    blocks: tuple[Block, ...] = (
        Heading(("ตรวจทานประกาศหลักเกณฑ์กับไฟล์หลักเกณฑ์", loaded.regulation.title)),
        Paragraph(INTRODUCED, indented=False),
        Gap(8),
        Table(COLUMNS, rows, size=SMALL),
        Gap(8),
    )
    said = [reworded(block, thai.thai_digits) for block in blocks]
    name = f"{loaded.regulation.id} sha256 {loaded.sha256}"  # to be compared as it is
    return Letter(SHEET, (*said, Paragraph(name, indented=False)))


def items(loaded: Loaded) -> Iterator[tuple[str, Item]]:
    """Every sentence with its place in the announcement."""
    regulation = loaded.regulation
    yield PLACES["preamble"], _ground(regulation)
    yield from _of(regulation, PREAMBLE, PLACES["preamble"])
    for number, section in enumerate(sections(loaded), 1):
        several = len(section.said) > 1
        for place, item in enumerate(section.said, 1):
            yield (f"{number} ({place})" if several else f"{number}"), item
        for item in _of_table(section):
            yield f"{number} ตาราง", item
    yield from _of(regulation, OF_ATTENDANCE, PLACES["apart"])


def _of_table(section: Section) -> Iterator[Item]:
    """The rows of a table; those that rest on one clause together."""
    rows: dict[tuple[str | None, str], list[str]] = {}
    for item in section.items:
        if item.in_table:
            rows.setdefault((item.clause, item.basis), []).append(item.text)
    for (clause, basis), texts in rows.items():
        yield Item(" · ".join(texts), clause, basis, in_table=True)


def _ground(regulation: Regulation) -> Item:
    """What is cited, with the clause of the block that says it."""
    opening, said = regulation.opening, regulation.announcement
    if opening is not None and opening.legal_basis is not None:
        return Item(opening.legal_basis, opening.clause, opening.basis)
    clause = said.clause if said.legal_basis else None
    return Item(legal_basis(regulation), clause, said.basis)


def _of(
    regulation: Regulation, keys: Sequence[str], place: str
) -> Iterator[tuple[str, Item]]:
    """Provisions that do not stand under a number."""
    for one in regulation.provisions:
        if one.key in keys:
            yield place, Item(one.text, one.clause, one.basis)


def _source(item: Item) -> str:
    if item.clause is None:
        return ""
    is_said = item.basis == "source" or item.clause.startswith(HOUSE)
    return item.clause if is_said else f"{item.clause} [{HOUSE}]"
