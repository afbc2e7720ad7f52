"""What a command says of the papers that it put into out/, and notes of them."""

import io
import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
import xlsxwriter

import dying
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.locking import holding, recovered
from perfeval.cli.output import voice
from perfeval.cli.papers import KINDS, Told, kind_of, publish
from perfeval.record.lock import locked
from perfeval.record.publish import publish as publish_unsaid
from perfeval.rounds.folder import RoundFolder


def workbook(words: str) -> bytes:
    """The bytes of a workbook that says something."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.add_worksheet().write_string(0, 0, words)
    book.close()
    return stream.getvalue()


OLD, NEW = workbook("old"), workbook("new")
SAY = voice("en", as_json=False, quiet=False, no_color=True)


@pytest.fixture
def folder(tmp_path: Path) -> RoundFolder:
    """A round of which nothing was published yet."""
    return RoundFolder(tmp_path)


def codes(told: Told) -> list[tuple[str, str]]:
    """Code and file of each finding."""
    return [(one.code, one.file) for one in told.findings]


def test_each_paper_is_told_with_its_kind_and_digest(folder: RoundFolder) -> None:
    papers = {"ranking.xlsx": NEW, "notices/TT-1.xlsx": OLD}
    told = publish(folder, "rank", papers, basis="one")

    assert told.files == (
        {
            "kind": "notice",
            "path": "out/notices/TT-1.xlsx",
            "sha256": sha256(OLD).hexdigest(),
        },
        {
            "kind": "ranking",
            "path": "out/ranking.xlsx",
            "sha256": sha256(NEW).hexdigest(),
        },
    )
    assert told.findings == ()
    assert publish(folder, "rank", papers, basis="one") == told


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("notices/01.xlsx", "perfeval notices"),
        ("raises/01.xlsx", "perfeval notices --pay"),
        ("announcement-a.xlsx", "perfeval announce"),
        ("percents-a.xlsx", "perfeval announce --pay"),
        ("pay-official.xlsx", "perfeval pay"),
        ("findings.xlsx", "perfeval close"),
    ],
)
def test_a_paper_that_went_names_what_makes_it_anew(
    folder: RoundFolder, path: str, command: str
) -> None:
    publish(folder, "summary", {path: OLD}, basis="one")
    told = publish(folder, "rank", {"ranking.xlsx": NEW}, basis="two")

    assert codes(told) == [("PE620", f"out/{path}")]
    assert f"{command} เพื่อ" in told.findings[0].remedy("th")


def test_a_paper_of_other_results_is_named(folder: RoundFolder) -> None:
    publish(folder, "summary", {"summary.xlsx": OLD}, basis="one")
    told = publish(folder, "rank", {"ranking.xlsx": NEW}, basis="two")

    assert codes(told) == [("PE620", "out/summary.xlsx")]
    assert "perfeval close" in told.findings[0].remedy("th")


def test_a_paper_that_is_withdrawn_is_named(folder: RoundFolder) -> None:
    draft, final = "announcement-draft-a.xlsx", "announcement-a.xlsx"
    publish(folder, "close", {draft: OLD}, basis="one")
    told = publish(folder, "announce", {final: NEW}, basis="one", withdrawn=(draft,))

    assert codes(told) == [("PE624", f"out/{draft}")]
    assert not (folder.out / draft).exists()


def test_a_paper_that_somebody_changed_is_named_with_its_copy(
    folder: RoundFolder,
) -> None:
    publish(folder, "summary", {"summary.xlsx": OLD}, basis="one")
    typed = workbook("typed")  # once: its bytes hold the second in which it is made
    (folder.out / "summary.xlsx").write_bytes(typed)
    told = publish(folder, "summary", {"summary.xlsx": NEW}, basis="one")

    assert codes(told) == [("PE621", "out/summary.xlsx")]
    assert told.findings[0].found
    assert (folder.path / told.findings[0].found).read_bytes() == typed


@pytest.mark.parametrize(
    ("dies_at", "code"), [("old set moved", "PE622"), ("journal", "PE622")]
)
def test_what_a_dead_run_left_is_finished_and_said(
    folder: RoundFolder, dies_at: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    class Died(BaseException):
        pass

    def step(name: str) -> None:
        if name == dies_at:
            raise Died

    with suppress(Died), locked(folder.record, dying.WHO):
        publish_unsaid(folder, {"ranking.xlsx": NEW}, basis="one", step=step)
    recovered(folder, SAY)

    assert code in capsys.readouterr().out
    assert (folder.out / "ranking.xlsx").read_bytes() == NEW
    recovered(folder, SAY)
    assert capsys.readouterr().out == ""


def test_what_cannot_be_finished_is_undone_and_said(
    folder: RoundFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.record.mkdir()
    (folder.record / "switch.json").write_bytes(b"{")
    recovered(folder, SAY)

    assert "PE623" in capsys.readouterr().out


def test_a_second_run_is_refused_and_told_who_is_at_work(folder: RoundFolder) -> None:
    with (
        locked(folder.record, dying.WHO),
        pytest.raises(StopError) as stop,
        holding(folder, "close"),
    ):
        pass

    assert stop.value.code == Exit.REFUSED
    assert "host here, process 1, since now" in stop.value.told("en")
    assert "เครื่อง here หมายเลขงาน 1 ตั้งแต่ now" in stop.value.told("th")


def test_a_workbook_that_does_not_open_is_never_published(folder: RoundFolder) -> None:
    publish(folder, "rank", {"ranking.xlsx": OLD}, basis="one")
    spoilt = NEW[:100] + bytes([NEW[100] ^ 1]) + NEW[101:]
    with pytest.raises(RuntimeError, match=r"ranking\.xlsx"):
        publish(folder, "rank", {"ranking.xlsx": spoilt}, basis="two")

    assert (folder.out / "ranking.xlsx").read_bytes() == OLD


def test_an_out_that_cannot_be_written_gives_3_and_keeps_the_old_set(
    folder: RoundFolder,
) -> None:
    folder.out.write_bytes(b"a file where a folder belongs")
    (folder.path / ".out-old").write_bytes(b"and another")
    with pytest.raises(StopError) as stop:
        publish(folder, "rank", {"ranking.xlsx": NEW}, basis="one")

    assert stop.value.code == Exit.UNUSABLE


def test_the_log_tells_what_was_written_and_taken_away(folder: RoundFolder) -> None:
    publish(folder, "summary", {"summary.xlsx": OLD}, basis="one")
    publish(folder, "rank", {"ranking.xlsx": NEW}, basis="two")
    lines = (folder.record / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    first, second = map(json.loads, lines)

    assert first["command"] == "summary"
    assert first["files"] == {"out/summary.xlsx": sha256(OLD).hexdigest()}
    assert second["removed"] == ["out/summary.xlsx"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("findings.xlsx", "findings"),
        ("chase-list.xlsx", "chase_list"),
        ("ranking.xlsx", "ranking"),
        ("summary.xlsx", "committee_summary"),
        ("announcement-draft-tambon-official-2559.xlsx", "announcement"),
        ("announcement-tambon-official-2559.xlsx", "announcement"),
        ("notices/TT-0001.xlsx", "notice"),
        ("pay-official.xlsx", "pay"),
        ("calendar.xlsx", "calendar"),
        ("criteria-tambon-official-2559.xlsx", "criteria"),
    ],
)
def test_a_path_under_out_has_the_kind_of_the_contract(path: str, kind: str) -> None:
    assert kind_of(path) == kind
    assert kind in KINDS.values()
