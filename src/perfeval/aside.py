"""Makes some papers in a second process while the first one makes the others."""

import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress

from perfeval.processes import begin

Make = Callable[[], bytes]  # can be pickled, and changes nothing

_given: dict[str, Make] = {}  # in the second process


def made(papers: Mapping[str, Make], aside: Collection[str] = ()) -> dict[str, bytes]:
    """
    The bytes of every paper by its path, whoever made it.

    Args:
        aside: paths of those that a second process makes; where it is ended, they
            are made here.
    """
    done = _together(papers, aside) if aside else {}
    return {path: done.get(path) or make() for path, make in papers.items()}


def _together(
    papers: Mapping[str, Make], aside: Collection[str]
) -> Mapping[str, bytes]:
    """All papers, or those that were ready when the second process was ended."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  seldom needed
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    given = {path: papers[path] for path in aside}
    begun = given, os.getpid()
    done: dict[str, bytes] = {}
    with (
        suppress(BrokenProcessPool),
        ProcessPoolExecutor(1, initializer=_begin, initargs=begun) as pool,
    ):
        promised = {path: pool.submit(_make, path) for path in given}
        done |= {path: make() for path, make in papers.items() if path not in given}
        for path, promise in promised.items():
            done[path] = promise.result()
    return done


def _begin(given: Mapping[str, Make], parent: int) -> None:
    begin(parent)
    _given.update(given)


def _make(path: str) -> bytes:
    return _given[path]()
