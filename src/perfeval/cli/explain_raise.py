"""The raise of one person for `perfeval explain`, once the round is decided."""

from typing import TYPE_CHECKING

from perfeval.cli.explain_steps import show_steps
from perfeval.cli.output import Voice

if TYPE_CHECKING:
    from perfeval.findings import Finding
    from perfeval.proposing import OfPerson
    from perfeval.reports.layers import Explained
    from perfeval.rounds.opened import Opened

TITLE = ("การเลื่อนเงินเดือนหรือค่าตอบแทน", "Raise")


def raise_of(
    there: "Opened", explained: "Explained"
) -> "tuple[OfPerson | None, tuple[Finding, ...]]":
    """
    The raise of a person, and what is lacking for it.

    None while the round is undecided, and where the regulation has no such rules.
    """
    if explained.decided is None:
        return None, ()
    from perfeval.datafile import DataFileError
    from perfeval.proposing import of_person

    try:
        found = of_person(there, explained.status)
    except DataFileError as faults:
        return None, tuple(faults.findings)
    return found, found.findings if found else ()


def show_raise(raised: "OfPerson | None", say: Voice) -> None:
    """Every step, with its clause."""
    if raised is not None:
        say.say(*TITLE)
        show_steps(list(raised.steps(say.lang)), say)


def raise_as_json(raised: "OfPerson | None", lang: str) -> dict[str, object] | None:
    """The raise as `pay --json` tells it, with its steps."""
    if raised is None:
        return None
    from perfeval.reports import explanation

    steps = [explanation.as_json(step) for step in raised.steps(lang)]
    return {**raised.record, "steps": steps}
