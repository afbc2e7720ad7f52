"""
One XML part, walked from its first to its last byte within limits.

No DTD, no entity, only UTF-8 and UTF-16; a text that carries a value may hold
nothing but text, so that no comment can turn a 40 into a 4 or back.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn
from xml.parsers import expat

from perfeval.excel.fault import beyond, damaged
from perfeval.excel.package import Package

DEPTH = 64  # elements inside each other
TEXT_LENGTH = 65_536  # characters of one attribute or text
ELEMENTS = 200_000  # of all parts that are parsed: cells, their values, entries
_LONGEST_PIECE = 8 * TEXT_LENGTH  # bytes from one `<` to the next

_ENCODINGS = (None, "utf-8", "utf-16", "utf-16le", "utf-16be")
_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",  # the strict dialect
)

Attributes = dict[str, str]
Start = Callable[[Attributes], None]
End = Callable[[], None]
Text = Callable[[str], None]


def qualified(
    groups: Iterable[tuple[Mapping[str, Callable[..., None]], Iterable[str]]],
) -> dict[str, Callable[..., None]]:
    """Handlers by full name, in every namespace that means the same."""
    return {
        f"{space} {name}": handler
        for handlers, spaces in groups
        for space in spaces
        for name, handler in handlers.items()
    }


class Walk:
    """
    What to do at each element of one part.

    Args:
        root: name of the outermost element.
        starts: called with the attributes.
        texts: called with the whole text, for elements that hold only text.
        ends: called when any other element closes.
        spaces: namespaces of all these names.
    """

    def __init__(
        self,
        root: str,
        *,
        starts: Mapping[str, Start] | None = None,
        texts: Mapping[str, Text] | None = None,
        ends: Mapping[str, End] | None = None,
        spaces: Iterable[str] = _MAIN,
    ) -> None:
        self._roots = frozenset(f"{space} {root}" for space in spaces)
        # Qualified when the walk begins: most parts are ordinary, and never walked.
        self._starts = [(starts or {}, spaces)]
        self._texts = [(texts or {}, spaces)]
        self._ends = [(ends or {}, spaces)]
        self._part = ""
        self.is_long = False  # an attribute or a text may be beyond its limit

    def add_texts(self, texts: Mapping[str, Text], spaces: Iterable[str]) -> None:
        """Elements that hold only text, out of other namespaces."""
        self._texts.append((texts, spaces))

    def add_starts(self, starts: Mapping[str, Start], spaces: Iterable[str]) -> None:
        """Elements out of other namespaces."""
        self._starts.append((starts, spaces))

    def through(self, package: Package, part: str) -> None:
        """
        Walk a part of the package.

        Raises:
            Fault: missing, damaged, beyond a limit or not well-formed.
        """
        content = package.take(part)
        self.count(package, content, part)
        self.over(content)

    def count(self, package: Package, content: bytes, part: str) -> None:
        """
        Hold the whole part against the limits that need no parsing.

        Raises:
            Fault: too many elements, or too long a piece.
        """
        self._part = part
        self._refuse_endless(package, content)

    def hold_sound(self, content: bytes) -> None:
        """
        Only whether the bytes are well-formed, for a part that is already read.

        Raises:
            Fault: not well-formed, or of another encoding.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, UnicodeError, LookupError) as broken:
            raise damaged("xml", part=self._part) from broken

    def over(self, content: bytes) -> None:
        """
        Walk the bytes of the part.

        Raises:
            Fault: damaged, beyond a limit or not well-formed.
        """
        part = self._part
        parser = self._parser(content)
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, UnicodeError, LookupError) as broken:
            raise damaged("xml", part=part) from broken

    def _refuse_endless(self, package: Package, content: bytes) -> None:
        # Cheaper than counting at every element, and never below the true number.
        package.elements += content.count(b"<") - content.count(b"</")
        if package.elements > ELEMENTS:
            raise beyond("elements", str(ELEMENTS), str(package.elements))
        # A million attributes of one element would fill memory before we see them.
        if _has_piece_beyond(_LONGEST_PIECE, content):
            longest = max(map(len, content.split(b"<")))
            raise beyond("text", str(TEXT_LENGTH), str(longest), part=self._part)
        self.is_long = _has_piece_beyond(TEXT_LENGTH, content)
        if b"\0" in content:  # UTF-16, in which a `<` may be half of a letter
            self.is_long = len(content) > TEXT_LENGTH

    def _parser(self, content: bytes) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        start, end, text = self._handlers(is_long=self.is_long)

        def first(name: str, attributes: Attributes) -> None:
            if name not in self._roots:
                raise damaged("role", part=self._part)
            parser.StartElementHandler = start
            start(name, attributes)

        parser.buffer_text = True
        parser.StartElementHandler = first
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        parser.EntityDeclHandler = self._refuse_dtd
        # Neither may stand inside a text, where it would hide between digits.
        parser.CommentHandler = lambda _content: start("", {}) or end("")
        parser.ProcessingInstructionHandler = lambda *_content: start("", {}) or end("")
        return parser

    def _handlers(
        self, *, is_long: bool
    ) -> tuple[Callable[[str, Attributes], None], Callable[[str], None], Text]:
        """The innermost loop: locals of a closure, since it runs at every element."""
        starts, texts = qualified(self._starts), qualified(self._texts)
        ends = qualified(self._ends)
        pieces: list[str] = []
        depth = 0
        is_text = False  # inside an element that holds only text

        def start(name: str, attributes: Attributes) -> None:
            nonlocal depth, is_text
            depth += 1
            if is_text or depth > DEPTH or is_long:
                self._inspect(attributes, pieces, depth=depth, is_text=is_text)
            if pieces:
                pieces.clear()  # blanks between elements, or the text before
            is_text = name in texts
            handler = starts.get(name)
            if handler is not None:
                handler(attributes)

        def end(name: str) -> None:
            nonlocal depth, is_text
            depth -= 1
            if is_long:
                self._inspect({}, pieces, depth=depth, is_text=False)
            if is_text:
                is_text = False
                texts[name]("".join(pieces))
            elif (handler := ends.get(name)) is not None:
                handler()

        return start, end, pieces.append

    def _inspect(
        self, attributes: Attributes, pieces: list[str], *, depth: int, is_text: bool
    ) -> None:
        if is_text:
            raise damaged("broken_text", part=self._part)
        if depth > DEPTH:
            raise beyond("depth", str(DEPTH), str(depth), part=self._part)
        longest = max(map(len, attributes.values()), default=0)
        longest = max(longest, sum(map(len, pieces)))
        if longest > TEXT_LENGTH:
            raise beyond("text", str(TEXT_LENGTH), str(longest), part=self._part)

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        if (encoding and encoding.lower()) not in _ENCODINGS:
            raise damaged("encoding", part=self._part)

    def _refuse_dtd(self, *_declaration: object) -> NoReturn:
        raise damaged("dtd", part=self._part)


def _has_piece_beyond(length: int, content: bytes) -> bool:
    """True when more bytes than that lie between one `<` and the next."""
    at = -1
    while len(content) - at - 1 > length:
        last = content.rfind(b"<", at + 1, at + length + 2)
        if last < 0:
            return True
        at = last
    return False
