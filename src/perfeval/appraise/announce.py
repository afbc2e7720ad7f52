"""
Who is announced by name, and whether a public paper names anybody else.

Only people who are ranked are announced: whoever has moved away is listed for
sending, whoever is held or missing has no result.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from perfeval import thai
from perfeval.appraise.standing import PersonState, PersonStatus
from perfeval.regulations.schema import Band, Regulation
from perfeval.roster import Person

SHORT = 4  # letters of a name, or digits of an id, that any text may hold by chance
PAGES = 100  # from here on, a number alone is no page of a paper
# A number that a text introduces as the id of somebody, however short.
_CALLED_ID = re.compile(r"รหัส\D{0,20}(\d+)")
# The seal of a paper, introduced in the same way: neither it nor what follows is one.
_CALLED_SEAL = re.compile(r"รหัส\D{0,20}?(?a:\b[0-9a-f]{4}(?:-[0-9a-f]{4}){3}\b)")
_BREAKS = re.compile(r"[\s()\[\],;:/–]+")


@dataclass(frozen=True, slots=True)
class Announced:
    """Somebody who is announced, and the band that earns it."""

    person: Person
    band: Band


def announced(
    people: Iterable[PersonStatus], regulation: Regulation, divisions: Sequence[str]
) -> tuple[Announced, ...]:
    """
    Everybody whose final result is in a band that the regulation announces.

    By division in the official order, then in the order given: never by score.

    Args:
        people: in roster order.
        divisions: their names in the official order; one that is not among them
            comes last.

    Source: the announcement of the regulation.
    """
    wanted = set(regulation.announcement.bands)
    found = [
        Announced(one.person, one.final.band)
        for one in people
        if one.state is PersonState.RANKED
        and one.final is not None
        and one.final.regulation.id == regulation.id
        and one.final.band.key in wanted
    ]
    order = {name: place for place, name in enumerate(divisions)}
    return tuple(
        sorted(found, key=lambda one: order.get(one.person.division, len(order)))
    )


def exposed(
    texts: Iterable[str],
    people: Iterable[Person],
    named: Iterable[str],
    *,
    rows: int = 0,
) -> tuple[Person, ...]:
    """
    Everybody whom a public paper gives away, by name or by employee id.

    An id is never public, not even that of somebody who is announced.

    Args:
        texts: every text of the paper, seen or not.
        people: the whole roster.
        named: the names that belong there: announced, and signing.
        rows: of the list, which are numbered from 1.
    """
    proper = sorted({_bare(name) for name in named}, key=len, reverse=True)
    told = list(texts)
    bare = {_without(_bare(text), proper) for text in told}
    words = {thai.id_key(word) for text in told for word in _BREAKS.split(text) if word}
    unsealed = (_CALLED_SEAL.sub("", text) for text in told)
    called = {thai.ascii_digits(one) for t in unsealed for one in _CALLED_ID.findall(t)}
    alone = {key for text in told if not _is_place(key := thai.id_key(text), rows)}
    return tuple(
        person
        for person in people
        if _is_named(person, bare, proper)
        or person.key in called
        or person.key in (alone if _is_short(person.key) else words)
    )


def _bare(text: str) -> str:
    """A text without blanks and prefix, as names are compared."""
    return thai.name_key(text).casefold()


def _without(text: str, proper: Sequence[str]) -> str:
    """What is left of a text besides the names that belong there, longest first."""
    for name in proper:
        if name in text:
            text = text.replace(name, "\n")
    return text


def _is_named(person: Person, texts: Iterable[str], proper: Sequence[str]) -> bool:
    name = _bare(person.name)
    if name in proper or not name:  # a namesake of somebody who belongs there
        return False
    if len(name) < SHORT:
        return name in texts
    return any(name in text for text in texts)


def _is_short(key: str) -> bool:
    """True of an id that may be a year or a clause within a sentence."""
    return len(key) <= SHORT and key.isdecimal()


def _is_place(key: str, rows: int) -> bool:
    """True of a text that, alone in its cell, may be a place in the list or a page."""
    return _is_short(key) and key[:1] != "0" and int(key) < max(rows + 1, PAGES)
