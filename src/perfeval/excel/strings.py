"""Texts of a workbook as a person sees them."""

import re

from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package
from perfeval.excel.quick import DECLARED, MAIN, TEXT, listed, plain

_OPENED = re.compile(
    rf'{DECLARED}<sst xmlns="{MAIN}"(?: count="[0-9]+")?(?: uniqueCount="[0-9]+")?>'
)
_STRING = re.compile(rf'(<si><t(?: xml:space="preserve")?+>({TEXT})</t></si>)')
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class Runs:
    """The text of one string: its runs joined, without its reading aid."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._is_reading_aid = False

    def open_aid(self, _attributes: Attributes) -> None:
        """A phonetic run begins: it says how to pronounce, not what stands there."""
        self._is_reading_aid = True

    def close_aid(self) -> None:
        """The phonetic run ends."""
        self._is_reading_aid = False

    def add(self, text: str) -> None:
        """One run."""
        if not self._is_reading_aid:
            self.pieces.append(text)

    def take(self) -> str:
        """The whole text; the next string begins."""
        text = "".join(self.pieces)
        self.pieces.clear()
        return unescaped(text)


def shared_strings(package: Package, part: str | None) -> list[str]:
    """The texts that cells refer to by number."""
    found: list[str] = []
    if part is None:
        return found
    runs = Runs()
    walk = Walk(
        "sst",
        starts={"rPh": runs.open_aid},
        texts={"t": runs.add},
        ends={"rPh": runs.close_aid, "si": lambda: found.append(runs.take())},
    )
    content = package.take(part)
    walk.count(package, content, part)
    ordinary = [] if walk.is_long else plain_texts(content)
    if not ordinary:
        walk.over(content)
    return ordinary or found


def plain_texts(content: bytes) -> list[str]:
    """The texts of the ordinary spelling; none where a byte of it is another."""
    texts = [text for _, text in listed(content, _OPENED, _STRING, root="sst")]
    if b"&" in content:
        texts = [plain(text) for text in texts]
    return [unescaped(text) for text in texts] if b"_x" in content else texts


def unescaped(text: str) -> str:
    """The text with its `_xHHHH_` escapes decoded."""
    if "_x" not in text:
        return text
    decoded = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    # Two escapes may make one character; half of one is no text at all.
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
