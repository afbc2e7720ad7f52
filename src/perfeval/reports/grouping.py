"""
People in the groups of their bands, and the list of names kept for the next round.

Source: `grouping` of a regulation, in the round that it names.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from perfeval.appraise.standing import Standing
from perfeval.book import Column, Group, Row, Table, Words
from perfeval.regulations.marking import Grouping
from perfeval.regulations.schema import Band, Regulation

NAMES = "บัญชีรายชื่อ"  # the sheet, and what its heading begins with
HEADED = "กลุ่มผลการประเมิน{band} จำนวน {count} ราย"
NOBODY = "ไม่มีผู้มีผลการประเมินระดับนี้"
KEPT = "จัดทำบัญชีรายชื่อนี้ไว้เพื่อประกอบการพิจารณาเลื่อนขั้นเงินเดือนครั้งถัดไป ({clause})"
COLUMNS = (
    Column("number", "ที่", 7, "centre"),
    Column("name", "ชื่อ–สกุล", 40),
    Column("position", "ตำแหน่ง", 40),
    Column("division", "สังกัด", 30),
    Column("band", "ผลการประเมิน", 18, "centre"),
)


def grouping_of(regulation: Regulation, round_number: int) -> Grouping | None:
    """What a regulation says of groups in a round; None where it says nothing."""
    said = regulation.grouping
    return said if said is not None and said.round == round_number else None


def in_groups(
    standings: Sequence[Standing], regulation: Regulation, round_number: int
) -> Iterator[tuple[Group | None, Sequence[Standing]]]:
    """
    The people of a list in rank order with the heading of each group.

    One group without a heading where the regulation does not group that round.
    """
    if grouping_of(regulation, round_number) is None:
        yield None, standings
        return
    for label, members in groupby(standings, _band):
        group = list(members)
        yield Group(HEADED.format(band=label, count=len(group))), group


def _band(standing: Standing) -> str:
    final = standing.status.final
    return final.band.label if final else ""


def names(
    standings: Sequence[Standing], regulation: Regulation, said: Grouping
) -> tuple[Table, Words]:
    """The list of names of the bands that are kept, a group each, in rank order."""
    listed = [band for band in regulation.bands if band.key in said.listed]
    rows = [row for band in listed for row in _group(standings, band)]
    return Table(COLUMNS, tuple(rows)), Words((KEPT.format(clause=said.clause),))


def title_of(regulation: Regulation, said: Grouping) -> str:
    """What the list of names is called."""
    labels = [band.label for band in regulation.bands if band.key in said.listed]
    return f"{NAMES}ผู้มีผลการประเมิน{'และ'.join(labels)}"


def _group(standings: Iterable[Standing], band: Band) -> Iterator[Row]:
    members = [one for one in standings if _band(one) == band.label]
    yield Group(HEADED.format(band=band.label, count=len(members)))
    if not members:
        yield (None, NOBODY, None, None, None)
    for number, one in enumerate(members, 1):
        person = one.status.person
        position = person.position or None
        yield (number, person.full_name, position, person.division, band.label)
