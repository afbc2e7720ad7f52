"""The notices of a round: who gets one, and under which name."""

from pathlib import Path

import pytest

from a_round import opened
from perfeval.appraise.standing import PersonState, PersonStatus
from perfeval.notifying import file_name, notices
from round_people import as_state, person, ranked


def test_everybody_with_a_result_gets_a_notice(tmp_path: Path) -> None:
    people = [
        ranked(person(1), "95"),
        as_state(ranked(person(2), "75"), PersonState.EXCLUDED),
        PersonStatus(person(3), PersonState.MISSING),
    ]
    round_ = opened(tmp_path, *(one.person for one in people))

    found = list(notices(round_, people, seal="0123"))

    assert [one.path for one in found] == [
        "notices/TT-0001.xlsx",
        "notices/TT-0002.xlsx",
    ]


@pytest.mark.parametrize(
    ("employee_id", "name"),
    [
        ("TT-0001", "TT-0001"),
        ("๑๒๓", "123"),
        ("พจ.12/2568", "พจ_12_2568"),
        ("../../etc/passwd", "_etc_passwd"),
        ("CON", "_CON"),
        ("...", "__"),
        ("a" * 300, "a" * 64),
    ],
)
def test_an_id_becomes_a_name_that_every_system_takes(
    employee_id: str, name: str
) -> None:
    assert file_name(employee_id, set()) == name


def test_two_ids_never_share_a_name() -> None:
    used: set[str] = set()

    assert [file_name(one, used) for one in ("1/2", "1_2", "1.2")] == [
        "1_2",
        "1_2_2",
        "1_2_3",
    ]
    assert file_name("AB", used) != file_name("ab", used)
