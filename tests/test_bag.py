"""A sealed archive: laid out as RFC 8493 says, and every change of it found."""

import os
import random
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from perfeval.record.bag import (
    TAG_MANIFEST,
    beside_of,
    build,
    listed,
    manifest,
    settle,
)
from perfeval.record.differences import differences

PAYLOAD = {
    "round.toml": b"year = 2568\n",
    "inbox/กองคลัง/แบบ 1.xlsx": bytes(range(256)),
    "inbox/100%\nof it.xlsx": b"an odd name",
    "record/results.json": b'{"results": []}\n',
    "out/empty.txt": b"",
}
INFO = {"External-Identifier": "2568-1-r1", "Bagging-Date": "2025-04-30"}
FLIPS = 400  # bytes that are changed, one at a time


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A sealed archive."""
    build(tmp_path / ".new", PAYLOAD.items(), INFO)
    settle(tmp_path / ".new", tmp_path / "2568-1-r1")
    return tmp_path / "2568-1-r1"


def problems(bag: Path) -> dict[str, str]:
    """Path -> problem of every difference."""
    return {one.path: one.problem for one in differences(bag)}


def overwrite(path: Path, content: bytes) -> None:
    """Change a file that is read-only."""
    path.chmod(0o600)
    path.write_bytes(content)


def test_an_archive_is_laid_out_as_the_standard_says(bag: Path) -> None:
    assert (bag / "bagit.txt").read_text(encoding="utf-8").splitlines() == [
        "BagIt-Version: 1.0",
        "Tag-File-Character-Encoding: UTF-8",
    ]
    size = sum(map(len, PAYLOAD.values()))
    assert (bag / "bag-info.txt").read_text(encoding="utf-8").splitlines() == [
        f"Payload-Oxum: {size}.5",
        "External-Identifier: 2568-1-r1",
        "Bagging-Date: 2025-04-30",
    ]
    lines = (bag / "manifest-sha256.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(PAYLOAD)
    assert f"{sha256(b'').hexdigest()}  data/out/empty.txt" in lines
    assert any(line.endswith("  data/inbox/100%25%0Aof it.xlsx") for line in lines)
    tags = (bag / TAG_MANIFEST).read_text(encoding="utf-8").splitlines()
    assert [line.split("  ")[1] for line in tags] == [
        "bag-info.txt",
        "bagit.txt",
        "manifest-sha256.txt",
    ]


def test_an_untouched_archive_has_no_difference(bag: Path) -> None:
    assert differences(bag) == []


def test_every_file_of_an_archive_is_read_only(bag: Path) -> None:
    rights = {path.stat().st_mode & 0o777 for path in bag.rglob("*") if path.is_file()}

    assert rights == {0o400}


def test_each_changed_byte_is_found_and_its_file_named(bag: Path) -> None:
    """Every byte of the small files, and bytes drawn from all of them."""
    chance = random.Random(2568)
    files = sorted(path for path in bag.rglob("*") if path.is_file())
    places = [(path, n) for path in files for n in range(path.stat().st_size)]
    for path, place in chance.sample(places, min(FLIPS, len(places))):
        content = path.read_bytes()
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        overwrite(path, bytes(changed))
        name = path.relative_to(bag).as_posix()
        found = problems(bag)
        assert found.get(name) == "changed", (name, place, found)
        if name.startswith("data/"):
            assert set(found) == {name}
        overwrite(path, content)
    assert differences(bag) == []


def test_without_the_file_beside_it_a_changed_byte_is_found_all_the_same(
    bag: Path,
) -> None:
    beside_of(bag).unlink()
    for path in sorted(path for path in bag.rglob("*") if path.is_file()):
        content = path.read_bytes()
        overwrite(path, content[:-1] if content else b"x")
        assert problems(bag), path
        overwrite(path, content)
    assert differences(bag) == []


@pytest.mark.parametrize("name", ["data/round.toml", "bagit.txt", TAG_MANIFEST])
def test_a_missing_file_is_named(bag: Path, name: str) -> None:
    (bag / name).unlink()

    assert problems(bag)[name] == "missing"


@pytest.mark.parametrize("name", ["data/inbox/late.xlsx", "notes.txt", "data/.hidden"])
def test_an_added_file_is_named(bag: Path, name: str) -> None:
    (bag / name).write_bytes(b"late")

    assert problems(bag) == {name: "extra"}


def test_a_link_in_the_place_of_a_file_is_a_change(bag: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin"
    path = bag / "data" / "round.toml"
    shutil.copyfile(path, twin)
    path.unlink()
    path.symlink_to(twin)

    assert problems(bag) == {"data/round.toml": "changed"}


def test_a_linked_folder_is_extra(bag: Path, tmp_path: Path) -> None:
    (bag / "data" / "more").symlink_to(tmp_path)

    assert problems(bag) == {"data/more": "extra"}


def test_a_forged_manifest_is_found_by_the_file_beside(bag: Path) -> None:
    """Somebody changes a result and works out every digest again."""
    results = bag / "data" / "record" / "results.json"
    overwrite(results, b'{"results": [1]}\n')
    payload = listed((bag / "manifest-sha256.txt").read_bytes())
    assert payload
    payload["data/record/results.json"] = sha256(results.read_bytes()).hexdigest()
    overwrite(bag / "manifest-sha256.txt", manifest(payload))
    tags = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")
    forged = {name: sha256((bag / name).read_bytes()).hexdigest() for name in tags}
    overwrite(bag / TAG_MANIFEST, manifest(forged))

    assert problems(bag) == {TAG_MANIFEST: "changed"}


@pytest.mark.parametrize(
    "line", ["../../etc/passwd", "/etc/passwd", "bagit.txt", "data/../bagit.txt"]
)
def test_a_manifest_cannot_lead_out_of_the_payload(bag: Path, line: str) -> None:
    payload = listed((bag / "manifest-sha256.txt").read_bytes())
    assert payload
    payload[line] = "0" * 64
    overwrite(bag / "manifest-sha256.txt", manifest(payload))

    assert "changed" in problems(bag).values()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes of this kind")
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(bag: Path) -> None:
    path = bag / "data" / "round.toml"
    path.unlink()
    os.mkfifo(path)

    assert problems(bag) == {"data/round.toml": "changed"}
