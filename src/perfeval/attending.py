"""The attendance.xlsx that an office fills in: of a new round, or with its people."""

from collections.abc import Iterable

from perfeval.excel.attendance import Known, build
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person
from perfeval.rounds.opened import Opened

CERTIFIED = "without_certificate"


def blank(
    laws: Iterable[Regulation], heading: str, people: Iterable[Person] = ()
) -> bytes:
    """
    The workbook with nothing counted yet.

    Args:
        laws: the regulations of the round; those without limits give no kinds.
        heading: the line under the titles: the office and the round.
        people: who stands in it already, by id and name.
    """
    rows = [{"employee_id": one.employee_id, "name": one.full_name} for one in people]
    return filled(laws, heading, Known(people=rows))


def filled(laws: Iterable[Regulation], heading: str, known: Known) -> bytes:
    """The workbook with what is known already; see `blank`."""
    kinds = [kind for law in laws if law.attendance for kind in law.attendance.kinds]
    labels = dict.fromkeys(kind.label for kind in kinds)
    certified = dict.fromkeys(one.label for one in kinds if one.counts == CERTIFIED)
    choices = {
        "leave_kinds": ("ประเภทการลา", labels),
        "certified": ("ต้องบอกใบรับรองแพทย์", certified),
    }
    return build(choices, heading, known)


def of_round(opened: Opened) -> tuple[bytes, int]:
    """
    The workbook of an open round, and how many people stand in it.

    Everybody whose regulation limits leave and lateness, in roster order.
    """
    said = opened.round
    people = [
        one for one in opened.roster.people if opened.regulation_of(one).attendance
    ]
    laws = [loaded.regulation for loaded in opened.regulations.values()]
    heading = heading_of(said.organisation, said.round, said.year)
    return blank(laws, heading, people), len(people)


def heading_of(organisation: str, number: int, year: int) -> str:
    """The line under the title of a list: the office and the round (B.E.)."""
    return f"{organisation}   รอบการประเมินครั้งที่ {number} ประจำปีงบประมาณ พ.ศ. {year}"
