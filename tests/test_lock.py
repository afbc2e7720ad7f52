"""One run at a time on a round; a dead holder holds nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from perfeval.record.lock import Holder, LockedError, locked

NIGHT = Holder("server", 4321, "2025-04-01T02:00:00+07:00", "close")
HOLDS = """
import sys, time
from pathlib import Path
from perfeval.record.lock import Holder, locked
with locked(Path(sys.argv[1]), Holder("server", 4321, "then", "close")):
    print("held", flush=True)
    time.sleep(60)
"""


def held_elsewhere(record: Path) -> "subprocess.Popen[str]":
    """Another process that holds the lock until it is ended."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(record)], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return other


def ended(other: "subprocess.Popen[str]") -> None:
    """Kill it as a power cut would."""
    other.kill()
    other.communicate()


def test_a_second_run_learns_who_holds_the_round(tmp_path: Path) -> None:
    other = held_elsewhere(tmp_path / "record")
    with pytest.raises(LockedError) as refused, locked(tmp_path / "record", NIGHT):
        pass
    ended(other)

    assert refused.value.holder == Holder("server", 4321, "then", "close")


def test_a_dead_holder_holds_nothing(tmp_path: Path) -> None:
    ended(held_elsewhere(tmp_path / "record"))

    with locked(tmp_path / "record", NIGHT):
        text = (tmp_path / "record" / "lock").read_text(encoding="utf-8")
    assert "4321" in text
    assert "2025-04-01T02:00:00+07:00" in text


def test_a_lock_file_that_lies_about_is_no_lock(tmp_path: Path) -> None:
    record = tmp_path / "record"
    record.mkdir()
    (record / "lock").write_bytes(b"\xff not what we write")

    with locked(record, NIGHT):
        pass
    with locked(record, NIGHT):
        pass
    assert (record / "lock").read_bytes() == b""


def test_a_holder_that_has_not_said_its_name_still_holds(tmp_path: Path) -> None:
    other = held_elsewhere(tmp_path)
    (tmp_path / "lock").write_text("{half a sen", encoding="utf-8")
    with pytest.raises(LockedError) as refused, locked(tmp_path, NIGHT):
        pass
    ended(other)

    assert refused.value.holder is None


def test_a_run_that_fails_lets_go(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path, NIGHT):
        raise ZeroDivisionError
    with locked(tmp_path, NIGHT):
        pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without fork")
def test_a_worker_that_outlives_its_parent_does_not_hold_the_lock(
    tmp_path: Path,
) -> None:
    forked = (
        "import os, sys, time\n"
        "from pathlib import Path\n"
        "from perfeval.record.lock import Holder, locked\n"
        "with locked(Path(sys.argv[1]), Holder('h', 1, 't', 'c')):\n"
        "    worker = os.fork()\n"
        "    if not worker:\n"
        "        os.closerange(0, 3)\n"
        "        time.sleep(60)\n"
        "        os._exit(0)\n"
        "    print(worker, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    command = [sys.executable, "-c", forked, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    worker = int(ran.stdout)
    try:
        with locked(tmp_path, NIGHT):
            pass
    finally:
        os.kill(worker, signal.SIGKILL)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_record_is_closed_to_others(tmp_path: Path) -> None:
    record = tmp_path / "record"
    record.mkdir(mode=0o755)
    with locked(record, NIGHT):
        rights = record.stat().st_mode & 0o777, (record / "lock").stat().st_mode & 0o777

    assert rights == (0o700, 0o600)
