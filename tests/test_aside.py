"""Papers made by one process or by two: the same, and none missing."""

import os
from functools import partial

import pytest

from perfeval.aside import made
from started import HOWEVER, started

PARENT = os.getpid()


def paper(text: str) -> bytes:
    """A paper that was made."""
    return text.encode()


def by_whom() -> bytes:
    """A paper that says in which process it was made."""
    return str(os.getpid()).encode()


def or_die() -> bytes:
    """A paper at which the second process is ended by the system."""
    if os.getpid() != PARENT:
        os._exit(9)
    return b"made at last"


def faulty() -> bytes:
    """A paper that cannot be made."""
    raise ZeroDivisionError


@pytest.mark.parametrize("aside", [(), ["ranking"], ["ranking", "summary"]])
def test_every_paper_is_there_in_the_order_given(aside):
    names = ["chase", "ranking", "summary"]
    papers = {name: partial(paper, name) for name in names}

    assert made(papers, aside) == {name: name.encode() for name in names}
    assert [*made(papers, aside)] == names


@HOWEVER
def test_only_what_is_put_aside_is_made_by_another(how):
    with started(how):
        done = made({"here": by_whom, "there": by_whom}, ["there"])

    assert int(done["here"]) == PARENT
    assert int(done["there"]) != PARENT


def test_a_paper_is_made_here_where_the_other_process_was_ended():
    done = made({"here": partial(paper, "x"), "there": or_die}, ["there"])

    assert done == {"here": b"x", "there": b"made at last"}


@pytest.mark.parametrize("where", ["here", "there"])
def test_a_paper_that_cannot_be_made_stops_all(where):
    papers = {"here": partial(paper, "x"), "there": partial(paper, "y"), where: faulty}

    with pytest.raises(ZeroDivisionError):
        made(papers, ["there"])
