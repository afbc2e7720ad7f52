"""The audit log: lines are only added, and a changed one shows."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfeval.record.audit import AUDIT, Entry, append, check_chain


def three_lines(record: Path) -> list[bytes]:
    """A log of three commands."""
    for number in range(3):
        append(record, Entry(f"2025-04-0{number + 1}T02:00:00+07:00", "close"))
    return (record / AUDIT).read_bytes().splitlines(keepends=True)


def test_an_untouched_log_is_whole(tmp_path: Path) -> None:
    lines = three_lines(tmp_path)

    assert len(lines) == 3
    assert check_chain(b"".join(lines)) == ()
    assert check_chain(b"") == ()


def test_a_line_says_what_was_done(tmp_path: Path) -> None:
    entry = Entry(
        "2025-04-01T02:00:00+07:00",
        "close",
        ids=("TT-0001",),
        files={"out/ranking.xlsx": "ab" * 32},
        removed=("out/summary.xlsx",),
        codes={"PE204": 2},
    )
    append(tmp_path, entry)

    assert json.loads((tmp_path / AUDIT).read_text(encoding="utf-8")) == {
        "at": "2025-04-01T02:00:00+07:00",
        "command": "close",
        "ids": ["TT-0001"],
        "files": {"out/ranking.xlsx": "ab" * 32},
        "removed": ["out/summary.xlsx"],
        "codes": {"PE204": 2},
        "before": "0" * 64,
    }


def test_a_line_taken_out_shows_at_the_next(tmp_path: Path) -> None:
    first, second, third = three_lines(tmp_path)

    assert check_chain(first + third) == (2,)
    assert check_chain(second + third) == (1,)


def test_a_line_put_in_shows(tmp_path: Path) -> None:
    first, second, third = three_lines(tmp_path)

    assert check_chain(first + b'{"command": "decide"}\n' + second + third) == (2, 3)


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_changed_byte_of_any_line_but_the_last_shows(
    tmp_path_factory: pytest.TempPathFactory, place: int, change: int
) -> None:
    lines = three_lines(tmp_path_factory.mktemp("record"))
    content = bytearray(b"".join(lines))
    content[place % (len(content) - len(lines[-1]))] ^= change

    assert check_chain(bytes(content))


@pytest.mark.parametrize("cut", [1, 40])
def test_a_half_line_of_a_dead_run_is_taken_away(tmp_path: Path, cut: int) -> None:
    lines = three_lines(tmp_path)
    (tmp_path / AUDIT).write_bytes(b"".join(lines)[:-cut])
    append(tmp_path, Entry("2025-04-05T02:00:00+07:00", "close"))
    content = (tmp_path / AUDIT).read_bytes()

    assert check_chain(content) == ()
    assert len(content.splitlines()) == 3


def test_a_file_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    append(tmp_path, Entry("2025", "close", files={"inbox/\udcff.xlsx": "ab"}))

    assert check_chain((tmp_path / AUDIT).read_bytes()) == ()
