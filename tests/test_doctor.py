"""The machine and the folder, each looked at before papers depend on it."""

import json
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from perfeval.cli.exits import Exit
from perfeval.doctor.check import Check
from perfeval.doctor.fonts import fonts
from perfeval.doctor.machine import MACOS, WINDOWS, Machine
from perfeval.doctor.office import libreoffice
from perfeval.doctor.places import (
    cloud,
    cloud_of,
    lengths,
    locking,
    renaming,
    room,
    round_file,
    writing,
)
from perfeval.doctor.system import encoding, time_zone, versions
from perfeval.record.lock import Holder
from perfeval.rounds.folder import RoundFolder
from round_folder import ROUND, round_folder
from shell import Shell

HOLDER = Holder("here", 1, "2025-04-01T08:00:00+07:00", "doctor")
MACHINE_KEYS = ["versions", "fonts", "libreoffice", "encoding", "time_zone"]
ROUND_KEYS = ["round", "writing", "renaming", "lock", "free_space", "cloud_folder"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="programs are scripts")


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture(autouse=True)
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's round is near."""
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")


def machine(place: Path, platform: str = "linux", **environment: str) -> Machine:
    """A machine with nothing on it but what stands in a folder."""
    return Machine(platform, environment, place / "home", place)


def program(folder: Path, name: str, prints: str, code: int = 0) -> None:
    """A program on the path that prints something."""
    folder.mkdir(exist_ok=True)
    lines = [f"printf '{line}\\n'" for line in prints.splitlines()]
    script = "\n".join(["#!/bin/sh", *lines, f"exit {code}", ""])
    (folder / name).write_text(script, encoding="utf-8")
    (folder / name).chmod(0o755)


def codes(check: Check) -> list[str]:
    return [one.code for one in check.findings]


# --------------------------------------------------------------------------- fonts


@posix
@pytest.mark.parametrize(
    ("listed", "told", "state"),
    [
        ("DejaVu Sans\nTH SarabunPSK\n", [], "ok"),
        ("TH Sarabun New,TH Sarabun New:style=Bold\nTH SarabunPSK", [], "ok"),
        ("DejaVu Sans\n", ["PE670"], "warning"),
        ("", ["PE670"], "warning"),
        ("TH Sarabun New\nDejaVu Sans\n", ["PE671"], "note"),
        ("Sarabun\nTH Niramit AS\n", ["PE670"], "warning"),
    ],
)
def test_the_font_of_the_papers_is_looked_for_among_the_families(
    tmp_path: Path, listed: str, told: list[str], state: str
) -> None:
    program(tmp_path / "bin", "fc-list", listed)
    check = fonts(machine(tmp_path, PATH=str(tmp_path / "bin")))

    assert (codes(check), check.state) == (told, state)


@pytest.mark.parametrize("path", ["", "nowhere"])
def test_without_fc_list_the_files_of_fonts_are_looked_at(
    tmp_path: Path, path: str
) -> None:
    bare = machine(tmp_path, PATH=path)
    assert codes(fonts(bare)) == ["PE670"]
    folder = tmp_path / "home/.local/share/fonts/thai"
    folder.mkdir(parents=True)
    (folder / "THSarabun Bold.ttf").write_bytes(b"")

    assert codes(fonts(bare)) == []


@posix
def test_an_fc_list_that_fails_is_no_answer(tmp_path: Path) -> None:
    program(tmp_path / "bin", "fc-list", "TH SarabunPSK", code=1)

    assert codes(fonts(machine(tmp_path, PATH=str(tmp_path / "bin")))) == ["PE670"]


@pytest.mark.parametrize(
    ("platform", "folder", "named"),
    [
        (WINDOWS, "Windows/Fonts", {"WINDIR": "Windows"}),
        (WINDOWS, "Local/Microsoft/Windows/Fonts", {"LOCALAPPDATA": "Local"}),
        (MACOS, "Library/Fonts", {}),
        (MACOS, "home/Library/Fonts", {}),
    ],
)
@pytest.mark.parametrize(
    "file",
    [
        ("THSarabun.ttf", []),
        ("THSarabunPSK-Bold.TTF", []),
        ("THSarabunNew Italic.ttf", ["PE671"]),
        ("THSarabun.zip", ["PE670"]),
    ],
)
def test_windows_and_macos_keep_fonts_in_folders(
    tmp_path: Path,
    platform: str,
    folder: str,
    named: dict[str, str],
    file: tuple[str, list[str]],
) -> None:
    name, told = file
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / name).write_bytes(b"")
    places = {key: str(tmp_path / place) for key, place in named.items()}

    assert codes(fonts(machine(tmp_path, platform, **places))) == told


# ---------------------------------------------------------------------- LibreOffice


@posix
def test_libreoffice_is_told_with_its_version(tmp_path: Path) -> None:
    program(tmp_path / "bin", "soffice", "LibreOffice 7.4.7.2 40(Build:2)")
    check = libreoffice(machine(tmp_path, PATH=str(tmp_path / "bin")))

    assert check.found == ("LibreOffice 7.4.7.2",) * 2
    assert check.state == "ok"


@posix
def test_a_libreoffice_that_does_not_answer_is_told_by_its_place(
    tmp_path: Path,
) -> None:
    program(tmp_path / "bin", "soffice", "", code=1)
    check = libreoffice(machine(tmp_path, PATH=str(tmp_path / "bin")))

    assert check.found[1].endswith("bin/soffice")
    assert check.state == "ok"


def test_libreoffice_can_be_done_without(tmp_path: Path) -> None:
    for platform in ("linux", WINDOWS, MACOS):
        check = libreoffice(machine(tmp_path, platform, PATH="", PROGRAMFILES="C:/P"))
        assert (codes(check), check.state) == (["PE672"], "note")


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        (WINDOWS, "Programs/LibreOffice/program/soffice.com"),
        (MACOS, "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_libreoffice_is_found_at_its_usual_place(
    tmp_path: Path, platform: str, place: str
) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_bytes(b"")
    bare = machine(tmp_path, platform, PROGRAMFILES=str(tmp_path / "Programs"))

    assert libreoffice(bare).found[0] == (tmp_path / place).as_posix()


# --------------------------------------------------------------------------- system


def test_versions_are_told() -> None:
    assert f"Python {sys.version_info.major}." in versions("1.0").found[0]


@pytest.mark.parametrize(
    ("spelled", "told"),
    [
        ({"stdout": "utf-8", "locale": "UTF-8"}, []),
        ({"stdout": "utf_8", "locale": "utf8"}, []),
        ({"stdout": "cp874"}, ["PE673"]),
        ({"filesystem": "utf-8", "locale": "ANSI_X3.4-1968"}, ["PE673"]),
        ({"stdout": "ascii", "locale": "ascii"}, ["PE673", "PE673"]),
    ],
)
def test_another_encoding_than_utf_8_is_told(
    spelled: dict[str, str], told: list[str]
) -> None:
    assert codes(encoding(spelled)) == told


@pytest.mark.parametrize(
    ("minutes", "found", "told"),
    [
        (420, "UTC+07:00 (+07)", []),
        (0, "UTC+00:00 (+07)", ["PE674"]),
        (-210, "UTC-03:30 (+07)", ["PE674"]),
    ],
)
def test_another_time_zone_than_the_thai_one_is_noted(
    minutes: int, found: str, told: list[str]
) -> None:
    check = time_zone(timedelta(minutes=minutes), "+07")

    assert (check.found[0], codes(check)) == (found, told)


# --------------------------------------------------------------------------- folder


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="nothing is unwritable")
def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    folder = RoundFolder(round_folder(tmp_path / "round"))
    (folder.record).symlink_to("/proc/self")
    (check,) = writing(folder, HOLDER)

    assert (codes(check), check.state) == (["PE675"], "error")
    assert check.findings[0].file == "record"


def test_a_folder_that_cannot_be_renamed_is_an_error(tmp_path: Path) -> None:
    assert codes(renaming(tmp_path)) == []
    (tmp_path / "other" / "out" / "full").mkdir(parents=True)
    check = renaming(tmp_path / "other")

    assert (codes(check), check.state) == (["PE676"], "error")


def test_a_lock_that_cannot_be_taken_is_an_error(tmp_path: Path) -> None:
    assert codes(locking(tmp_path, HOLDER)) == []
    (tmp_path / "other" / "lock").mkdir(parents=True)
    check = locking(tmp_path / "other", HOLDER)

    assert (codes(check), check.state) == (["PE677"], "error")


def test_little_room_is_a_warning(tmp_path: Path) -> None:
    folder = RoundFolder(tmp_path)

    assert codes(room(folder, wanted=1)) == []
    assert codes(room(folder, wanted=1 << 62)) == ["PE678"]


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("C:/Users/a/OneDrive - อบต.ตัวอย่าง/2568-1", "OneDrive"),
        ("G:/My Drive/2568-1", "Google Drive"),
        ("G:/ไดรฟ์ของฉัน/2568-1", "Google Drive"),
        ("/Users/a/Library/CloudStorage/GoogleDrive-a@b.example/x", "Google Drive"),
        ("/Users/a/Dropbox/2568-1", "Dropbox"),
        ("/Users/a/Library/Mobile Documents/x", "iCloud"),
        ("D:/งานบุคคล/2568-1", None),
    ],
)
def test_a_folder_of_a_cloud_is_known_by_its_path(
    path: str, service: str | None
) -> None:
    assert cloud_of(Path(path).parts) == service


def test_a_folder_of_a_cloud_is_noted(tmp_path: Path) -> None:
    check = cloud(RoundFolder(tmp_path / "OneDrive" / "2568-1"))

    assert (codes(check), check.state) == (["PE679"], "note")
    assert cloud(RoundFolder(tmp_path)).state == "ok"


@pytest.mark.parametrize(("letters", "told"), [(218, []), (219, ["PE680"])])
def test_a_path_that_excel_does_not_open_is_told(
    tmp_path: Path, letters: int, told: list[str]
) -> None:
    folder = RoundFolder(tmp_path)
    folder.out.mkdir()
    (folder.out / "ranking.xlsx").write_bytes(b"-")
    form = folder.forms / ("a" * (letters - len(f"{tmp_path}/forms/.xlsx")) + ".xlsx")
    form.parent.mkdir()
    form.write_bytes(b"-")
    check = lengths(folder)

    assert codes(check) == told
    assert check.found == (str(letters), str(letters))
    assert [one.file for one in check.findings] == [f"forms/{form.name}"] * len(told)


def test_a_faulty_round_file_is_told_with_its_faults(tmp_path: Path) -> None:
    sound_one = RoundFolder(round_folder(tmp_path / "sound"))
    faulty = RoundFolder(round_folder(tmp_path / "faulty", text="year = 1\n"))

    assert round_file(sound_one).state == "ok"
    assert round_file(faulty).state == "error"
    assert {one.file for one in round_file(faulty).findings} == {"round.toml"}


def test_a_garuda_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = f'garuda_image = "garuda.png"\n{ROUND}'
    check = round_file(RoundFolder(round_folder(tmp_path / "round", text=text)))

    assert (codes(check), check.state) == (["PE455"], "warning")


# -------------------------------------------------------------------------- command


def everything(folder: Path) -> dict[str, bytes | None]:
    """What stands under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        if path.is_file()
        else None
        for path in folder.rglob("*")
    }


def test_outside_of_a_round_the_machine_alone_is_looked_at(
    sh: Shell, tmp_path: Path
) -> None:
    ran = sh("doctor", "--json")
    answer = json.loads(ran.out)

    assert ran.code == Exit.DONE
    assert answer["command"] == "doctor"
    assert [one["check"] for one in answer["results"]] == [*MACHINE_KEYS, "round"]
    assert sum(answer["summary"].values()) == len(answer["results"])
    assert list((tmp_path / "empty").iterdir()) == []


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    folder = RoundFolder(round_folder(tmp_path / "round"))
    folder.record.mkdir()
    for place in (folder.path, folder.record):
        (place / ".perfeval-abc" / "out").mkdir(parents=True)
        (place / ".perfeval-abc" / "out" / "paper.xlsx").write_bytes(b"-")
    list(writing(folder, HOLDER))

    assert not list(folder.path.rglob(".perfeval-*"))
    assert folder.round_file.is_file()


def test_in_a_round_its_folder_is_looked_at_and_nothing_stays(
    sh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = round_folder(tmp_path / "round")
    (folder / "inbox").mkdir(exist_ok=True)
    (folder / "record" / "sealed" / "2568-1-r1").mkdir(parents=True)
    (folder / "record" / "lock").write_text("whoever was last", encoding="utf-8")
    before = everything(folder)
    monkeypatch.chdir(folder / "inbox")
    ran = sh("doctor", "--json")
    answer = json.loads(ran.out)

    assert ran.code == Exit.DONE
    keys = [one["check"] for one in answer["results"]]
    assert keys == [*MACHINE_KEYS, *ROUND_KEYS]
    assert everything(folder) == before


def test_an_error_of_the_folder_ends_with_1(sh: Shell, tmp_path: Path) -> None:
    folder = round_folder(tmp_path / "round", text="year = 1\n")
    ran = sh("doctor", "--round", folder, "--lang", "en")

    assert ran.code == Exit.FINDINGS
    assert "round.toml" in ran.out
    assert not json.loads(sh("doctor", "--round", folder, "--json").out)["ok"]


def test_a_round_that_was_named_must_be_there(sh: Shell, tmp_path: Path) -> None:
    assert sh("doctor", "--round", tmp_path / "nowhere").code == Exit.USAGE


def test_people_read_a_table_in_their_language(sh: Shell, tmp_path: Path) -> None:
    folder = round_folder(tmp_path / "round")
    thai = sh("doctor", "--round", folder).out
    english = sh("doctor", "--round", folder, "--lang", "en").out

    assert "สิ่งที่ตรวจ" in thai
    assert "Check" in english
    assert "Free space" in english
    assert sh("doctor", "--round", folder, "-q").out == ""


def test_a_round_without_a_record_gets_none(sh: Shell, tmp_path: Path) -> None:
    folder = round_folder(tmp_path / "round")
    shutil.rmtree(folder / "record", ignore_errors=True)

    assert sh("doctor", "--round", folder).code == Exit.DONE
    assert not (folder / "record").exists()
