"""The papers of a night, made here or by a second process of any kind."""

import os
from functools import partial

import pytest

from filled import sound, write
from perfeval.aside import Make, made
from perfeval.closing import makers
from perfeval.inbox import receive
from perfeval.opening import open_round
from perfeval.present import present
from perfeval.rounds.folder import RoundFolder
from round_folder import round_folder
from started import HOWEVER, started


def signed(make: Make) -> bytes:
    """A paper behind the number of the process that made it."""
    return b"%d " % os.getpid() + make()


@pytest.fixture
def night(tmp_path):
    """The makers of a round in which one form came, one is faulty, one is no form."""
    folder = RoundFolder(round_folder(tmp_path / "round"))
    write(folder.inbox / "1001.xlsx", sound() | {("employee_id",): "1001"})
    nothing = {("employee_id",): "1002", ("indicators", 0, "level"): None}
    write(folder.inbox / "1002.xlsx", sound() | nothing)
    (folder.inbox / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    opened = open_round(folder)
    intake = receive(opened)
    findings = intake.findings
    assert findings
    return makers(opened, intake, present(opened, intake), findings)


@HOWEVER
def test_a_second_process_makes_the_same_papers_however_it_is_started(night, how):
    papers = {path: partial(signed, make) for path, make in night.items()}
    with started(how):
        done = made(papers, papers)

    assert [*done] == [*night]
    for path, make in night.items():
        maker, _, paper = done[path].partition(b" ")
        assert int(maker) != os.getpid()
        assert paper == make()
