"""`perfeval forms`."""

import secrets
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from perfeval.choices import Per, Stage
from perfeval.cli.clock import now
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, reason, voice

if TYPE_CHECKING:
    from perfeval.appraise.agreed import Agreement
    from perfeval.findings import Finding
    from perfeval.handout.make import Made, Wanted
    from perfeval.roster import Person
    from perfeval.rounds.folder import RoundFolder
    from perfeval.rounds.opened import Opened

NONCE = 8  # bytes, so that no two people of a round draw the same
CODES = {"stale": "PE334", "spared": "PE335"}  # what became of a file and must be told
REASONS = {  # why somebody gets no form
    "faulty": ("แถวในบัญชีรายชื่อต้องแก้ไขก่อน", "the row of the roster is faulty"),
    "excluded": ("ไม่ต้องจัดลำดับตามบัญชีรายชื่อ", "excluded on the roster"),
    "other_form": (
        "ระดับตำแหน่งนี้ใช้แบบประเมินอื่น",
        "the position level has another form",
    ),
    "due_from_elsewhere": (
        "รอผลจากหน่วยงานเดิมที่โอนมา",
        "the result is due from the former office",
    ),
    "not_agreed": ("ยังไม่ได้บันทึกข้อตกลง", "no agreement is recorded"),
}

Recorded = Mapping[str, "Sequence[Agreement]"]


class Left(NamedTuple):
    """
    Workbooks of earlier runs that are still there.

    forgotten: for nobody any more. doubled: give people of this run a second form.
    """

    forgotten: Sequence[str]
    doubled: Sequence[str]


@dataclass(frozen=True, slots=True)
class Handed:
    """A run: every workbook, everybody who gets none and why, what was found."""

    made: "tuple[Made, ...]"
    without: "Mapping[str, Sequence[Person]]"
    findings: "tuple[Finding, ...]"


def forms(
    ctx: typer.Context,
    per: Annotated[
        Per,
        typer.Option(
            help="person = หนึ่งไฟล์ต่อคน evaluator = หนึ่งไฟล์ต่อผู้ประเมิน หนึ่งแผ่นงานต่อคน "
            "|| A workbook a person, or one an evaluator with a sheet a person.",
        ),
    ] = Per.PERSON,
    stage: Annotated[
        Stage,
        typer.Option(
            help="agreement = แบบสำหรับทำข้อตกลงและประเมิน "
            "evaluation = แบบประเมินที่กรอกข้อตกลงซึ่งบันทึกแล้วไว้ให้ "
            "|| agreement: nothing agreed yet; evaluation: the recorded agreement "
            "filled in and locked.",
        ),
    ] = Stage.AGREEMENT,
    again: Annotated[
        bool,
        typer.Option(
            "--force",
            help="ทำใหม่ทุกฉบับ ยกเว้นไฟล์ที่มีผู้แก้ไขแล้ว "
            "|| Make all again, except files that somebody has changed.",
        ),
    ] = False,
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """สร้างแบบของทุกคนในรอบ กรอกข้อมูลบุคคลไว้ให้ || Make the prefilled forms of a round."""
    from perfeval.cli.locking import holding, unsealed
    from perfeval.cli.rounds import opened
    from perfeval.handout.make import Wanted

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    opened_round = opened(say, round_dir)
    unsealed(opened_round.folder)
    wanted = Wanted(per, stage, again)
    with holding(opened_round.folder, "forms"):
        handed = _hand_out(say, opened_round, wanted)
    say.findings(handed.findings)
    _sum_up(say, handed, wanted)
    say.json(
        "forms",
        summary=_summary(handed),
        results=list(_results(handed)),
        findings=handed.findings,
        files=[
            {"kind": "form", "path": one.path, "sha256": one.sha256}
            for one in handed.made
            if one.became == "made"
        ],
    )
    return code_of(handed.findings)


def _hand_out(say: Voice, opened: "Opened", wanted: "Wanted") -> Handed:
    """Make what is wanted and remember it."""
    from perfeval.cli.progress import watched
    from perfeval.handout.make import Maker
    from perfeval.handout.plan import plan
    from perfeval.record import agreements

    recorded = agreements.load(opened.folder)
    maker = Maker(opened, wanted, recorded, draw=lambda: secrets.token_hex(NONCE))
    people, without = _sorted(opened, wanted, recorded)
    planned = plan(opened, people, wanted.per, wanted.stage)
    words = ("กำลังสร้างแบบประเมิน", "Making the forms")
    try:
        steps = watched(say, maker.make(planned), len(planned), words)
        made = tuple(steps)
        _log(opened, wanted, made)
    except OSError as wrong:
        raise _unwritable(opened.folder, wrong) from wrong
    left = Left(maker.forgotten(planned), maker.doubled(people))
    return Handed(made, without, tuple(_told(opened, made, left)))


def _log(opened: "Opened", wanted: "Wanted", made: "Sequence[Made]") -> None:
    """A line of the audit log: for whom, and no file, since its name is theirs."""
    from perfeval.record.audit import Entry, append

    fresh = [one for one in made if one.became == "made"]
    people = (person.employee_id for one in fresh for person in one.people)
    facts = {"per": str(wanted.per), "stage": str(wanted.stage)}
    facts["made"] = str(len(fresh))
    at = now().isoformat()
    append(opened.folder.record, Entry(at, "forms", ids=tuple(people), facts=facts))


def _unwritable(folder: "RoundFolder", wrong: OSError) -> StopError:
    th, en = reason(wrong)
    return StopError(
        Exit.UNUSABLE,
        f"เขียนแบบใน {folder.shown(folder.forms)}/ ไม่ได้: {th}",
        f"Cannot write the forms under {folder.shown(folder.forms)}/: {en}",
    )


def _sorted(
    opened: "Opened", wanted: "Wanted", recorded: Recorded
) -> "tuple[list[Person], dict[str, list[Person]]]":
    """Who gets a form, and everybody else by the reason."""
    from perfeval.appraise.movement import is_due_from_elsewhere

    people: list[Person] = []
    without: dict[str, list[Person]] = {key: [] for key in REASONS}
    for person in opened.roster.people:
        regulation = opened.regulation_of(person)
        if person.key in opened.roster.faulty:
            without["faulty"].append(person)
        elif person.excluded_reason:
            without["excluded"].append(person)
        elif regulation.other_form(person.position_level):
            without["other_form"].append(person)
        elif is_due_from_elsewhere(person, regulation, opened.round):
            without["due_from_elsewhere"].append(person)
        elif wanted.stage is Stage.EVALUATION and not recorded.get(person.key):
            without["not_agreed"].append(person)
        else:
            people.append(person)
    return people, without


def _told(opened: "Opened", made: "Sequence[Made]", left: Left) -> "Iterator[Finding]":
    """What the round tells, and a word on every file that is not as it should be."""
    from perfeval.findings import Location, finding

    yield from opened.told
    for one in made:
        if code := CODES.get(one.became):
            yield finding(code, Location(one.path))
    for path in left.forgotten:
        yield finding("PE336", Location(path))
    if left.doubled:
        where = Location(opened.folder.shown(opened.folder.forms))
        count = len(left.doubled)
        yield finding("PE337", where, found=str(count), first=left.doubled[0])


def _summary(handed: Handed) -> dict[str, object]:
    became = Counter(str(one.became) for one in handed.made)
    return {
        "files": len(handed.made),
        **{key: became[key] for key in ("made", "kept", "stale", "spared")},
        "people": sum(len(one.people) for one in handed.made),
        **{key: len(people) for key, people in handed.without.items()},
    }


def _results(handed: Handed) -> Iterator[Mapping[str, object]]:
    """Everybody of the roster, with the workbook of each."""
    for one in handed.made:
        for person in one.people:
            yield _result(person, str(one.became), one.path)
    for state, people in handed.without.items():
        for person in people:
            yield _result(person, state, None)


def _result(person: "Person", state: str, path: str | None) -> Mapping[str, object]:
    return {
        "employee_id": person.employee_id,
        "name": person.full_name,
        "division": person.division,
        "staff_group": person.staff_group,
        "state": state,
        "file": path,
    }


def _sum_up(say: Voice, handed: Handed, wanted: "Wanted") -> None:
    """What was made, what was there already, and who gets nothing."""
    counts = _summary(handed)
    say.say(
        "แบบ {files} ไฟล์ {people} คน: สร้างใหม่ {made} มีอยู่แล้ว {kept} "
        "ควรสร้างใหม่ {stale} ไม่เขียนทับ {spared}".format(**counts),
        "Workbooks {files}, people {people}: made {made}, there already {kept}, "
        "out of date {stale}, not overwritten {spared}".format(**counts),
    )
    for key, people in handed.without.items():
        if people:
            ids = ", ".join(person.employee_id for person in people)
            th, en = REASONS[key]
            say.say(
                f"ไม่ได้สร้างให้ {len(people)} คน ({th}): {ids}",
                f"No form for {len(people)} ({en}): {ids}",
            )
    if not handed.made and not any(handed.without.values()):
        say.say(
            "ยังไม่มีผู้ใดในบัญชีรายชื่อ กรอก roster.xlsx แล้วสั่ง perfeval forms อีกครั้ง",
            "Nobody is on the roster yet. Fill in roster.xlsx, then run "
            "`perfeval forms` again.",
        )
    elif handed.made and wanted.stage is Stage.AGREEMENT and not counts["made"]:
        say.say(
            "ไม่มีแบบที่ต้องสร้างเพิ่ม หากบันทึกข้อตกลงแล้ว สร้างแบบประเมินที่กรอกข้อตกลงไว้ให้ด้วย "
            "perfeval forms --stage evaluation",
            "Nothing was missing. Once agreements are recorded, make the forms with "
            "them filled in: perfeval forms --stage evaluation",
        )
