"""The batch of a night: one set of papers, whatever came back, as often as it runs."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

import perfeval.cli.clock
import perfeval.inbox
from dying import WHO, present
from filled import cell_of, edit
from perfeval.cli.clock import BANGKOK
from perfeval.cli.exits import Exit
from perfeval.record.lock import locked
from perfeval.record.publish import publish
from perfeval.record.switch import recover
from perfeval.rounds.folder import RoundFolder
from round_folder import HEAD, OFFICER
from shell import Ran, Shell
from whole_round import OFFICE, send, whole_round

LEVEL = ("indicators", 0, "level")
PAPERS = {"chase-list.xlsx", "findings.xlsx", "ranking.xlsx", "summary.xlsx"}
DRAFT = "announcement-draft-tambon-official-2559.xlsx"


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> RoundFolder:
    """A round of three people, of whom two have returned a sound form."""
    return RoundFolder(whole_round(tmp_path / "2568-1"))


def close(sh: Shell, folder: RoundFolder, *more: str) -> Ran:
    """Run the batch."""
    return sh("close", "--round", folder.path, *more)


def everything(place: Path) -> dict[str, tuple[bytes, int]]:
    """Every file but the lock, with its content and the time it was written."""
    return {
        path.relative_to(place).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in place.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def told(ran: Ran) -> list[tuple[str, str]]:
    """Code and file of each finding of an answer."""
    return [(one["code"], one["file"]) for one in json.loads(ran.out)["findings"]]


def texts(folder: RoundFolder, paper: str) -> list[str]:
    """Every value in a paper of out/."""
    book = openpyxl.load_workbook(folder.out / paper)
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return [str(value) for row in rows for value in row if value is not None]


def test_all_papers_are_published_and_told(sh: Shell, folder: RoundFolder) -> None:
    ran = close(sh, folder, "--json")
    answer = json.loads(ran.out)

    assert ran.code == Exit.DONE
    assert {one["path"] for one in answer["files"]} == {f"out/{p}" for p in PAPERS}
    assert set(present(folder)) == PAPERS
    assert answer["summary"] == {
        "people": {"ranked": 2, "held": 0, "missing": 1, "excluded": 0, "total": 3},
        "files": {
            "accepted": 2,
            "held": 0,
            "refused": 0,
            "duplicate": 0,
            "ignored": 0,
            "total": 2,
        },
    }


def test_a_night_without_an_error_says_one_line(sh: Shell, folder: RoundFolder) -> None:
    """Its warnings stand in findings.xlsx and are counted; errors get lines."""
    ran = close(sh, folder, "--lang", "en")
    (line,) = ran.out.splitlines()

    assert (ran.code, ran.err) == (Exit.DONE, "")
    found = json.loads(close(sh, folder, "--json").out)["findings"]
    warnings = sum(one["severity"] == "warning" for one in found)
    assert warnings > 0
    assert line.startswith("Round 2568-1: people 3, ranked 2, held 0, missing 1")
    assert f"errors 0, warnings {warnings}, notes " in line
    (folder.inbox / "broken.xlsx").write_bytes(b"no workbook")
    ran = close(sh, folder, "--lang", "en")
    faulty, line = ran.out.splitlines()
    assert (ran.code, faulty.split(":")[0]) == (Exit.FINDINGS, "inbox/broken.xlsx")
    assert "errors 1, " in line


def test_doubts_about_round_toml_are_told_and_listed(
    sh: Shell, folder: RoundFolder
) -> None:
    text = folder.round_file.read_text(encoding="utf-8")
    folder.round_file.write_text(
        text.replace("นายจด ตัวอย่าง", "...................."), encoding="utf-8"
    )
    ran = close(sh, folder, "--json")

    assert ("round.toml", "PE444") in [
        (one["file"], one["code"]) for one in json.loads(ran.out)["findings"]
    ]
    assert any("committee[" in text for text in texts(folder, "findings.xlsx"))


def test_somebody_outstanding_is_drafted(sh: Shell, folder: RoundFolder) -> None:
    send(folder.path, HEAD, 5)
    close(sh, folder)

    assert set(present(folder)) == PAPERS | {DRAFT}
    send(folder.path, HEAD, 3)
    ran = close(sh, folder, "--json")
    assert set(present(folder)) == PAPERS
    assert ("PE620", f"out/{DRAFT}") in told(ran)


def test_a_second_run_changes_nothing_but_the_log(
    sh: Shell, folder: RoundFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also on another day: no paper holds the date of the run."""
    close(sh, folder)
    before = everything(folder.path)
    later = datetime(2031, 7, 9, 3, 4, 5, tzinfo=BANGKOK)
    for module in ("papers", "locking", "intake"):
        monkeypatch.setattr(f"perfeval.cli.{module}.now", lambda: later)
    close(sh, folder)
    after = everything(folder.path)

    assert {path for path in after if after[path] != before.get(path)} == {
        "record/audit.jsonl"
    }
    log = "record/audit.jsonl"
    assert after[log][0].startswith(before[log][0])


def test_the_same_inbox_gives_the_same_bytes_on_another_day_and_in_another_place(
    sh: Shell, folder: RoundFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(sh, folder)
    twin = RoundFolder(tmp_path / "elsewhere")
    twin.path.mkdir()
    for name in ("round.toml", "roster.xlsx"):
        (twin.path / name).write_bytes((folder.path / name).read_bytes())
    twin.inbox.mkdir()
    for path in sorted(folder.inbox.iterdir(), reverse=True):
        (twin.inbox / path.name).write_bytes(path.read_bytes())
    later = perfeval.cli.clock.now() + timedelta(days=400)
    for module in ("papers", "locking", "intake"):
        monkeypatch.setattr(f"perfeval.cli.{module}.now", lambda: later)
    close(sh, twin)

    assert present(twin) == present(folder)


@pytest.mark.parametrize("count", [1, 100])
def test_faulty_workbooks_stop_nobody_and_are_listed(
    sh: Shell, folder: RoundFolder, count: int
) -> None:
    for number in range(count):
        (folder.inbox / f"broken-{number}.xlsx").write_bytes(b"PK\x03\x04 broken")
    ran = close(sh, folder, "--json")
    answer = json.loads(ran.out)

    assert ran.code == Exit.FINDINGS
    assert answer["summary"]["people"]["ranked"] == 2
    assert answer["summary"]["files"]["refused"] == count
    listed = {file for _, file in told(ran)}
    assert {f"inbox/broken-{number}.xlsx" for number in range(count)} <= listed
    assert f"inbox/broken-{count - 1}.xlsx" in texts(folder, "findings.xlsx")


def test_whoever_has_a_faulty_form_stands_in_the_papers_without_a_figure(
    sh: Shell, folder: RoundFolder
) -> None:
    edit(folder.inbox / "1002.xlsx", {cell_of(LEVEL): 6})
    ran = close(sh, folder, "--json")

    assert ran.code == Exit.FINDINGS
    assert json.loads(ran.out)["summary"]["people"]["held"] == 1
    book = openpyxl.load_workbook(folder.out / "ranking.xlsx")
    rows = [
        [value for value in row if value is not None]
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        if any(str(value).endswith("หัวหน้า คลังดี") for value in row)
    ]
    assert rows
    assert not [v for row in rows for v in row if isinstance(v, int | float) and v == 0]


def test_a_resend_is_told_once_and_stays_on_the_list_of_findings(
    sh: Shell, folder: RoundFolder
) -> None:
    close(sh, folder)
    send(folder.path, HEAD, 4)
    first = told(close(sh, folder, "--json"))
    before = everything(folder.out)
    second = told(close(sh, folder, "--json"))

    assert ("PE360", "inbox/1002.xlsx") in first
    assert "PE360" not in [code for code, _ in second]
    assert everything(folder.out) == before
    assert "PE360" in texts(folder, "findings.xlsx")


def test_the_list_of_findings_names_office_and_round(
    sh: Shell, folder: RoundFolder
) -> None:
    close(sh, folder)

    assert texts(folder, "findings.xlsx")[:3] == [
        "ข้อตรวจพบ",
        OFFICE,
        "รอบการประเมิน ครั้งที่ 1 ประจำปีงบประมาณ พ.ศ. 2568",
    ]


def test_a_paper_of_older_results_is_removed_and_named(
    sh: Shell, folder: RoundFolder
) -> None:
    close(sh, folder)
    with locked(folder.record, WHO):
        publish(folder, {"notices/1001.xlsx": b"a notice"}, basis="0" * 64)
    ran = close(sh, folder, "--json")

    assert ("PE620", "out/notices/1001.xlsx") in told(ran)
    assert set(present(folder)) == PAPERS


def test_an_empty_inbox_is_a_finding_and_still_a_set(
    sh: Shell, folder: RoundFolder
) -> None:
    for path in folder.inbox.iterdir():
        path.unlink()
    ran = close(sh, folder, "--json")

    assert ran.code == Exit.FINDINGS
    assert json.loads(ran.out)["summary"]["people"]["missing"] == 3
    assert set(present(folder)) == PAPERS


def test_a_second_run_meanwhile_is_refused_and_names_the_holder(
    sh: Shell, folder: RoundFolder
) -> None:
    with locked(folder.record, WHO):
        ran = close(sh, folder, "--lang", "en")

    assert ran.code == Exit.REFUSED
    assert "host here, process 1, since now" in ran.err
    assert not folder.out.exists()


def test_a_lost_person_stops_the_publication(
    sh: Shell, folder: RoundFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A loss is planted between reading and publishing."""
    close(sh, folder)
    before = present(folder)
    whole = perfeval.inbox.reconcile

    def losing(received, *args, **more):
        return whole(received[:-1], *args, **more)

    monkeypatch.setattr(perfeval.inbox, "reconcile", losing)
    send(folder.path, OFFICER | {"evaluator_id": "1001"}, 4)

    assert close(sh, folder).code == Exit.OWN_FAULT
    assert present(folder) == before


def test_a_quiet_run_says_nothing_but_errors(sh: Shell, folder: RoundFolder) -> None:
    assert close(sh, folder, "-q").told == ""
    (folder.inbox / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")

    lines = close(sh, folder, "-q").told.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["inbox/broken.xlsx"]


def test_the_last_line_of_a_run_sums_it_up(sh: Shell, folder: RoundFolder) -> None:
    assert close(sh, folder, "--lang", "en").out.splitlines()[-1] == (
        "Round 2568-1: people 3, ranked 2, held 0, missing 1, excluded 0 · files 2 · "
        "papers 4 · errors 0, warnings 1, notes 1"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_batch_killed_at_any_moment_is_finished_by_the_next(
    sh: Shell, folder: RoundFolder
) -> None:
    close(sh, folder)
    old = present(folder)
    send(folder.path, HEAD, 5)
    command = [sys.executable, "-m", "perfeval", "close", "--round", str(folder.path)]
    for tenth in range(1, 9):
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        time.sleep(tenth / 10)
        run.send_signal(signal.SIGKILL)
        run.wait()
    recover(folder, WHO)
    there = present(folder)
    close(sh, folder)

    assert there in (old, present(folder))
    assert set(present(folder)) == PAPERS | {DRAFT}
