"""What a screening committee must be made of, held against round.toml."""

from collections import Counter
from collections.abc import Iterator, Sequence

from perfeval import thai
from perfeval.findings import Finding, Location, finding
from perfeval.rounds.opened import Opened
from perfeval.rounds.schema import CommitteeMember

MEMBERS = ("member", "member_secretary")
SECRETARIES = ("member_secretary", "secretary")


def check_committee(opened: Opened) -> Iterator[Finding]:
    """
    One chair, at least one member, a secretary, nobody twice.

    Source: the announcements appoint a chair, members and a secretary (R3-16); what
    else a committee needs they leave to the office.
    """
    where = Location(opened.folder.shown(opened.folder.round_file))
    yield from check_members(opened.round.committee, where)


def check_members(
    committee: Sequence[CommitteeMember], where: Location
) -> Iterator[Finding]:
    """The same of its members, told of a place in round.toml."""
    if not committee:
        yield finding("PE601", where)
        return
    roles: Counter[str] = Counter(member.role for member in committee)
    if roles["chair"] != 1:
        yield finding("PE602", where, found=str(roles["chair"]))
    if not any(roles[role] for role in MEMBERS):
        yield finding("PE603", where)
    if not any(roles[role] for role in SECRETARIES):
        yield finding("PE604", where)
    yield from _twice(committee, where)


def _twice(committee: Sequence[CommitteeMember], where: Location) -> Iterator[Finding]:
    named = [member for member in committee if member.is_named]
    names = Counter(thai.name_key(member.name) for member in named)
    for member in named:
        if names.pop(thai.name_key(member.name), 0) > 1:
            yield finding("PE605", where, found=member.name)
