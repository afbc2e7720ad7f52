"""
The words of every finding: severity, message and remedy, in Thai and English.

A message says what is wrong, a remedy what to type or do. `{found}` is what
stood in the cell; every other name is a fact that the finding carries. A code
never changes its meaning and is never used again.
"""

from perfeval.catalogue import (
    agreement,
    announcement,
    attendance,
    cells,
    decide,
    decisions,
    files,
    forms,
    handout,
    inbox,
    intake,
    machine,
    marks,
    matching,
    pay,
    pay_groups,
    pay_rules,
    people,
    publication,
    regulation,
    roster,
    rounds,
)
from perfeval.catalogue.entry import Entry, Severity, Text

__all__ = ["CATALOGUE", "Entry", "Severity", "Text"]

CATALOGUE: dict[str, Entry] = {
    **files.ENTRIES,
    **cells.ENTRIES,
    **forms.ENTRIES,
    **people.ENTRIES,
    **marks.ENTRIES,
    **matching.ENTRIES,
    **agreement.ENTRIES,
    **inbox.ENTRIES,
    **roster.ENTRIES,
    **handout.ENTRIES,
    **intake.ENTRIES,
    **regulation.ENTRIES,
    **rounds.ENTRIES,
    **pay_rules.ENTRIES,
    **pay.ENTRIES,
    **pay_groups.ENTRIES,
    **attendance.ENTRIES,
    **decisions.ENTRIES,
    **decide.ENTRIES,
    **publication.ENTRIES,
    **announcement.ENTRIES,
    **machine.ENTRIES,
}
