"""Steps of a working for `perfeval explain`, as people read them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from perfeval.cli.output import Voice

if TYPE_CHECKING:
    from perfeval.reports.explanation import Step


def show_steps(steps: "Sequence[Step]", say: Voice) -> None:
    """Lines of working; clauses are long and come again, so each has a number."""
    from perfeval.reports.explanation import said

    titles = {
        "th": ("รายการ", "วิธีคิด", "ได้", "ช่อง", "ข้อ"),
        "en": ("Step", "Working", "Gives", "Cells", "Clause"),
    }[say.lang]
    clauses = list(dict.fromkeys(step.clause for step in steps if step.clause))
    rows = [
        (
            step.label,
            step.working,
            "" if step.value is None else said(step.value),
            ", ".join(step.cells),
            str(clauses.index(step.clause) + 1) if step.clause else "",
        )
        for step in steps
    ]
    say.steps(titles, rows)
    say.say("ข้อที่อ้างอิง", "Clauses")
    for number, clause in enumerate(clauses, 1):
        say.say(f"  [{number}] {clause}", f"  [{number}] {clause}")
