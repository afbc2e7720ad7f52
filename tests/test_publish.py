"""out/ is one complete set at any moment: the old one or the new one."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dying
from perfeval.record.lock import locked
from perfeval.record.publish import Published, publish
from perfeval.record.shelf import known
from perfeval.record.switch import JOURNAL, NEW, OLD, recover, settle
from perfeval.rounds.folder import RoundFolder

NOBODY = 65534
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without fork")


@pytest.fixture
def folder(tmp_path: Path) -> RoundFolder:
    """A round of which nothing was published yet."""
    return RoundFolder(tmp_path)


def put(
    folder: RoundFolder,
    papers: Mapping[str, bytes],
    basis: str | None = "one",
    *,
    withdrawn: tuple[str, ...] = (),
) -> Published:
    """Publish under the lock."""
    with locked(folder.record, dying.WHO):
        return publish(folder, papers, basis=basis, withdrawn=withdrawn)


def everything(place: Path) -> dict[str, tuple[bytes, int]]:
    """Every file of a round with its content and the time it was written."""
    return {
        path.relative_to(place).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in place.rglob("*")
        if path.is_file() and path.name != "lock"
    }


def test_papers_come_into_out_with_their_folders(folder: RoundFolder) -> None:
    told = put(folder, {"ranking.xlsx": b"r", "notices/1.xlsx": b"n"})

    assert dying.present(folder) == {"ranking.xlsx": b"r", "notices/1.xlsx": b"n"}
    assert told.written == ("notices/1.xlsx", "ranking.xlsx")
    assert {one.name for one in folder.path.iterdir()} == {"out", "record"}


def test_the_same_papers_again_change_no_byte_and_no_time(folder: RoundFolder) -> None:
    papers = {"ranking.xlsx": b"r", "notices/1.xlsx": b"n"}
    put(folder, papers)
    before = everything(folder.path)
    told = put(folder, papers)

    assert everything(folder.path) == before
    assert (told.written, told.removed) == ((), ())
    assert set(told.papers) == set(papers)


def test_a_paper_that_stays_keeps_its_time(folder: RoundFolder) -> None:
    put(folder, {"ranking.xlsx": b"r", "summary.xlsx": b"s"})
    before = everything(folder.out)["summary.xlsx"]
    put(folder, {"ranking.xlsx": b"another"})

    assert everything(folder.out)["summary.xlsx"] == before


def test_papers_of_other_results_go_in_the_same_switch_and_are_named(
    folder: RoundFolder,
) -> None:
    put(folder, {"calendar.xlsx": b"c"}, basis=None)
    put(folder, {"summary.xlsx": b"s", "notices/1.xlsx": b"n"}, basis="one")
    told = put(folder, {"ranking.xlsx": b"r"}, basis="two")

    assert told.removed == ("notices/1.xlsx", "summary.xlsx")
    assert dying.present(folder) == {"calendar.xlsx": b"c", "ranking.xlsx": b"r"}


def test_papers_of_the_same_results_stay(folder: RoundFolder) -> None:
    put(folder, {"summary.xlsx": b"s"}, basis="one")
    told = put(folder, {"ranking.xlsx": b"r"}, basis="one")

    assert told.removed == ()
    assert set(dying.present(folder)) == {"summary.xlsx", "ranking.xlsx"}


def test_a_paper_that_rests_on_no_results_removes_none(folder: RoundFolder) -> None:
    put(folder, {"summary.xlsx": b"s"}, basis="one")

    assert put(folder, {"calendar.xlsx": b"c"}, basis=None).removed == ()


def test_a_paper_with_the_same_bytes_comes_to_rest_on_the_new_results(
    folder: RoundFolder,
) -> None:
    put(folder, {"chase-list.xlsx": b"c"}, basis="one")
    put(folder, {"chase-list.xlsx": b"c"}, basis="two")
    told = put(folder, {"ranking.xlsx": b"r"}, basis="two")

    assert told.removed == ()


def test_a_withdrawn_paper_goes(folder: RoundFolder) -> None:
    put(folder, {"announcement-a.xlsx": b"a", "ranking.xlsx": b"r"})
    gone = ("announcement-a.xlsx", "never-there.xlsx")
    told = put(folder, {"ranking.xlsx": b"r"}, withdrawn=gone)

    assert (told.removed, told.withdrawn) == ((), ("announcement-a.xlsx",))
    assert dying.present(folder) == {"ranking.xlsx": b"r"}


def test_a_file_of_the_officer_stays(folder: RoundFolder) -> None:
    put(folder, {"ranking.xlsx": b"r"})
    (folder.out / "minutes").mkdir()
    (folder.out / "minutes" / "first.docx").write_bytes(b"mine")
    put(folder, {"ranking.xlsx": b"another"}, basis="two")

    assert dying.present(folder)["minutes/first.docx"] == b"mine"


@pytest.mark.parametrize("new", [b"another", b"s"])
def test_what_people_typed_into_a_paper_is_set_aside(
    folder: RoundFolder, new: bytes
) -> None:
    put(folder, {"summary.xlsx": b"s"})
    (folder.out / "summary.xlsx").write_bytes(b"the committee's totals")
    told = put(folder, {"summary.xlsx": new})

    kept = folder.path / told.set_aside["summary.xlsx"]
    assert kept.read_bytes() == b"the committee's totals"
    assert dying.present(folder) == {"summary.xlsx": new}


def test_what_people_typed_into_a_paper_that_goes_is_set_aside(
    folder: RoundFolder,
) -> None:
    put(folder, {"summary.xlsx": b"s"})
    (folder.out / "summary.xlsx").write_bytes(b"the committee's totals")
    told = put(folder, {"ranking.xlsx": b"r"}, basis="two")

    assert set(told.set_aside) == {"summary.xlsx"}


def test_where_nothing_is_known_whatever_is_replaced_is_set_aside(
    folder: RoundFolder,
) -> None:
    put(folder, {"ranking.xlsx": b"r"})
    (folder.record / "papers.json").write_bytes(b"[1, 2")
    told = put(folder, {"ranking.xlsx": b"another"})

    assert set(told.set_aside) == {"ranking.xlsx"}


@pytest.mark.parametrize("path", ["", ".", "..", "../x", "/x", "a/../x", "a//x", "a/"])
def test_a_paper_cannot_leave_out(folder: RoundFolder, path: str) -> None:
    with pytest.raises(ValueError, match="not a path"):
        put(folder, {path: b"x"})


def test_a_link_in_the_place_of_out_is_refused(folder: RoundFolder) -> None:
    (folder.path / "elsewhere").mkdir()
    folder.out.symlink_to("elsewhere")
    with pytest.raises(NotADirectoryError):
        put(folder, {"ranking.xlsx": b"r"})

    assert folder.out.is_symlink()


def test_without_links_of_files_they_are_copied(
    folder: RoundFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise NotImplementedError

    monkeypatch.setattr(os, "link", refused)
    put(folder, {"ranking.xlsx": b"r", "notices/1.xlsx": b"n"})
    (folder.out / "to").symlink_to("ranking.xlsx")
    before = everything(folder.out)["notices/1.xlsx"]
    put(folder, {"ranking.xlsx": b"another"})

    assert everything(folder.out)["notices/1.xlsx"] == before
    assert (folder.out / "to").readlink() == Path("ranking.xlsx")


@POSIX
def test_out_keeps_its_rights_and_the_record_is_private(folder: RoundFolder) -> None:
    put(folder, {"ranking.xlsx": b"r", "notices/1.xlsx": b"n"})
    folder.out.chmod(0o2775)
    (folder.out / "notices").chmod(0o750)
    (folder.out / "ranking.xlsx").chmod(0o660)
    put(folder, {"ranking.xlsx": b"another", "notices/1.xlsx": b"more"})

    def rights(path: Path) -> int:
        return path.stat().st_mode & 0o7777

    assert rights(folder.out) == 0o2775
    assert rights(folder.out / "notices") == 0o750
    assert rights(folder.out / "ranking.xlsx") == 0o660
    assert {rights(one) for one in folder.record.rglob("*")} == {0o600}


# ----------------------------------------------------------------- killed runs


@FORKS
@pytest.mark.parametrize("how", ["steps", "moments"])
def test_a_killed_run_leaves_the_old_set_or_the_new_one(how: str) -> None:
    command = [sys.executable, str(Path(dying.__file__)), how]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (ran.stdout.strip(), ran.stderr.strip()) == ("", "")


def left_at(folder: RoundFolder, name: str) -> None:
    """A round as a run leaves it that dies after a step."""

    class Died(BaseException):
        pass

    def step(done: str) -> None:
        if done == name:
            raise Died

    put(folder, {"ranking.xlsx": b"old"})
    with contextlib.suppress(Died), locked(folder.record, dying.WHO):
        publish(folder, {"ranking.xlsx": b"new"}, basis="two", step=step)


def settled(folder: RoundFolder) -> str | None:
    """What the next command does."""
    with locked(folder.record, dying.WHO):
        return settle(folder)


def test_an_out_that_somebody_made_meanwhile_is_kept(folder: RoundFolder) -> None:
    left_at(folder, "old set moved")
    folder.out.mkdir()
    (folder.out / "mine.txt").write_bytes(b"mine")

    assert settled(folder) == "finished"
    assert dying.present(folder) == {"ranking.xlsx": b"new"}
    assert (folder.path / "out-1" / "mine.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("spoilt", [NEW, JOURNAL])
def test_a_new_set_that_the_disk_spoilt_gives_the_old_one_back(
    folder: RoundFolder, spoilt: str
) -> None:
    left_at(folder, "old set moved")
    if spoilt == NEW:
        (folder.path / NEW / "ranking.xlsx").write_bytes(b"ne")
    else:
        (folder.record / JOURNAL).write_bytes(b"{")

    assert settled(folder) == "undone"
    assert dying.present(folder) == {"ranking.xlsx": b"old"}
    assert not (folder.path / OLD).exists()
    assert known(folder)["ranking.xlsx"].basis == "one"


def test_a_reader_leaves_a_living_run_alone(folder: RoundFolder) -> None:
    left_at(folder, "old set moved")
    with locked(folder.record, dying.WHO):
        assert recover(folder, dying.WHO) is None
        assert (folder.path / OLD).exists()

    assert recover(folder, dying.WHO) == "finished"
    assert dying.present(folder) == {"ranking.xlsx": b"new"}


# ------------------------------------------------------- full disks, open files


def in_child(work: Callable[[], None]) -> str:
    """What a child says that may give up its rights."""
    reading, writing = os.pipe()
    number = os.fork()
    if not number:
        try:
            work()
            os.write(writing, b"published")
        except OSError as wrong:
            os.write(writing, type(wrong).__name__.encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(number, 0)
    with os.fdopen(reading, "rb") as stream:
        return stream.read().decode()


@FORKS
def test_a_file_beyond_what_the_system_grants_leaves_the_old_set(
    folder: RoundFolder,
) -> None:
    import resource  # noqa: PLC0415  not on Windows

    put(folder, {"ranking.xlsx": b"old"})

    def cramped() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        put(folder, {"ranking.xlsx": b"new", "summary.xlsx": b"s" * 40_000}, "two")

    assert in_child(cramped) == "OSError"
    assert dying.present(folder) == {"ranking.xlsx": b"old"}
    assert not (folder.path / NEW).exists()


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a small disk can be made by root only")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_set(tiny: Path) -> None:
    folder = RoundFolder(tiny)
    put(folder, {"ranking.xlsx": b"old"})
    with pytest.raises(OSError, match=r"[Nn]o space"):
        put(folder, {"ranking.xlsx": b"n" * 2_500_000}, "two")
    (tiny / "other").write_bytes(b"x" * 3_000_000)  # the last room goes elsewhere
    with pytest.raises(OSError, match=r"[Nn]o space"):
        put(folder, {"ranking.xlsx": b"new"}, "two")
    (tiny / "other").unlink()

    assert dying.present(folder) == {"ranking.xlsx": b"old"}
    put(folder, {"ranking.xlsx": b"new"}, "two")
    assert dying.present(folder) == {"ranking.xlsx": b"new"}


@FORKS
@POSIX
def test_a_set_that_may_not_be_moved_stays(folder: RoundFolder) -> None:
    """As Windows refuses it while somebody has a file of out/ open."""
    put(folder, {"ranking.xlsx": b"old"})
    if os.getuid() == 0:
        for path in [folder.path, *folder.path.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)
        for parent in folder.path.parents[:2]:
            parent.chmod(0o755)

    def step(name: str) -> None:
        if name == "journal":
            folder.path.chmod(0o555)

    def refused() -> None:
        if os.getuid() == 0:
            os.setuid(NOBODY)
        with locked(folder.record, dying.WHO):
            publish(folder, {"ranking.xlsx": b"new"}, basis="two", step=step)

    assert in_child(refused) == "PermissionError"
    folder.path.chmod(0o755)
    assert dying.present(folder) == {"ranking.xlsx": b"old"}
    assert not (folder.record / JOURNAL).exists()
    put(folder, {"ranking.xlsx": b"new"}, "two")
    assert dying.present(folder) == {"ranking.xlsx": b"new"}


# ---------------------------------------------------------------- many runs

NAMES = st.sampled_from(["a.xlsx", "b.xlsx", "n/1.xlsx", "n/2.xlsx", "c.xlsx"])
SETS = st.dictionaries(NAMES, st.binary(min_size=1, max_size=3), max_size=4)
RUNS = st.lists(st.tuples(SETS, st.sampled_from(["one", "two"])), max_size=6)


@settings(max_examples=60, deadline=None)
@given(RUNS)
def test_after_any_runs_all_papers_rest_on_the_last_results(
    runs: list[tuple[dict[str, bytes], str]],
) -> None:
    with tempfile.TemporaryDirectory(dir=dying.quick()) as name:
        folder = RoundFolder(Path(name))
        expected: dict[str, tuple[bytes, str]] = {}
        for papers, basis in runs:
            told = put(folder, papers, basis)
            stay = {p: kept for p, kept in expected.items() if kept[1] == basis}
            gone = {p for p in expected if p not in stay and p not in papers}
            assert set(told.removed) == gone
            assert not told.set_aside
            expected = stay | {p: (content, basis) for p, content in papers.items()}
            there = {path: content for path, (content, _) in expected.items()}
            assert dying.present(folder) == there
            kept = json.loads((folder.record / "papers.json").read_bytes())
            assert {p: k["basis"] for p, k in kept.items()} == {
                path: one for path, (_, one) in expected.items()
            }
