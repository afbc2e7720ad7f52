"""
What a regulation asks for must fit the forms that people fill in.

The forms are not imported: they are made for a regulation, not the other way.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from perfeval.findings import Finding
from perfeval.regulations.dimensions import RESULT_METHODS
from perfeval.regulations.matching import COMPETENCY_METHODS
from perfeval.regulations.schema import Regulation
from perfeval.tomllines import KeyPath, Places

FORMS = Path(__file__).parents[1] / "forms"
MARKS = ("marks",)
FED = {"results": RESULT_METHODS, "behaviour": COMPETENCY_METHODS}  # key, methods
MARKED = {"results": MARKS, "behaviour": MARKS}  # by a form of items
TABLES = (
    dict.fromkeys(RESULT_METHODS, "indicators")
    | {"marks": "items"}
    | dict.fromkeys(COMPETENCY_METHODS, "competencies")
)
COLUMNS = {"weighted_levels": "target_5", "dimensions": "quantity"}  # its own
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
    is_marked = any(one.method == "marks" for one in regulation.components)
    fed = MARKED if is_marked else FED
    known = ", ".join(f"{key} ({' / '.join(named)})" for key, named in fed.items())
    for i, one in enumerate(regulation.components):
        if one.method not in fed.get(one.key, ()):
            yield at.finding(
                "PE428",
                ("components", i, "key"),
                found=one.key,
                method=one.method,
                label=one.label,
                known=known,
            )
    keys = {one.key for one in regulation.components}
    methods = {one.method for one in regulation.components}
    for key, named in fed.items():
        if key not in keys and (is_marked or not methods.intersection(named)):
            yield at.finding("PE429", ("components",), missing=key, method=named[0])


def the_form_has_its_tables(regulation: Regulation, at: Places) -> Findings:
    """The form has a table for the method of every component."""
    source = FORMS / f"{regulation.form}.toml"
    if not source.is_file():  # told above
        return
    said = tomllib.loads(source.read_text("utf-8"))
    tables = {one["key"] for one in said["tables"]}
    columns = {column["key"] for one in said["tables"] for column in one["columns"]}
    for one in regulation.components:
        needed = COLUMNS.get(one.method)
        if TABLES[one.method] not in tables or (needed and needed not in columns):
            yield at.finding(
                "PE433",
                ("form",),
                found=regulation.form,
                method=one.method,
                label=one.label,
            )
            return


def witnesses_can_be_filled_in(regulation: Regulation, at: Places) -> Findings:
    """No more witnesses are asked for than a form has room for."""
    seen = regulation.witnesses
    if seen and seen.at_least > MOST_WITNESSES:
        path = ("witnesses", "at_least")
        yield at.finding("PE430", path, found=seen.at_least, most=MOST_WITNESSES)
