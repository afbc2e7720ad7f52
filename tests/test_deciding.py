"""`perfeval summary` and `perfeval decide` on a round in its folder."""

import json

import openpyxl
import pytest

from perfeval.cli.exits import Exit
from perfeval.record.seal_digits import digits
from round_folder import HEAD, OFFICER
from shell import Shell
from whole_round import send, whole_round


@pytest.fixture
def sh(capsys):
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def folder(tmp_path):
    """A round in which 1001 has 80 points, 1002 has 60 and 1003 sent nothing."""
    return whole_round(tmp_path / "รอบ")


def cell(book, name):
    """The cell of a defined name, and its sheet."""
    for sheet in book:
        if name in sheet.defined_names:
            place = sheet.defined_names[name].attr_text.split("!")[1]
            return sheet, sheet[place.replace("$", "").split(":")[0]]
    raise KeyError(name)


def fill(folder, *, who="1001", on="30/4/2568", **said):
    """The summary of the round, filled in and saved beside it."""
    book = openpyxl.load_workbook(folder / "out" / "summary.xlsx")
    cell(book, "pe_decided_on")[1].value = on
    cell(book, "pe_decided_by")[1].value = "นายสมมุติ นำทาง"
    for sheet in book:
        if "pe_decisions_employee_id" not in sheet.defined_names:
            continue
        for row in sheet.iter_rows():
            if who in [one.value for one in row]:
                for key, value in said.items():
                    name = sheet.defined_names[f"pe_decisions_{key}"].attr_text
                    letter = name.split("$")[1]
                    sheet[f"{letter}{row[0].row}"] = value
    path = folder.parent / "กลับมา.xlsx"
    book.save(path)
    return path


def answer(ran):
    """The one JSON object of a command."""
    return json.loads(ran.out)


def record(folder, name):
    """A file of the record."""
    return folder / "record" / name


def test_a_round_goes_from_summary_to_decision(sh, folder):
    at = ("--round", str(folder), "--json")
    made = answer(sh("summary", *at))

    assert made["summary"]["people"]["ranked"] == 2
    assert made["summary"]["people"]["missing"] == 1
    assert made["summary"]["decided"] is False
    assert [one["kind"] for one in made["files"]] == ["committee_summary"]
    assert [one["path"] for one in made["files"]] == ["out/summary.xlsx"]

    ran = sh("decide", str(fill(folder, committee_total=91, committee_reason="ก")), *at)
    assert ran.code == Exit.DONE
    taken = answer(ran)
    assert (taken["ok"], taken["findings"]) == (True, [])
    assert (taken["summary"]["decided"], taken["summary"]["decision"]) == (True, 1)
    assert [
        (one["employee_id"], one["total"], one["layer"]) for one in taken["results"]
    ] == [
        ("1001", "91", "committee"),
        ("1002", "60", "evaluator"),
        ("1003", None, None),
    ]
    results = record(folder, "results.json").read_bytes()
    assert taken["summary"]["seal"] == digits(results)


def test_the_final_summary_shows_the_decision_and_carries_the_seal(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    sh("decide", str(fill(folder, chief_total=75.5, chief_reason="ข")), *at)
    made = answer(sh("summary", *at))

    book = openpyxl.load_workbook(folder / "out" / "summary.xlsx")
    shown = [one.value for row in book["สำนักปลัด"].iter_rows() for one in row]
    assert {75.5, "ข", "ผลสุดท้าย"} <= {*shown}
    footer = book["สำนักปลัด"].oddFooter
    assert made["summary"]["seal"] in footer.left.text
    assert not footer.center.text


def test_a_later_decision_is_a_new_one_and_the_old_one_stays(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    sh("decide", str(fill(folder, chief_total=75, chief_reason="ข")), *at)
    first = record(folder, "decisions/001.json").read_bytes()
    ran = sh("decide", str(fill(folder, chief_total=76, chief_reason="ค")), *at)

    assert answer(ran)["summary"]["decision"] == 2
    assert record(folder, "decisions/001.json").read_bytes() == first
    assert answer(ran)["results"][0]["total"] == "76"


def test_a_mistake_is_a_finding_and_nothing_is_recorded(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    ran = sh("decide", str(fill(folder, chief_total=75)), *at)

    assert ran.code == Exit.FINDINGS
    assert [one["code"] for one in answer(ran)["findings"]] == ["PE606"]
    assert answer(ran)["summary"]["decided"] is False
    assert not record(folder, "decisions").exists()
    assert not record(folder, "results.json").exists()


def test_totals_that_are_not_the_present_ones_are_refused(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    came_back = fill(folder)
    send(folder, HEAD, 5)
    ran = sh("decide", str(came_back), *at)

    assert ran.code == Exit.REFUSED
    assert [one["code"] for one in answer(ran)["findings"]] == ["PE611"]
    assert not record(folder, "decisions").exists()


def test_a_form_that_comes_in_after_the_decision_makes_it_lapse(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    sh("decide", str(fill(folder)), *at)
    send(folder, OFFICER | {"evaluator_id": "1001"}, 4)
    made = answer(sh("summary", *at))

    assert made["summary"]["decided"] is False
    assert "PE617" in [one["code"] for one in made["findings"]]


def test_the_workbook_filled_in_where_it_lies_is_taken(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    own = folder / "out" / "summary.xlsx"
    own.write_bytes(fill(folder).read_bytes())
    ran = sh("decide", str(own), *at)

    assert (ran.code, answer(ran)["findings"]) == (Exit.DONE, [])
    kept = record(folder, "decisions/001.xlsx")
    cell(openpyxl.load_workbook(kept), "pe_decided_on")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_papers_of_results_before_the_decision_go(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    before = (folder / "out" / "summary.xlsx").read_bytes()
    sh("decide", str(fill(folder)), *at)

    assert (folder / "out" / "summary.xlsx").read_bytes() != before


def texts(folder, paper):
    """Every value in a paper of out/."""
    book = openpyxl.load_workbook(folder / "out" / paper)
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return [value for row in rows for value in row if value is not None]


def test_papers_of_the_batch_are_made_anew_and_none_leaves(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("close", *at)
    before = {one.name for one in (folder / "out").iterdir()}
    said = {"chief_total": 50, "chief_reason": "งานล่าช้า"}
    taken = answer(sh("decide", str(fill(folder, **said)), *at))

    assert {one.name for one in (folder / "out").iterdir()} == before
    assert {one["kind"] for one in taken["files"]} == {
        "chase_list", "findings", "ranking", "committee_summary",
    }  # fmt: skip
    assert taken["findings"] == []
    ranked = texts(folder, "ranking.xlsx")
    assert 50 in ranked  # the chief's; the 80 of the evaluator are parts alone
    assert any("พิจารณาครั้งที่ 1" in str(one) for one in ranked)
    closed = {p.name: p.read_bytes() for p in (folder / "out").iterdir()}
    sh("close", *at)
    assert {p.name: p.read_bytes() for p in (folder / "out").iterdir()} == closed


def test_a_paper_that_nobody_made_is_not_made_by_the_decision(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    taken = answer(sh("decide", str(fill(folder)), *at))

    assert [one["path"] for one in taken["files"]] == ["out/summary.xlsx"]
    assert [one.name for one in (folder / "out").iterdir()] == ["summary.xlsx"]


def test_a_decision_says_what_to_run_next(sh, folder):
    at = ("--round", str(folder))
    before = sh("summary", *at, "--lang", "en").out
    after = sh("decide", str(fill(folder)), *at, "--lang", "en").out

    assert "perfeval decide FILE" in before
    assert "perfeval seal" not in before
    last = after.splitlines()[-1]
    assert (
        last == "Next: run perfeval announce and perfeval notices, then perfeval seal"
    )


def test_the_draft_of_an_announcement_goes_with_the_decision(sh, folder):
    at = ("--round", str(folder), "--json")
    send(folder, HEAD, 5)
    sh("close", *at)
    draft = "announcement-draft-tambon-official-2559.xlsx"
    assert (folder / "out" / draft).is_file()
    (told,) = answer(sh("decide", str(fill(folder)), *at))["findings"]

    assert (told["code"], told["file"]) == ("PE620", f"out/{draft}")
    assert "perfeval announce" in told["remedy"]


def test_a_file_that_is_not_there_is_wrong_usage(sh, folder):
    assert sh("decide", "nothing.xlsx", "--round", str(folder)).code == Exit.USAGE


def test_a_sealed_round_takes_no_decision(sh, folder):
    at = ("--round", str(folder))
    sh("summary", *at)
    (folder / "record" / "sealed" / "2568-1-r1").mkdir(parents=True)

    assert sh("decide", str(fill(folder)), *at).code == Exit.REFUSED
    assert not record(folder, "decisions").exists()


def test_a_decision_that_was_cut_short_is_taken_again(sh, folder):
    at = ("--round", str(folder), "--json")
    sh("summary", *at)
    came_back = fill(folder)
    sh("decide", str(came_back), *at)
    record(folder, "results.json").unlink()  # killed between the two files

    assert answer(sh("summary", *at))["summary"]["decided"] is False
    assert answer(sh("decide", str(came_back), *at))["summary"]["decided"] is True


def test_a_broken_record_is_said_and_stops(sh, folder):
    at = ("--round", str(folder))
    sh("summary", *at)
    sh("decide", str(fill(folder)), *at)
    record(folder, "decisions/001.json").write_text("{")

    assert sh("summary", *at).code == Exit.UNUSABLE


def test_the_same_summary_is_made_to_the_byte(sh, folder):
    at = ("--round", str(folder))
    sh("summary", *at)
    first = (folder / "out" / "summary.xlsx").read_bytes()
    sh("summary", *at)

    assert (folder / "out" / "summary.xlsx").read_bytes() == first


@pytest.mark.parametrize("lang", ["th", "en"])
def test_people_are_told_what_comes_next(sh, folder, lang):
    told = sh("summary", "--round", str(folder), "--lang", lang).out

    assert "perfeval decide" in told
