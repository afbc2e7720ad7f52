"""Reads the files of an inbox, by a second process as well where that pays."""

import io
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from perfeval.appraise.received import Received
from perfeval.gather import Found
from perfeval.processes import PROCESSES, NoWorkerError, pays, workers

CHUNK = 64  # workbooks handed over at a time

ReadOne = Callable[[Found], Received]
Tick = Callable[[int], None]  # is told how many more files were read

_given: list["Given"] = []  # in a worker


@dataclass(frozen=True, slots=True)
class Given:
    """
    What a worker is given once, and has as its parent has it.

    read: reads one file. shared: what is only referred to in what is handed over.
    """

    read: ReadOne
    shared: Sequence[object]

    def packed(self, received: list[Received]) -> bytes:
        """What was read, for the parent."""
        stream = io.BytesIO()
        packer = _Packer(stream, pickle.HIGHEST_PROTOCOL)
        packer.places = {id(one): place for place, one in enumerate(self.shared)}
        packer.dump(received)
        return stream.getvalue()

    def unpacked(self, content: bytes) -> list[Received]:
        """What a worker of ours read, with the parent's own people and rules."""
        unpacker = _Unpacker(io.BytesIO(content))
        unpacker.shared = self.shared
        received: list[Received] = unpacker.load()
        return received


class _Packer(pickle.Pickler):
    """Says of what is shared only its place among it."""

    places: Mapping[int, int] = {}

    def persistent_id(self, one: object) -> int | None:
        return self.places.get(id(one))


class _Unpacker(pickle.Unpickler):
    """Puts in what is shared."""

    shared: Sequence[object] = ()

    def persistent_load(self, place: int) -> object:
        return self.shared[place]


def unheard(_: int) -> None:
    """The tick of a run that shows no progress."""


def read_all(
    files: Sequence[Found],
    read: ReadOne,
    *,
    shared: Sequence[object] = (),
    tick: Tick = unheard,
    processes: int | None = None,
) -> Iterator[Received]:
    """
    Every file, in the order given, however many processes read them.

    Args:
        read: reads one. It can be pickled and changes nothing but files.
        shared: what the answers refer to; the answers of all processes refer to
            these very objects.
        processes: as many as pay when None.
    """
    if processes is None:
        processes = PROCESSES if pays(len(files)) else 1
    done = 0
    if processes > 1:
        for read_in in _by_workers(files, Given(read, shared), processes):
            yield from read_in
            done += len(read_in)
            tick(len(read_in))
    for found in files[done:]:
        yield read(found)
        tick(1)


def _by_workers(
    files: Sequence[Found], given: Given, processes: int
) -> Iterator[list[Received]]:
    """What workers read, a chunk at a time; ends early where one was ended."""
    chunks = [files[n : n + CHUNK] for n in range(0, len(files), CHUNK)]
    with suppress(NoWorkerError), workers(processes, _take, given) as pool:
        for content in pool.map(_chunk, chunks):
            yield given.unpacked(content)


def _take(given: Given) -> None:
    _given[:] = [given]


def _chunk(files: Sequence[Found]) -> bytes:
    (given,) = _given
    return given.packed([given.read(found) for found in files])
