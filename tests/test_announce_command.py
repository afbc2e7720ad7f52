"""`perfeval announce` and `perfeval notices` on a round folder, from form to paper."""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from filled import TAMBON, sound, write
from perfeval.appraise.decided import Decided
from perfeval.appraise.layers import Decision
from perfeval.appraise.ledger import canonical, ledger
from perfeval.cli.exits import Exit
from perfeval.excel.public import texts
from perfeval.inbox import receive
from perfeval.opening import open_round
from perfeval.record import decisions
from perfeval.record.seal_digits import digits
from perfeval.rounds.folder import RoundFolder
from round_folder import HEAD, OFFICER, PEOPLE, round_folder
from shell import Ran, Shell

FINAL = f"out/announcement-{TAMBON}.xlsx"
DRAFT = f"out/announcement-draft-{TAMBON}.xlsx"
OFFICE = "องค์การบริหารส่วนตำบลตัวอย่าง"
EVALUATORS = {
    "1001": ("CHIEF", "นายสมมุติ นำทาง"),
    "1002": ("1001", "นายปลัด ตัวอย่าง"),
    "1003": ("1002", "นางหัวหน้า คลังดี"),
}
LEVELS = {"1001": "4.6", "1002": "4.5", "1003": "4.49975"}  # 92, 90 and 89.995 points


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A round in which everybody has returned a sound form."""
    folder = round_folder(tmp_path / "round")
    for person in PEOPLE:
        send(folder, person, LEVELS[person["employee_id"]])
    return folder


def send(folder: Path, person: Mapping[str, Any], level: str) -> None:
    """A form in which every level is the same."""
    employee_id = person["employee_id"]
    evaluator_id, evaluator = EVALUATORS[employee_id]
    values = sound() | {
        ("organisation",): OFFICE,
        ("employee_id",): employee_id,
        ("name",): f"{person['prefix']}{person['name']}",
        ("position",): person["position"],
        ("position_type",): person["position_type"],
        ("position_level",): person["position_level"],
        ("division",): person["division"],
        ("evaluator_id",): evaluator_id,
        ("evaluator_name",): evaluator,
    }
    for at in values:
        if at[-1] == "level":
            values[at] = Decimal(level)
    write(folder / "inbox" / f"{employee_id}.xlsx", values)


def decide(folder: Path, number: int = 1, **committee: str) -> str:
    """Decide the round as it is; the digits of its seal."""
    opened = open_round(RoundFolder(folder))
    intake = receive(opened)
    said = tuple(
        Decision(
            one.person.employee_id,
            one.result.total,
            Fraction(committee[one.person.employee_id])
            if one.person.employee_id in committee
            else None,
            "พิจารณาแล้ว" if one.person.employee_id in committee else None,
        )
        for one in intake.people
        if one.result is not None
    )
    taken = Decided(number, date(2025, 4, 20), "นายสมมุติ นำทาง", said)
    content = decisions.text_of(taken, summary={})
    decisions.remember(opened.folder, number, content)
    decided = decisions.load(opened.folder)
    results = canonical(ledger(opened, intake, decided))
    decisions.remember_results(opened.folder, results)
    return digits(results)


def answer(ran: Ran) -> dict[str, Any]:
    """The one object on stdout."""
    return json.loads(ran.out)


def test_an_undecided_round_is_not_announced(run: Shell, office: Path) -> None:
    ran = run("announce", "--round", office)

    assert ran.code == Exit.REFUSED
    assert "perfeval decide" in ran.told
    assert "--draft" in ran.told
    assert not (office / FINAL).exists()


def test_a_draft_needs_no_decision(run: Shell, office: Path) -> None:
    ran = run("announce", "--draft", "--round", office)

    assert ran.code == Exit.DONE
    told = "\n".join(texts((office / DRAFT).read_bytes()))
    assert "ร่าง" in told
    assert "รหัสผนึก" not in told
    assert not (office / FINAL).exists()


def test_a_decided_round_is_announced_with_its_seal(run: Shell, office: Path) -> None:
    seal = decide(office)
    ran = run("announce", "--round", office, "--json")

    assert ran.code == Exit.DONE
    assert answer(ran)["results"] == [
        {
            "regulation": TAMBON,
            "employee_id": one["employee_id"],
            "name": f"{one['prefix']}{one['name']}",
            "position": one["position"],
            "division": one["division"],
            "band": "outstanding",
            "file": FINAL,
        }
        for one in PEOPLE[:2]
    ]
    (file,) = answer(ran)["files"]
    assert (file["kind"], file["path"]) == ("announcement", FINAL)
    told = "\n".join(texts((office / FINAL).read_bytes()))
    assert seal in told
    assert "ร่าง" not in told
    assert str(OFFICER["name"]) not in told


def test_whom_the_committee_raised_is_announced(run: Shell, office: Path) -> None:
    decide(office, **{"1003": "90"})

    ids = [
        one["employee_id"]
        for one in answer(run("announce", "--round", office, "--json"))["results"]
    ]

    assert ids == ["1001", "1002", "1003"]


def test_the_paper_takes_the_place_of_its_draft(run: Shell, office: Path) -> None:
    run("announce", "--draft", "--round", office)
    decide(office)
    ran = run("announce", "--round", office)

    assert ran.code == Exit.DONE
    assert (office / FINAL).exists()
    assert not (office / DRAFT).exists()


def test_again_changes_no_byte(run: Shell, office: Path) -> None:
    decide(office)
    run("announce", "--round", office)
    before = (office / FINAL).read_bytes()
    run("announce", "--round", office)

    assert (office / FINAL).read_bytes() == before


def test_nobody_outstanding_is_said_and_no_file_is_made(
    run: Shell, office: Path
) -> None:
    for person in PEOPLE:
        send(office, person, "4")
    decide(office)
    ran = run("announce", "--round", office)

    assert ran.code == Exit.DONE
    assert "ไม่มีประกาศ" in ran.told
    assert not list((office / "out").glob("*.xlsx"))


def test_who_is_held_stops_the_announcement(run: Shell, office: Path) -> None:
    decide(office)
    send(office, HEAD, "6")
    ran = run("announce", "--round", office)

    assert ran.code == Exit.REFUSED
    assert "1002" in ran.told


def test_a_result_that_changed_after_the_decision_stops_it(
    run: Shell, office: Path
) -> None:
    decide(office)
    send(office, HEAD, "4.8")
    ran = run("announce", "--round", office, "--lang", "en")

    assert ran.code == Exit.REFUSED
    assert "1002" in ran.told
    assert "after decision 1" in ran.told


def test_who_was_missing_at_the_decision_is_a_warning(run: Shell, office: Path) -> None:
    (office / "inbox" / "1003.xlsx").unlink()
    decide(office)
    ran = run("announce", "--round", office, "--json")

    assert ran.code == Exit.DONE
    (found,) = answer(ran)["findings"]
    assert (found["code"], found["employee_id"]) == ("PE662", "1003")


def test_an_id_is_nowhere_in_the_public_file(run: Shell, office: Path) -> None:
    decide(office)
    run("announce", "--round", office)
    told = texts((office / FINAL).read_bytes())

    assert not [text for text in told for one in EVALUATORS if one in text]


def test_everybody_with_a_result_gets_a_notice(run: Shell, office: Path) -> None:
    seal = decide(office, **{"1003": "90"})
    ran = run("notices", "--round", office, "--json")

    assert ran.code == Exit.DONE
    told = answer(ran)
    assert [one["path"] for one in told["files"]] == [
        f"out/notices/{one}.xlsx" for one in EVALUATORS
    ]
    assert {one["kind"] for one in told["files"]} == {"notice"}
    assert told["results"][2]["total"] == "90"
    assert told["results"][2]["layer"] == "committee"
    words = "\n".join(texts((office / "out/notices/1003.xlsx").read_bytes()))
    assert seal in words
    assert "พิจารณาแล้ว" in words


def test_notices_of_an_undecided_round_are_drafts(run: Shell, office: Path) -> None:
    assert run("notices", "--round", office).code == Exit.REFUSED
    assert run("notices", "--draft", "--round", office).code == Exit.DONE
    words = "\n".join(texts((office / "out/notices/1001.xlsx").read_bytes()))

    assert "ร่าง" in words


def test_papers_of_a_former_decision_go(run: Shell, office: Path) -> None:
    decide(office)
    run("notices", "--round", office)
    shutil.rmtree(office / "record" / "decisions")
    decide(office, **{"1003": "90"})
    ran = run("announce", "--round", office, "--json")

    codes = [one["code"] for one in answer(ran)["findings"]]
    assert codes == ["PE620"] * len(EVALUATORS)
    assert not list((office / "out").glob("notices/*"))


@pytest.mark.parametrize("command", ["announce", "notices"])
def test_a_decision_spoilt_by_hand_is_told(
    run: Shell, office: Path, command: str
) -> None:
    decide(office)
    (office / "record" / "decisions" / "001.json").write_text("{", encoding="utf-8")

    assert run(command, "--round", office).code == Exit.UNUSABLE


def test_a_day_typed_after_the_decision_stands_in_the_announcement(
    run: Shell, office: Path
) -> None:
    seal = decide(office)
    file = office / "round.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("round = 1\n", "round = 1\nannounce_on = 2025-04-30\n"),
        encoding="utf-8",
    )
    ran = run("announce", "--round", office)

    assert ran.code == Exit.DONE
    told = "\n".join(texts((office / FINAL).read_bytes()))
    assert "ประกาศ ณ วันที่ ๓๐ เมษายน พ.ศ. ๒๕๖๘" in told
    assert seal in told


def test_another_name_typed_after_the_decision_is_taken_in_by_deciding_again(
    run: Shell, office: Path
) -> None:
    decide(office)
    file = office / "round.toml"
    text = file.read_text(encoding="utf-8")
    assert 'position = "นายก' in text
    changed = text.replace('position = "นายก', 'position = "รักษาราชการแทนนายก')
    file.write_text(changed, encoding="utf-8")
    refused = run("announce", "--round", office)

    assert refused.code == Exit.REFUSED
    assert "สมุดสรุปเล่มเดิม" in refused.told
