"""
The two sums: everybody of the roster and every entry of the inbox, once each.

A sum that does not come out is a fault of the program, and nothing is published.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from perfeval.appraise.received import Received
from perfeval.appraise.several import COUNTABLE
from perfeval.appraise.standing import Intake, PersonState
from perfeval.roster import Roster


class AccountingError(Exception):
    """Somebody or something was lost or counted twice on the way."""


def account(
    intake: Intake,
    *,
    roster: Roster,
    entries: Iterable[str],
    received: Sequence[Received],
) -> None:
    """
    Hold an intake against what went in.

    Args:
        entries: the path of everything that the inbox holds, as shown.
        received: the same things once they were read.

    Raises:
        AccountingError: a person, a file or a form is missing, doubled or invented.
    """
    people = [status.person.key for status in intake.people]
    files = [status.file for status in intake.files]
    listed = list(entries)
    _same("people", people, [person.key for person in roster.people])
    _same("files", files, listed)
    _same("entries", [one.file for one in received], listed)
    for kind, counted in intake.counts().items():
        total = {"people": len(roster.people), "files": len(listed)}[kind]
        states = sum(count for state, count in counted.items() if state != "total")
        if not states == counted["total"] == total:
            raise AccountingError(f"{kind}: {dict(counted)}, expected {total}")
    _forms(intake, received)


def _same(kind: str, have: Sequence[str], want: Sequence[str]) -> None:
    """Nothing lost, nothing invented, nothing twice."""
    counted, wanted = Counter(have), Counter(want)
    twice = [one for one, count in counted.items() if count > 1]
    if counted != wanted or twice:
        wrong = sorted([*(counted - wanted), *(wanted - counted), *twice])
        raise AccountingError(f"{kind}: {', '.join(wrong)}")


def _forms(intake: Intake, received: Sequence[Received]) -> None:
    """Whoever has a form of this round has its file, and nobody is ranked without."""
    came: dict[str, set[str]] = {status.person.key: set() for status in intake.people}
    for one in received:
        for form in one.forms:
            if form.person is not None and form.state in COUNTABLE:
                if form.person.key not in came:
                    raise AccountingError(f"form of nobody: {form.place}")
                came[form.person.key].add(one.file)
    for status in intake.people:
        sent, told = came[status.person.key], set(status.files)
        is_missing = status.state is PersonState.MISSING
        is_ranked = status.state is PersonState.RANKED
        if (
            not told <= sent
            or bool(told) != bool(sent)
            or (is_missing and sent)
            or (is_ranked and status.final is None)
        ):
            raise AccountingError(f"forms of {status.person.employee_id}")
