"""A round of invented people, by hand: its roster, its forms, what came of them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from filled import TAMBON, At, sound, write
from perfeval.appraise.standing import FileState, Intake, PersonState, PersonStatus
from perfeval.excel.pen import Value
from perfeval.inbox import receive
from perfeval.regulations.load import load
from perfeval.roster import Person, Roster
from perfeval.rounds.folder import RoundFolder
from perfeval.rounds.opened import Opened
from perfeval.rounds.schema import Chief, Division, RoundFile
from round_folder import round_folder

OFFICE = "องค์การบริหารส่วนตำบลตัวอย่าง"
EVALUATOR = "นายผู้ประเมิน ตัวอย่างเที่ยง"
DIVISIONS = ("สำนักปลัด", "กองคลัง", "กองช่าง")
GROUP = "official"
AT = {key: f"{column}2" for key, column in (("employee_id", "A"), ("movement_on", "P"))}


def person(employee_id: str, name: str, **more: object) -> Person:
    """Somebody of the roster whom the chief evaluates."""
    given: dict[str, object] = {
        "division": DIVISIONS[0],
        "staff_group": GROUP,
        "position_type": "วิชาการ",
        "position_level": "ชำนาญการ",
        "evaluator_id": "CHIEF",
        "at": AT,
    }
    return Person(employee_id, name, **(given | more))  # type: ignore[arg-type]


DARA = person("TT-0900", "ดารา ตัวอย่างดี", prefix="นางสาว")
BOON = person("TT-0901", "บุญมี ตัวอย่างงาม", prefix="นาย", division=DIVISIONS[1])
CHAI = person("TT-0902", "ชัย ตัวอย่างเลิศ", prefix="นาย", division=DIVISIONS[1])
PEOPLE = (DARA, BOON, CHAI)


def opened(
    folder: Path,
    *people: Person,
    number: int = 1,
    faulty: Iterable[str] = (),
    regulations: Mapping[str, str] | None = None,
) -> Opened:
    """A round of 2568 in a folder, with an inbox."""
    (folder / "inbox").mkdir(exist_ok=True, parents=True)
    laws = regulations or {GROUP: TAMBON}
    file = RoundFile(
        organisation=OFFICE,
        year=2568,
        round=number,  # type: ignore[arg-type]
        regulations=dict(laws),
        divisions=tuple(Division(name=name) for name in DIVISIONS),
        chief=Chief(name=EVALUATOR, position="นายก"),
    )
    roster = Roster("roster.xlsx", "บัญชีรายชื่อ", "0" * 64, people, frozenset(faulty))
    loaded = {group: load(law) for group, law in laws.items()}
    return Opened(RoundFolder(folder), file, "0" * 64, loaded, roster)


def form(whom: Person, changes: Mapping[At, Value] | None = None) -> dict[At, Value]:
    """The values of a sound form of somebody, every level 4: 80 points."""
    known: dict[At, Value] = {
        ("organisation",): OFFICE,
        ("employee_id",): whom.employee_id,
        ("name",): whom.full_name,
        ("division",): whom.division,
        ("evaluator_name",): EVALUATOR,
    }
    return sound() | known | dict(changes or {})


def send(
    round_: Opened,
    name: str,
    whom: Person,
    changes: Mapping[At, Value] | None = None,
    regulation: str = TAMBON,
) -> Path:
    """A form of somebody in the inbox."""
    path = round_.folder.inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return write(path, form(whom, changes), regulation)


def states(intake: Intake) -> dict[str, PersonState]:
    """The state of everybody."""
    return {one.person.employee_id: one.state for one in intake.people}


def files(intake: Intake) -> dict[str, FileState]:
    """The state of every file, by its name under the inbox."""
    return {one.file.removeprefix("inbox/"): one.state for one in intake.files}


def of(intake: Intake, whom: Person) -> PersonStatus:
    """What became of somebody."""
    (found,) = (one for one in intake.people if one.person.key == whom.key)
    return found


def codes(intake: Intake) -> list[tuple[str, str | None]]:
    """Code and cell of every finding."""
    return [(one.code, one.cell) for one in intake.findings]


def received(round_: Opened, **options: bool) -> Intake:
    """What a round holds now."""
    return receive(round_, newest=options.get("newest", False))


ROUND = f"""\
organisation = "{OFFICE}"
year = 2568
round = 1

[regulations]
{GROUP} = "{TAMBON}"

[[divisions]]
name = "{DIVISIONS[0]}"

[[divisions]]
name = "{DIVISIONS[1]}"
head = "{BOON.employee_id}"

[[divisions]]
name = "{DIVISIONS[2]}"

[chief]
id = "CHIEF"
name = "{EVALUATOR}"
position = "นายก{OFFICE}"
"""


def row_of(whom: Person) -> dict[str, object]:
    """Somebody as a row of roster.xlsx."""
    labels = {GROUP: "พนักงานส่วนตำบล", "transferred_out": "โอนไป", "moved": "ย้ายภายใน"}
    row = {
        name: labels.get(value, value) if isinstance(value, str) else value
        for name in Person.__dataclass_fields__
        if name not in ("at", "is_head") and (value := getattr(whom, name))
    }
    return {"position": "นักวิชาการเงินและบัญชี", **row}


def on_disk(folder: Path, *people: Person) -> Opened:
    """The same round as files, for commands; opened by hand to send forms to it."""
    round_folder(folder, [row_of(one) for one in people], text=ROUND)
    return opened(folder, *people)
