"""
What a regulation asks for must fit the forms that people fill in.

The forms are not imported: they are made for a regulation, not the other way.
"""

from collections.abc import Iterator
from pathlib import Path

from perfeval.findings import Finding
from perfeval.regulations.schema import Regulation
from perfeval.tomllines import KeyPath, Places

FORMS = Path(__file__).parents[1] / "forms"
FED = {"results": "weighted_levels", "behaviour": "rating"}  # by the forms: key, method
MOST_WITNESSES = 2  # a form has room for

Findings = Iterator[Finding]


def form_exists(regulation: Regulation, at: Places) -> Findings:
    """The form is one that comes with perfeval."""
    known = sorted(path.stem for path in FORMS.glob("*.toml"))
    if regulation.form not in known:
        found = regulation.form
        yield at.finding("PE427", ("form",), found=found, known=" / ".join(known))


def choices_have_no_comma(regulation: Regulation, at: Places) -> Findings:
    """What a dropdown offers has no comma: Excel would split it in two."""
    for path, choice in _choices(regulation):
        if "," in choice:
            yield at.finding("PE431", path, found=choice)


def _choices(regulation: Regulation) -> Iterator[tuple[KeyPath, str]]:
    for i, group in enumerate(regulation.staff_groups):
        yield ("staff_groups", i, "label"), group.label
    for i, position in enumerate(regulation.positions):
        yield ("positions", i, "type"), position.type
        for j, level in enumerate(position.levels):
            yield ("positions", i, "levels", j), level


def components_are_fed_by_the_form(regulation: Regulation, at: Places) -> Findings:
    """The components are those that a form has a table for, each there."""
    known = ", ".join(f"{key} ({method})" for key, method in FED.items())
    for i, one in enumerate(regulation.components):
        if FED.get(one.key) != one.method:
            yield at.finding(
                "PE428",
                ("components", i, "key"),
                found=one.key,
                method=one.method,
                label=one.label,
                known=known,
            )
    said = {name for one in regulation.components for name in (one.key, one.method)}
    for key, method in FED.items():
        if said.isdisjoint((key, method)):
            yield at.finding("PE429", ("components",), missing=key, method=method)


def witnesses_can_be_filled_in(regulation: Regulation, at: Places) -> Findings:
    """No more witnesses are asked for than a form has room for."""
    seen = regulation.witnesses
    if seen and seen.at_least > MOST_WITNESSES:
        path = ("witnesses", "at_least")
        yield at.finding("PE430", path, found=seen.at_least, most=MOST_WITNESSES)
