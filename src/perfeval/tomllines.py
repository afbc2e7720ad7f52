"""
Where every key of a TOML file stands.

`tomllib` gives values without their lines. This scanner gives the lines and
nothing else; it is meant for text that `tomllib` reads, and it goes on where
the text is faulty, so that one fault does not hide the next one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from perfeval.findings import Finding, Location, finding

KeyPath = tuple[str | int, ...]

TOKEN = re.compile(
    r'''
    (?P<comment>\#[^\n]*)
    | (?P<text>"""(?:\\.|(?!""")[^\\])*"{0,5} | \'{3}(?:(?!\'{3}).)*\'{0,5}
        | "(?:\\.|[^"\\\n])*"? | '[^'\n]*'?)
    | (?P<newline>\n)
    | (?P<mark>[\[\]{},=])
    | (?P<word>[^\s\#"'\[\]{},=]+)
    ''',
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of the file and the line it starts on."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A key, a block or a list element of the file.

    kind: `block` for `[x]` and `[[x]]`, `key` for `x = …`, `inner` for what
        stands inside the value of a key.
    """

    path: KeyPath
    line: int
    last_line: int
    kind: Literal["block", "key", "inner"]


def entries(text: str) -> list[Entry]:
    """Everything that has a key path, in the order of the file."""
    return _Scan(text).run()


def lines(text: str) -> dict[KeyPath, int]:
    """The line of each key path; a list of blocks stands where its first one does."""
    found: dict[KeyPath, int] = {}
    for entry in entries(text):
        for end in range(1, len(entry.path) + 1):
            found.setdefault(entry.path[:end], entry.line)
    return found


def spelled(path: KeyPath) -> str:
    """A key path as a person writes it: `bands[2].at_least`."""
    words = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)
    return words.removeprefix(".")


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one file, for the findings about it."""

    shown: str
    lines: Mapping[KeyPath, int]

    def line(self, path: KeyPath) -> int | None:
        """The line of a key, or of the nearest block around it; None outside all."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def finding(
        self,
        code: str,
        path: KeyPath,
        *,
        found: object = None,
        clause: str | None = None,
        **facts: object,
    ) -> Finding:
        """A finding at a key path of the file."""
        line, key = self.line(path), spelled(path)
        where = f" ({key})" if key else ""
        return finding(
            code,
            Location(self.shown),
            cells=(),
            found=None if found is None else as_written(found),
            clause=clause,
            at_th=f"บรรทัด {line}{where}" if line else key or self.shown,
            at_en=f"line {line}{where}" if line else key or self.shown,
            line=line or "",
            key=key,
            **facts,
        )


def leaves(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Every value of a file that is no table and no list, with its path."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, place))
    else:
        yield path, value


def as_written(value: object) -> str:
    """A value as it stands in a TOML file, short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{ … }"
    return "[ … ]" if isinstance(value, list | tuple) else str(value)


class _Scan:
    """One walk over the tokens of a file."""

    def __init__(self, text: str) -> None:
        self.tokens: list[Token] = []
        self.at = 0
        self.block: KeyPath = ()
        self.counts: dict[KeyPath, int] = {}
        self.found: list[Entry] = []
        line, last = 1, 0
        for match in TOKEN.finditer(text):
            line += text.count("\n", last, match.start())
            last = match.start()
            if match.lastgroup != "comment":
                self.tokens.append(Token(str(match.lastgroup), match[0], line))
        self.end = Token("end", "", line)

    @property
    def next(self) -> Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else self.end

    def step(self) -> None:
        self.at = min(self.at + 1, len(self.tokens))

    def run(self) -> list[Entry]:
        while self.next.kind != "end":
            if self.next.text == "[":
                self.header()
            elif self.next.kind in ("word", "text"):
                self.pair(self.block, "key")
            self.rest_of_line()
        return self.found

    def rest_of_line(self) -> None:
        """Past what nobody understands: a statement ends with its line."""
        while self.next.kind not in ("newline", "end"):
            self.step()
        self.step()

    def header(self) -> None:
        """`[x]` or `[[x]]`: the block that the following keys belong to."""
        start = self.at
        while self.next.text == "[":
            self.step()
        is_list, line = self.at - start > 1, self.tokens[start].line
        path: KeyPath = ()
        keys = self.keys()
        for place, key in enumerate(keys):
            path += (key,)
            is_last = place == len(keys) - 1
            if is_last and is_list:
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                path += (self.counts[path],)
        self.block = path
        if path:
            self.found.append(Entry(path, line, line, "block"))

    def keys(self) -> tuple[str, ...]:
        """The parts of a key, dotted or quoted."""
        parts: list[str] = []
        while self.next.kind in ("word", "text"):
            token = self.next
            is_quoted = token.kind == "text"
            parts += [token.text[1:-1]] if is_quoted else token.text.split(".")
            self.step()
        return tuple(part for part in parts if part)

    def pair(self, block: KeyPath, kind: Literal["key", "inner"]) -> None:
        """`x = …`, on a line of its own or inside `{ … }`."""
        line, keys = self.next.line, self.keys()
        place = len(self.found)
        if self.next.text == "=":
            self.step()
            path = block + keys
            self.value(path)
        else:  # the equals sign is missing: `weight 70`
            path = block + keys[:1]
        last = self.tokens[self.at - 1]
        last_line = last.line + last.text.strip("\n").count("\n")
        if keys:
            self.found.insert(place, Entry(path, line, last_line, kind))

    def value(self, path: KeyPath) -> None:
        """What stands after the equals sign, or between two commas of a list."""
        token = self.next
        if token.kind == "newline":  # nothing: the key is faulty
            return
        self.step()
        if token.text == "[":
            self.elements(path)
        elif token.text == "{":
            self.inline(path)
        else:
            while token.kind == "word" and self.next.kind == "word":
                self.step()

    def elements(self, path: KeyPath) -> None:
        count = 0
        while self.next.text != "]" and self.next.kind != "end":
            if self.next.kind == "newline" or self.next.text == ",":
                self.step()
                continue
            here = (*path, count)
            self.found.append(Entry(here, self.next.line, self.next.line, "inner"))
            self.value(here)
            count += 1
        self.step()

    def inline(self, path: KeyPath) -> None:
        while self.next.text != "}" and self.next.kind not in ("newline", "end"):
            if self.next.kind in ("word", "text"):
                self.pair(path, "inner")
            else:
                self.step()
        self.step()
