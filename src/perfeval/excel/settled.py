"""
A workbook that grows little in memory however many rows its sheets have.

XlsxWriter keeps every cell as an object until the end, and every part of the file
as a text of four bytes a letter. Here a finished row becomes text at once, and text
is kept compressed. Its own way (`constant_memory`) writes files beside the papers,
which a killed run would leave behind with everybody's figures in them.
"""

import zlib
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager

from perfeval.excel.pen import GrowingSheet

PIECE = 1 << 16  # letters that are compressed at a time
QUICK = 1  # the level: the package compresses everything once more


class Part(StringIO):
    """The text of a part of the package; what has been written is kept compressed."""

    def __init__(self) -> None:
        super().__init__()
        self._packed: list[bytes] = []

    def write(self, text: str) -> int:
        """Add a text."""
        if self.tell() > PIECE:
            self._pack()
        return super().write(text)

    def pieces(self) -> Iterator[bytes]:
        """All of it as UTF-8, piece after piece."""
        yield from map(zlib.decompress, self._packed)
        yield super().getvalue().encode()

    def _pack(self) -> None:
        self._packed.append(zlib.compress(super().getvalue().encode(), QUICK))
        self.seek(0)
        self.truncate()


class Encoded(NamedTuple):
    """A part as XlsxWriter takes one that is no text."""

    part: Part

    def getvalue(self) -> bytes:
        """All bytes of the part."""
        return b"".join(self.part.pieces())


class SettledSheet(GrowingSheet):
    """A sheet that is written from the top, row after row."""

    def __init__(self) -> None:
        super().__init__()
        self.settled = Part()

    def settle(self, row: int) -> None:
        """Keep a finished row as text; nothing is written in it any more."""
        self.fh, before = self.settled, self.fh
        self.previous_row = row
        self._write_single_row()
        self.fh = before

    def _write_rows(self) -> None:
        for piece in self.settled.pieces():
            self.fh.write(piece.decode())


class SettledBook(Workbook):  # type: ignore[misc]  # XlsxWriter has no types
    """A workbook in memory whose parts are kept compressed."""

    def _get_packager(self) -> Packager:
        return _Packager()


class _Packager(Packager):  # type: ignore[misc]
    """Gives each part of the package a `Part` to be written to."""

    def _filename(self, xml_filename: str) -> Part:
        part = Part()
        self.filenames.append((Encoded(part), xml_filename, True))
        return part
