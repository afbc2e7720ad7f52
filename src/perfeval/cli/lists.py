"""What `perfeval check` says of a roster or a list of attendance that it read."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from perfeval.catalogue import Severity
from perfeval.cli.intake import round_if_any
from perfeval.cli.output import Voice
from perfeval.findings import Finding

if TYPE_CHECKING:
    from perfeval.batch import Outcome
    from perfeval.checklists import ListRead


def with_lists(
    say: Voice, outcome: "Outcome", paths: Sequence[Path], round_dir: Path | None
) -> tuple["Outcome", tuple["ListRead", ...]]:
    """The faults of a list that was named like a form, and every list that was read."""
    from perfeval.batch import NO_FORM

    if all(one.code != NO_FORM for one in outcome.findings):
        return outcome, ()
    from perfeval.checklists import with_lists

    return with_lists(outcome, round_if_any(say, paths, round_dir))


def tell_lists(say: Voice, outcome: "Outcome", read: Sequence["ListRead"]) -> bool:
    """
    A line for every list: how many people stand in it, and what is wrong in it.

    Returns:
        True where the run has no other file, so that there are no forms to sum up.
    """
    for one in read:
        own = [told for told in outcome.findings if told.file == one.file]
        (th, en), (found_th, found_en) = _holds(one), _found(own)
        say.say(f"{one.file}: {th} · {found_th}", f"{one.file}: {en} · {found_en}")
    lists = {one.file for one in read}
    if not lists or outcome.files > len(lists):
        return False
    others = [told for told in outcome.findings if told.file not in lists]
    if others:
        th, en = _found(others)
        say.say(f"ไฟล์อื่นของรอบ · {th}", f"Other files of the round · {en}")
    return True


def _holds(one: "ListRead") -> tuple[str, str]:
    """Which list it is, and how many people and leaves stand in it."""
    if one.leaves is None:
        return f"อ่านบัญชีรายชื่อแล้ว {one.people} คน", f"roster read, people {one.people}"
    th = f"อ่านการลาและการมาสายแล้ว รายชื่อ {one.people} คน การลา {one.leaves} ครั้ง"
    en = f"attendance read, people {one.people}, leaves {one.leaves}"
    if one.is_untouched:
        return f"{th} (ยังไม่ได้กรอก)", f"{en} (nothing filled in yet)"
    return th, en


def _found(findings: Iterable[Finding]) -> tuple[str, str]:
    """How many findings of each severity, or that there is none."""
    levels = [one.severity for one in findings]
    if not levels:
        return "ไม่พบข้อผิดพลาด", "nothing is wrong"
    errors, warnings, notes = map(levels.count, Severity)
    return (
        f"ต้องแก้ไข {errors} ควรตรวจสอบ {warnings} หมายเหตุ {notes}",
        f"errors {errors}, warnings {warnings}, notes {notes}",
    )
