"""The announcements of a round, read again in their own bytes before they go."""

from dataclasses import replace
from pathlib import Path

import pytest

from a_round import opened
from evaluations import CIVIL, TAMBON
from perfeval.announcing import Announcements, announcements
from perfeval.appraise.standing import PersonState, PersonStatus
from perfeval.excel.public import OF_AN_EMBLEM, PARTS, parts, texts
from perfeval.roster import Person
from perfeval.rounds.opened import Opened
from round_people import person, ranked
from test_letter import PNG

SEAL = "0123-4567-89ab-cdef"
FINAL = f"announcement-{TAMBON}.xlsx"
AT = {"employee_id": "A5", "position": "D5"}
GOOD, FAIR = person(1, at=AT), person(2, name="สุดา น้ำเย็น", at={"employee_id": "A6"})


def round_of(folder: Path, *people: Person, garuda: str | None = None) -> Opened:
    """A round of these people."""
    found = opened(folder, *people)
    return replace(found, round=found.round.model_copy(update={"garuda_image": garuda}))


def made(
    folder: Path, *people: PersonStatus, seal: str | None = SEAL, **known: str
) -> Announcements:
    """The announcements of these people, all of them on the roster."""
    roster = [one.person for one in people]
    return announcements(round_of(folder, *roster, **known), people, seal=seal)


def codes(found: Announcements) -> list[tuple[str, str | None, str | None]]:
    """Code, cell and employee of every finding."""
    return [(one.code, one.cell, one.employee_id) for one in found.findings]


def test_there_is_one_paper_for_a_regulation(tmp_path: Path) -> None:
    found = made(tmp_path, ranked(GOOD, "95"), ranked(FAIR, "75"))

    assert list(found.papers) == [FINAL]
    assert [(one.regulation, one.path) for one in found.named] == [(TAMBON, FINAL)]
    assert [one.announced.person for one in found.named] == [GOOD]
    assert not found.findings


def test_people_under_two_regulations_stand_in_two_papers(tmp_path: Path) -> None:
    both = opened(
        tmp_path,
        GOOD,
        FAIR,
        regulations={"official": TAMBON, "civil_servant": CIVIL},
    )
    people = [ranked(GOOD, "95"), ranked(FAIR, "85", regulation=CIVIL)]

    found = announcements(both, people, seal=SEAL)

    assert list(found.papers) == [FINAL, f"announcement-{CIVIL}.xlsx"]
    assert "ข้าราชการพลเรือนสามัญ" in "".join(texts(found.papers[found.named[1].path]))


def test_nobody_outstanding_is_said_and_an_old_paper_goes(tmp_path: Path) -> None:
    found = made(tmp_path, ranked(GOOD, "89.995"))

    assert not found.papers
    assert codes(found) == [("PE663", None, None)]
    assert FINAL in found.withdrawn
    assert "ดีเด่น" in found.findings[0].message("th")
    assert "outstanding" in found.findings[0].message("en")


def test_no_result_at_all_is_said_as_such(tmp_path: Path) -> None:
    found = made(tmp_path, PersonStatus(GOOD, PersonState.MISSING))

    assert not found.papers
    assert ("PE667", None, None) in codes(found)
    assert "PE663" not in [code for code, *_ in codes(found)]
    told = next(one for one in found.findings if one.code == "PE667")
    assert told.message("th").startswith("ยังไม่มีผลการประเมินของผู้ใด")


def test_who_is_missing_is_a_warning_at_the_row_of_the_roster(tmp_path: Path) -> None:
    missing = PersonStatus(FAIR, PersonState.MISSING)

    assert codes(made(tmp_path, ranked(GOOD, "95"), missing)) == [
        ("PE662", "A6", "TT-0002")
    ]


def test_a_draft_has_a_name_of_its_own_and_gives_way_to_the_paper(
    tmp_path: Path,
) -> None:
    draft = f"announcement-draft-{TAMBON}.xlsx"

    assert list(made(tmp_path, ranked(GOOD, "95"), seal=None).papers) == [draft]
    assert made(tmp_path, ranked(GOOD, "95")).withdrawn == (draft,)


@pytest.mark.parametrize(
    "position", ["ผู้ช่วยนางสาวสุดา น้ำเย็น", "นายช่าง (TT-0002)", "รหัส TT-0001"]
)
def test_a_paper_that_gives_somebody_away_is_not_made(
    tmp_path: Path, position: str
) -> None:
    loud = replace(GOOD, position=position)
    whom = "TT-0001" if "0001" in position else "TT-0002"

    found = made(tmp_path, ranked(loud, "95"), ranked(FAIR, "75"))

    assert not found.papers
    assert not found.named
    assert codes(found) == [("PE661", "A6" if whom == "TT-0002" else "A5", whom)]
    assert found.withdrawn[0] == FINAL


def test_the_chief_signs_though_nobody_announces_the_chief(tmp_path: Path) -> None:
    chief = person(3, prefix="นาย", name="ผู้ประเมิน ตัวอย่างเที่ยง")

    assert made(tmp_path, ranked(GOOD, "95"), ranked(chief, "75")).papers


def test_the_garuda_of_the_round_stands_above(tmp_path: Path) -> None:
    (tmp_path / "garuda.png").write_bytes(PNG)

    found = made(tmp_path, ranked(GOOD, "95"), garuda="garuda.png")

    assert not found.findings
    assert parts(found.papers[FINAL]) - PARTS <= OF_AN_EMBLEM
    assert "garuda" not in "".join(texts(found.papers[FINAL]))


def test_where_the_garuda_stands_is_nobody_s_id(tmp_path: Path) -> None:
    (tmp_path / "garuda.png").write_bytes(PNG)
    plain = made(tmp_path, ranked(GOOD, "95"))
    drawn = made(tmp_path, ranked(GOOD, "95"), garuda="garuda.png")
    more = {*texts(drawn.papers[FINAL])} - {*texts(plain.papers[FINAL])}

    assert not [one for one in more if one.strip().isdecimal()]


@pytest.mark.parametrize("content", [None, b"", b"GIF89a", PNG[:30]])
def test_a_picture_that_cannot_be_used_leaves_its_room_empty(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "garuda.png").write_bytes(content)

    found = made(tmp_path, ranked(GOOD, "95"), garuda="garuda.png")

    assert codes(found) == [("PE660", None, None)]
    assert parts(found.papers[FINAL]) == PARTS
