"""Four people under the office's own regulation, from the forms to the seal."""

import shutil
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from five_round import run
from handed import cell_of, form_in
from own_round import FLOOR, METHOD, OURS, PEOPLE, RATED, TITLE, Case, make, send
from perfeval.cli.exits import Exit
from perfeval.regulations.load import load
from perfeval.thai import thai_digits
from test_deciding import fill
from test_five import Said, texts

# Totals by hand, of results x 70 % + behaviour x 30 %; eight competencies weigh alike.
# Of the first three methods, results of levels a and b are (60 a + 40 b) / 5 of 100,
# so 5 and 5 are 70 of the total; 4.5 and 4.5 63; 4 and 4 56; 3 and 3 42; 2 and 2 28.
LEVELS = {"1001": (4.5, 4.5), "1002": (4.5, 4.5), "1003": (3, 3), "1004": (4, 4)}
BANDS = {"1001": "outstanding", "1002": "very_good", "1003": "fair", "1004": "good"}
CASES = [
    Case(
        "table",
        "ours-2568.toml",
        LEVELS,
        {
            # expected 3: 4 x 4 + 4 x 5 = 36 of 40 = 90; 63 + 27 = 90, at the floor
            "1001": (3, 3, 3, 3, 4, 4, 4, 5),
            # expected 2: 5 x 4 + 3 x 5 = 35 of 40 = 87.5; 63 + 26.25 = 89.25
            "1002": (2, 2, 2, 2, 2, 3, 3, 3),
            # expected 1: 8 x 4 = 32 of 40 = 80; 42 + 24 = 66
            "1003": (1,) * RATED,
            # expected 3 and 4: 5 x 4 + 3 x 3 = 29 of 40 = 72.5; 56 + 21.75 = 77.75
            "1004": (3,) * RATED,
        },
        {"1001": "90", "1002": "89.25", "1003": "66", "1004": "77.75"},
        BANDS,
        "× 4 คะแนนจากตาราง (คาดหวัง 3 ได้ 3) ÷ 5",
    ),
    Case(
        "bar",
        "หลักเกณฑ์ของเรา.toml",
        LEVELS | {"1001": (5, 5)},
        {
            # expected 3: 3 x 3 + 2 x 2 + 3 x 1 = 16 of 24; 70 + 30 x 16/24 = 70 + 20
            "1001": (3, 3, 5, 2, 2, 1, 1, 1),
            # expected 2: 5 x 3 + 3 x 2 = 21 of 24 = 87.5; 63 + 26.25 = 89.25
            "1002": (2, 2, 2, 2, 2, 1, 1, 1),
            # expected 1: 8 x 3 = 24 of 24 = 100; 42 + 30 = 72
            "1003": (1,) * RATED,
            # expected 3 and 4: 5 x 3 + 3 x 2 = 21 of 24 = 87.5; 56 + 26.25 = 82.25
            "1004": (3,) * RATED,
        },
        {"1001": "90", "1002": "89.25", "1003": "72", "1004": "82.25"},
        BANDS | {"1003": "good", "1004": "very_good"},
        "× 3 คะแนน (คาดหวัง 3 ได้ 5) ÷ 3",
    ),
    Case(
        "hybrid",
        "กฎของหน่วยงาน/ours-2568.toml",
        LEVELS | {"1001": (5, 5), "1003": (2, 2)},
        {
            # 4+3+2+2+2+1+1+1 = 16 of 8 x 3 = 24; 70 + 30 x 16/24 = 70 + 20
            "1001": (4, 3, 2, 2, 2, 1, 1, 1),
            # 6 x 2 + 2 x 1 = 14 of 8 x 2 = 16 = 87.5; 63 + 26.25 = 89.25
            "1002": (2, 2, 2, 2, 2, 2, 1, 1),
            # 2 x 5 + 6 x 1 = 16 of 8 x 1 = 200, held at 100; 28 + 30 = 58
            "1003": (5, 5, 1, 1, 1, 1, 1, 1),
            # 24 of 5 x 3 + 3 x 4 = 27; 56 + 30 x 24/27 = 56 + 80/3 = 248/3
            "1004": (3,) * RATED,
        },
        {"1001": "90", "1002": "89.25", "1003": "58", "1004": "248/3"},
        BANDS | {"1003": "needs_improvement", "1004": "very_good"},
        "× ระดับ 4 × 100 ÷",
    ),
    Case(
        "dimensions",
        "ours-2568.toml",
        {
            # 60 x 10/10 + 40 x 7.5/10 = 60 + 30 = 90, of it 70 % are 63
            "1001": ((3, 3, 4), (2, 2.5, 3)),
            "1002": ((3, 3, 4), (2, 2.5, 3)),
            # 60 x 5/10 + 40 x 1/10 = 30 + 4 = 34, of it 70 % are 23.8; zero is a value
            "1003": ((1.5, 1.5, 2), (0, 0, 1)),
            # 60 x 8/10 + 40 x 9.5/10 = 48 + 38 = 86, of it 70 % are 60.2
            "1004": ((3, 3, 2), (3, 3, 3.5)),
        },
        {
            # a level is 20 points: 36 of 40 = 90; 63 + 27 = 90
            "1001": (5, 5, 5, 5, 4, 4, 4, 4),
            # 35 of 40 = 87.5; 63 + 26.25 = 89.25
            "1002": (5, 5, 5, 4, 4, 4, 4, 4),
            # 24 of 40 = 60; 23.8 + 18 = 41.8
            "1003": (3,) * RATED,
            # 32 of 40 = 80; 60.2 + 24 = 84.2
            "1004": (4,) * RATED,
        },
        {"1001": "90", "1002": "89.25", "1003": "41.8", "1004": "84.2"},
        BANDS | {"1003": "needs_improvement", "1004": "very_good"},
        "น้ำหนัก 40 × (2 + 2.5 + 3) ÷ 10",
        ("indicators", "quality", "PE282"),
    ),
]
REASON = "เทียบกับกองอื่นแล้วควรสูงขึ้น"


class Played(NamedTuple):
    """A round of a method: its folder, what each command said, the faulty cell."""

    case: Case
    folder: Path
    said: Mapping[str, Said]
    cell: str


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.method)
def played(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Played:
    """The half-year of the round, command by command."""
    case: Case = request.param
    folder = make(tmp_path_factory.mktemp(case.method) / "2568-1", case)
    said: dict[str, Said] = {}

    def play(step: str, *words: object) -> None:
        said[step] = Said(*run(folder, *words))

    for one in PEOPLE:
        who = one["employee_id"]
        path = send(folder, case, who, faulty=who == "1004")
    table, key, _ = case.blank
    form = form_in(path, own=(load(folder / case.file),))
    cell = cell_of(form, (table, 1, key))
    for step in ("status", "check", "score", "rank", "close"):
        play(f"faulty {step}", step)
    send(folder, case, "1004")
    steps = ("criteria", "status", "check", "score", "rank", "close", "summary")
    for step in steps:
        play(step, step)
    points = {"committee_total": 91, "committee_reason": REASON}
    play("decide", "decide", fill(folder, who="1002", **points))
    play("announce", "announce")
    play("notices", "notices")
    play("explain", "explain", "1001")
    play("final", "rank")
    play("seal", "seal")
    play("verify", "verify")
    return Played(case, folder, said, cell)


def test_every_command_is_done_once_the_form_is_put_right(played: Played) -> None:
    ends = {step: one.code for step, one in played.said.items()}

    for step in ("check", "score", "rank", "close"):
        assert ends.pop(f"faulty {step}") == Exit.FINDINGS, step
    ends.pop("faulty status")
    assert {step: code for step, code in ends.items() if code != Exit.DONE} == {}
    told = {
        (step, found["code"], found["severity"])
        for step, one in played.said.items()
        if "faulty" not in step
        for found in one.answer["findings"]
    }
    assert told == {
        ("status", "PE360", "note"),  # a form was sent again with another value
        ("status", "PE620", "note"),  # the papers of the first close rest on less
        ("decide", "PE620", "note"),  # the draft announcement rests on other results
    }


def test_a_blank_is_told_at_its_cell_and_holds_that_person_alone(
    played: Played,
) -> None:
    said, (_, _, code) = played.said, played.case.blank
    (found,) = said["faulty check"].answer["findings"]

    assert (found["code"], found["file"], found["cell"], found["employee_id"]) == (
        code, "inbox/1004.xlsx", played.cell, "1004",
    )  # fmt: skip
    assert found["clause"] == OURS
    people = said["faulty status"].answer["summary"]["people"]
    assert (people["ranked"], people["held"], people["total"]) == (3, 1, 4)
    assert [one["employee_id"] for one in said["faulty score"].results] == [
        "1001", "1002", "1003",
    ]  # fmt: skip


def test_totals_and_bands_are_those_reckoned_by_hand(played: Played) -> None:
    results = played.said["score"].results

    totals = {one["employee_id"]: one["total"] for one in results}
    assert totals == played.case.totals
    assert {one["employee_id"]: one["band"] for one in results} == played.case.bands
    assert not any(one["at_edge"] for one in results)
    assert len({one["regulation"] for one in results}) == 1


def test_a_figure_at_the_floor_of_a_band_has_that_band(played: Played) -> None:
    (told,) = played.said["explain"].results

    assert (told["total"], told["total_display"], told["band"]) == (
        "90", "90.00", "outstanding",
    )  # fmt: skip
    ranked = [one["employee_id"] for one in played.said["rank"].results]
    assert ranked == sorted(
        played.case.totals, key=lambda who: -Fraction(played.case.totals[who])
    )


def test_the_working_gives_the_sum_and_the_clause_of_the_office(
    played: Played,
) -> None:
    ((one,), case) = (played.said["explain"].results, played.case)
    steps = [step for step in one["steps"] if step["clause"] == OURS]

    assert [step for step in steps if case.working in step["working"]]
    rows = 2 if case.method == "dimensions" else RATED
    assert len(steps) == rows + 1  # and what they come to together
    (last,) = [step for step in one["steps"] if step["clause"] == FLOOR]
    assert "90" in last["working"]


def test_the_committee_lifts_one_person_over_the_floor(played: Played) -> None:
    final = {one["employee_id"]: one for one in played.said["final"].results}

    assert {who: one["total"] for who, one in final.items()} == {
        **played.case.totals, "1002": "91",
    }  # fmt: skip
    announced = {one["employee_id"] for one in played.said["announce"].results}
    assert announced == {"1001", "1002"}


def test_the_papers_bear_the_title_the_working_and_the_clauses_of_the_office(
    played: Played,
) -> None:
    out, case = played.folder / "out", played.case
    made = [one["path"] for one in played.said["notices"].answer["files"]]
    assert made == [f"out/notices/{one['employee_id']}.xlsx" for one in PEOPLE]

    notice = [*texts(out / "notices" / "1001.xlsx")]
    assert [one for one in notice if thai_digits(case.working) in one]
    assert TITLE in " ".join(texts(out / "summary.xlsx"))
    (paper,) = played.said["criteria"].answer["files"]
    criteria = " ".join(texts(played.folder / paper["path"]))
    assert [clause for clause in (METHOD, OURS, FLOOR) if clause not in criteria] == []


def test_a_changed_byte_of_the_archived_regulation_is_found_and_named(
    played: Played, tmp_path: Path
) -> None:
    assert (played.said["verify"].code, played.said["verify"].results) == (0, [])
    folder = Path(shutil.copytree(played.folder, tmp_path / "2568-1"))
    data = Path("record", "sealed", "2568-1-r1", "data")
    for place in (played.case.file, "perfeval/regulations/official.toml"):
        path = folder / data / place
        before = path.read_bytes()
        assert before == (folder / played.case.file).read_bytes()
        at = before.index(b"weight = 70") + len(b"weight = ")
        path.chmod(0o600)
        path.write_bytes(before[:at] + b"8" + before[at + 1 :])
        said = Said(*run(folder, "verify"))

        assert said.code == Exit.FINDINGS
        assert [(data / place).as_posix(), "changed"] in [
            [one["path"], one["problem"]] for one in said.results
        ]
        path.write_bytes(before)
    assert Said(*run(folder, "verify")).results == []
