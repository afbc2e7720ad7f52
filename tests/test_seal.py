"""A decided round becomes an archive that nobody changes unseen."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest

from filled import cell_of, edit
from perfeval.appraise.decided import Decided
from perfeval.appraise.layers import Decision
from perfeval.appraise.ledger import canonical, ledger
from perfeval.cli.exits import Exit
from perfeval.inbox import receive
from perfeval.opening import open_round
from perfeval.record import decisions
from perfeval.record.audit import Entry, append
from perfeval.record.bag import TAG_MANIFEST, listed, manifest
from perfeval.record.lock import LOCK
from perfeval.record.seal_digits import digits
from perfeval.rounds.folder import RoundFolder
from perfeval.sealing import check, cleared
from round_folder import CLERK, ROUND, round_folder
from shell import Ran, Shell
from whole_round import send, whole_round

RESULTS = "data/record/results.json"
FORM = "data/perfeval/forms/local-official.toml"
PROGRAM = Path(__file__).parents[1] / "src" / "perfeval"
LEVEL = ("indicators", 0, "level")
REASON = "ผู้รับการประเมินร้องทุกข์และคณะกรรมการพิจารณาใหม่"
WRITING = ("summary", "notices", "calendar")  # what would write to an open round


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


def decide(folder: RoundFolder, *said: Decision) -> None:
    """What `perfeval decide` puts into the record."""
    number = decisions.next_number(folder)
    taken = Decided(number, date(2025, 4, 30), "นายสมมุติ นำทาง", said)
    content = decisions.text_of(taken, summary={"file": "summary.xlsx"})
    decisions.remember(folder, number, content)
    opened = open_round(folder)
    results = ledger(opened, receive(opened), decisions.load(folder))
    decisions.remember_results(folder, canonical(results))


HIGHER = Decision("1001", Fraction(80), chief_total=Fraction(92), chief_reason="เหตุ")


@pytest.fixture(scope="session")
def decided_once(tmp_path_factory: pytest.TempPathFactory) -> RoundFolder:
    """A decided round of three people, of whom two have returned a form."""
    place = tmp_path_factory.mktemp("rounds") / "2568-1"
    folder = RoundFolder(whole_round(place))
    (folder.inbox / "อื่น ๆ").mkdir()
    (folder.inbox / "อื่น ๆ" / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (folder.inbox / "elsewhere.xlsx").symlink_to(folder.roster)
    folder.out.mkdir()
    (folder.out / "minutes.txt").write_bytes(b"of the committee")
    decide(folder, HIGHER)
    return folder


@pytest.fixture
def decided(decided_once: RoundFolder, tmp_path: Path) -> RoundFolder:
    """A copy of it to work on."""
    place = tmp_path / "round"
    return RoundFolder(shutil.copytree(decided_once.path, place, symlinks=True))


@pytest.fixture(scope="session")
def sealed_once(decided_once: RoundFolder) -> RoundFolder:
    """The same, sealed."""
    place = decided_once.path.with_name("sealed")
    folder = RoundFolder(shutil.copytree(decided_once.path, place, symlinks=True))
    from perfeval.cli.main import main  # noqa: PLC0415  without a shell

    assert main(["seal", "--round", str(place), "-q"]) == Exit.DONE
    return folder


@pytest.fixture
def sealed(sealed_once: RoundFolder, tmp_path: Path) -> RoundFolder:
    """A copy of it to spoil."""
    place = tmp_path / "round"
    return RoundFolder(shutil.copytree(sealed_once.path, place, symlinks=True))


def bag_of(folder: RoundFolder, revision: int = 1) -> Path:
    """An archive of the round."""
    return folder.record / "sealed" / f"2568-1-r{revision}"


def verify(sh: Shell, folder: RoundFolder, *more: str) -> tuple[Ran, dict[str, str]]:
    """What verify says, and the problem of each path in the last archive."""
    ran = sh("verify", "--round", folder.path, "--json", *more)
    start = "record/sealed/2568-1-r1/"
    listed_ = json.loads(ran.out)["results"]
    return ran, {one["path"].removeprefix(start): one["problem"] for one in listed_}


def overwrite(path: Path, content: bytes) -> None:
    """Change a file that is read-only."""
    path.chmod(0o600)
    path.write_bytes(content)


def test_an_undecided_round_is_not_sealed(sh: Shell, tmp_path: Path) -> None:
    folder = round_folder(tmp_path / "round")
    ran = sh("seal", "--round", folder, "--lang", "en")

    assert ran.code == Exit.REFUSED
    assert "not decided" in ran.err
    assert not (folder / "record" / "sealed").exists()


def test_a_decision_on_results_that_changed_is_not_sealed(
    sh: Shell, decided: RoundFolder
) -> None:
    edit(decided.inbox / "1001.xlsx", {cell_of(LEVEL): 5})
    ran = sh("seal", "--round", decided.path, "--lang", "en")

    assert ran.code == Exit.REFUSED
    assert "not decided" in ran.err


def test_a_seal_is_the_digits_of_the_results_and_the_archive_holds_everything(
    sh: Shell, decided: RoundFolder
) -> None:
    ran = sh("seal", "--round", decided.path, "--json")
    answer = json.loads(ran.out)
    results = (decided.record / "results.json").read_bytes()
    bag = bag_of(decided)

    assert ran.code == Exit.DONE
    assert answer["results"] == [
        {
            "seal": digits(results),
            "revision": 1,
            "path": "record/sealed/2568-1-r1",
        }
    ]
    assert answer["files"] == [
        {
            "kind": "sealed",
            "path": f"record/sealed/2568-1-r1/{TAG_MANIFEST}",
            "sha256": sha256((bag / TAG_MANIFEST).read_bytes()).hexdigest(),
        }
    ]
    for name in (
        "round.toml",
        "roster.xlsx",
        "inbox/1001.xlsx",
        "inbox/อื่น ๆ/broken.xlsx",
        "out/minutes.txt",
        "record/results.json",
        "record/decisions/001.json",
    ):
        assert (bag / "data" / name).read_bytes() == (decided.path / name).read_bytes()
    assert (bag / "data/perfeval/regulations/official.toml").is_file()
    assert (bag / "data/perfeval/forms/local-official.toml").is_file()
    assert not (bag / "data/inbox/elsewhere.xlsx").exists()
    info = (bag / "bag-info.txt").read_text(encoding="utf-8")
    assert f"Perfeval-Seal: {digits(results)}\n" in info


@pytest.mark.parametrize("command", ["seal", "close"])
def test_a_sealed_round_is_refused(
    sh: Shell, sealed: RoundFolder, command: str
) -> None:
    ran = sh(command, "--round", sealed.path, "--lang", "en")

    assert ran.code == Exit.REFUSED
    assert "perfeval reopen" in ran.err


def written_in(folder: RoundFolder) -> dict[str, bytes]:
    """Every file under out/ and record/, but for the lock."""
    return {
        path.relative_to(folder.path).as_posix(): path.read_bytes()
        for place in (folder.out, folder.record)
        for path in sorted(place.rglob("*"))
        if path.is_file() and path.name != LOCK
    }


@pytest.mark.parametrize("command", [*WRITING, "status", "rank"])
def test_a_command_that_reads_a_sealed_round_writes_nothing(
    sh: Shell, decided: RoundFolder, command: str
) -> None:
    assert sh("close", "--round", decided.path).code == Exit.FINDINGS
    assert sh("announce", "--round", decided.path).code == Exit.DONE
    assert sh("seal", "--round", decided.path).code == Exit.DONE
    before = written_in(decided)
    assert "out/announcement-tambon-official-2559.xlsx" in before
    if command != "notices":  # it asks for a decision that holds
        send(decided.path, CLERK, 5)
    ran = sh(command, "--round", decided.path, "--json")

    answer = json.loads(ran.out)
    assert ran.code in (Exit.DONE, Exit.FINDINGS)
    assert (written_in(decided), answer["files"]) == (before, [])
    told = [one["code"] for one in answer["findings"] if one["file"] == "out"]
    assert told == (["PE625"] if command in WRITING else [])


def test_an_untouched_archive_verifies_also_with_its_printed_digits(
    sh: Shell, sealed: RoundFolder
) -> None:
    printed = digits((sealed.record / "results.json").read_bytes())
    for typed in (printed, printed.upper().replace("-", " ")):
        ran, found = verify(sh, sealed, "--seal", typed)
        assert (ran.code, found) == (Exit.DONE, {})


def test_an_archive_verifies_wherever_it_is_copied(
    sh: Shell, sealed: RoundFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(bag_of(sealed), tmp_path / "on a disk")
    monkeypatch.chdir(tmp_path)
    ran = sh("verify", "on a disk", "--json")
    overwrite(copy / "data" / "roster.xlsx", b"another")
    changed = json.loads(sh("verify", "on a disk", "--json").out)
    assert "PE630" in {one["code"] for one in changed["findings"]}

    assert ran.code == Exit.DONE
    assert {"path": "on a disk/data/roster.xlsx", "problem": "changed"} in changed[
        "results"
    ]


def test_each_changed_byte_is_found_and_its_file_named(sealed: RoundFolder) -> None:
    """One byte of each file, drawn at random."""
    chance = random.Random(2568)
    bag = bag_of(sealed)
    for path in sorted(path for path in bag.rglob("*") if path.is_file()):
        content = path.read_bytes()
        changed = bytearray(content)
        changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        overwrite(path, bytes(changed))
        assert path.relative_to(bag).as_posix() in {one.path for one in check(bag)}
        overwrite(path, content)
    assert check(bag) == []


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b"\xff"])
def test_a_damaged_file_of_the_record_is_named_like_every_other(
    sh: Shell, decided: RoundFolder, spoilt: bytes
) -> None:
    """Nobody stops at it: every archive is held against its manifest to the end."""
    assert sh("forms", "--round", decided.path).code == Exit.DONE
    assert sh("seal", "--round", decided.path).code == Exit.DONE
    overwrite(bag_of(decided) / "data/record/issued.json", spoilt)
    ran, found = verify(sh, decided)

    assert ran.code == Exit.FINDINGS
    assert found["data/record/issued.json"] == "changed"
    assert set(found) <= {"data/record/issued.json", RESULTS}


def test_a_lost_archive_and_a_lost_digest_beside_one_are_missed(
    sh: Shell, sealed: RoundFolder
) -> None:
    """With the digest beside it gone, both manifests could be written anew."""
    assert sh("reopen", "--reason", REASON, "--round", sealed.path).code == Exit.DONE
    assert sh("seal", "--round", sealed.path).code == Exit.DONE
    first, second = bag_of(sealed), bag_of(sealed, 2)
    beside = second.with_name(f"{second.name}.sha256")
    kept = beside.read_bytes()
    beside.unlink()
    ran, found = verify(sh, sealed)
    assert found == {"record/sealed/2568-1-r2.sha256": "missing"}
    assert [one["code"] for one in json.loads(ran.out)["findings"]] == ["PE631"]
    beside.write_bytes(kept)

    for bag in (first, second):
        cleared(bag)
        ran, found = verify(sh, sealed)
        assert (ran.code, found[f"record/sealed/{bag.name}"]) == (1, "missing")


def test_a_line_that_was_taken_out_of_the_living_log_is_missed(
    sh: Shell, sealed: RoundFolder
) -> None:
    assert sh("reopen", "--reason", REASON, "--round", sealed.path).code == Exit.DONE
    log = sealed.record / "audit.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[1:]))

    assert verify(sh, sealed)[1] == {"record/audit.jsonl": "changed"}


def forge(bag: Path, name: str, content: bytes) -> None:
    """Change a file and work out every digest again, the one beside it too."""
    overwrite(bag / name, content)
    payload = listed((bag / "manifest-sha256.txt").read_bytes())
    assert payload
    payload[name] = sha256(content).hexdigest()
    overwrite(bag / "manifest-sha256.txt", manifest(payload))
    names = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")
    tags = {one: sha256((bag / one).read_bytes()).hexdigest() for one in names}
    overwrite(bag / TAG_MANIFEST, manifest(tags))
    digest = sha256((bag / TAG_MANIFEST).read_bytes()).hexdigest()
    beside = bag.with_name(f"{bag.name}.sha256")
    overwrite(beside, f"{digest}  {bag.name}/{TAG_MANIFEST}\n".encode())


def test_forged_results_are_found_by_working_them_out_again(
    sh: Shell, sealed: RoundFolder
) -> None:
    bag = bag_of(sealed)
    results = (bag / RESULTS).read_bytes()
    assert b'"92"' in results
    forge(bag, RESULTS, results.replace(b'"92"', b'"95"'))
    ran, found = verify(sh, sealed)

    assert (ran.code, found) == (Exit.FINDINGS, {RESULTS: "recomputed"})
    assert [one["code"] for one in json.loads(ran.out)["findings"]] == ["PE633"]


@pytest.mark.parametrize(
    ("name", "said", "forged"),
    [
        ("data/record/decisions/001.json", "92", "95"),
        ("data/round.toml", 'position = "นายก', 'position = "รองนายก'),
    ],
)
def test_forged_inputs_are_found_by_working_the_results_out_again(
    sh: Shell, sealed: RoundFolder, name: str, said: str, forged: str
) -> None:
    bag = bag_of(sealed)
    content = (bag / name).read_bytes()
    assert said.encode() in content
    forge(bag, name, content.replace(said.encode(), forged.encode()))
    ran, found = verify(sh, sealed)

    assert (ran.code, found) == (Exit.FINDINGS, {RESULTS: "recomputed"})


def test_a_forged_workbook_is_found_by_working_the_results_out_again(
    sh: Shell, sealed: RoundFolder, tmp_path: Path
) -> None:
    bag = bag_of(sealed)
    twin = tmp_path / "twin.xlsx"
    shutil.copyfile(bag / "data/inbox/1001.xlsx", twin)
    forge(
        bag,
        "data/inbox/1001.xlsx",
        edit(twin, {cell_of(LEVEL): 5}).read_bytes(),
    )

    assert verify(sh, sealed)[1] == {RESULTS: "recomputed"}


def test_an_archive_that_is_forged_throughout_is_found_by_the_printed_digits(
    sh: Shell, sealed: RoundFolder
) -> None:
    """Somebody makes the round again from another decision, and seals that."""
    printed = digits((sealed.record / "results.json").read_bytes())
    shutil.rmtree(sealed.record)
    decide(sealed, Decision("1001", Fraction(80)))
    assert sh("seal", "--round", sealed.path).code == Exit.DONE
    ran, found = verify(sh, sealed, "--seal", printed)

    assert verify(sh, sealed)[1] == {}
    assert (ran.code, found) == (Exit.FINDINGS, {RESULTS: "changed"})
    assert [one["code"] for one in json.loads(ran.out)["findings"]] == ["PE634"]


def test_the_digits_of_a_paper_that_was_corrected_since_are_named_as_such(
    sh: Shell, sealed: RoundFolder
) -> None:
    printed = digits((sealed.record / "results.json").read_bytes())
    reopened = sh("reopen", "--reason", "คะแนนผิด", "--round", sealed.path)
    assert reopened.code == Exit.DONE
    decide(sealed, Decision("1001", Fraction(80)))
    assert sh("seal", "--round", sealed.path).code == Exit.DONE
    ran, _ = verify(sh, sealed, "--seal", printed)
    other, _ = verify(sh, sealed, "--seal", "0000-0000-0000-0000")

    (told,) = json.loads(ran.out)["findings"]
    assert (ran.code, told["code"]) == (Exit.FINDINGS, "PE635")
    earlier = told["message"].split()[1]
    assert earlier.endswith("-r1")
    assert [one["code"] for one in json.loads(other.out)["findings"]] == ["PE634"]
    first = sh("verify", sealed.path / earlier, "--seal", printed)
    assert first.code == Exit.DONE


def later_program(place: Path) -> Path:
    """The program as it may be in years to come: other forms, lists and bands."""
    ours = shutil.copytree(PROGRAM, place / "perfeval")
    for name, said, later in (
        ("forms/local-official.toml", "version = 1\n", "version = 2\n"),
        ("forms/local-official.toml", '"ระดับที่ได้"', '"ระดับที่ทำได้จริง"'),
        ("forms/lists/roster.toml", '"รหัสพนักงาน"', '"เลขที่ตำแหน่ง"'),
        ("regulations/tambon-official-2559.toml", "at_least = 90", "at_least = 95"),
    ):
        text = (ours / name).read_text("utf-8")
        assert said in text, name
        (ours / name).write_text(text.replace(said, later), "utf-8")
    return place


def run_later(place: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """A command of that program, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "perfeval", *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(place), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_later_program_with_other_forms_verifies_an_old_seal(
    sealed: RoundFolder, tmp_path: Path
) -> None:
    later = later_program(tmp_path / "later")
    read = run_later(later, "inspect", sealed.inbox / "1001.xlsx", "--json")
    ran = run_later(later, "verify", "--round", sealed.path, "--json")

    assert "PE013" in {one["code"] for one in json.loads(read.stdout)["findings"]}
    assert (ran.returncode, json.loads(ran.stdout)["results"]) == (0, [])


def test_a_changed_byte_of_an_archived_form_is_found_and_named(
    sh: Shell, sealed: RoundFolder
) -> None:
    """One letter in a step of the instructions, which no result rests on."""
    form = bag_of(sealed) / FORM
    text = form.read_text("utf-8")
    assert text.count("กรอกเฉพาะช่องสีครีม") == 1
    changed = text.replace("กรอกเฉพาะช่องสีครีม", "กรอกเฉพาะช่องสีครีบ")
    overwrite(form, changed.encode())
    ran, found = verify(sh, sealed)

    assert (ran.code, found) == (Exit.FINDINGS, {FORM: "changed"})
    (told,) = json.loads(ran.out)["findings"]
    assert told["file"] == f"record/sealed/2568-1-r1/{FORM}"


@pytest.mark.parametrize(
    ("name", "forged"),
    [
        (FORM, lambda text: text.replace("version = 1\n", "version = 2\n")),
        (FORM, lambda text: text.replace('key = "level"', 'key = "evidence"', 1)),
        (FORM, lambda _: "no TOML ["),
        (FORM, lambda _: 'id = "local-official"\n'),
        ("data/perfeval/forms/lists/roster.toml", lambda _: ""),
        (
            "data/perfeval/forms/lists/roster.toml",
            lambda text: text.replace('label = "ชื่อ', 'label = "นาม', 1),
        ),
    ],
)
def test_a_forged_form_is_found_by_working_the_results_out_again(
    sh: Shell, sealed: RoundFolder, name: str, forged: Callable[[str], str]
) -> None:
    text = (bag_of(sealed) / name).read_text("utf-8")
    assert forged(text) != text
    forge(bag_of(sealed), name, forged(text).encode())
    ran, found = verify(sh, sealed)

    assert (ran.code, found) == (Exit.FINDINGS, {RESULTS: "recomputed"})


def test_a_missing_and_an_added_file_are_named(sh: Shell, sealed: RoundFolder) -> None:
    bag = bag_of(sealed)
    (bag / "data" / "out" / "minutes.txt").unlink()
    (bag / "data" / "out" / "other.txt").write_bytes(b"late")
    ran, found = verify(sh, sealed)

    assert found == {
        "data/out/minutes.txt": "missing",
        "data/out/other.txt": "extra",
    }
    codes = {
        one["file"].rpartition("/")[2]: one["code"]
        for one in json.loads(ran.out)["findings"]
    }
    assert codes == {"minutes.txt": "PE631", "other.txt": "PE632"}


def test_a_log_that_was_cut_before_the_sealing_is_told(
    sh: Shell, decided: RoundFolder
) -> None:
    for number in range(3):
        append(decided.record, Entry(f"2025-04-0{number + 1}", "close"))
    log = decided.record / "audit.jsonl"
    first, _, third = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(first + third)
    ran = sh("seal", "--round", decided.path, "--lang", "en")

    assert ran.code == Exit.REFUSED
    assert "audit.jsonl" in ran.err


def test_a_correction_is_a_new_revision_with_its_reason(
    sh: Shell, sealed: RoundFolder
) -> None:
    before = {
        path: path.read_bytes() for path in bag_of(sealed).rglob("*") if path.is_file()
    }
    lifted = sh("reopen", "--round", sealed.path, "--reason", REASON)
    decide(sealed, Decision("1001", Fraction(80)))
    again = sh("seal", "--round", sealed.path, "--json")

    assert (lifted.code, again.code) == (Exit.DONE, Exit.DONE)
    assert json.loads(again.out)["results"][0]["revision"] == 2
    kept = json.loads((bag_of(sealed, 2) / "data/record/reopened/r1.json").read_bytes())
    assert (kept["revision"], kept["reason"]) == (1, REASON)
    assert {path: path.read_bytes() for path in before} == before
    ran = sh("verify", sealed.path, "--json")
    assert (ran.code, json.loads(ran.out)["summary"]["archives"]) == (Exit.DONE, 2)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["reopen", "--reason", REASON], Exit.REFUSED),
        (["reopen", "--reason", "  "], Exit.USAGE),
        (["reopen"], Exit.USAGE),
        (["verify"], Exit.REFUSED),
    ],
)
def test_what_is_not_sealed_cannot_be_lifted_or_verified(
    sh: Shell, decided: RoundFolder, words: list[str], code: Exit
) -> None:
    assert sh(*words, "--round", decided.path).code == code


def test_only_a_round_or_an_archive_is_verified(sh: Shell, tmp_path: Path) -> None:
    assert sh("verify", tmp_path).code == Exit.USAGE
    assert sh("verify", tmp_path / "nowhere").code == Exit.USAGE


def test_the_seal_of_the_round_before_enters_the_digits(
    sh: Shell, tmp_path: Path
) -> None:
    text = f'seal_before = "0123-4567-89ab-cdef"\n{ROUND}'
    folder = RoundFolder(round_folder(tmp_path / "round", text=text))
    decide(folder)
    ran = sh("seal", "--round", folder.path, "--json")
    results = (folder.record / "results.json").read_bytes()

    seal = json.loads(ran.out)["results"][0]["seal"]
    assert seal == digits(results, "0123-4567-89ab-cdef")
    assert verify(sh, folder, "--seal", seal)[1] == {}


def test_an_own_regulation_from_elsewhere_is_archived(
    sh: Shell, tmp_path: Path
) -> None:
    own = tmp_path / "ours.toml"
    assert sh("regulations", "copy", "tambon-official-2559", own).code == Exit.DONE
    text = ROUND.replace("tambon-official-2559", "../ours.toml")
    folder = RoundFolder(round_folder(tmp_path / "round", text=text))
    decide(folder)
    assert sh("seal", "--round", folder.path).code == Exit.DONE
    own.unlink()

    assert sh("verify", bag_of(folder)).code == Exit.DONE


def test_a_killed_sealing_leaves_nothing_that_counts(
    sh: Shell, decided: RoundFolder
) -> None:
    left = decided.record / "sealed" / ".new" / "data"
    left.mkdir(parents=True)
    (left / "half").write_bytes(b"half")
    (left / "half").chmod(0o400)

    assert sh("verify", "--round", decided.path).code == Exit.REFUSED
    assert sh("seal", "--round", decided.path).code == Exit.DONE
    assert {one.name for one in (decided.record / "sealed").iterdir()} == {
        "2568-1-r1",
        "2568-1-r1.sha256",
    }
