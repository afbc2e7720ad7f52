"""The officer's choice between two forms of one person: kept once, followed always."""

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

from a_round import BOON, DARA, on_disk, send
from perfeval.cli.exits import Exit
from perfeval.rounds.opened import Opened
from round_folder import CLERK
from shell import Shell
from test_deciding import fill
from whole_round import send as sent
from whole_round import whole_round

LEVEL = ("indicators", 0, "level")
OTHER = {LEVEL: Decimal(5)}  # by hand: 85.6 instead of 80 points
READERS = (
    ("status",), ("score",), ("check",), ("rank",), ("explain", "TT-0900"),
    ("summary",), ("close",),
)  # fmt: skip


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """A round with two different forms of one person; b.xlsx was saved later."""
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    monkeypatch.delenv("PERFEVAL_ROUND", raising=False)
    round_ = on_disk(tmp_path / "round", DARA, BOON)
    saved(send(round_, "a.xlsx", DARA), 1_000)
    saved(send(round_, "b.xlsx", DARA, OTHER), 2_000)
    send(round_, "c.xlsx", BOON)
    monkeypatch.chdir(tmp_path / "round")
    return round_


def saved(path: Path, when: int) -> Path:
    """The file as if saved at a moment."""
    os.utime(path, (when, when))
    return path


def codes(ran) -> list[str]:
    """The codes of the findings of an answer."""
    return [one["code"] for one in json.loads(ran.out)["findings"]]


def total(sh: Shell) -> str | None:
    """The total that counts of the person with two forms."""
    return json.loads(sh("explain", "TT-0900", "--json").out)["results"][0]["total"]


def kept(round_: Opened) -> list[dict]:
    """The choices in the record."""
    path = round_.folder.record / "choices.json"
    return json.loads(path.read_bytes())["choices"] if path.exists() else []


@pytest.mark.parametrize("command", ["status", "rank", "close"])
def test_a_choice_is_kept_with_who_when_and_which_file(
    sh, office, monkeypatch, command
):
    monkeypatch.setattr("getpass.getuser", lambda: "officer")
    sh(command, "--newest")

    (one,) = kept(office)
    assert (one["employee_id"], one["file"]) == ("TT-0900", "inbox/b.xlsx")
    assert (one["chosen_by"], len(one["chosen_on"])) == ("officer", 10)
    assert one["chosen"] in one["among"]
    assert len(one["among"]) == 2
    mode = (office.folder.record / "choices.json").stat().st_mode
    assert mode & 0o777 == 0o600


@pytest.mark.parametrize("words", READERS, ids=lambda words: words[0])
def test_every_later_command_follows_it(sh, office, words):
    assert "PE301" in codes(sh(*words, "--json"))
    sh("status", "--newest")

    ran = sh(*words, "--json")
    assert "PE301" not in codes(ran)
    assert ran.code == Exit.DONE
    assert total(sh) == "85.6"


def test_announcement_and_notices_follow_it(sh, office):
    sh("close", "--newest")

    assert sh("announce", "--draft").code == Exit.DONE
    ran = sh("notices", "--json")
    assert "PE301" not in codes(ran)


def test_the_choice_rests_on_contents_not_on_times_or_names(sh, office):
    sh("status", "--newest")
    inbox = office.folder.inbox
    saved(inbox / "a.xlsx", 3_000)  # copied to another disk
    (inbox / "b.xlsx").rename(inbox / "ฉบับจริง.xlsx")

    assert total(sh) == "85.6"
    sh("status", "--newest")
    assert len(kept(office)) == 1  # it stands; nothing is chosen anew
    assert total(sh) == "85.6"


def test_a_form_that_comes_later_is_not_chosen_and_holds_the_person(sh, office):
    sh("status", "--newest")
    saved(send(office, "d.xlsx", DARA, {LEVEL: Decimal(3)}), 4_000)

    assert "PE301" in codes(sh("status", "--json"))
    sh("close", "--newest")
    assert [one["file"] for one in kept(office)] == ["inbox/b.xlsx", "inbox/d.xlsx"]
    assert "PE301" not in codes(sh("summary", "--json"))


def test_a_later_copy_of_the_chosen_form_changes_nothing(sh, office):
    sh("status", "--newest")
    copy = office.folder.inbox / "สำเนา.xlsx"
    copy.write_bytes((office.folder.inbox / "b.xlsx").read_bytes())

    assert "PE301" not in codes(sh("status", "--json"))
    assert total(sh) == "85.6"


def test_where_the_chosen_form_is_taken_away_the_other_one_counts(sh, office):
    sh("status", "--newest")
    (office.folder.inbox / "b.xlsx").unlink()

    assert total(sh) == "80"


def test_commands_that_only_look_keep_nothing(sh, office):
    for words in (("score",), ("check",), ("explain", "TT-0900")):
        assert "PE301" not in codes(sh(*words, "--newest", "--json"))

    assert kept(office) == []
    assert "PE301" in codes(sh("status", "--json"))


def test_a_second_run_keeps_no_second_choice(sh, office):
    sh("close", "--newest")
    before = (office.folder.record / "choices.json").stat()
    sh("close", "--newest")

    after = (office.folder.record / "choices.json").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_without_two_different_forms_nothing_is_kept(sh, office):
    (office.folder.inbox / "a.xlsx").unlink()
    sh("close", "--newest")

    assert kept(office) == []


def test_a_computer_that_knows_no_user_keeps_the_choice_all_the_same(
    sh, office, monkeypatch
):
    def unknown() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", unknown)
    sh("status", "--newest")

    assert [one["chosen_by"] for one in kept(office)] == [""]


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"choices": 5}', '{"choices": [{}]}', '{"choices": [5]}']
)
def test_a_record_changed_by_hand_stops_with_its_name(sh, office, text):
    sh("status")
    (office.folder.record / "choices.json").write_text(text, encoding="utf-8")
    ran = sh("status")

    assert ran.code == Exit.UNUSABLE
    assert "choices.json" in ran.err


def test_the_way_out_is_told_where_two_forms_differ(sh, office):
    assert "perfeval status --newest" in sh("status").out
    assert "perfeval status --newest" in sh("status", "--lang", "en").out


def test_a_sealed_round_comes_to_the_same_from_the_kept_choice(
    sh, tmp_path, monkeypatch
):
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    folder = whole_round(tmp_path / "รอบ")
    monkeypatch.chdir(folder)
    older = (folder / "inbox" / "1001.xlsx").rename(folder / "inbox" / "x.xlsx")
    saved(older, 1_000)
    sent(folder, CLERK, 5)
    for words in (("close", "--newest"), ("summary",), ("decide", "FILE")):
        ran = sh(*(fill(folder) if word == "FILE" else word for word in words))
        assert ran.code == Exit.DONE, ran.told
    for words in (("announce",), ("notices",), ("seal",), ("verify",)):
        assert sh(*words).code == Exit.DONE, words

    result = json.loads(sh("rank", "--json").out)["results"][0]
    assert (result["employee_id"], result["total"]) == ("1001", "100")
