"""The command line as programs and people rely on it: codes, JSON, languages."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

import perfeval.batch
from filled import cell_of, sound, write
from perfeval.cli.exits import Exit
from perfeval.cli.main import NO_OUTLET
from perfeval.regulations.load import FOLDER
from shell import Ran, Shell, inbox

THAI = re.compile(r"[\u0e00-\u0e7f]")
QUOTED = re.compile(r"“[^”]*”")
KEYS = ["schema", "command", "ok", "summary", "results", "findings", "files"]
FINDING_KEYS = [
    "severity", "code", "file", "sheet", "cell", "cells", "employee_id", "found",
    "message", "remedy", "clause",
]  # fmt: skip
TAMBON = "tambon-official-2559"
LONG = "x" * 300  # longer than a system allows a name to be
COMMANDS = [
    ("init",), ("form",), ("forms",), ("agree",), ("inspect",), ("check",),
    ("score",), ("explain",), ("rank",), ("summary",), ("close",), ("seal",),
    ("verify",), ("decide",), ("reopen",), ("demo",), ("announce",), ("notices",),
    ("status",), ("calendar",), ("doctor",), ("pay",), ("criteria",), ("attendance",),
    ("regulations",), ("regulations", "list"), ("regulations", "show"),
    ("regulations", "check"), ("regulations", "copy"), ("regulations", "diff"),
]  # fmt: skip


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture(scope="session")
def office_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A working folder: one good form, one with a fault, and other things.

    faulty.xlsx: a level of 6 in the first indicator.
    """
    folder = tmp_path_factory.mktemp("office")
    write(folder / "good.xlsx", sound())
    faulty = sound() | {
        ("indicators", 0, "level"): Decimal(6),
        ("employee_id",): "TT-0901",
    }
    write(folder / "faulty.xlsx", faulty)
    (folder / "garbage.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (folder / "empty").mkdir()
    (folder / "broken.toml").write_text("id = 1\n", encoding="utf-8")
    regulation = (FOLDER / f"{TAMBON}.toml").read_bytes()
    (folder / "same.toml").write_bytes(regulation)
    (folder / "ours.csv").write_bytes(regulation)
    (folder / "posing.toml").write_bytes(regulation + b"# ours\n")
    return folder


@pytest.fixture
def office(tmp_path: Path, office_once: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that folder to work in."""
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    folder = shutil.copytree(office_once, tmp_path / "office")
    monkeypatch.chdir(folder)
    return folder


# ------------------------------------------------------------------ exit codes


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("code", "line"),
    [
        (0, "--help"),
        (0, "--version"),
        (0, "check good.xlsx"),
        (0, "score good.xlsx"),
        (0, "score good.xlsx -o new.xlsx"),
        (0, "score good.xlsx -o garbage.xlsx --force"),
        (0, "score good.xlsx --regulation same.toml"),
        (0, "explain good.xlsx"),
        (0, "explain TT-0900 ."),
        (0, "explain pe204"),
        (0, "inspect good.xlsx"),
        (0, "inspect faulty.xlsx"),
        (0, f"form {TAMBON} -o new.xlsx"),
        (0, f"form {TAMBON} -o new.xlsx --staff-group พนักงานส่วนตำบล --probation"),
        (0, "form same.toml -o new.xlsx"),
        (0, "regulations list"),
        (0, f"regulations show {TAMBON}"),
        (0, "regulations show same.toml"),
        (0, f"regulations copy {TAMBON} ours.toml"),
        (0, "regulations check same.toml"),
        (0, f"regulations diff {TAMBON} same.toml"),
        (0, f"regulations diff {TAMBON} municipal-2545"),
        (1, "check faulty.xlsx"),
        (1, "check empty"),
        (1, "score faulty.xlsx"),
        (1, "score . -o new.csv"),
        (1, "explain faulty.xlsx"),
        (1, "explain TT-0901 ."),
        (1, "inspect garbage.xlsx"),
        (1, "regulations check broken.toml"),
        (2, ""),
        (2, "regulations"),
        (2, "appraise"),
        (2, "check"),
        (2, "check --no-such-option good.xlsx"),
        (2, "check nowhere.xlsx"),
        (2, "check good.xlsx --lang fr"),
        (2, "score nowhere"),
        (2, "score good.xlsx -o new.pdf"),
        (2, "score good.xlsx -o"),
        (2, f"check {LONG}"),
        (2, f"score good.xlsx {LONG}"),
        (2, f"inspect {LONG}"),
        (2, f"explain {LONG}"),
        (2, f"check good.xlsx --regulation {LONG}"),
        (2, f"form {LONG} -o new.xlsx"),
        (2, f"regulations check {LONG}"),
        (2, "explain TT-0900"),
        (2, "explain TT-9999 ."),
        (2, "explain PE999"),
        (2, "inspect nowhere.xlsx"),
        (2, "inspect good.xlsx faulty.xlsx"),
        (2, "form no-such-regulation -o new.xlsx"),
        (2, f"form {TAMBON} -o new.pdf"),
        (2, f"form {TAMBON} -o new.xlsx --position-type ไม่มี"),
        (2, f"form {TAMBON}"),
        (2, "regulations show no-such-regulation"),
        (2, "regulations check nowhere.toml"),
        (2, f"regulations diff {TAMBON} nowhere.toml"),
        (2, "regulations copy no-such-regulation ours.toml"),
        (2, "demo"),
        (3, "score good.xlsx -o nowhere/new.xlsx"),
        (3, "score good.xlsx -o empty.csv/new.csv"),
        (3, "check good.xlsx --regulation broken.toml"),
        (3, "score good.xlsx --regulation broken.toml"),
        (3, "explain good.xlsx --regulation broken.toml"),
        (3, "inspect good.xlsx --regulation broken.toml"),
        (3, "form broken.toml -o new.xlsx"),
        (3, f"form {TAMBON} -o nowhere/new.xlsx"),
        (3, "regulations show broken.toml"),
        (3, f"regulations diff {TAMBON} broken.toml"),
        (3, f"regulations copy {TAMBON} nowhere/ours.toml"),
        (3, "demo good.xlsx/trial"),
        (3, f"score good.xlsx -o {LONG}.xlsx"),
        (3, f"form {TAMBON} -o {LONG}.xlsx --force"),
        (3, f"regulations copy {TAMBON} {LONG}.toml"),
        (3, f"demo {LONG}"),
        (4, "score good.xlsx -o faulty.xlsx"),
        (4, "score good.xlsx -o good.xlsx --force"),
        (4, "score . -o garbage.xlsx --force"),
        (4, "score good.xlsx -o ours.csv --force --regulation ours.csv"),
        (4, f"form {TAMBON} -o good.xlsx"),
        (4, f"regulations copy {TAMBON} same.toml"),
        (4, "demo ."),
        (4, "demo good.xlsx"),
    ],
)
def test_every_ending_has_its_code(sh: Shell, code: int, line: str) -> None:
    ran = sh(*line.split())

    assert (code, "") == (ran.code, ran.err if code < Exit.USAGE else "")
    assert ran.told.strip()
    assert "Traceback" not in ran.told


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_fault_of_our_own_is_70_and_names_the_log_file(
    sh: Shell, lang: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(perfeval.batch, "run", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    ran = sh("check", "good.xlsx", "--lang", lang)

    (log,) = tmp_path.glob("perfeval-*.log")
    assert (ran.code, ran.out) == (70, "")
    assert log.as_posix() in ran.err
    assert "Traceback" not in ran.err
    assert "RuntimeError: a bug" in log.read_text(encoding="utf-8")


@pytest.mark.usefixtures("office")
def test_an_interruption_is_130(sh: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(perfeval.batch, "run", interrupted)

    assert Ran(130, "", "") == sh("check", "good.xlsx")


@pytest.mark.usefixtures("office")
def test_a_reader_that_left_is_no_fault() -> None:
    told, outlet = os.pipe()
    os.close(told)
    ran = subprocess.run(
        [sys.executable, "-m", "perfeval", "check", "good.xlsx"],
        stdout=outlet,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(outlet)

    assert (ran.returncode, ran.stderr) == (130, b"")


@pytest.mark.usefixtures("office")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("outlet", [">/dev/full", ">&-"])
@pytest.mark.parametrize(
    "line",
    ["--help", "check good.xlsx", "score . --json -q", "inspect good.xlsx --json -q"],
)
def test_an_answer_that_cannot_be_printed_is_3_and_said_once(
    outlet: str, line: str
) -> None:
    thai, english = (
        subprocess.run(
            f"{sys.executable} -m perfeval {line} {lang} {outlet}",
            shell=True,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
        for lang in ("", "--lang en")
    )

    assert (thai.returncode, english.returncode) == (3, 3)
    assert [thai.stderr, english.stderr] == [f"{NO_OUTLET[x]}\n" for x in ("th", "en")]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("severity", ["note", "warning"])
@pytest.mark.parametrize("command", ["check", "score", "explain", "inspect"])
def test_what_need_not_be_corrected_is_no_failure(
    sh: Shell, command: str, severity: str
) -> None:
    _folder(Path("box"))
    if severity == "note":
        Path("box/~$inside.xlsx").write_bytes(b"lock")
    else:
        _hide_a_row(Path("box/inside.xlsx"))

    ran = sh(command, "box", "--json")

    assert {severity} == {one["severity"] for one in json.loads(ran.out)["findings"]}
    assert ran.code == Exit.DONE


def _hide_a_row(path: Path) -> None:
    """Hide the row of the first indicator, and with it what is typed there."""
    book = openpyxl.load_workbook(path)
    row = int(re.sub("[A-Z]", "", cell_of(("indicators", 0, "level"))))
    book["แบบประเมิน"].row_dimensions[row].hidden = True
    book.save(path)


# ------------------------------------------------------------------------ JSON


ANSWERS = [
    ("check", ["good.xlsx", "faulty.xlsx", "garbage.xlsx"]),
    ("score", ["good.xlsx", "faulty.xlsx", "garbage.xlsx"]),
    ("score", ["good.xlsx", "-o", "scores.xlsx"]),
    ("explain", ["good.xlsx"]),
    ("explain", ["PE204"]),
    ("inspect", ["good.xlsx"]),
    ("form", [TAMBON, "-o", "new.xlsx"]),
    ("demo", ["trial"]),
    ("regulations list", []),
    ("regulations show", [TAMBON]),
    ("regulations check", ["broken.toml"]),
    ("regulations copy", [TAMBON, "ours.toml"]),
    ("regulations diff", [TAMBON, "municipal-2545"]),
]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(("command", "words"), ANSWERS)
def test_json_is_one_object_with_its_keys_in_order(
    sh: Shell, command: str, words: Sequence[str]
) -> None:
    ran = sh(*command.split(), *words, "--json")
    answer = json.loads(ran.out)

    assert list(answer) == KEYS
    assert ("perfeval/1", command) == (answer["schema"], answer["command"])
    errors = [one for one in answer["findings"] if one["severity"] == "error"]
    assert answer["ok"] is (not errors)
    assert all(list(one) == FINDING_KEYS for one in answer["findings"])
    if command != "demo":  # its results are steps and exit codes, no figures
        assert not [one for one in _numbers(answer["results"]) if one is not True]


def _numbers(answer: object) -> Iterator[object]:
    """Every number in an answer that is not a string."""
    if isinstance(answer, dict):
        answer = list(answer.values())
    if isinstance(answer, list):
        for one in answer:
            yield from _numbers(one)
    elif isinstance(answer, int | float) and not isinstance(answer, bool):
        yield answer


@pytest.mark.usefixtures("office")
def test_what_was_written_stands_in_files_with_its_digest(sh: Shell) -> None:
    ran = sh("score", "good.xlsx", "-o", "scores.csv", "--json")

    content = Path("scores.csv").read_bytes()
    expected = {
        "kind": "scores",
        "path": "scores.csv",
        "sha256": sha256(content).hexdigest(),
    }
    assert [expected] == json.loads(ran.out)["files"]


@pytest.mark.usefixtures("office")
def test_a_result_says_where_it_came_from(sh: Shell) -> None:
    Path("ฝ่าย").mkdir()
    Path("good.xlsx").rename("ฝ่าย/good.xlsx")

    (result,) = json.loads(sh("score", "ฝ่าย", "--json").out)["results"]

    assert {
        "file": "ฝ่าย/good.xlsx",
        "sheet": "แบบประเมิน",
        "sha256": sha256(Path("ฝ่าย/good.xlsx").read_bytes()).hexdigest(),
    } == result["source"]
    assert [
        result[key]
        for key in (
            "employee_id", "total", "total_display", "band", "band_label", "at_edge"
        )
    ] == ["TT-0900", "80", "80.00", "very_good", "ดีมาก", False]  # fmt: skip
    assert result["components"] == [
        {"key": "results", "points": "80", "weight": "70", "weighted": "56"},
        {"key": "behaviour", "points": "80", "weight": "30", "weighted": "24"},
    ]


def test_figures_are_exact_and_what_is_printed_lies_in_its_band(
    sh: Shell, tmp_path: Path
) -> None:
    ran = sh("score", inbox(tmp_path), "--json")
    told = {
        one["employee_id"]: (one["total"], one["total_display"], one["at_edge"])
        for one in json.loads(ran.out)["results"]
    }

    assert told["00402"] == ("1159/15", "77.27", False)
    assert Fraction("1159/15").denominator == 15
    assert told["00087"] == ("89.9958", "89.996", True)  # never printed as 90.00
    assert told["TT-0102"] == ("90", "90.00", False)


@pytest.mark.usefixtures("office")
def test_a_json_file_holds_the_same_answer(sh: Shell) -> None:
    printed = json.loads(sh("score", "good.xlsx", "faulty.xlsx", "--json").out)
    sh("score", "good.xlsx", "faulty.xlsx", "-o", "scores.json")

    assert printed == json.loads(Path("scores.json").read_text(encoding="utf-8"))


@pytest.mark.usefixtures("office")
def test_messages_beside_json_go_to_stderr(sh: Shell) -> None:
    ran = sh("score", "good.xlsx", "-o", "scores.xlsx", "--json")

    assert "scores.xlsx" in ran.err
    assert ran.out.startswith("{")
    assert ran.out.endswith("}\n")


@pytest.mark.usefixtures("office")
def test_inspect_lists_every_field_and_every_row(sh: Shell) -> None:
    (form,) = json.loads(sh("inspect", "good.xlsx", "--json").out)["results"]

    keys = ["sheet", "form", "regulation", "fields", "tables"]
    assert keys == list(form)
    assert form["fields"]["employee_id"]["value"] == "TT-0900"
    assert {"cell", "value", "input"} == set(form["fields"]["witness_1"])
    rows = form["tables"]["indicators"]
    assert [row["weight"]["value"] for row in rows[:4]] == ["40", "35", "25", None]
    assert {True} == {row["level"]["input"] for row in rows}


# --------------------------------------------------------------------- language


def test_an_english_message_quotes_thai_but_speaks_none(
    sh: Shell, tmp_path: Path
) -> None:
    box = inbox(tmp_path)
    ran = sh("score", box, "--json", "--lang", "en")
    named = [path.as_posix() for path in box.rglob("*.xlsx")]

    assert not THAI.search(ran.err)
    for one in json.loads(ran.out)["findings"]:
        message = QUOTED.sub("", one["message"])
        for name in (*named, one["sheet"] or ""):  # as the user has them
            message = message.replace(name, "")
        assert not THAI.search(message), one
        assert not THAI.search(QUOTED.sub("", one["remedy"])), one


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "line",
    [
        "",
        "appraise",
        "check",
        "check nowhere",
        "check good.xlsx --lang=en --bad",
        "form",
        "form none -o new.xlsx",
        f"form {TAMBON} -o new.pdf",
        f"form {TAMBON} -o good.xlsx",
        f"form {TAMBON} -o nowhere/new.xlsx",
        "score good.xlsx -o good.xlsx --force",
        "inspect good.xlsx faulty.xlsx",
        "explain TT-0000",
        "explain TT-0000 .",
        "explain PE999",
        "demo .",
        "check good.xlsx --regulation posing.toml",
    ],
)
def test_a_refusal_is_told_in_the_chosen_language(sh: Shell, line: str) -> None:
    thai, english = sh(*line.split()), sh(*line.split(), "--lang", "en")

    if "--lang" not in line:
        assert THAI.search(thai.err)
    assert english.err
    assert not THAI.search(english.err)
    assert (thai.out, english.out) == ("", "")


def test_the_language_can_come_from_the_environment(
    sh: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERFEVAL_LANG", "en")

    assert not THAI.search(sh("--help").out)
    assert THAI.search(sh("--help", "--lang", "th").out)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(
    sh: Shell, command: Sequence[str]
) -> None:
    thai = sh(*command, "--help")
    english = sh(*command, "--help", "--lang", "en")

    assert (thai.code, english.code) == (0, 0)
    assert "วิธีใช้: perfeval" in thai.out
    assert "Usage: perfeval" in english.out
    assert not THAI.search(english.out)
    assert not re.search(r"[{}]|\|\||Options:|Arguments:", thai.out)


@pytest.mark.usefixtures("office")
def test_what_need_not_be_corrected_says_so_on_its_line(sh: Shell) -> None:
    write(Path("note.xlsx"), sound() | {("indicators", 0, "level"): "๔"})

    (line, _) = sh("check", "note.xlsx").out.splitlines()

    assert " PE106 (หมายเหตุ) " in line
    assert " PE204 (" not in sh("check", "faulty.xlsx").out


# ----------------------------------------------------------------- quiet, colour


@pytest.mark.usefixtures("office")
def test_quiet_says_nothing_but_errors(sh: Shell) -> None:
    assert Ran(0, "", "") == sh("score", "good.xlsx", "-q")

    (line,) = sh("score", "good.xlsx", "faulty.xlsx", "-q").out.splitlines()
    assert " PE204 " in line


@pytest.mark.usefixtures("office")
@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal of POSIX")
@pytest.mark.parametrize(
    ("variables", "options", "is_plain"),
    [
        ({}, (), False),
        ({"NO_COLOR": "1"}, (), True),
        ({}, ("--no-color",), True),
    ],
)
def test_colour_stays_away_where_it_is_not_wanted(
    variables: dict[str, str], options: Sequence[str], *, is_plain: bool
) -> None:
    shown = _on_a_terminal(["score", "good.xlsx", *options], variables)

    assert "TT-0900" in shown
    assert is_plain is ("\x1b[" not in shown)


def _on_a_terminal(words: Sequence[str], variables: dict[str, str]) -> str:
    terminal, child = os.openpty()
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    subprocess.run(
        [sys.executable, "-m", "perfeval", *words],
        stdout=child,
        check=True,
        env=clean | {"TERM": "xterm-256color", "COLUMNS": "120"} | variables,
    )
    os.close(child)
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:  # Linux says so when the other end has closed
        pass
    os.close(terminal)
    return shown.decode()


# ------------------------------------------------------------------ what is read


@pytest.mark.usefixtures("office")
def test_a_file_named_twice_is_read_once(sh: Shell) -> None:
    Path("box").mkdir()
    Path("good.xlsx").rename("box/good.xlsx")

    ran = sh("check", "box", "./box", "box/good.xlsx", "--json")

    assert tuple(
        json.loads(ran.out)["summary"][key] for key in ("files", "scored")
    ) == (1, 1)


def _folder(path: Path) -> None:
    path.mkdir()
    write(path / "inside.xlsx", sound())


GARBAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "random": lambda path: path.write_bytes(bytes(range(256)) * 8),
    "cut short": lambda path: path.write_bytes(Path("good.xlsx").read_bytes()[:4000]),
    "zip of text": lambda path: _zip(path, {"a.txt": "a"}),
    "pdf": lambda path: path.write_bytes(b"%PDF-1.7\n"),
    "csv": lambda path: path.write_text("id,name\n1,ก\n", encoding="cp874"),
    "link": lambda path: path.symlink_to("good.xlsx"),
    "broken link": lambda path: path.symlink_to("nowhere"),
}


def _zip(path: Path, parts: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("kind", GARBAGE)
def test_garbage_is_a_finding_and_stops_no_other_file(sh: Shell, kind: str) -> None:
    GARBAGE[kind](Path("a.xlsx"))

    ran = sh("score", "a.xlsx", "good.xlsx", "--json")
    answer = json.loads(ran.out)

    assert ran.code == Exit.FINDINGS
    assert [(one["file"], one["severity"]) for one in answer["findings"]] == [
        ("a.xlsx", "error")
    ]
    assert [one["employee_id"] for one in answer["results"]] == ["TT-0900"]
    for command in ("inspect", "check", "explain"):
        assert sh(command, "a.xlsx").code == Exit.FINDINGS


@pytest.mark.usefixtures("office")
def test_a_folder_with_the_name_of_a_workbook_is_a_folder(sh: Shell) -> None:
    _folder(Path("x.xlsx"))

    assert "x.xlsx/inside.xlsx" in sh("score", "x.xlsx", "--json").out


@pytest.mark.usefixtures("office")
@pytest.mark.skipif(sys.platform != "linux", reason="names of raw bytes are of Linux")
@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json"])
def test_a_file_name_that_is_no_text_stops_nothing(sh: Shell, suffix: str) -> None:
    Path("box").mkdir()
    Path("good.xlsx").rename(os.fsdecode(b"box/\xff.xlsx"))

    ran = sh("score", "box", "-o", f"scores.{suffix}")

    assert ran.code == Exit.DONE
    assert Path(f"scores.{suffix}").stat().st_size


@pytest.mark.usefixtures("office")
@pytest.mark.skipif(sys.platform != "linux", reason="a path too long, as on Linux")
@pytest.mark.parametrize("command", ["check", "score", "explain", "inspect"])
def test_a_folder_that_cannot_be_opened_is_told_and_stops_nothing(
    sh: Shell, command: str
) -> None:
    _folder(Path("box"))
    _too_deep(Path("box"))

    ran = sh(command, "box", "--json")
    answer = json.loads(ran.out)

    assert ran.code == Exit.FINDINGS
    (told,) = answer["findings"]
    assert told["code"] == "PE001"
    assert told["file"].startswith("box/dddd")
    assert answer["summary"]["forms"] == 1


def _too_deep(folder: Path) -> None:
    """Folders in folders, until a path is longer than the system takes."""
    start = Path.cwd()
    os.chdir(folder)
    for _ in range(20):
        Path("d" * 250).mkdir()
        os.chdir("d" * 250)
    os.chdir(start)


@pytest.mark.usefixtures("office")
def test_a_folder_without_permission_is_told_and_stops_nothing(sh: Shell) -> None:
    _folder(Path("box"))
    _folder(Path("box/shut"))
    Path("box/shut").chmod(0)
    if os.access("box/shut", os.R_OK):
        pytest.skip("this user may open everything, as root may")

    ran = sh("check", "box", "--json")
    inside = sh("check", "box/shut/inside.xlsx")
    output = sh("score", "box", "-o", "box/shut/new.csv")
    Path("box/shut").chmod(0o700)

    answer = json.loads(ran.out)
    assert [(f["code"], f["file"]) for f in answer["findings"]] == [
        ("PE001", "box/shut")
    ]
    assert answer["summary"]["scored"] == 1
    assert (inside.code, output.code) == (2, 3)


@pytest.mark.usefixtures("office")
def test_only_cells_stand_after_an_exclamation_mark(sh: Shell) -> None:
    sh("regulations", "copy", TAMBON, "own.toml")
    sh("form", "own.toml", "-o", "blank.xlsx")

    assert "blank.xlsx: แบบประเมิน: PE014 " in sh("inspect", "blank.xlsx").out
    assert re.search(r"แบบประเมิน![A-Z]+[0-9]+: PE204 ", sh("check", "faulty.xlsx").out)


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("serial", "is_1904", "shown"),
    [
        (0, False, "0"),
        (60, False, "60"),  # 29 February 1900, which never was
        (61, False, "1900-03-01"),
        (45_580, False, "2024-10-15"),
        (0, True, "1904-01-01"),
        (44_118, True, "2024-10-15"),
        (-1, True, "-1"),
    ],
)
def test_inspect_shows_a_date_only_where_scoring_takes_one(
    sh: Shell, serial: int, shown: str, *, is_1904: bool
) -> None:
    _date_cell(Path("good.xlsx"), serial, is_1904=is_1904)

    (form,) = json.loads(sh("inspect", "good.xlsx", "--json").out)["results"]
    scored = json.loads(sh("score", "good.xlsx", "--json").out)

    assert form["fields"]["agreed_on"]["value"] == shown
    is_refused = "PE107" in [one["code"] for one in scored["findings"]]
    assert is_refused is ("-" not in shown[1:])


def _date_cell(path: Path, serial: int, *, is_1904: bool) -> None:
    """A bare serial number that its cell shows as a date."""
    book = openpyxl.load_workbook(path)
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    cell = book["แบบประเมิน"][cell_of(("agreed_on",))]
    cell.value = serial
    cell.number_format = "d mmm yyyy"
    book.save(path)


# -------------------------------------------------------------- what is written


INJECTIONS = ["=cmd|'/C calc'!A0", "+1+1", "-2+3", "@SUM(A1)"]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("name", INJECTIONS)
def test_what_people_typed_is_never_a_formula(sh: Shell, name: str) -> None:
    write(Path("odd.xlsx"), sound() | {("name",): name})

    sh("score", "odd.xlsx", "-o", "scores.csv")
    sh("score", "odd.xlsx", "-o", "scores.xlsx")

    raw = Path("scores.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(raw.decode("utf-8-sig")))
    assert f"'{name}" == row["name"]
    with zipfile.ZipFile("scores.xlsx") as book:
        sheets = [book.read(part) for part in book.namelist() if "sheet" in part]
    assert sheets
    assert not [sheet for sheet in sheets if b"<f" in sheet.replace(b"<fo", b"")]


@pytest.mark.usefixtures("office")
def test_an_output_is_written_whole_or_not_at_all(sh: Shell) -> None:
    resource = pytest.importorskip("resource")
    Path("old.csv").write_text("old", encoding="utf-8")
    before = set(Path().iterdir())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, limits[1]))  # a disk that is full
    try:
        code = sh("score", "good.xlsx", "-o", "old.csv", "--force", "-q").code
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert code == Exit.UNUSABLE
    assert Path("old.csv").read_text(encoding="utf-8") == "old"
    assert before == set(Path().iterdir())


@pytest.mark.usefixtures("office")
def test_a_refused_output_is_left_as_it_was(sh: Shell) -> None:
    names = ("good.xlsx", "garbage.xlsx", "ours.csv")
    before = [Path(name).read_bytes() for name in names]

    sh("form", TAMBON, "-o", "good.xlsx")
    sh("score", "good.xlsx", "-o", "./good.xlsx", "--force")
    sh("score", ".", "-o", "garbage.xlsx", "--force")
    sh("score", "good.xlsx", "--regulation", "ours.csv", "-o", "ours.csv", "--force")

    assert before == [Path(name).read_bytes() for name in names]


@pytest.mark.usefixtures("office")
def test_a_link_that_was_read_is_not_replaced(sh: Shell) -> None:
    Path("lost.xlsx").symlink_to("nowhere")

    assert sh("score", ".", "-o", "lost.xlsx").code == Exit.REFUSED
    assert Path("lost.xlsx").is_symlink()


# ------------------------------------------------------- regulations of an office


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "line",
    [
        "check good.xlsx --regulation posing.toml",
        "score good.xlsx --regulation posing.toml",
        "explain good.xlsx --regulation posing.toml",
        "inspect good.xlsx --regulation posing.toml",
        "form posing.toml -o new.xlsx",
        "regulations show posing.toml",
        "regulations check posing.toml",
    ],
)
def test_no_file_replaces_a_shipped_regulation_in_silence(sh: Shell, line: str) -> None:
    ran = sh(*line.split())

    assert ran.code == Exit.UNUSABLE
    assert f"posing.toml: รหัส {TAMBON}" in ran.err


@pytest.mark.usefixtures("office")
def test_two_files_may_not_share_an_id_and_differ(sh: Shell) -> None:
    sh("regulations", "copy", TAMBON, "ours.toml")
    text = Path("ours.toml").read_text(encoding="utf-8")
    Path("again.toml").write_text(text + "# changed\n", encoding="utf-8")
    words = ["check", "good.xlsx", "--regulation", "ours.toml", "--regulation"]

    assert sh(*words, "ours.toml").code == Exit.DONE
    assert sh(*words, "again.toml").code == Exit.UNUSABLE


@pytest.mark.usefixtures("office")
def test_a_form_of_an_own_regulation_is_read_with_that_file(sh: Shell) -> None:
    sh("regulations", "copy", TAMBON, "ours.toml")
    sh("form", "ours.toml", "-o", "blank.xlsx")

    assert "PE014" in sh("inspect", "blank.xlsx").out
    own = sh("inspect", "blank.xlsx", "--regulation", "ours.toml", "--json")
    assert [one["regulation"] for one in json.loads(own.out)["results"]] == ["ours"]


# ---------------------------------------------------------- the output once more


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json"])
def test_scores_may_be_written_again_into_the_folder_that_is_read(
    sh: Shell, suffix: str
) -> None:
    Path("box").mkdir()
    Path("good.xlsx").rename("box/good.xlsx")
    line = f"score box -o box/scores.{suffix} --force --json".split()
    first, again = json.loads(sh(*line).out), sh(*line)
    answer = json.loads(again.out)

    assert again.code == Exit.DONE, again.told
    assert answer["results"] == first["results"]
    assert answer["files"] == first["files"]  # the same bytes
    assert [one["severity"] for one in answer["findings"]] == ["note"]
    assert sh("check", "box").code == Exit.DONE


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("line", ["score good.xlsx", "score .", "score empty ."])
def test_a_form_is_never_overwritten_by_scores(sh: Shell, line: str) -> None:
    before = Path("faulty.xlsx").read_bytes()
    ran = sh(*line.split(), "-o", "faulty.xlsx", "--force")

    assert ran.code == Exit.REFUSED
    assert Path("faulty.xlsx").read_bytes() == before


@pytest.mark.usefixtures("office")
def test_a_list_of_scores_that_is_named_as_input_is_not_overwritten(sh: Shell) -> None:
    sh("score", "good.xlsx", "-o", "scores.xlsx")

    ran = sh("score", "good.xlsx", "scores.xlsx", "-o", "scores.xlsx", "--force")
    assert ran.code == Exit.REFUSED


# ---------------------------------------------------------------------- explain


def test_explaining_one_person_tells_only_of_that_person(
    sh: Shell, tmp_path: Path
) -> None:
    box = inbox(tmp_path)

    clean = json.loads(sh("explain", "tt-0102", box, "--json").out)
    held = json.loads(sh("explain", "TT-0103", box, "--json").out)

    assert (_ids(clean["results"]), clean["findings"]) == (["TT-0102"], [])
    assert (held["results"], [f["code"] for f in held["findings"]]) == ([], ["PE207"])


def _ids(results: list[dict[str, str]]) -> list[str]:
    return [one["employee_id"] for one in results]


@pytest.mark.usefixtures("office")
def test_the_steps_of_a_score_end_in_its_total_and_band(sh: Shell) -> None:
    (result,) = json.loads(sh("explain", "good.xlsx", "--json").out)["results"]

    *_, total, band = result["steps"]
    assert ("80", result["total"]) == (total["value"], "80")
    assert "ดีมาก" in band["label"]
    assert all(step["clause"] for step in result["steps"])


@pytest.mark.usefixtures("office")
def test_a_code_is_explained_without_braces(sh: Shell) -> None:
    for lang in ("th", "en"):
        assert not re.search(r"[{}]", sh("explain", "PE208", "--lang", lang).out)


def test_the_forms_of_a_run_add_up(sh: Shell, office: Path) -> None:
    shutil.copy(office / "good.xlsx", office / "once more.xlsx")
    words = ("check", "good.xlsx", "once more.xlsx", "faulty.xlsx")
    thai = sh(*words).out.splitlines()[-1]
    english = sh(*words, "--lang", "en").out.splitlines()[-1]

    assert "3 แบบ: ได้คะแนน 1 ยังไม่ได้คะแนน 1 ซ้ำ 1 ·" in thai
    assert "forms 3: scored 1, held 1, duplicate 1 ·" in english
