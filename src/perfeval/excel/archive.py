"""
The structure of a ZIP archive, held to the last byte.

One archive from byte 0 to the end record: entries without gap or overlap, each
local header the same as its line of the directory, no name twice.
"""

import struct
from collections.abc import Callable, Collection
from dataclasses import dataclass

from perfeval.excel.fault import beyond, damaged

PARTS = 500  # of one package

_END = struct.Struct("<4s4H2LH")
_WIDE_END = struct.Struct("<4sQ2H2L4Q")
_WIDE_LOCATOR = struct.Struct("<4sLQL")
_LINE = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_EXTRA = struct.Struct("<2H")

_WIDE = 0xFFFFFFFF  # "see the ZIP64 extra field"
_WIDE_COUNT = 0xFFFF
_WIDE_ID = 1  # of the ZIP64 extra field
_ENCRYPTED = 0x0001
_STREAMED = 0x0008  # size and checksum follow the content
_UTF8 = 0x0800
_KNOWN_FLAGS = 0x0806 | _STREAMED  # and two that only tell how hard it packed
_METHODS = (0, 8)  # stored, deflated


@dataclass(slots=True)
class Entry:
    """One part as the directory declares it; sizes and places in bytes."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    header: int  # where the local header begins
    start: int = 0  # where the packed content begins
    is_checked: bool = False  # size and checksum were found true


def entries(
    content: bytes, refuse_others: Callable[[bytes, Collection[str]], None]
) -> dict[str, Entry]:
    """
    All parts by name in lower case, after every header was checked.

    Args:
        refuse_others: told the names before anything is held against them.

    Raises:
        Fault: the archive is not sound.
        struct.error: a record is cut off.
    """
    first, end, count = _directory(content)
    if count > PARTS:
        raise beyond("parts", str(PARTS), str(count))
    lines = _lines(content, first, end=end, count=count)
    refuse_others(content, {line.name.lower() for line in lines})
    found: dict[str, Entry] = {}
    for line in lines:
        _refuse_unsafe(line)
        if found.setdefault(line.name.lower(), line) is not line:
            raise damaged("twice", part=line.name)
    _hold_to_layout(content, lines, first)
    return {key: entry for key, entry in found.items() if not key.endswith("/")}


def _directory(content: bytes) -> tuple[int, int, int]:
    """First byte and end of the directory, and the number of its lines."""
    at = len(content) - _END.size
    if at < 0 or content[at : at + 4] != b"PK\5\6":
        is_inside = content.rfind(b"PK\5\6") >= 0
        raise damaged("appended" if is_inside else "truncated")
    record = _END.unpack_from(content, at)
    _, disk, first_disk, here, count, size, first, comment = record
    if _WIDE in (size, first) or count == _WIDE_COUNT:
        return _wide_directory(content, at)
    if disk or first_disk or here != count or comment or first + size != at:
        raise damaged("directory")
    return first, at, count


def _wide_directory(content: bytes, end: int) -> tuple[int, int, int]:
    locator = end - _WIDE_LOCATOR.size
    mark, disk, at, disks = _WIDE_LOCATOR.unpack_from(content, max(locator, 0))
    if mark != b"PK\6\7" or disk or disks > 1 or at > locator:
        raise damaged("directory")
    record = _WIDE_END.unpack_from(content, at)
    mark, length, _, _, disk, first_disk, here, count, size, first = record
    is_snug = at + 12 + length == locator and first + size == at
    if mark != b"PK\6\6" or disk or first_disk or here != count or not is_snug:
        raise damaged("directory")
    return first, at, count


def _lines(content: bytes, at: int, *, end: int, count: int) -> list[Entry]:
    lines: list[Entry] = []
    while at < end and len(lines) < count:
        line = _LINE.unpack_from(content, at)
        mark, _, _, flags, method, _, _, crc, packed, size = line[:10]
        name_size, extra_size, comment_size, disk, _, _, header = line[10:]
        name_end = at + _LINE.size + name_size
        raw_name = content[at + _LINE.size : name_end]
        if mark != b"PK\1\2" or disk:
            raise damaged("directory")
        extra = content[name_end : name_end + extra_size]
        size, packed, header = _widened(extra, size, packed, header)
        at = name_end + extra_size + comment_size
        name = raw_name.decode("utf-8", errors="backslashreplace")
        lines.append(Entry(name, raw_name, flags, method, crc, packed, size, header))
    if at != end or len(lines) != count:
        raise damaged("directory")
    return lines


def _widened(extra: bytes, *numbers: int) -> list[int]:
    """Each number that does not fit 32 bits, from the ZIP64 extra field."""
    wide = iter(())
    if _WIDE in numbers:
        at = 0
        while at + _EXTRA.size <= len(extra):
            kind, length = _EXTRA.unpack_from(extra, at)
            at += _EXTRA.size
            if kind == _WIDE_ID:
                whole = extra[at : at + length // 8 * 8]
                wide = (number for (number,) in struct.iter_unpack("<Q", whole))
                break
            at += length
    return [next(wide, n) if n == _WIDE else n for n in numbers]


def _refuse_unsafe(entry: Entry) -> None:
    name = entry.name
    steps = name.removesuffix("/").split("/")
    is_outside = not steps[0] or any(step in ("", ".", "..") for step in steps)
    if is_outside or "\\" in name or ":" in name or "\0" in name:
        raise damaged("name", part=name)
    if entry.flags & _ENCRYPTED:
        raise damaged("locked", part=name)
    if entry.method not in _METHODS or entry.flags & ~_KNOWN_FLAGS:
        raise damaged("method", part=name)
    if entry.method == 0 and entry.packed != entry.size:
        raise damaged("headers", part=name)
    if name.endswith("/") and entry.size:
        raise damaged("name", part=name)


def _hold_to_layout(content: bytes, lines: list[Entry], end: int) -> None:
    at = 0
    ordered = sorted(lines, key=lambda entry: entry.header)
    ends = [entry.header for entry in ordered[1:]] + [end]
    for entry, next_at in zip(ordered, ends, strict=False):
        if entry.header != at:
            raise damaged("layout", part=entry.name)
        entry.start = _start(content, entry)
        after = entry.start + entry.packed
        if after > next_at:
            raise damaged("layout", part=entry.name)
        between = content[after:next_at]
        if between != b"" and entry.flags & _STREAMED == 0:
            raise damaged("layout", part=entry.name)
        if entry.flags & _STREAMED and between not in _descriptors(entry):
            raise damaged("layout", part=entry.name)
        at = next_at


def _start(content: bytes, entry: Entry) -> int:
    """Where the content begins, after the local header proved to be the same."""
    record = _LOCAL.unpack_from(content, entry.header)
    mark, _, flags, method, _, _, crc, packed, size, name_size, extra_size = record
    name_at = entry.header + _LOCAL.size
    start: int = name_at + name_size + extra_size
    extra = content[name_at + name_size : start]
    size, packed = _widened(extra, size, packed)
    is_same = (
        mark == b"PK\3\4"
        and content[name_at : name_at + name_size] == entry.raw_name
        and method == entry.method
        and not (flags ^ entry.flags) & (_ENCRYPTED | _STREAMED | _UTF8)
    )
    declared = (crc, packed, size)
    sizes = [(entry.crc, entry.packed, entry.size)]
    if flags & _STREAMED:
        sizes.append((0, 0, 0))
    if not is_same or declared not in sizes:
        raise damaged("headers", part=entry.name)
    return start


def _descriptors(entry: Entry) -> list[bytes]:
    """The ways in which programs repeat the sizes behind the content."""
    narrow = struct.pack("<3L", entry.crc, entry.packed, entry.size)
    wide = struct.pack("<L2Q", entry.crc, entry.packed, entry.size)
    return [mark + sizes for mark in (b"PK\7\x08", b"") for sizes in (narrow, wide)]
