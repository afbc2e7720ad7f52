"""
The gate: one sound ZIP archive, its parts inflated within limits.

The directory is read by hand and held against every local header, since
`zipfile` takes overlapping entries, cuts a stream short in silence when the
directory lies about its size, and searches for an archive inside other data.
"""

import struct
import zlib
from dataclasses import dataclass

from perfeval.excel.archive import Entry, entries
from perfeval.excel.fault import MB, beyond, damaged, in_mb
from perfeval.excel.kind import refuse_other_packages, refuse_other_than_zip

PART_SIZE = 8 * MB  # of one part that is parsed, inflated
PARSED_SIZE = 16 * MB  # of all parts that are parsed, inflated
WHOLE_SIZE = 64 * MB  # of all parts, inflated
RATIO = 200  # inflated to packed size, of a part beyond FREE_SIZE
FREE_SIZE = MB  # a part that stays below may inflate at any ratio
_CHUNK = 256 * 1024  # bytes inflated at a time where a part is only checked
_RAW = -15  # zlib window of a stream without a header of its own
_STORED = 0


@dataclass(slots=True)
class Package:
    """The parts of one archive, by their name in lower case."""

    content: bytes
    entries: dict[str, Entry]
    parsed: int = 0  # bytes inflated so far for parsing
    elements: int = 0  # XML elements so far in what was parsed, or a few more

    def __contains__(self, part: str) -> bool:
        return part.lower() in self.entries

    @property
    def has_macros(self) -> bool:
        """True when a macro project lies in it, whether referred to or not."""
        return any(name.endswith("vbaproject.bin") for name in self.entries)

    def take(self, part: str) -> bytes:
        """
        A part to be parsed, inflated and checked.

        Raises:
            Fault: it is missing, beyond a limit, or not what it declares.
        """
        entry = self.entries.get(part.lower())
        if entry is None:
            raise damaged("absent", part=part)
        if entry.size > PART_SIZE:
            raise beyond("part", in_mb(PART_SIZE), in_mb(entry.size), part=part)
        self.parsed += entry.size
        if self.parsed > PARSED_SIZE:
            raise beyond("parsed", in_mb(PARSED_SIZE), in_mb(self.parsed))
        inflated = self._inflated(entry)
        entry.is_checked = True
        return inflated

    def check_rest(self) -> None:
        """
        Stream every part that was not parsed through, for size and checksum.

        Raises:
            Fault: a part is not what it declares.
        """
        for entry in self.entries.values():
            if not entry.is_checked:
                self._stream(entry)

    def _inflated(self, entry: Entry) -> bytes:
        packed = self._packed(entry)
        if entry.method == _STORED:
            inflated = packed
        else:
            stream = zlib.decompressobj(_RAW)
            try:
                # One byte more than declared: a lie shows, and costs one byte.
                inflated = stream.decompress(packed, entry.size + 1)
            except zlib.error as broken:
                raise damaged("content", part=entry.name) from broken
            if not stream.eof or stream.unused_data:
                raise damaged("content", part=entry.name)
        if len(inflated) != entry.size or zlib.crc32(inflated) != entry.crc:
            raise damaged("content", part=entry.name)
        return inflated

    def _stream(self, entry: Entry) -> None:
        if entry.method == _STORED or entry.size <= _CHUNK:
            self._inflated(entry)
            return
        stream = zlib.decompressobj(_RAW)
        size = crc = 0
        packed = self._packed(entry)
        try:
            while not stream.eof and size <= entry.size:
                piece = stream.decompress(packed, _CHUNK)
                packed = stream.unconsumed_tail
                if not piece and not packed and not stream.eof:
                    break  # the packed bytes ended before the stream did
                size += len(piece)
                crc = zlib.crc32(piece, crc)
        except zlib.error as broken:
            raise damaged("content", part=entry.name) from broken
        is_whole = stream.eof and not stream.unused_data
        if not is_whole or (size, crc) != (entry.size, entry.crc):
            raise damaged("content", part=entry.name)

    def _packed(self, entry: Entry) -> bytes:
        return self.content[entry.start : entry.start + entry.packed]


def open_package(content: bytes) -> Package:
    """
    The parts of an archive that may be an Excel workbook; nothing inflated yet.

    Raises:
        Fault: another kind of file, a broken archive, or beyond a limit.
    """
    refuse_other_than_zip(content)
    try:
        found = entries(content, refuse_other_packages)
    except struct.error as short:
        raise damaged("directory") from short
    whole = sum(entry.size for entry in found.values())
    if whole > WHOLE_SIZE:
        raise beyond("whole", in_mb(WHOLE_SIZE), in_mb(whole))
    for entry in found.values():
        if entry.size > FREE_SIZE and entry.size > RATIO * entry.packed:
            ratio = entry.size // max(entry.packed, 1)
            raise beyond("ratio", str(RATIO), str(ratio), part=entry.name)
    return Package(content, found)
