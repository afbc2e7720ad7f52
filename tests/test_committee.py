"""What a screening committee must be made of."""

import pytest

from committee_round import COMMITTEE, member, opened
from perfeval.appraise.committee import check_committee

CHAIR, MEMBER, SECRETARY = (
    member("นายหนึ่ง", "chair"),
    member("นายสอง", "member"),
    member("นายสาม", "secretary"),
)


def codes(*committee):
    """What is told of a committee."""
    return [one.code for one in check_committee(opened(committee=committee))]


def test_a_chair_a_member_and_a_secretary_are_a_committee():
    assert codes(CHAIR, MEMBER, SECRETARY) == []
    assert codes(*COMMITTEE) == []  # the secretary may be a member


@pytest.mark.parametrize(
    ("committee", "told"),
    [
        ((), ["PE601"]),
        ((MEMBER, SECRETARY), ["PE602"]),
        ((CHAIR, member("นายสี่", "chair"), MEMBER, SECRETARY), ["PE602"]),
        ((CHAIR, SECRETARY), ["PE603"]),
        ((CHAIR, MEMBER), ["PE604"]),
        ((CHAIR, MEMBER, SECRETARY, member("นาง หนึ่ง", "member")), ["PE605"]),
    ],
)
def test_what_a_committee_lacks_is_told(committee, told):
    assert codes(*committee) == told


def test_it_is_told_of_the_file_of_the_round():
    (told,) = check_committee(opened(committee=()))

    assert told.file == "round.toml"
