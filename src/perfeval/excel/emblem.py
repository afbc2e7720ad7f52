"""
The garuda over a letter: a picture of the office, without what it says of itself.

Cameras and drawing programs write places, names and software into a picture. Only
what is needed to draw it is kept.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from xlsxwriter.worksheet import Worksheet

from perfeval.letter import Emblem

PNG = b"\x89PNG\r\n\x1a\n"
DRAWN = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND")
CHUNK = 12  # bytes of a chunk beside its content: length, name, checksum
JPEG = b"\xff\xd8"
SCAN, ADOBE = 0xDA, 0xEE  # from here on only points; how colours are meant
TOLD = {*range(0xE0, 0xF0), 0xFE} - {ADOBE}  # segments that say, and draw nothing
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # segments that carry the size
LARGEST = 20_000  # points of a side
PIXELS = 96 / 25.4  # of a screen in a millimetre


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that says nothing of itself, and its size in points."""

    content: bytes
    width: int
    height: int


def picture(content: bytes) -> Picture | None:
    """What is needed to draw a PNG or JPEG; None where it is neither, or broken."""
    try:
        if content.startswith(PNG):
            found = _png(content)
        elif content.startswith(JPEG):
            found = _jpeg(content)
        else:
            return None
    except (struct.error, IndexError):
        return None
    sides = (found.width, found.height) if found else (0, 0)
    return found if all(0 < side <= LARGEST for side in sides) else None


def _png(content: bytes) -> Picture | None:
    kept, at = [PNG], len(PNG)
    names: list[bytes] = []
    while not names or names[-1] != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        chunk = content[at : at + length + CHUNK]
        if len(chunk) != length + CHUNK:
            return None
        names.append(chunk[4:8])
        if names[-1] in DRAWN:
            kept.append(chunk)
        at += len(chunk)
    if names[0] != b"IHDR" or b"IDAT" not in names:
        return None
    width, height = struct.unpack_from(">II", content, len(PNG) + 8)
    return Picture(b"".join(kept), width, height)


def _jpeg(content: bytes) -> Picture | None:
    kept, size = [JPEG], (0, 0)
    for marker, segment in _segments(content):
        if marker in FRAMES:
            height, width = struct.unpack_from(">HH", segment, 5)
            size = (width, height)
        if marker not in TOLD:
            kept.append(segment)
    return Picture(b"".join(kept), *size) if kept[-1].endswith(b"\xff\xd9") else None


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Every segment by its marker; the last one is the scan, to the end mark."""
    at = len(JPEG)
    while True:
        start, marker, length = struct.unpack_from(">BBH", content, at)
        if start != 0xFF or length < 2:  # noqa: PLR2004  every marker begins so
            raise IndexError(at)
        if marker == SCAN:
            end = content.rindex(b"\xff\xd9") if b"\xff\xd9" in content else at
            yield marker, content[at : end + 2]
            return
        yield marker, content[at : at + length + 2]
        at += length + 2


def draw(out: Worksheet, emblem: Emblem, room: int) -> None:
    """
    The picture in the middle of its row, or at its left beside words; as tall as it
    has to be.

    Args:
        room: the width of the paper between its margins, in pixels.
    """
    found = picture(emblem.image or b"")
    if found is None:
        return
    scale = emblem.height * PIXELS / found.height
    middle = max(0, round((room - found.width * scale) / 2))
    left = 0 if emblem.beside else middle
    out.insert_image(
        *(0, 0),
        BytesIO(found.content),
        {"x_scale": scale, "y_scale": scale, "x_offset": left, "decorative": True},
    )
