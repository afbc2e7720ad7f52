"""Ranks: per regulation, ties shared, nobody lost, transferred people sent."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from a_round import BOON, CHAI, DARA, DIVISIONS, on_disk, opened, person, send
from evaluations import CIVIL, TAMBON, evaluation, rules
from filled import sound, write
from perfeval.appraise.layers import before_committee
from perfeval.appraise.outcome import Appraisal, State
from perfeval.appraise.rank import rank
from perfeval.appraise.score import score
from perfeval.appraise.standing import PersonState, PersonStatus, Reason
from perfeval.book import Group, Table
from perfeval.inbox import receive
from perfeval.reports.ranking import build
from perfeval.reports.ranking_rows import TO_SEND, WITHOUT
from round_folder import HEAD
from shell import Shell
from test_deciding import fill
from whole_round import send as send_again
from whole_round import whole_round

KEYS = [
    "regulation", "division", "rank", "tied", "employee_id", "name", "staff_group",
    "total", "total_display", "band",
]  # fmt: skip


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


def somebody(
    number: int,
    results: str,
    behaviour: str,
    *,
    division: str = DIVISIONS[0],
    **more: str,
) -> PersonStatus:
    """
    A ranked person with these levels: 70 % and 30 % of 20 points a level.

    more: regulation; above, the total of a next supervisor who differs.
    """
    above = more.get("above")
    typed = evaluation(
        [{"weight": 100, "level": Decimal(results)}], [Decimal(behaviour)]
    )
    if above is not None:
        opinion = {
            "next_supervisor_opinion": "differ",
            "next_supervisor_total": Decimal(above),
            "next_supervisor_reason": "เหตุผล",
        }
        typed = typed.model_copy(update=opinion)
    result = score(typed, rules(more.get("regulation", TAMBON)))
    return PersonStatus(
        person(f"TT-{number}", f"คน ที่{number}", division=division),
        PersonState.RANKED,
        appraisal=Appraisal(typed, State.SCORED, (), result),
        final=before_committee(result),
    )


def ranks(people: list[PersonStatus], **how: object) -> list[tuple[str, int, bool]]:
    """Who stands where, and whether tied, list after list."""
    return [
        (one.status.person.employee_id, one.rank, one.tied)
        for listed in rank(people, **how)  # type: ignore[arg-type]
        for one in listed.standings
    ]


def test_equal_exact_totals_share_a_rank_and_the_next_one_is_left_out():
    people = [somebody(1, "4", "4"), somebody(2, "5", "5"), somebody(3, "5", "5")]

    assert ranks(people) == [("TT-2", 1, True), ("TT-3", 1, True), ("TT-1", 3, False)]


def test_totals_that_only_print_alike_are_no_tie():
    people = [somebody(1, "4", "4"), somebody(2, "4", "4.0001")]

    assert ranks(people) == [("TT-2", 1, False), ("TT-1", 2, False)]


def test_a_third_of_a_point_is_the_same_as_itself():
    thirds = [somebody(n, "4", "4") for n in (1, 2)]
    third = replace(
        thirds[0].final.opinions[0], total=Fraction(241, 3)
    )  # 80 1/3, which no decimal holds
    people = [
        replace(one, final=replace(one.final, opinions=(third,))) for one in thirds
    ]

    assert [tied for _, _, tied in ranks(people)] == [True, True]


def test_inside_a_tie_results_come_first_then_the_roster():
    # by hand: 14 a level of results and 6 of behaviour; 3 and 7 steps weigh the same
    people = [
        somebody(1, "3.7", "4.7"),  # 51.8 + 28.2 = 80
        somebody(2, "4", "4"),  # 56 + 24 = 80
        somebody(3, "4", "4"),
    ]

    assert ranks(people) == [("TT-2", 1, True), ("TT-3", 1, True), ("TT-1", 1, True)]


def test_divisions_come_in_their_official_order_and_rank_apart():
    people = [
        somebody(1, "4", "4", division=DIVISIONS[1]),
        somebody(2, "3", "3", division=DIVISIONS[0]),
        somebody(3, "5", "5", division="หน่วยใหม่"),
        somebody(4, "5", "5", division=DIVISIONS[1]),
    ]
    lists = rank(people, divisions=DIVISIONS, by_division=True)

    assert [one.division for one in lists] == [*DIVISIONS[:2], "หน่วยใหม่"]
    assert ranks(people, divisions=DIVISIONS, by_division=True) == [
        ("TT-2", 1, False), ("TT-4", 1, False), ("TT-1", 2, False), ("TT-3", 1, False),
    ]  # fmt: skip


def test_people_under_different_regulations_are_never_ranked_together():
    people = [somebody(1, "4", "4"), somebody(2, "5", "5", regulation=CIVIL)]
    lists = rank(people)

    assert [one.regulation.id for one in lists] == [TAMBON, CIVIL]
    assert ranks(people) == [("TT-1", 1, False), ("TT-2", 1, False)]


def test_the_next_supervisor_who_differs_with_a_reason_decides_the_place():
    people = [somebody(1, "5", "5", above="70"), somebody(2, "4", "4")]

    assert ranks(people) == [("TT-2", 1, False), ("TT-1", 2, False)]


@pytest.mark.parametrize(
    "state", [PersonState.HELD, PersonState.MISSING, PersonState.EXCLUDED]
)
def test_whoever_is_not_to_be_ranked_has_no_rank(state):
    people = [replace(somebody(1, "5", "5"), state=state), somebody(2, "4", "4")]

    assert ranks(people) == [("TT-2", 1, False)]


def test_nobody_gives_no_list():
    assert rank([]) == ()


# ------------------------------------------------------------------- the paper


def rows_of(page) -> list[tuple]:
    """The rows of the table of a page."""
    (table,) = (one for one in page.blocks if isinstance(one, Table))
    return list(table.rows)


def test_the_paper_has_a_sheet_a_division_and_one_for_all(tmp_path):
    gone = person(
        "TT-0903", "ไกล ตัวอย่างไป", movement="transferred_out",
        movement_on=date(2025, 3, 20), division=DIVISIONS[1],
    )  # fmt: skip
    round_ = opened(tmp_path, DARA, BOON, CHAI, gone)
    for name, whom in (("a", DARA), ("b", BOON), ("d", gone)):
        send(round_, f"{name}.xlsx", whom)
    book = build(round_, receive(round_).people)

    assert [page.title for page in book.sheets] == [*DIVISIONS[:2], "ทั้งหน่วยงาน"]
    second = rows_of(book.sheets[1])
    groups = [one.words for one in second if isinstance(one, Group)]
    assert groups[1:] == [TO_SEND, WITHOUT]
    first, sent, missing = (one for one in second if not isinstance(one, Group))
    assert first[:4] == (1, 1, "TT-0901", BOON.full_name)
    assert first[-1] is None
    assert sent[:4] == (None, None, "TT-0903", gone.full_name)
    assert sent[-3].shown == "80.00"
    assert missing[2] == "TT-0902"
    assert missing[-3:] == (None, "ยังไม่ส่ง", "ยังไม่ได้รับแบบประเมิน")


def test_a_tie_over_all_is_marked_where_the_division_has_none(tmp_path):
    round_ = opened(tmp_path, DARA, BOON)
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", BOON)
    *_, everybody = build(round_, receive(round_).people).sheets

    ranked = [one for one in rows_of(everybody) if not isinstance(one, Group)]
    assert [(one[0], one[-1]) for one in ranked] == [(1, "คะแนนเท่ากัน")] * 2


# ----------------------------------------------------------------- the command


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A round on disk: two scored, one tie, one missing."""
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    round_ = on_disk(tmp_path / "round", DARA, BOON, CHAI)
    send(round_, "a.xlsx", DARA)
    send(round_, "b.xlsx", BOON)
    monkeypatch.chdir(tmp_path / "round")
    return tmp_path / "round"


def test_the_answer_has_the_keys_of_the_contract(sh, office):
    ran = sh("rank", "--division", "--json")
    answer = json.loads(ran.out)

    assert ran.code == 0
    assert [list(one) for one in answer["results"]] == [KEYS] * 2
    assert answer["results"][0] == {
        "regulation": TAMBON, "division": DIVISIONS[0], "rank": 1, "tied": False,
        "employee_id": "TT-0900", "name": DARA.full_name, "staff_group": "official",
        "total": "80", "total_display": "80.00", "band": "very_good",
    }  # fmt: skip
    (file,) = answer["files"]
    assert (file["kind"], file["path"]) == ("ranking", "out/ranking.xlsx")
    book = openpyxl.load_workbook(office / "out" / "ranking.xlsx")
    assert book.sheetnames == [*DIVISIONS[:2], "ทั้งหน่วยงาน"]


def test_over_the_organisation_the_division_is_null_and_a_tie_marked(sh, office):
    answer = json.loads(sh("rank", "--json").out)

    places = [(one["division"], one["rank"]) for one in answer["results"]]
    assert places == [(None, 1), (None, 1)]
    assert all(one["tied"] for one in answer["results"])
    assert answer["summary"]["missing"] == 1


def test_a_second_run_changes_no_byte_of_the_paper(sh, office):
    sh("rank")
    before = (office / "out" / "ranking.xlsx").read_bytes()
    (office / "inbox" / "a.xlsx").touch()
    sh("rank")

    assert (office / "out" / "ranking.xlsx").read_bytes() == before


def test_only_one_division_is_shown_where_it_is_named(sh, office):
    answer = json.loads(sh("rank", "--only", "กอง คลัง", "--json").out)

    assert [one["employee_id"] for one in answer["results"]] == ["TT-0901"]


def test_a_division_that_nobody_knows_is_wrong_usage(sh, office):
    ran = sh("rank", "--only", "กองอื่น")

    assert ran.code == 2
    assert DIVISIONS[1] in ran.err


def test_people_without_a_rank_are_told_with_the_reason(sh, office):
    out = sh("rank").out

    assert CHAI.full_name in out
    assert "ยังไม่ได้รับแบบประเมิน" in out


def ranked(answer) -> list[tuple[str, int, str]]:
    """Id, rank and total of everybody in an answer."""
    return [
        (one["employee_id"], one["rank"], one["total"]) for one in answer["results"]
    ]


@pytest.fixture
def decided(sh, tmp_path, monkeypatch) -> Path:
    """A round of 80 and 60 points in which the chief gave 55 for the 80."""
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    folder = whole_round(tmp_path / "รอบ")
    monkeypatch.chdir(folder)
    sh("summary")
    came = fill(folder, chief_total=55, chief_reason="งานล่าช้ากว่ากำหนด")
    assert sh("decide", came).code == 0
    return folder


def test_before_the_decision_the_evaluators_totals_are_ranked_and_that_is_said(
    sh, office
):
    assert "before the committee" in sh("rank", "--lang", "en").out
    assert "ก่อนคณะกรรมการกลั่นกรองพิจารณา" in sh("rank").out
    summary = json.loads(sh("rank", "--json").out)["summary"]
    assert (summary["decided"], summary["decision"]) == (False, None)


def test_after_the_decision_the_final_results_are_ranked_and_that_is_said(sh, decided):
    # by hand: 1001 fell from 80 to 55, 1002 stays at 60; both in their own division
    answer = json.loads(sh("rank", "--json").out)

    assert ranked(answer) == [("1002", 1, "60"), ("1001", 2, "55")]
    summary = answer["summary"]
    assert (summary["decided"], summary["decision"]) == (True, 1)
    assert "final results of decision 1" in sh("rank", "--lang", "en").out
    assert "ผลสุดท้ายตามผลการพิจารณาครั้งที่ 1" in sh("rank").out
    texts = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(decided / "out" / "ranking.xlsx")
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert any("ผลการพิจารณาครั้งที่ 1 เมื่อวันที่ 30 เมษายน 2568" in one for one in texts)
    chief = "นายกองค์การบริหารส่วนตำบลตัวอย่าง"  # of round.toml, not of the regulation
    assert f"คะแนนตามที่{chief}พิจารณา" in texts
    assert any(f"ผู้ที่คณะกรรมการหรือ{chief}ปรับคะแนน" in one for one in texts)


def test_named_workbooks_are_ranked_as_they_are_also_after_the_decision(sh, decided):
    ran = sh("rank", "inbox", "--json")

    assert ranked(json.loads(ran.out)) == [("1001", 1, "80"), ("1002", 2, "60")]
    assert "ก่อนคณะกรรมการกลั่นกรองพิจารณา" in sh("rank", "inbox").out


def test_a_decision_that_lapsed_is_said_and_not_ranked(sh, decided):
    send_again(decided, HEAD, 4)
    answer = json.loads(sh("rank", "--json").out)

    assert ranked(answer) == [("1001", 1, "80"), ("1002", 1, "80")]
    assert "PE617" in [one["code"] for one in answer["findings"]]
    assert answer["summary"]["decided"] is False


def test_forms_alone_are_ranked_by_the_division_that_they_give(
    sh, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    for number, level in enumerate((3, 4)):
        changes = {
            ("employee_id",): f"TT-{number}",
            ("name",): f"นาย คนที่{number} ตัวอย่าง",
            ("division",): "กองคลัง",
            **{("indicators", n, "level"): Decimal(level) for n in range(3)},
        }
        write(tmp_path / f"{number}.xlsx", sound() | changes)
    ran = sh("rank", ".", "--division", "--json")
    answer = json.loads(ran.out)

    assert [(one["employee_id"], one["rank"]) for one in answer["results"]] == [
        ("TT-1", 1), ("TT-0", 2),
    ]  # fmt: skip
    assert {one["division"] for one in answer["results"]} == {"กองคลัง"}
    assert answer["files"] == []
    assert not (tmp_path / "out").exists()


def test_without_paths_and_without_a_round_the_folders_looked_in_are_told(
    sh, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    ran = sh("rank")

    assert ran.code == 2
    assert str(tmp_path) in ran.err


def test_a_choice_that_only_a_round_offers_is_wrong_usage_without_one(
    sh, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.xlsx", sound())

    assert sh("rank", "a.xlsx", "--newest").code == 2
    assert sh("score", "a.xlsx", "--newest").code == 2


def test_score_and_check_in_a_round_take_its_inbox(sh, office):
    answer = json.loads(sh("score", "--json").out)

    assert answer["summary"] == {
        "files": 2, "forms": 2, "scored": 2, "held": 0,
        "errors": 0, "warnings": 0, "notes": 0,
    }  # fmt: skip
    assert [one["source"]["file"] for one in answer["results"]] == [
        "inbox/a.xlsx", "inbox/b.xlsx",
    ]  # fmt: skip
    assert json.loads(sh("check", "--json").out)["ok"]


def test_explain_in_a_round_needs_the_id_alone(sh, office):
    ran = sh("explain", "TT-0900", "--json")

    assert ran.code == 0
    answer = json.loads(ran.out)
    assert answer["results"]
    assert answer["summary"]["files"] == 1
    assert sh("explain", "ZZ-1").code == 2


def test_named_workbooks_in_a_round_are_held_against_the_roster(sh, office):
    stranger = person("ZZ-1", "ไม่รู้ จักเลย")
    send(opened(office, stranger), "c.xlsx", stranger)
    ran = sh("score", "inbox/c.xlsx", "--json")
    answer = json.loads(ran.out)

    assert ran.code == 1
    assert [one["code"] for one in answer["findings"]] == ["PE340"]
    assert answer["results"] == []


def test_a_round_is_found_by_option_variable_and_upwards(
    sh, office, monkeypatch, tmp_path
):
    (office / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(office / "deep" / "er")
    assert sh("score", "-q").code == 0
    monkeypatch.chdir(tmp_path)
    assert sh("score", "-q").code == 2
    assert sh("score", "-q", "--round", office).code == 0
    monkeypatch.setenv("PERFEVAL_ROUND", str(office))
    assert sh("score", "-q").code == 0


def test_the_reason_of_a_status_is_told_in_both_languages():
    assert Reason("ก", "a").told("th") == "ก"
    assert Reason("ก", "a").told("en") == "a"
