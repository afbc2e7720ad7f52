"""Nothing is lost: the two sums come out whatever the inbox holds."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a_round import DARA, form, opened, person, send
from filled import TAMBON, write
from perfeval.appraise.accounts import AccountingError, account
from perfeval.appraise.compare import Came, compare
from perfeval.appraise.received import Form, Received
from perfeval.appraise.reconcile import reconcile
from perfeval.appraise.standing import FileState, Intake, PersonState, PersonStatus
from perfeval.batch import Known, unpack
from perfeval.findings import Finding, Location, finding
from perfeval.gather import Found
from perfeval.inbox import receive
from perfeval.model import Evaluation
from perfeval.parse import parse
from perfeval.regulations.load import load
from perfeval.rounds.opened import Opened

KINDS = ("clean", "other", "faulty", "agreement", "stranger", "old")
NO_FORM = ("lock", "picture", "broken")


@cache
def sound() -> Evaluation:
    """One real form, read once; the others are made of it."""
    with TemporaryDirectory() as folder:
        path = write(Path(folder, "a.xlsx"), form(DARA))
        (one,) = unpack(Found(path, "a.xlsx"), Known()).forms
    return parse(one.filled)[0]


def typed(kind: str, number: int, file: str, sheet: str) -> Evaluation:
    """A form of somebody, of one kind."""
    levels = {"other": Decimal(3), "faulty": Decimal(6)}
    rows = [
        row.model_copy(update={"level": levels.get(kind, row.level)})
        for row in sound().indicators
    ]
    competencies = sound().competencies
    if kind == "agreement":
        rows = [row.model_copy(update={"level": None}) for row in rows]
        competencies = tuple(
            row.model_copy(update={"level": None}) for row in competencies
        )
    changes = {
        "file": file,
        "sheet": sheet,
        "employee_id": f"X-{number}" if kind == "stranger" else f"TT-{number}",
        "name": f"นางสาวคน ที่{number}",
        "indicators": tuple(rows),
        "competencies": competencies,
    }
    if kind == "old":
        changes["fiscal_year"] = "2567"
    return sound().model_copy(update=changes)


def came(kind: str, number: int, file: str, sheet: str, round_: Opened) -> Form:
    """The same, held against the round."""
    regulation = load(TAMBON).regulation
    return compare(Came(typed(kind, number, file, sheet), regulation, ()), round_)


def without_a_form(kind: str, file: str) -> Received:
    """An entry in which there is nothing to appraise."""
    codes = {"lock": "PE011", "picture": "PE305", "broken": "PE003"}
    facts = {"reason": "x"} if kind == "picture" else {}
    told: Finding = finding(codes[kind], Location(file), **facts)
    return Received(file, findings=(told,))


forms = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 4)), min_size=1, max_size=3
)
entries = st.lists(st.one_of(st.sampled_from(NO_FORM), forms), max_size=9)


def made(inbox: list, round_: Opened) -> list[Received]:
    """The entries of a random inbox."""
    received = []
    for number, entry in enumerate(inbox):
        file = f"inbox/{number}.xlsx"
        if isinstance(entry, str):
            received.append(without_a_form(entry, file))
        else:
            own = [
                came(kind, whom, file, str(sheet), round_)
                for sheet, (kind, whom) in enumerate(entry)
            ]
            received.append(Received(file, "0" * 64, forms=tuple(own)))
    return received


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """A round of four people; the fifth of the forms is a stranger to it."""
    people = [person(f"TT-{n}", f"คน ที่{n}", prefix="นางสาว") for n in range(4)]
    people[3] = replace(people[3], excluded_reason="ลาศึกษาต่อ")
    return opened(tmp_path_factory.mktemp("round"), *people)


def check(intake: Intake, received: list[Received], round_: Opened) -> None:
    """The accounts of an intake."""
    account(
        intake,
        roster=round_.roster,
        entries=[one.file for one in received],
        received=received,
    )


def expected(inbox: list, number: int) -> PersonState:
    """What becomes of one person, told from the kinds alone."""
    if number == 3:
        return PersonState.EXCLUDED
    sent = {
        kind
        for entry in inbox
        if not isinstance(entry, str)
        for kind, whom in entry
        if whom == number and kind in ("clean", "other", "faulty")
    }
    if not sent:
        return PersonState.MISSING
    is_one = len(sent) == 1 and sent != {"faulty"}
    return PersonState.RANKED if is_one else PersonState.HELD


@settings(max_examples=150, deadline=None)
@given(entries)
def test_both_sums_come_out_over_random_inboxes(five: Opened, inbox: list) -> None:
    received = made(inbox, five)
    intake = reconcile(received, five).intake
    check(intake, received, five)

    counts = intake.counts()
    for kind, total in (("people", 4), ("files", len(inbox))):
        states = dict(counts[kind])
        assert states.pop("total") == total == sum(states.values())
    assert [one.state for one in intake.people] == [
        expected(inbox, number) for number in range(4)
    ]


@settings(max_examples=60, deadline=None)
@given(entries, st.randoms(use_true_random=False))
def test_the_order_in_which_files_are_read_changes_nothing(
    five: Opened, inbox: list, chance
) -> None:
    received = made(inbox, five)
    first = reconcile(received, five)
    chance.shuffle(received)

    assert reconcile(received, five) == first


@settings(max_examples=100, deadline=None)
@given(entries.filter(bool), st.data())
def test_a_planted_loss_is_caught(five: Opened, inbox: list, data) -> None:
    received = made(inbox, five)
    intake = reconcile(received, five).intake
    people, files = list(intake.people), list(intake.files)
    lost = data.draw(st.sampled_from(["person", "file", "twice", "both"]))
    if lost in ("person", "both"):
        people.pop(data.draw(st.integers(0, 3)))
    if lost in ("file", "both"):
        files.pop(data.draw(st.integers(0, len(files) - 1)))
    if lost == "twice":
        files.append(files[0])

    with pytest.raises(AccountingError):
        check(replace(intake, people=tuple(people), files=tuple(files)), received, five)


def planted(whom: PersonStatus, **changes: object) -> PersonStatus:
    """A status that somebody got wrong."""
    return replace(whom, **changes)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": PersonState.MISSING},  # though a form came
        {"files": ()},
        {"final": None},
        {"files": ("inbox/0.xlsx", "inbox/nobody.xlsx")},
    ],
)
def test_a_form_that_is_lost_on_the_way_is_caught(five: Opened, wrong: dict) -> None:
    received = made([[("clean", 0)]], five)
    intake = reconcile(received, five).intake
    people = (planted(intake.people[0], **wrong), *intake.people[1:])

    with pytest.raises(AccountingError):
        check(replace(intake, people=people), received, five)


def test_a_person_who_is_swapped_for_another_is_caught(five: Opened) -> None:
    intake = reconcile([], five).intake
    stranger = planted(intake.people[0], person=person("ZZ-1", "คน อื่น"))

    with pytest.raises(AccountingError):
        check(replace(intake, people=(stranger, *intake.people[1:])), [], five)


def test_a_form_of_nobody_is_caught(five: Opened) -> None:
    received = made([[("clean", 0)]], five)
    (form_,) = received[0].forms
    ghost = replace(form_, person=person("ZZ-1", "คน อื่น"))
    intake = reconcile(received, five).intake

    with pytest.raises(AccountingError):
        check(intake, [replace(received[0], forms=(ghost,))], five)


def test_faulty_files_hold_their_people_and_no_other(tmp_path) -> None:
    people = [person(f"TT-{n}", f"คน ที่{n}", prefix="นางสาว") for n in range(12)]
    round_ = opened(tmp_path, *people)
    for number, whom in enumerate(people[:10]):
        level = Decimal(6) if number else Decimal(5)
        send(round_, f"{number}.xlsx", whom, {("indicators", 0, "level"): level})
    for number in range(5):
        (round_.folder.inbox / f"broken {number}.xlsx").write_bytes(b"x" * number)

    intake = receive(round_)
    assert list(intake.counts()["people"].values()) == [1, 9, 2, 0, 12]
    assert list(intake.counts()["files"].values()) == [1, 9, 5, 0, 0, 15]
    held = [one for one in intake.people if one.state is PersonState.HELD]
    assert all(one.final is None and one.result is None for one in held)
    assert FileState.REFUSED in {one.state for one in intake.files}
