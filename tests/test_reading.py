"""An inbox read by one process or by two: the same, in the same order."""

import os
from pathlib import Path

import pytest

import perfeval.processes
import perfeval.reading
from filled import sound, write
from perfeval.appraise.received import Received
from perfeval.gather import Found
from perfeval.inbox import taken_in
from perfeval.opening import open_round
from perfeval.reading import read_all
from perfeval.rounds.folder import RoundFolder
from round_folder import round_folder
from started import HOWEVER, started

PARENT = os.getpid()
FILES = [Found(Path(f"{number}.xlsx"), f"{number}.xlsx") for number in range(7)]


def plainly(found: Found) -> Received:
    """A file that was read."""
    return Received(found.shown)


def or_die(found: Found) -> Received:
    """A file at which a worker is ended by the system."""
    if os.getpid() != PARENT and found.shown == "5.xlsx":
        os._exit(9)
    return Received(found.shown)


@pytest.fixture(autouse=True)
def _one_file_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(perfeval.reading, "CHUNK", 1)


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("read", [plainly, or_die])
def test_every_file_is_read_once_and_in_order(processes, read) -> None:
    ticks: list[int] = []
    found = list(read_all(FILES, read, tick=ticks.append, processes=processes))

    assert [one.file for one in found] == [one.shown for one in FILES]
    assert sum(ticks) == len(FILES)


def test_no_file_is_no_work() -> None:
    assert list(read_all([], plainly, processes=2)) == []


@HOWEVER
def test_two_processes_find_the_same_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    folder = RoundFolder(round_folder(tmp_path / "round"))
    for employee_id in ("1001", "1002"):
        values = sound() | {("employee_id",): employee_id}
        write(folder.inbox / f"{employee_id}.xlsx", values)
    (folder.inbox / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    opened = open_round(folder)
    alone = taken_in(opened)
    monkeypatch.setattr(perfeval.processes, "PAYS_FROM", 1)
    # Nothing is read here where the others should have read it.
    monkeypatch.setattr(perfeval.reading, "NoWorkerError", ZeroDivisionError)

    with started(how):
        assert repr(taken_in(opened)) == repr(alone)
