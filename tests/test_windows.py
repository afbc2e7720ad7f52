"""
What Windows asks for and other systems do not, as far as it can be tried without it.

The functions that only Windows has are handed in; the tests hand in ones that answer
as Microsoft says of `_locking`, `MoveFileEx` and `DeleteFile`.
"""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from perfeval.handout.names import clean
from perfeval.patience import patiently
from perfeval.record.byte_lock import BEHIND, let_go, take
from perfeval.record.places import sweep
from perfeval.rounds.people import UNFIT_ID

NOW, FREE = 2, 0  # LK_NBLCK and LK_UNLCK of msvcrt

HOLDS = """
import fcntl, os, sys, time
descriptor = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
fcntl.lockf(descriptor, fcntl.LOCK_EX, 1, int(sys.argv[2]), os.SEEK_SET)
print("held", flush=True)
time.sleep(60)
"""


def locking(descriptor: int, mode: int, count: int) -> None:
    """`msvcrt.locking` by the byte locks of POSIX: from the present place on."""
    import fcntl  # noqa: PLC0415  not on every system

    how = {NOW: fcntl.LOCK_EX | fcntl.LOCK_NB, FREE: fcntl.LOCK_UN}[mode]
    try:
        fcntl.lockf(descriptor, how, count, 0, os.SEEK_CUR)
    except OSError as refused:
        if refused.errno in (errno.EAGAIN, errno.EACCES):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None
        raise


# ---------------------------------------------------------------------------- locks

posix = pytest.mark.skipif(os.name == "nt", reason="there it is the real one")


@posix
def test_a_byte_that_another_process_has_locked_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_bytes(b"who holds it")
    words = [sys.executable, "-c", HOLDS, str(path), str(BEHIND)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        descriptor = os.open(path, os.O_RDWR)
        is_taken = take(descriptor, locking, NOW)
        other.kill()
        other.wait()
        is_taken_then = take(descriptor, locking, NOW)
        let_go(descriptor, locking, FREE)
        os.close(descriptor)

    assert (is_taken, is_taken_then) == (False, True)
    assert path.read_bytes() == b"who holds it"  # the byte need not be there


def test_the_lock_lies_behind_whatever_is_said_in_the_file(tmp_path: Path) -> None:
    asked: list[tuple[int, int, int]] = []

    def noted(descriptor: int, mode: int, count: int) -> None:
        asked.append((os.lseek(descriptor, 0, os.SEEK_CUR), mode, count))

    descriptor = os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT)
    os.write(descriptor, b"who holds it")
    assert take(descriptor, noted, NOW)
    os.lseek(descriptor, 0, os.SEEK_SET)  # the holder says who it is
    let_go(descriptor, noted, FREE)
    os.close(descriptor)

    assert asked == [(BEHIND, NOW, 1), (BEHIND, FREE, 1)]
    assert BEHIND < 2**31  # where the numbers of the C library end


def refusing(number: int) -> Callable[[int, int, int], None]:
    """A system that answers every question with one error."""

    def locking(*_: int) -> None:
        raise OSError(number, os.strerror(number))

    return locking


def test_a_share_without_locks_is_no_other_run(tmp_path: Path) -> None:
    descriptor = os.open(tmp_path / "lock", os.O_RDWR | os.O_CREAT)
    assert not take(descriptor, refusing(errno.EACCES), NOW)
    with pytest.raises(OSError) as refused:  # noqa: PT011  the number says which
        take(descriptor, refusing(errno.EINVAL), NOW)
    let_go(descriptor, refusing(errno.EACCES), FREE)  # closing lets go as well
    os.close(descriptor)

    assert refused.value.errno == errno.EINVAL


# --------------------------------------------------------------------------- moving


class Held:
    """A move that is refused some times, as of a file that a scanner looks at."""

    def __init__(self, times: int, refusal: type[OSError] = PermissionError) -> None:
        self.left, self.refusal, self.done = times, refusal, 0

    def __call__(self) -> None:
        if self.left:
            self.left -= 1
            raise self.refusal(errno.EACCES, "used by another process")
        self.done += 1


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_a_move_is_tried_again_after_each_pause(times: int) -> None:
    move, waited = Held(times), list[float]()
    patiently(move, pauses=(0.1, 0.2, 0.4), wait=waited.append)

    assert move.done == 1
    assert waited == [0.1, 0.2, 0.4][:times]


def test_a_file_that_stays_open_is_told_after_the_last_pause() -> None:
    move, waited = Held(99), list[float]()
    with pytest.raises(PermissionError):
        patiently(move, pauses=(0.1, 0.2), wait=waited.append)

    assert (waited, move.left) == ([0.1, 0.2], 96)


def test_another_refusal_than_of_a_right_is_told_at_once() -> None:
    move, waited = Held(1, FileNotFoundError), list[float]()
    with pytest.raises(FileNotFoundError):
        patiently(move, pauses=(0.1,), wait=waited.append)

    assert waited == []


def test_a_file_is_moved_over_another(tmp_path: Path) -> None:
    (tmp_path / "new").write_bytes(b"new")
    (tmp_path / "old").write_bytes(b"old")
    patiently(lambda: (tmp_path / "new").replace(tmp_path / "old"))

    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"new"]


# ------------------------------------------------------------------------- deleting


def as_on_windows(place: Path, *, onerror: Callable[..., object]) -> None:
    """`shutil.rmtree` where no file is deleted that is marked as read-only."""
    for path in sorted(place.rglob("*"), reverse=True):
        act = os.rmdir if path.is_dir() else os.unlink
        if act is os.unlink and not path.stat().st_mode & stat.S_IWRITE:
            onerror(act, str(path), None)
        else:
            act(path)
    place.rmdir()


def test_a_paper_that_somebody_marked_read_only_is_swept_as_well(
    tmp_path: Path,
) -> None:
    old = tmp_path / ".out-old"
    (old / "notices").mkdir(parents=True)
    (old / "notices" / "1001.xlsx").write_bytes(b"paper")
    (old / "ranking.xlsx").write_bytes(b"paper")
    (old / "ranking.xlsx").chmod(0o400)
    sweep(old, as_on_windows)

    assert list(tmp_path.iterdir()) == []


def test_nothing_to_sweep_is_no_fault(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere")
    (tmp_path / "file").write_bytes(b"not ours")
    sweep(tmp_path / "file")

    assert (tmp_path / "file").read_bytes() == b"not ours"


@posix
def test_what_cannot_be_swept_keeps_the_rights_of_what_a_link_leads_to(
    tmp_path: Path,
) -> None:
    (tmp_path / "kept").write_bytes(b"kept")
    (tmp_path / "kept").chmod(0o400)
    (tmp_path / "link").symlink_to(tmp_path / "kept")

    def refused(place: Path, *, onerror: Callable[..., object]) -> None:
        onerror(os.unlink, str(place / "link"), None)

    sweep(tmp_path, refused)

    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o400


# ---------------------------------------------------------------------------- names

DEVICES = ["CON", "nul", "Prn", "aux", "COM1", "lpt9", "COM¹", "CONIN$", "con.2568"]
ORDINARY = ["1001", "TT-0001", "console", "COM10", "ก-12", "nullo", "a.con", "COM"]


@pytest.mark.parametrize(
    "employee_id", [*DEVICES, "aux .x", "1001.", ".1", "ก:1", "a|b"]
)
def test_an_id_that_windows_takes_for_a_device_names_no_file(employee_id: str) -> None:
    assert UNFIT_ID.search(employee_id)


@pytest.mark.parametrize("employee_id", ORDINARY)
def test_an_ordinary_id_names_a_file(employee_id: str) -> None:
    assert not UNFIT_ID.search(employee_id)


@pytest.mark.parametrize("name", [*DEVICES, "กอง:คลัง.", "พัสดุ ", "a. "])
def test_a_division_becomes_a_name_that_windows_takes(name: str) -> None:
    cleaned = clean(name)

    assert not UNFIT_ID.search(cleaned)
    assert cleaned == cleaned.strip(" .")
