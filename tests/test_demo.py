"""`perfeval demo`: the whole half-year, held to what people.toml expects of it."""

import io
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from example_round import PEOPLE
from perfeval.cli.exits import Exit
from perfeval.cli.main import main
from shell import Shell

STATES = "ได้ผลแล้ว {ranked} คน รอแก้ไข {held} ยังไม่ส่ง {missing} ไม่จัดลำดับ {excluded}"
ARABIC, THAI = "0123456789", "๐๑๒๓๔๕๖๗๘๙"
NAMES = {
    one["employee_id"]: f"{one['prefix']}{one['name']}" for one in PEOPLE["people"]
}
DIVISIONS = {one["employee_id"]: one["division"] for one in PEOPLE["people"]}
LAWS = {one["regulation"]: one for one in PEOPLE["standings"]}
RANKED = [who for one in LAWS.values() for _, who, _ in one["order"]]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The folder that the demo has made, and what it said of it."""
    folder = tmp_path_factory.mktemp("demo") / "new" / "trial"
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        code = main(["demo", str(folder), "--json"])
    assert code == Exit.DONE
    return folder, json.loads(out.getvalue())


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


def steps(answer: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """The steps of the demo by their command."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for one in answer["results"]:
        words = (one["command"] or "perfeval init").split()
        found.setdefault(words[1], []).append(one)
    return found


def texts(path: Path) -> Iterator[str]:
    """Everything that stands in a workbook."""
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows(values_only=True):
            yield from (str(value) for value in row if value is not None)


# ----------------------------------------------------------------- what it tells


def test_every_step_of_the_half_year_is_played_in_order(played: Any) -> None:
    commands = [one["command"] for one in played[1]["results"]]

    assert [(one or "perfeval init").split()[1] for one in commands] == [
        "init", "calendar", "criteria", "forms", "agree", "forms", "status", "check",
        "close", "status", "explain", "rank", "summary", "decide", "announce",
        "notices", "close", "seal", "verify",
    ]  # fmt: skip


def test_only_the_steps_before_the_corrections_find_errors(played: Any) -> None:
    faulty = [one["step"] for one in played[1]["results"] if one["exit"]]

    assert faulty == [7, 8, 9]


def test_the_sums_of_people_are_told_before_and_after_the_corrections(
    played: Any,
) -> None:
    first, last = steps(played[1])["status"]

    assert STATES.format(**PEOPLE["states"]["first"]["people"]) in first["told"]
    assert STATES.format(**PEOPLE["states"]["last"]["people"]) in last["told"]


def test_every_file_that_is_listed_is_there_with_its_digest(
    played: Any, sh: Shell
) -> None:
    folder, answer = played

    assert answer["summary"]["files"] == len(answer["files"])
    kinds = {one["kind"] for one in answer["files"]}
    assert {"form", "chase_list", "annotated", "findings", "ranking", "sealed"} <= kinds
    assert all(Path(one["path"]).is_file() for one in answer["files"])
    assert all(Path(one["path"]).is_relative_to(folder) for one in answer["files"])


def test_the_marked_copies_name_the_fault_at_its_cell(played: Any, sh: Shell) -> None:
    copy = played[0] / "returned" / "ผอ.กองการศึกษา.xlsx"

    ran = sh("check", copy, "--round", played[0], "--json")

    assert ran.code == Exit.FINDINGS
    (fault,) = json.loads(ran.out)["findings"]
    assert (fault["code"], fault["cell"]) == ("PE204", "J28")


def test_the_demo_names_a_next_command_that_works(played: Any, sh: Shell) -> None:
    ran = sh("explain", "00087", "--round", played[0])

    assert ran.code == Exit.DONE
    assert "89.9958" in ran.out


# --------------------------------------------------------------------- agreements


def test_agreements_of_a_division_are_recorded_and_handed_out_again(
    played: Any,
) -> None:
    agreed = [one for one in PEOPLE["workbooks"] if "agreed" in one]
    made = (played[0] / "forms").rglob("*(ประเมิน).xlsx")

    assert len(list(made)) == len(agreed) == 9
    (told,) = (one["told"] for one in steps(played[1])["agree"])
    assert " 9 ฉบับ" in told


def test_what_differs_from_its_agreement_is_an_error_unless_it_carries_the_change(
    played: Any, sh: Shell, tmp_path: Path
) -> None:
    """TC-0107 lowers a target; TT-0104 carries its change with date and approval."""
    folder = tmp_path / "รอบ"
    shutil.copytree(played[0], folder, ignore=shutil.ignore_patterns("sealed", "out"))
    (own,) = (one for one in PEOPLE["workbooks"] if one.get("person") == "TC-0107")
    shutil.copy(played[0] / "returned" / "ผู้ช่วยธุรการ.xlsx", folder / "inbox/สำนักปลัด")

    told = json.loads(sh("check", "--round", folder, "--json").out)

    of_agreement = {
        one["employee_id"]: (one["code"], one["severity"])
        for one in told["findings"]
        if one["code"] in ("PE242", "PE247")
    }
    assert of_agreement == {
        "TC-0107": (own["expected"]["against_agreement"][0]["code"], "error"),
        "TT-0104": ("PE247", "note"),
    }


# ------------------------------------------------------------------------- papers


def test_the_summary_has_every_division_in_rank_order_with_the_decisions(
    played: Any, sh: Shell
) -> None:
    path = played[0] / "out" / "summary.xlsx"
    seen = json.loads(sh("inspect", path, "--json").out)["results"]
    rows = {
        page["sheet"]: page["tables"]["decisions"]
        for page in seen
        if page["tables"].get("decisions")
    }

    assert list(rows) == PEOPLE["office"]["divisions"]
    for division, listed in rows.items():
        ids = [row["employee_id"]["value"] for row in listed]
        assert [one for one in ids if one in RANKED] == [
            who
            for law in LAWS.values()
            for _, who, _ in law["decided"]
            if DIVISIONS[who] == division
        ]
        assert set(ids) == {who for who in DIVISIONS if DIVISIONS[who] == division}
    before = {who: total for law in LAWS.values() for _, who, total in law["order"]}
    for row in (row for listed in rows.values() for row in listed):
        who = row["employee_id"]["value"]
        if who in before and "/" not in before[who]:
            assert Fraction(row["total"]["value"]) == Fraction(before[who]), who


def test_the_committees_and_the_chiefs_figures_stand_where_they_were_typed(
    played: Any, sh: Shell
) -> None:
    path = played[0] / "out" / "summary.xlsx"
    seen = json.loads(sh("inspect", path, "--json").out)["results"]
    keys = ("committee_total", "committee_reason", "chief_total", "chief_reason")
    typed = {
        row["employee_id"]["value"]: {
            key: row[key]["value"] for key in keys if row[key]["value"] is not None
        }
        for page in seen
        for row in page["tables"].get("decisions", ())
    }

    assert {who: said for who, said in typed.items() if said} == {
        one["employee_id"]: {
            key: str(value) for key, value in one.items() if key != "employee_id"
        }
        for one in PEOPLE["story"]["decisions"]
    }


def test_the_final_totals_are_those_reckoned_by_hand(played: Any) -> None:
    book = openpyxl.load_workbook(played[0] / "out" / "summary.xlsx")
    finals: dict[str, float] = {}
    for sheet in (book[name] for name in PEOPLE["office"]["divisions"]):
        columns = {
            key: sheet.defined_names[f"pe_decisions_{key}"].attr_text.split("$")[1]
            for key in ("employee_id", "final_total")
        }
        for row in range(1, sheet.max_row + 1):
            final = sheet[f"{columns['final_total']}{row}"].value
            if isinstance(final, int | float):
                finals[sheet[f"{columns['employee_id']}{row}"].value] = final

    expected = {who: total for law in LAWS.values() for _, who, total in law["decided"]}
    assert set(finals) == set(expected)
    for who, total in expected.items():
        assert finals[who] == pytest.approx(float(Fraction(total)), abs=1e-9), who


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        ("ยังไม่ได้รับแบบประเมิน", ["TC-0308"]),
        ("โอนไป (ส่งผลให้ต้นสังกัดใหม่)", ["TT-0205"]),
        ("โอนมา (รอผลจากต้นสังกัดเดิม)", ["TT-0404"]),
        ("ไม่จัดลำดับตามบัญชีรายชื่อ", ["TT-0504"]),
        ("ทดลองปฏิบัติราชการ", ["TT-0105"]),
        ("ย้ายภายในหน่วยงาน", ["TT-0304"]),
        ("ช่วยราชการ", ["00402"]),
        ("ไม่ยินยอมลงลายมือชื่อรับทราบ", ["TT-0302", "TC-0306"]),
        ("ผู้บังคับบัญชาเหนือขึ้นไปเห็นแตกต่าง", ["TT-0403"]),
        ("คะแนนเท่ากัน", ["TT-0502", "TT-0503"]),
        ("ผู้มีอำนาจพิจารณาเป็นผู้ประเมินเอง", ["TT-0001"]),
        ("ลาเกินจำนวนครั้ง (คณะกรรมการอาจพิจารณา)", ["TC-0505"]),
        ("ลาเกินจำนวนครั้ง (ไม่เข้าข้อยกเว้น)", ["TC-0208"]),
        ("มาสายเป็นประจำ", ["TC-0110"]),
    ],
)
def test_the_committee_sees_each_special_case(
    played: Any, kind: str, who: list[str]
) -> None:
    sheet = openpyxl.load_workbook(played[0] / "out" / "summary.xlsx")["กรณีพิเศษ"]
    listed: dict[str, list[str]] = {}
    heading = ""
    for first, name, *_ in sheet.iter_rows(values_only=True):
        if first and not name:
            heading = str(first)
        elif first:
            listed.setdefault(heading, []).append(str(first))

    assert listed[kind] == who


def test_the_edge_is_shown_exactly_and_never_rounded_up(played: Any) -> None:
    book = openpyxl.load_workbook(played[0] / "out" / "summary.xlsx")
    rows = list(book["ใกล้เกณฑ์แบ่งระดับ"].iter_rows(values_only=True))

    edges = [row for row in rows if row[0] in NAMES]
    assert [(row[0], row[4]) for row in edges] == [
        ("00087", "89.9958"), ("TC-0206", "94.996")
    ]  # fmt: skip


@pytest.mark.parametrize("law", LAWS)
def test_an_announcement_names_the_outstanding_in_order_and_nobody_else(
    played: Any, law: str
) -> None:
    path = played[0] / "out" / f"announcement-{law}.xlsx"
    said = list(texts(path))

    named = [one for one in said if one in NAMES.values()]
    assert named == [NAMES[who] for who in LAWS[law]["announced"]]
    others = {NAMES[who] for who in NAMES} - set(named)
    assert not [name for name in others if any(name in one for one in said)]


def test_everybody_with_a_result_gets_a_notice_and_nobody_else(played: Any) -> None:
    there = {one.stem for one in (played[0] / "out" / "notices").iterdir()}

    assert there == {*RANKED, "TT-0205"}  # whose result is sent to the new office


@pytest.mark.parametrize(
    ("who", "total", "band"),
    [
        ("TT-0403", "81.35", "ดีมาก"),  # the committee followed the evaluator
        ("TC-0506", "84.00", "ดี"),  # the chief decided lower
        ("00087", "89.996", "ดีมาก"),  # the edge
        ("TT-0001", "94.88", "ดีเด่น"),
    ],
)
def test_a_notice_says_the_final_total_and_band(
    played: Any, who: str, total: str, band: str
) -> None:
    said = list(texts(played[0] / "out" / "notices" / f"{who}.xlsx"))

    digits = total.translate(str.maketrans(ARABIC, THAI))
    assert f"คะแนนรวม {digits}" in said
    assert f"ระดับ{band}" in said


# --------------------------------------------------------------------------- seal


def seal_of(answer: Mapping[str, Any]) -> str:
    """The digits that the demo printed."""
    words = steps(answer)["seal"][0]["told"].split()
    return str(words[words.index("รหัสผนึก") + 1])


def test_the_sealed_round_verifies_with_its_digits_alone(
    played: Any, sh: Shell
) -> None:
    folder, answer = played
    seal = seal_of(answer)

    assert sh("verify", "--round", folder, "--seal", seal).code == Exit.DONE
    wrong = seal[:-1] + ("0" if seal[-1] != "0" else "1")
    assert sh("verify", "--round", folder, "--seal", wrong).code == Exit.FINDINGS
    assert any(seal in one for one in _footers(folder / "out" / "summary.xlsx"))


def _footers(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    return [str(sheet.oddFooter.left.text) for sheet in book]


def test_one_changed_byte_of_the_sealed_round_is_found(
    played: Any, sh: Shell, tmp_path: Path
) -> None:
    bag = tmp_path / "2568-1-r1"
    shutil.copytree(played[0] / "record" / "sealed" / bag.name, bag)
    changed = bag / "data" / "roster.xlsx"
    content = bytearray(changed.read_bytes())
    content[1000] ^= 1
    changed.chmod(0o600)
    changed.write_bytes(content)

    ran = sh("verify", bag, "--json")

    assert ran.code == Exit.FINDINGS
    problems = {one["path"].split("/")[-1] for one in json.loads(ran.out)["results"]}
    assert "roster.xlsx" in problems


def test_a_sealed_round_takes_no_more_decisions(played: Any, sh: Shell) -> None:
    filled = played[0] / "summary-decided.xlsx"

    assert sh("decide", filled, "--round", played[0]).code == Exit.REFUSED


# ------------------------------------------------------------------------- folder


def test_the_demo_leaves_a_folder_with_files_alone(sh: Shell, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()

    ran = sh("demo", tmp_path)

    assert ran.code == Exit.REFUSED
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]
