"""One round holds the five shipped regulations, through every command. All invented."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest

from five_round import (
    BANDS,
    CLERKS,
    LABELS,
    LAWS,
    PEOPLE,
    TOTALS,
    TREASURY,
    agree,
    evaluate,
    make,
    run,
)
from pay_round import type_in
from perfeval.cli.exits import Exit
from round_folder import FIRST, cell_of, roster_workbook
from test_deciding import fill

REASON = "เทียบกับกองอื่นแล้วควรสูงขึ้น"
FINAL = BANDS | {"2001": "outstanding"}  # the committee gives 90 points
IN_ORDER = [("1001", "1002"), ("2001", "2002"), ("3001", "3002"), ("4001", "4002"),
            ("5001", "5002")]  # fmt: skip


class Said(NamedTuple):
    """What a command came to."""

    code: int
    answer: dict[str, Any]

    @property
    def results(self) -> list[Mapping[str, Any]]:
        return list(self.answer["results"])

    @property
    def codes(self) -> list[str]:
        return [one["code"] for one in self.answer["findings"]]


class Played(NamedTuple):
    """The folder of the round, what each command said, and out/ after both closes."""

    folder: Path
    said: Mapping[str, Said]
    closed: list[Mapping[str, bytes]]


def out_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "out").rglob("*.xlsx"))
    }


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The half-year of the round, command by command."""
    folder = make(tmp_path_factory.mktemp("five") / "2568-1")
    said: dict[str, Said] = {}
    closed = []

    def play(step: str, *words: object) -> None:
        said[step] = Said(*run(folder, *words))

    play("calendar", "calendar")
    play("criteria", "criteria")
    play("forms", "forms")
    play("agree", "agree", agree(folder))
    play("evaluation", "forms", "--stage", "evaluation")
    evaluate(folder)
    for step in ("status", "check", "score", "rank"):
        play(step, step)
    play("in divisions", "rank", "--division")
    play("explain", "explain", "3002")
    for number in (1, 2):
        play(f"close {number}", "close")
        closed.append(out_of(folder))
    play("summary", "summary")
    points = {"committee_total": 90, "committee_reason": REASON}
    play("decide", "decide", fill(folder, who="2001", **points))
    for step in ("announce", "notices", "pay"):
        play(step, step)
    paper, filled = folder / "out/pay-civil_servant.xlsx", folder / "filled.xlsx"
    play("percents", "pay", type_in(paper, {"4001": 4.5, "4002": 2}, filled))
    play("final", "rank")
    play("seal", "seal")
    play("verify", "verify")
    play("refused", "forms")
    play("reopen", "reopen", "--reason", "ร้องทุกข์")
    play("seal 2", "seal")
    return Played(folder, said, closed)


def texts(path: Path) -> Iterator[str]:
    """All text of a workbook."""
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows(values_only=True):
            yield from (str(value) for value in row if value is not None)


# ---------------------------------------------------------------- start of the round


def test_every_command_is_done_and_finds_no_error(played: Played) -> None:
    ends = {step: one.code for step, one in played.said.items()}

    assert ends.pop("refused") == Exit.REFUSED  # a sealed round
    assert set(ends.values()) == {Exit.DONE}


def test_the_calendar_and_the_papers_of_the_start_are_of_each_regulation(
    played: Played,
) -> None:
    steps = {one["regulation"] for one in played.said["calendar"].results}
    made = [one["path"] for one in played.said["criteria"].answer["files"]]

    assert steps == {*LAWS.values()}
    assert sorted(made) == sorted(f"out/criteria-{law}.xlsx" for law in LAWS.values())


def test_everybody_gets_a_form_but_whom_the_regulation_gives_another(
    played: Played,
) -> None:
    summary = played.said["forms"].answer["summary"]

    assert (summary["made"], summary["other_form"]) == (11, 1)  # level 9 of 2545
    assert played.said["agree"].answer["summary"]["recorded"] == 10  # not 1003
    assert played.said["evaluation"].answer["summary"]["not_agreed"] == 1


# ---------------------------------------------------------------- results


def test_the_sums_of_people_and_of_files_come_out(played: Played) -> None:
    summary = played.said["status"].answer["summary"]
    people = {"ranked": 10, "held": 0, "missing": 1, "excluded": 1, "total": 12}
    files = {"accepted": 10, "held": 0, "refused": 0, "duplicate": 0, "ignored": 0}

    assert summary["people"] == people
    assert summary["files"] == {**files, "total": 10}
    states = {one["employee_id"]: one["state"] for one in played.said["status"].results}
    assert (states["1003"], states["5009"]) == ("missing", "excluded")


def test_totals_and_bands_are_those_reckoned_by_hand(played: Played) -> None:
    results = played.said["score"].results

    assert {one["employee_id"]: one["total"] for one in results} == TOTALS
    assert {one["employee_id"]: one["band"] for one in results} == BANDS
    for one in results:
        assert one["regulation"] == LAWS[one["staff_group"]]
        assert one["staff_group"] == group_of(one["employee_id"])
    assert played.said["check"].codes == []


def group_of(who: str) -> str:
    """The staff group of the round that somebody is in."""
    label = next(one["staff_group"] for one in PEOPLE if one["employee_id"] == who)
    return next(key for key, known in LABELS.items() if known == label)


def test_ranks_never_mix_two_regulations(played: Played) -> None:
    found = [
        (one["regulation"], one["rank"], one["employee_id"])
        for one in played.said["rank"].results
    ]

    assert found == [
        (law, rank, who)
        for law, people in zip(LAWS.values(), IN_ORDER, strict=True)
        for rank, who in enumerate(people, 1)
    ]


def test_in_a_division_each_regulation_ranks_from_one(played: Played) -> None:
    found = {
        one["employee_id"]: (one["division"], one["rank"])
        for one in played.said["in divisions"].results
    }

    assert found == {
        "1001": (CLERKS, 1), "1002": (CLERKS, 2),
        "2001": (CLERKS, 1), "2002": (TREASURY, 1),
        "3001": (TREASURY, 1), "3002": (TREASURY, 2),
        "4001": (CLERKS, 1), "4002": (CLERKS, 2),
        "5001": (CLERKS, 1), "5002": (CLERKS, 2),
    }  # fmt: skip


def test_an_explanation_is_of_the_regulation_of_the_person(played: Played) -> None:
    (one,) = played.said["explain"].results

    assert (one["regulation"], one["total"], one["band"]) == (
        "tambon-contract-2560", "84", "good",
    )  # fmt: skip


def test_a_second_close_changes_no_byte(played: Played) -> None:
    first, second = played.closed

    assert first == second
    named = {LAWS[group_of(who)] for who, one in BANDS.items() if one == "outstanding"}
    drafts = {name for name in first if name.startswith("out/announcement-draft-")}
    assert drafts == {f"out/announcement-draft-{law}.xlsx" for law in named}
    assert len(drafts) == 4  # before the decision nobody of 2558 is outstanding
    assert {"out/ranking.xlsx", "out/summary.xlsx", "out/findings.xlsx"} <= set(first)


# ---------------------------------------------------------------- decision and papers


def test_a_decision_moves_one_person_of_one_regulation(played: Played) -> None:
    final = {one["employee_id"]: one for one in played.said["final"].results}

    assert {who: one["band"] for who, one in final.items()} == FINAL
    assert {who: one["total"] for who, one in final.items()} == TOTALS | {"2001": "90"}


def test_an_announcement_names_the_best_of_its_regulation_alone(played: Played) -> None:
    found = [
        (one["regulation"], one["employee_id"], one["band"])
        for one in played.said["announce"].results
    ]
    assert found == [
        (law, people[0], "outstanding")
        for law, people in zip(LAWS.values(), IN_ORDER, strict=True)
    ]
    assert played.said["announce"].codes == ["PE662"]  # 1003 has sent nothing

    names = {one["employee_id"]: one["name"] for one in PEOPLE}
    for law, (best, _) in zip(LAWS.values(), IN_ORDER, strict=True):
        words = " ".join(texts(played.folder / "out" / f"announcement-{law}.xlsx"))
        assert {who for who in names if names[who] in words} == {best}


def test_everybody_with_a_result_gets_a_notice(played: Played) -> None:
    made = [one["path"] for one in played.said["notices"].answer["files"]]

    assert sorted(made) == sorted(f"out/notices/{who}.xlsx" for who in TOTALS)


def test_the_summary_has_everybody(played: Played) -> None:
    words = " ".join(texts(played.folder / "out" / "summary.xlsx"))

    assert all(one["name"] in words for one in PEOPLE)


# ---------------------------------------------------------------- raises


def test_each_regulation_raises_in_its_own_way(played: Played) -> None:
    raises = {one["employee_id"]: one for one in played.said["percents"].results}

    # 3001  6 % of 9,000 = 540; 3002 the rate of its group, 300 baht
    # 4001  24,410 x 4.5 % = 1,098.45 -> 1,100; 4002  18,480 x 2 % = 369.6 -> 370
    assert {who: one.get("raise") for who, one in raises.items() if who < "5"} == {
        "3001": "540", "3002": "300", "4001": "1100", "4002": "370",
    }  # fmt: skip
    assert {who: one["step"] for who, one in raises.items() if who > "5"} == {
        "5001": "1", "5002": "0.5", "5009": None,
    }  # fmt: skip
    # Officials of 2558 and 2559 have no rules of raises; the table named is old.
    assert played.said["pay"].codes == ["PE553", "PE553", "PE546"]
    made = [one["path"] for one in played.said["pay"].answer["files"]]
    groups = ("civil_servant", "older", "workers")
    assert sorted(made) == [f"out/pay-{group}.xlsx" for group in groups]


def test_the_pool_counts_the_civil_servants_alone(played: Played) -> None:
    pools = played.said["percents"].answer["summary"]["pools"]
    (whole,) = (
        one for one in pools if (one["division"], one["money_group"]) == (None, None)
    )

    # 3 % of 29,330 + 24,470 = 53,800 is 1,614; 1,100 + 370 of it are used
    assert (whole["pool"], whole["used"], whole["left"]) == ("1614", "1470", "144")


# ---------------------------------------------------------------- seal


def test_the_sealed_round_verifies_and_holds_every_regulation(played: Played) -> None:
    assert played.said["verify"].results == []
    kept = played.folder / "record/sealed/2568-1-r1/data/perfeval/regulations"

    ids = {
        path.stem: re.search(r'^id = "(.*)"', path.read_text("utf-8"), re.MULTILINE)
        for path in kept.glob("*.toml")
    }
    assert {key: found and found[1] for key, found in ids.items()} == LAWS


def test_a_lifted_seal_gives_a_second_revision_of_the_same_results(
    played: Played,
) -> None:
    first, second = (played.said[step].results[0] for step in ("seal", "seal 2"))

    assert (first["revision"], second["revision"]) == (1, 2)
    assert first["seal"] == second["seal"]


# ---------------------------------------------------------------- what goes wrong


@pytest.fixture
def copied(played: Played, tmp_path: Path) -> Path:
    """A copy of the round to spoil."""
    return Path(shutil.copytree(played.folder, tmp_path / "2568-1"))


@pytest.mark.parametrize(
    ("table", "code", "end"),
    [
        ("", "PE541", Exit.FINDINGS),  # none is known to hold on that day
        ('base_table = "base-2554"', "PE542", Exit.FINDINGS),  # it was replaced
        ('base_table = "base-2599"', "PE449", Exit.UNUSABLE),  # there is no such
    ],
)
def test_a_wrong_table_of_bases_gives_no_amount_and_stops_no_other_regulation(
    copied: Path, table: str, code: str, end: Exit
) -> None:
    file = copied / "round.toml"
    text = file.read_text("utf-8").replace('base_table = "base-2560-10"', table)
    file.write_text(text, encoding="utf-8")
    said = Said(*run(copied, "pay"))

    assert (said.code, code in said.codes) == (end, True)
    raises = {one["employee_id"]: one.get("raise") for one in said.results}
    if end is Exit.FINDINGS:
        assert (raises["3001"], raises["4001"], raises["4002"]) == ("540", None, None)


def test_a_person_of_a_group_without_a_regulation_is_told_at_the_cell(
    copied: Path,
) -> None:
    shutil.rmtree(copied / "record")  # nothing is sealed yet
    teacher = {**PEOPLE[0], "employee_id": "6001", "staff_group": "ครู"}
    roster_workbook([*PEOPLE, teacher]).save(copied / "roster.xlsx")
    code, answer = run(copied, "check")

    assert code == Exit.FINDINGS
    (found,) = (one for one in answer["findings"] if one["code"] == "PE313")
    row = FIRST + len(PEOPLE)
    assert (found["file"], found["cell"]) == (
        "roster.xlsx", cell_of("staff_group", row),
    )  # fmt: skip
    assert found["found"] == "ครู"
