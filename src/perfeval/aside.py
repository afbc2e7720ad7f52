"""Makes some papers in a second process while the first one makes the others."""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress

from perfeval.processes import NoWorkerError, workers

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
    return {
        path: done[path] if path in done else make() for path, make in papers.items()
    }


def _together(
    papers: Mapping[str, Make], aside: Collection[str]
) -> Mapping[str, bytes]:
    """All papers, or those that were ready when the second process was ended."""
    done: dict[str, bytes] = {}
    given = {path: papers[path] for path in aside}
    with suppress(NoWorkerError), workers(1, _take, given) as pool:
        promised = {path: pool.submit(_make, path) for path in given}
        done |= {path: make() for path, make in papers.items() if path not in given}
        for path, promise in promised.items():
            done[path] = promise.result()
    return done


def _take(given: Mapping[str, Make]) -> None:
    _given.update(given)


def _make(path: str) -> bytes:
    return _given[path]()
