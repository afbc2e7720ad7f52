"""
The ordinary spelling of a part, told apart by regular expressions.

Programs write nearly all rows alike: `<row r="1" …><c r="A1" s="2" t="s"><v>0</v>
</c>…</row>`, and so they do with texts, names and formats. What repeats in a part
is matched piece after piece without a gap, so whatever is not plainly of this
shape, down to a single byte, is left to the XML walk; so is all that does not
repeat.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from perfeval.excel.places import corners
from perfeval.grid import Rectangle

# No mark-up, and no character that XML forbids or rewrites. No quantifier gives
# anything back here (`*+`), which is what makes a match cheap.
TEXT = r"[^<>\x00-\x08\x0b-\x1f\ufffe\uffff]*+"
QUOTED = r'[^"<>\x00-\x1f\ufffe\uffff]*+'
VALUE = r'[^"<>&\x00-\x1f\ufffe\uffff]*+'
_OTHER_ENTITY = re.compile("&(?!amp;|lt;|gt;|quot;|apos;)")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DECLARED = r'(?:<\?xml version="1.0" encoding="UTF-8"(?: standalone="yes")?\?>\s*)?'
_ROOT = re.compile(rf"{DECLARED}<([a-zA-Z]+) xmlns=\"{MAIN}\"[^>']*>")
_ATTRIBUTE = re.compile(f' ([A-Za-z][A-Za-z0-9:]*+)="({VALUE})"')
# Excel gives each row the descent of its font, under a prefix of its own.
_HAS_X14AC = re.compile(
    r"(?:<\?[^<]*+)?<worksheet [^>]*? xmlns:x14ac="
    r'"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
)
# Cells that show nothing are skipped: wherever they stand, they say nothing.
_TOKEN = re.compile(
    r'((?:<c r="[A-Z]{1,3}+[1-9][0-9]{0,6}+"(?: s="[0-9]{1,6}+")?+'
    r'(?: t="[a-z]{1,9}+")?+/>)*+'
    r'(?:<c r="([A-Z]{1,3}+)([1-9][0-9]{0,6}+)"(?: s="([0-9]{1,6}+)")?+'
    r'(?: t="([a-zA-Z]{1,9}+)")?+>'
    r'(?:(<f)(?: aca="false"| t="shared"(?: ref="[A-Z0-9:]++")? si="[0-9]++")?+'
    rf"(?:/>|>({TEXT})</f>))?+(?:<v>({TEXT})</v>|<v ?/>)?+</c>"
    r'|(</row>)?+<row r="([1-9][0-9]{0,6}+)"'
    rf'((?: (?:x14ac:dyDescent|[A-Za-z][A-Za-z0-9]*+)="{VALUE}")*+)(/?+)>'
    r"|</row>))"
)
# whole; column, row, style, type, <f, formula, value; </row>, row, attributes, /
Token = tuple[str, str, str, str, str, str, str, str, str, str, str, str]
PIECE = 1 << 17  # letters of rows, more than those of a form
_END = "</row>"
# A cell of row 0, which no sheet has: whoever takes it steps aside.
GAP: Token = ("", "A", "0", "", "", "", "", "", "", "", "", "")
_PLACE = "([A-Z]{1,3})([1-9][0-9]{0,6})"
_MERGE = re.compile(f'<mergeCell ref="{_PLACE}:{_PLACE}"/>')
_COLUMN = re.compile(f'<col((?: [A-Za-z]++="{VALUE}")*+)/>')


class Split(NamedTuple):
    """A part in two: the text inside one element, and the rest without it."""

    inside: str
    rest: bytes


def split(content: bytes, name: str) -> Split | None:
    """
    The inside of an element without attributes; None where it is not so plain.

    Whether it stands there once is for `ordinary` to say, by the rest.
    """
    opened, closed = f"<{name}>".encode(), f"</{name}>".encode()
    start, end = content.find(opened) + len(opened), content.rfind(closed)
    if not len(opened) <= start < end:
        return None
    inside = soft(content[start:end])
    return Split(inside, content[:start] + content[end:]) if inside else None


def ordinary(content: bytes, root: str, only: str) -> str:
    """
    The text of a part in which every plain name is one of the main namespace.

    Empty where it may hold anything that hides what is matched: a comment, CDATA,
    an instruction, another namespace or encoding, or the element `only` twice.
    """
    text = _decoded(content)
    found = _ROOT.match(text)
    is_plain = (
        found is not None
        and found[1] == root
        and "<!" not in text
        and text.count("<?") <= text.startswith("<?xml")
        and text.count("xmlns") - text.count("xmlns:") == 1
        and text.count(only) == 2  # noqa: PLR2004  opened and closed
    )
    return text if is_plain else ""


def listed(
    content: bytes, opened: re.Pattern[str], piece: re.Pattern[str], *, root: str
) -> list[tuple[str, ...]]:
    """
    The groups of each piece of a part that is one list; none for another spelling.

    Args:
        opened: all before the first piece.
        piece: its first group is the whole; pieces follow one another at once.
    """
    text, closed = soft(content).rstrip(" \t\r\n"), f"</{root}>"
    head, end = opened.match(text), len(text) - len(closed)
    if head is None or not text.endswith(closed):
        return []
    found: list[tuple[str, ...]] = piece.findall(text, head.end(), end)
    covered = sum([len(groups[0]) for groups in found])
    return found if covered == end - head.end() else []


def soft(content: bytes) -> str:
    """The text of some bytes; empty where there is an `&` that a parser must judge."""
    text = _decoded(content)
    return "" if has_other_entities(text) else text


def has_other_entities(text: str) -> bool:
    """True when there is an `&` that only a parser may judge."""
    return bool(_OTHER_ENTITY.search(text))


def _decoded(content: bytes) -> str:
    """The text of some bytes, empty where they are not UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def tokens(rows: str) -> Iterator[Token]:
    """Every token of the rows in order, `GAP` where they do not cover them."""
    return chain.from_iterable(map(_tokens, _pieces(rows)))


def _tokens(piece: str) -> list[Token]:
    found: list[Token] = _TOKEN.findall(piece)
    is_whole = sum([len(token[0]) for token in found]) == len(piece)
    return found if is_whole else [GAP]


def _pieces(rows: str) -> Iterator[str]:
    """The rows in pieces, so that no more than one is in tokens at a time."""
    start = 0
    while len(rows) - start > PIECE:
        end = rows.find(_END, start + PIECE) + len(_END)
        if end < start + PIECE:  # none was found
            break
        yield rows[start:end]
        start = end
    yield rows[start:]


def around(parts: Split) -> tuple[list[Rectangle], list[dict[str, str]]] | None:
    """
    Merged ranges and runs of columns of a sheet, from what is around its rows.

    None for any unusual spelling: what is counted must be what is matched.
    Whether it is well-formed is for the parser to say.
    """
    rest = ordinary(parts.rest, "worksheet", only="sheetData")
    if not rest or ":col" in rest or ":mergeCell" in rest:
        return None
    if "x14ac:" in parts.inside and not _HAS_X14AC.match(rest):
        return None
    columns = [one for text in _COLUMN.findall(rest) if (one := attributes_of(text))]
    merges = [cells for ends in _MERGE.findall(rest) if (cells := corners(*ends))]
    others = rest.count("<cols>") + rest.count("<colBreaks")
    are_all = rest.count("<col") - others == len(columns) and rest.count(
        "<mergeCell"
    ) - rest.count("<mergeCells") == len(merges)
    return (merges, columns) if are_all else None


def attributes_of(text: str) -> dict[str, str] | None:
    """The attributes of an element; None where they are not plainly that."""
    pairs = _ATTRIBUTE.findall(text)
    named = dict(pairs)
    # One given twice, or one that says that the element is another.
    return None if len(named) != len(pairs) or "xmlns" in named else named


def plain(text: str) -> str:
    """A text with its entities resolved."""
    if "&" not in text:
        return text
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text.replace("&amp;", "&")  # last, or &amp;lt; would become a <
