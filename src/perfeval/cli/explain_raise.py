"""The raise of one person for `perfeval explain`, once the round is decided."""

from typing import TYPE_CHECKING

from perfeval.cli.explain_steps import show_steps
from perfeval.cli.output import Voice

if TYPE_CHECKING:
    from perfeval.appraise.raises import Raises
    from perfeval.findings import Finding
    from perfeval.reports.layers import Explained
    from perfeval.rounds.opened import Opened


def raise_of(
    there: "Opened", explained: "Explained"
) -> "tuple[Raises | None, tuple[Finding, ...]]":
    """
    The raise of a person, and what is lacking for it.

    None while the round is undecided, and where the regulation has no such rules.
    """
    if explained.decided is None:
        return None, ()
    from perfeval.appraise.raises import days_of
    from perfeval.datafile import DataFileError
    from perfeval.paying import raise_of as of_person
    from perfeval.record import pay as record

    group = explained.status.person.staff_group
    if days_of(there, group) is None:
        return None, ()
    try:
        found = of_person(there, explained.status, record.load(there.folder, group))
    except DataFileError as faults:
        return None, tuple(faults.findings)
    return found, found.of_people if found else ()


def show_raise(raised: "Raises | None", say: Voice) -> None:
    """Every step, with its clause."""
    if raised is None:
        return
    from perfeval.reports import pay_steps

    (one,) = raised.proposals
    title = pay_steps.title(say.lang)
    say.say(title, title)
    show_steps(list(pay_steps.steps(raised, one, say.lang)), say)


def raise_as_json(raised: "Raises | None", lang: str) -> dict[str, object] | None:
    """The raise as `pay --json` tells it, with its steps."""
    if raised is None:
        return None
    from perfeval.reports import explanation, pay_json, pay_steps

    (one,) = raised.proposals
    steps = pay_steps.steps(raised, one, lang)
    return {
        **pay_json.person(raised, one),
        "steps": [explanation.as_json(step) for step in steps],
    }
