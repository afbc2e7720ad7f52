"""Which of several different forms of one person counts, as the officer chose."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from perfeval.model import Evaluation


class FormId(NamedTuple):
    """A form by the digest of its workbook and its sheet; no path, no time."""

    sha256: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Choice:
    """
    One choice of the officer.

    file: where the chosen form lay, as shown. among: every form of the person that
    stood there then; one that comes later is none that the officer has seen.
    """

    employee_id: str
    file: str
    chosen: FormId
    among: frozenset[FormId]


def id_of(form: Evaluation) -> FormId:
    """What a choice knows a form by."""
    return FormId(form.sha256, form.sheet)


def chosen_of(
    choice: Choice, forms: Sequence[Evaluation], alike: Sequence[object]
) -> int | None:
    """
    Which of some forms of a person a choice means.

    Args:
        alike: for each form, what makes two of them the same.

    Returns:
        The place of the chosen one; None where it is gone, or where a form stands
        beside it that differs and was not there when the choice was made.
    """
    ids = [id_of(form) for form in forms]
    if choice.chosen not in ids:
        return None
    chosen = ids.index(choice.chosen)
    others = zip(ids, alike, strict=True)
    is_known = all(one in choice.among or same == alike[chosen] for one, same in others)
    return chosen if is_known else None
