"""A command that stops early, with --json: one object on stdout all the same."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

import perfeval.batch
from filled import sound, write
from perfeval.cli.app import app_for
from perfeval.cli.help import localise
from perfeval.cli.main import NO_SUCH_LANGUAGE
from perfeval.record.lock import Holder, locked
from round_folder import round_folder
from shell import Ran, Shell

KEYS = ["schema", "command", "ok", "summary", "results", "findings", "files", "stopped"]
TAMBON = "tambon-official-2559"
ROOT_COMMAND = localise(get_command(app_for([])), "th")


def names(command: object = ROOT_COMMAND, *above: str) -> Iterator[tuple[str, ...]]:
    """Every command, as it is typed; a group of commands is none."""
    inner = getattr(command, "commands", {})
    if not inner:
        yield above
    for name, child in inner.items():
        yield from names(child, *above, name)


COMMANDS = tuple(names())


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder: a good form, a broken regulation, a round and a broken one."""
    for name in ("PERFEVAL_LANG", "PERFEVAL_ROUND"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "good.xlsx", sound())
    (tmp_path / "broken.toml").write_text("id = 1\n", encoding="utf-8")
    round_folder(tmp_path / "round")
    round_folder(tmp_path / "faulty", text="year = 1\n")
    round_folder(tmp_path / "empty").joinpath("roster.xlsx").unlink()
    return tmp_path


def stopped(ran: Ran, command: str | None, code: int) -> dict:
    """The one object of a stop, held against what was asked and what people see."""
    answer = json.loads(ran.out)
    assert list(answer) == KEYS
    assert (answer["command"], answer["ok"]) == (command, False)
    assert (answer["summary"], answer["results"], answer["files"]) == ({}, [], [])
    assert answer["stopped"] == {"exit": code, "message": ran.err.rstrip("\n")}
    assert answer["stopped"]["message"]
    assert ran.code == code
    return answer


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_says_in_json_that_an_option_is_unknown(
    sh: Shell, command: tuple[str, ...], lang: str
) -> None:
    ran = sh(*command, "--no-such-option", "--json", "--lang", lang)

    assert stopped(ran, " ".join(command), 2)["findings"] == []
    assert "--no-such-option" in ran.err


@pytest.mark.parametrize(
    ("command", "code", "line"),
    [
        (None, 2, ""),
        (None, 2, "appraise"),
        ("regulations", 2, "regulations"),
        ("regulations sum", 2, "regulations sum"),
        ("form", 2, "form"),
        ("form", 2, f"form {TAMBON}"),
        ("inspect", 2, "inspect"),
        ("explain", 2, "explain"),
        ("init", 2, "init"),
        ("demo", 2, "demo"),
        ("reopen", 2, "reopen --round round"),
        ("regulations show", 2, "regulations show"),
        ("regulations check", 2, "regulations check"),
        ("regulations copy", 2, f"regulations copy {TAMBON}"),
        ("check", 2, "check --stage sometime good.xlsx"),
        ("check", 2, "check nowhere.xlsx"),
        ("check", 2, "check"),
        ("check", 2, "check good.xlsx --newest"),
        ("score", 2, "score nowhere.xlsx"),
        ("score", 2, "score good.xlsx -o scores.pdf"),
        ("score", 2, "score --round round --regulation broken.toml"),
        ("score", 2, "score --round nowhere"),
        ("explain", 2, "explain TT-9999 ."),
        ("explain", 2, "explain PE999"),
        ("rank", 2, "rank --round round --only กองช่าง"),
        ("form", 2, "form no-such-regulation -o new.xlsx"),
        ("verify", 2, "verify good.xlsx"),
        ("forms", 2, "forms"),
        ("summary", 2, "summary"),
        ("close", 2, "close"),
        ("seal", 2, "seal"),
        ("reopen", 2, "reopen --round round --reason "),
        ("init", 2, f"init new --regulation {TAMBON} --year 2025 --round 1 "
                    "--organisation อบต."),
        ("score", 3, "score good.xlsx -o nowhere/new.xlsx"),
        ("form", 3, f"form {TAMBON} -o nowhere/new.xlsx"),
        ("regulations copy", 3, f"regulations copy {TAMBON} nowhere/ours.toml"),
        ("demo", 3, "demo good.xlsx/trial"),
        ("score", 4, "score good.xlsx -o good.xlsx"),
        ("form", 4, f"form {TAMBON} -o good.xlsx"),
        ("regulations copy", 4, f"regulations copy {TAMBON} broken.toml"),
        ("demo", 4, "demo ."),
        ("seal", 4, "seal --round round"),
        ("verify", 4, "verify round"),
        ("reopen", 4, "reopen --round round --reason แก้ไข"),
    ],
)  # fmt: skip
def test_a_stop_is_one_object_in_json(
    sh: Shell, command: str | None, code: int, line: str
) -> None:
    ran = sh(*(word or " " for word in line.split(" ") if line), "--json")

    stopped(ran, command, code)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("score", "score good.xlsx --regulation broken.toml"),
        ("form", "form broken.toml -o new.xlsx"),
        ("regulations show", "regulations show broken.toml"),
        ("check", "check --round faulty"),
        ("close", "close --round faulty"),
        ("summary", "summary --round faulty"),
        ("forms", "forms --round faulty"),
    ],
)
def test_the_faults_of_an_unusable_data_file_are_findings(
    sh: Shell, command: str, line: str
) -> None:
    ran = sh(*line.split(), "--json")

    findings = stopped(ran, command, 3)["findings"]
    assert findings
    for one in findings:
        assert one["severity"] == "error"
        assert one["code"].startswith("PE4")
        assert one["message"] in ran.err


def test_a_round_without_a_roster_stops_without_a_finding(sh: Shell) -> None:
    ran = sh("rank", "--round", "empty", "--json")

    assert stopped(ran, "rank", 3)["findings"] == []


def test_a_round_at_which_another_run_works_stops_with_json(
    sh: Shell, office: Path
) -> None:
    other = Holder("ที่อื่น", 1, "2568-03-31T01:00:00+07:00", "close")
    with locked(office / "round" / "record", other):
        ran = sh("close", "--round", "round", "--json")

    stopped(ran, "close", 4)


def test_a_fault_of_our_own_is_told_in_json(
    sh: Shell, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(perfeval.batch, "run", broken)
    monkeypatch.setattr("tempfile.tempdir", str(office))

    stopped(sh("check", "good.xlsx", "--json"), "check", 70)


def test_a_language_that_there_is_not_is_told_in_json(sh: Shell) -> None:
    ran = sh("check", "good.xlsx", "--lang", "fr", "--json")

    assert stopped(ran, "check", 2)["stopped"]["message"] == NO_SUCH_LANGUAGE


@pytest.mark.parametrize("line", ["check nowhere.xlsx", "check -- --json"])
def test_without_json_a_stop_leaves_stdout_alone(sh: Shell, line: str) -> None:
    ran = sh(*line.split())

    assert (ran.code, ran.out) == (2, "")
    assert ran.err
