"""
record/choices.json: which of several forms of a person counts; who said so, and when.

Choices are only ever added. The last one of a person holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from perfeval import thai
from perfeval.appraise.chosen import Choice, FormId
from perfeval.record.damage import DamagedError
from perfeval.record.memory import Kept, remembered
from perfeval.record.places import as_text, keep, record_folder
from perfeval.rounds.folder import RoundFolder

CHOICES = "choices.json"


def load(folder: RoundFolder) -> Mapping[str, Choice]:
    """
    The choice that holds of everybody for whom one was made, by `Person.key`.

    Raises:
        DamagedError: the file was changed by hand.
    """
    path = _path(folder)
    try:
        choices = [_choice(one) for one in _kept(path)]
    except (KeyError, TypeError, AttributeError) as damaged:
        raise DamagedError(path) from damaged
    return {thai.id_key(one.employee_id): one for one in choices}


def add(folder: RoundFolder, made: Iterable[Choice], *, on: date, by: str) -> None:
    """
    Keep some choices; the lock must be held.

    Args:
        on: the day on which they were made. by: whoever made them, as the computer
            knows that person; blank where it does not.

    Raises:
        OSError: it cannot be written.
    """
    added = [_as_kept(one, on, by) for one in made]
    if added:
        record_folder(folder.record)
        path = _path(folder)
        keep(as_text({"choices": [*_kept(path), *added]}), path)


def _path(folder: RoundFolder) -> Path:
    return folder.record / CHOICES


def _kept(path: Path) -> Sequence[Kept]:
    kept = remembered(path)
    listed = [] if kept is None else kept.get("choices")
    if not isinstance(listed, list):
        raise DamagedError(path)
    return listed


def _choice(kept: Kept) -> Choice:
    return Choice(
        employee_id=kept["employee_id"],
        file=kept["file"],
        chosen=_form(kept["chosen"]),
        among=frozenset(_form(one) for one in kept["among"]),
    )


def _form(kept: Mapping[str, str]) -> FormId:
    return FormId(kept["sha256"], kept["sheet"])


def _as_kept(one: Choice, on: date, by: str) -> Kept:
    return {
        "employee_id": one.employee_id,
        "file": one.file,
        "chosen": one.chosen._asdict(),
        "among": [form._asdict() for form in sorted(one.among)],
        "chosen_on": on.isoformat(),
        "chosen_by": by,
    }
