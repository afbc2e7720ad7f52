"""Who is announced by name, and whether a paper names anybody else."""

import pytest

from evaluations import CIVIL, TAMBON, rules
from perfeval.appraise.announce import announced, exposed
from perfeval.appraise.standing import PersonState, PersonStatus
from round_people import DIVISIONS, as_state, decided, person, ranked


def names(*people: PersonStatus, regulation: str = TAMBON) -> list[str]:
    """The ids of those who are announced, in their order."""
    shown = announced(people, rules(regulation), DIVISIONS)
    return [one.person.employee_id for one in shown]


@pytest.mark.parametrize(
    ("total", "is_announced"),
    [
        ("100", True),
        ("90", True),
        ("89.995", False),
        ("89.9999999999", False),
        ("80", False),
    ],
)
def test_a_band_is_announced_on_the_exact_total(total: str, is_announced: bool) -> None:
    assert names(ranked(person(), total)) == ["TT-0001"] * is_announced


@pytest.mark.parametrize(
    ("total", "band"), [("80", "very_good"), ("90", "outstanding")]
)
def test_a_regulation_may_announce_two_bands(total: str, band: str) -> None:
    status = ranked(person(), total, regulation=CIVIL)

    (one,) = announced([status], rules(CIVIL), DIVISIONS)

    assert one.band.key == band


def test_whom_the_committee_raises_to_the_floor_is_announced() -> None:
    raised = decided(person(), "89.995", committee_total="90", committee_reason="x")

    assert names(ranked(person(), "89.995", decision=raised)) == ["TT-0001"]


def test_whom_the_chief_lowers_again_is_not_announced() -> None:
    lowered = decided(
        person(),
        "89.995",
        committee_total="90",
        committee_reason="x",
        chief_total="89.999",
        chief_reason="y",
    )

    assert not names(ranked(person(), "89.995", decision=lowered))


def test_everybody_of_a_tie_is_announced() -> None:
    tied = [ranked(person(number), "95") for number in (1, 2, 3)]

    assert names(*tied) == ["TT-0001", "TT-0002", "TT-0003"]


@pytest.mark.parametrize(
    "state", [PersonState.HELD, PersonState.MISSING, PersonState.EXCLUDED]
)
def test_only_who_is_ranked_is_announced(state: PersonState) -> None:
    assert not names(as_state(ranked(person(), "95"), state))


def test_people_of_another_regulation_stand_in_its_own_announcement() -> None:
    both = [ranked(person(1), "95"), ranked(person(2), "95", regulation=CIVIL)]

    assert names(*both) == ["TT-0001"]
    assert names(*both, regulation=CIVIL) == ["TT-0002"]


def test_the_order_is_that_of_divisions_then_of_the_roster_never_of_scores() -> None:
    people = [
        ranked(person(1, division=DIVISIONS[2]), "100"),
        ranked(person(2, division=DIVISIONS[0]), "91"),
        ranked(person(3, division="กองที่ไม่อยู่ในลำดับ"), "99"),
        ranked(person(4, division=DIVISIONS[0]), "98"),
        ranked(person(5, division=DIVISIONS[1]), "90"),
    ]

    assert names(*people) == [f"TT-000{number}" for number in (2, 4, 5, 1, 3)]


SOMCHAI = person(1, name="สมชาย ใจดี", prefix="นาย")
CHAI = person(2, name="ชาย ใจดี", prefix="นาย")
SUDA = person(3, name="สุดา น้ำเย็น")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("นายสมชาย ใจดี", []),
        ("(นายสมชาย  ใจดี)", []),
        ("นางสาวสุดา น้ำเย็น", [SUDA]),
        ("สุดาน้ำเย็น", [SUDA]),
        ("รักษาราชการแทนนางสุดา น้ำเย็น หัวหน้าฝ่าย", [SUDA]),
        ("นายสมชาย ใจดี และนายชาย ใจดี", [CHAI]),
        ("รหัส TT-0003", [SUDA]),
        ("TT-๐๐๐๑", [SOMCHAI]),
        ("สุดา", []),
        ("๒๕๖๘", []),
    ],
)
def test_a_public_paper_names_nobody_who_does_not_belong_there(
    text: str, who: list[object]
) -> None:
    found = exposed([text], [SOMCHAI, CHAI, SUDA], [SOMCHAI.full_name])

    assert list(found) == who


def test_a_namesake_of_somebody_announced_is_not_given_away() -> None:
    namesake = person(9, name=SOMCHAI.name)

    assert not exposed(["นายสมชาย ใจดี"], [SOMCHAI, namesake], [SOMCHAI.full_name])


def test_a_short_number_may_be_a_place_in_the_list_or_a_year() -> None:
    people = [person(1, employee_id="1"), person(2, employee_id="2568")]

    assert not exposed(["๑", "พ.ศ. ๒๕๖๘"], people, [])
    assert exposed(["๑๒๓๔๕"], [person(employee_id="12345")], [])


@pytest.mark.parametrize(
    ("text", "employee_id", "rows", "is_given_away"),
    [
        ("1001", "1001", 3, True),  # typed into the column of positions
        ("๑๐๐๑", "1001", 3, True),
        (" 1001 ", "1001", 3, True),
        ("นายช่าง (รหัส 1001)", "1001", 3, True),
        ("รหัสพนักงาน: ๔๒", "42", 3, True),
        ("รหัส 10012", "1001", 3, False),
        ("รหัสผนึกผล 01c4-66c8-9faf-8b75", "01", 3, False),  # digits of a seal
        ("รหัสผนึกผล 1234-5678-9012-3456", "1234", 3, False),
        ("รหัสผนึกผล abcd-66c8-9faf-8b75", "66", 3, False),
        ("รหัสผนึกผล 01c4-66c8-9faf-8b75 หน้า 42", "42", 3, False),
        ("รหัสผนึกผล 01c4-66c8-9faf-8b75 รหัส 42", "42", 3, True),
        ("รหัส 1234-5678", "1234", 3, True),
        ("0042", "0042", 3, True),
        ("๔๒", "42", 3, False),  # a page of the paper
        ("- 42 -", "42", 3, False),
        ("150", "150", 149, True),
        ("150", "150", 150, False),  # the last row of a long list
        ("หมู่ที่ 1001", "1001", 3, False),  # a number within a sentence is anything
        ("1001 และ 1002", "1001", 3, False),
    ],
)
def test_a_short_number_is_an_id_where_it_stands_alone_or_is_called_one(
    text: str, employee_id: str, rows: int, is_given_away: bool
) -> None:
    whom = [person(1, employee_id=employee_id)]

    assert bool(exposed([text], whom, [], rows=rows)) is is_given_away


def test_a_very_short_name_is_looked_for_as_a_whole() -> None:
    short = person(name="ดี")

    assert not exposed(["ระดับดีเด่น"], [short], [])
    assert exposed(["นายดี"], [short], [])
