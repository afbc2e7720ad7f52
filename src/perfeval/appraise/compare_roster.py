"""What a form says otherwise than the roster; the roster decides."""

from collections.abc import Iterator
from typing import Any

from perfeval import thai
from perfeval.appraise.movement import counts_from, has_former_supervisor, on_probation
from perfeval.findings import Finding, finding
from perfeval.model import Evaluation
from perfeval.regulations.schema import Regulation
from perfeval.roster import Person
from perfeval.rounds.opened import Opened

YES_NO = {"yes": ("ใช่", "yes"), "no": ("ไม่ใช่", "no")}
LABELS = {  # of what a form may say otherwise
    "division": ("สังกัด", "division"),
    "staff_group": ("กลุ่ม", "staff group"),
    "position_type": ("ประเภทตำแหน่ง", "position type"),
    "position_level": ("ระดับตำแหน่ง", "position level"),
    "probation": ("ทดลองปฏิบัติราชการ", "probation"),
    "is_head": ("เป็นผู้บริหารหรือหัวหน้างาน", "head"),
}
EVALUATOR = {
    "evaluator_id": ("รหัสผู้ประเมิน", "evaluator's id"),
    "evaluator_name": ("ชื่อผู้ประเมิน", "evaluator's name"),
}
MOVEMENTS = {
    "moved": ("ย้าย", "was moved"),
    "transferred_out": ("โอนไป", "was transferred"),
}


def decided(person: Person, opened: Opened) -> dict[str, str]:
    """What the roster decides of a person, as a form would say it."""
    regulation = opened.regulation_of(person)
    is_new = on_probation(person, regulation, opened.round)
    said = {
        "division": person.division,
        "staff_group": person.staff_group,
        "position_type": person.position_type,
        "position_level": person.position_level,
        "probation": "yes" if is_new else "no",
        "is_head": "yes" if person.is_head else "no",
    }
    return {key: value for key, value in said.items() if value}


def as_the_roster_says(typed: Evaluation, person: Person, opened: Opened) -> Evaluation:
    """The evaluation with the person as the roster has it, probation too."""
    roster: dict[str, Any] = decided(person, opened)
    roster |= {"employee_id": person.employee_id, "name": person.full_name}
    if typed.is_blank("round_number"):  # marks are those of the round of the folder
        roster["round_number"] = str(opened.round.round)
        if typed.is_blank("fiscal_year"):  # PE349 tells that neither was typed
            roster["fiscal_year"] = str(opened.round.year)
    if person.position:
        roster["position"] = person.position
    if roster["probation"] != (typed.probation or "no"):
        # the cell of the form does not say what weighs
        roster["at"] = {k: v for k, v in typed.at.items() if k != "probation"}
    return typed.model_copy(update=roster)


def differences(typed: Evaluation, person: Person, opened: Opened) -> Iterator[Finding]:
    """Everything in a form that the roster says otherwise, or asks for as well."""
    regulation = opened.regulation_of(person)
    yield from _name(typed, person, opened)
    for key, roster in decided(person, opened).items():
        said = getattr(typed, key)
        if said and thai.label_key(said) != thai.label_key(roster):
            yield _differs(typed, key, roster, regulation)
    yield from _evaluator(typed, person, opened)
    if person.next_supervisor_id and typed.is_blank("next_supervisor_opinion"):
        above = opened.name_of(person.next_supervisor_id)
        yield finding(
            "PE352",
            typed.where("next_supervisor_opinion"),
            clause=(
                regulation.next_supervisor.clause
                if regulation.next_supervisor
                else None
            ),
            roster=above or person.next_supervisor_id,
        )
    if person.movement == "seconded" and not (
        typed.host_information or typed.host_opinion
    ):
        clause = next(
            (one.clause for one in regulation.provisions if one.key == "host_opinion"),
            None,
        )
        yield finding("PE353", typed.where("host_information"), clause=clause)


def _name(typed: Evaluation, person: Person, opened: Opened) -> Iterator[Finding]:
    """The name is the second witness of the id."""
    name, roster = typed.name, person.full_name
    if not name or thai.name_key(name) == thai.name_key(roster):
        return
    others = [one for one in opened.roster.named(name) if one.key != person.key]
    if not others and thai.is_near_name(name, roster):
        yield finding("PE344", typed.where("name"), found=name, roster=roster)
        return
    meant = ", ".join(one.employee_id for one in others)
    yield finding(
        "PE343",
        typed.where("name"),
        found=name,
        roster=roster,
        employee=person.employee_id,
        near_th=f" (ชื่อนี้คือรหัส {meant})" if meant else "",
        near_en=f" (the name is that of {meant})" if meant else "",
    )


def _differs(
    typed: Evaluation, key: str, roster: str, regulation: Regulation
) -> Finding:
    label = LABELS[key]
    return finding(
        "PE345",
        typed.where(key),
        found=_shown(key, getattr(typed, key), regulation),
        roster=_shown(key, roster, regulation),
        label_th=label[0],
        label_en=label[1],
    )


def _shown(key: str, value: str, regulation: Regulation) -> str:
    """A value as the form's dropdown shows it."""
    if key in ("probation", "is_head"):
        return YES_NO[value][0]
    if key == "staff_group":
        groups = {one.key: one.label for one in regulation.staff_groups}
        return groups.get(value, value)
    return value


def _evaluator(typed: Evaluation, person: Person, opened: Opened) -> Iterator[Finding]:
    """Who evaluated is who the roster says; where id or name agrees, that is told."""
    wanted = person.evaluator_id
    if not wanted:
        return
    name = opened.name_of(wanted)
    agrees = _agreements(typed, wanted, name)
    wrong = [key for key, same in agrees.items() if not same]
    if not wrong:
        return
    roster = f"{wanted} {name}" if name else wanted
    found = getattr(typed, wrong[0])
    if any(agrees.values()) or _is_spelling(typed, wrong, name):
        label = EVALUATOR[wrong[0]]
        yield finding(
            "PE348",
            typed.where(wrong[0]),
            found=found,
            roster=roster,
            label_th=label[0],
            label_en=label[1],
        )
        return
    regulation = opened.regulation_of(person)
    if has_former_supervisor(person, regulation, opened.round):
        day = counts_from(person, regulation, opened.round)
        words = MOVEMENTS[person.movement or "moved"]
        yield finding(
            "PE355",
            typed.where(wrong[0]),
            found=found,
            clause=regulation.transfer.clause if regulation.transfer else None,
            roster=roster,
            day_th=thai.long_date(day) if day else "",
            day_en=day or "",
            movement_th=words[0],
            movement_en=words[1],
        )
        return
    yield finding("PE347", typed.where(wrong[0]), found=found, roster=roster)


def _agreements(typed: Evaluation, wanted: str, name: str | None) -> dict[str, bool]:
    """Whether id and name of the evaluator agree with the roster, where said."""
    said = {}
    if typed.evaluator_id:
        key = thai.id_key(typed.evaluator_id)
        said["evaluator_id"] = key == thai.id_key(wanted)
    if typed.evaluator_name and name:
        key = thai.name_key(typed.evaluator_name)
        said["evaluator_name"] = key == thai.name_key(name)
    return said


def _is_spelling(typed: Evaluation, wrong: list[str], name: str | None) -> bool:
    """True where no id contradicts and the name may be another spelling."""
    if wrong != ["evaluator_name"] or not typed.evaluator_name or not name:
        return False
    return thai.is_near_name(typed.evaluator_name, name)
