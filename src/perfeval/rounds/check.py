"""What round.toml says that may be right, but is worth a look."""

from collections.abc import Iterator
from datetime import date

from perfeval import thai
from perfeval.findings import Finding
from perfeval.regulations.schema import Regulation
from perfeval.roster import Roster
from perfeval.rounds.load import RoundRead
from perfeval.rounds.schema import RoundFile, is_to_fill
from perfeval.tomllines import KeyPath, spelled


def check_round(read: RoundRead, roster: Roster) -> Iterator[Finding]:
    """Every doubt about round.toml, in the order of the file."""
    yield from _early_announcement(read)
    yield from _unknown_heads(read, roster)
    yield from _to_fill(read)


def ends_on(said: RoundFile, regulation: Regulation) -> date | None:
    """The last day of the round, C.E.; None where the regulation has no such."""
    for one in regulation.rounds:
        if one.number == said.round:
            year = said.year - thai.BUDDHIST_ERA + one.ends.year
            return date(year, one.ends.month, one.ends.day)
    return None


def _early_announcement(read: RoundRead) -> Iterator[Finding]:
    said = read.round
    ends = [ends_on(said, one.regulation) for one in read.regulations.values()]
    last = max((day for day in ends if day), default=None)
    if said.announce_on and last and said.announce_on < last:
        yield read.at.finding(
            "PE446", ("announce_on",), found=said.announce_on, ends=last
        )


def _unknown_heads(read: RoundRead, roster: Roster) -> Iterator[Finding]:
    for place, one in enumerate(read.round.divisions):
        if one.head and roster.find(one.head) is None:
            path: KeyPath = ("divisions", place, "head")
            yield read.at.finding("PE445", path, found=one.head)


def _to_fill(read: RoundRead) -> Iterator[Finding]:
    """All values that only hold a place, as one finding at the first of them."""
    said = read.round
    signing: list[tuple[KeyPath, str]] = [
        (("chief", "name"), said.chief.name),
        (("chief", "position"), said.chief.position),
    ]
    for place, member in enumerate(said.committee):
        path: KeyPath = ("committee", place)
        signing += [
            ((*path, "name"), member.name),
            ((*path, "position"), member.position),
        ]
    dotted = [path for path, value in signing if is_to_fill(value)]
    if dotted:
        listed = ", ".join(spelled(path) for path in dotted)
        yield read.at.finding("PE444", dotted[0], found=listed)
