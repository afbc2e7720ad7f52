"""
The ordinary dialect of worksheet rows, read by one regular expression.

Programs write nearly all rows alike: `<row r="1" …><c r="A1" s="2" t="s"><v>0</v>
</c>…</row>`. Such rows are matched token after token without a gap, so whatever is
not plainly of this shape, down to a single byte, is left to the XML walk.
"""

import re
from typing import NamedTuple

OPEN, CLOSE = b"<sheetData>", b"</sheetData>"
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ENTITY = re.compile("&([a-z]+);")
_OTHER_ENTITY = re.compile(rb"&(?!amp;|lt;|gt;|quot;|apos;)")
# Bytes that XML forbids or rewrites; of the two letters it forbids, the encoding.
_CONTROL = bytes({*range(0x20)} - {0x09, 0x0A})
_FORBIDDEN = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")
_ATTRIBUTE = re.compile(' ([A-Za-z][A-Za-z0-9]*)="([^"<>&]*)"')
# A run of cells that show nothing is one token: wherever they stand, they say nothing.
_TOKEN = re.compile(
    r'((?:<c r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?: s="[0-9]{1,6}")?(?: t="[a-z]{1,9}")?/>)+'
    r'|<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,6})")?'
    r'(?: t="([a-zA-Z]{1,9})")?>'
    r'(?:(<f)(?: aca="false"| t="shared"(?: ref="[A-Z0-9:]+")? si="[0-9]+")?'
    r"(?:/>|>([^<>]*)</f>))?(?:<v>([^<>]*)</v>|<v ?/>)?</c>"
    r'|<row((?: [A-Za-z][A-Za-z0-9]*="[^"<>&]*")*)(/?)>'
    r"|</row>)"
)
Token = tuple[str, ...]  # whole, column, row, style, type, <f, formula, value, row, /
ROW_END = "</row>"
_ROOT = re.compile(
    rb'(?:<\?xml version="1.0" encoding="UTF-8"(?: standalone="yes")?\?>\s*)?<worksheet'
    rb' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"[ >]'
)
_MERGE = re.compile(rb'<mergeCell ref="([A-Z0-9:]+)"/>')
_COLUMN = re.compile(rb'<col((?: [A-Za-z]+="[A-Za-z0-9.]*")*)/>')
_STRINGS = re.compile(
    rb'(?:<\?xml version="1.0" encoding="UTF-8" standalone="yes"\?>\r?\n?)?<sst xmlns='
    rb'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rb'(?: count="[0-9]+")?(?: uniqueCount="[0-9]+")?>'
)
_STRING = re.compile(r'(<si><t(?: xml:space="preserve")?>([^<>]*)</t></si>)')


class Split(NamedTuple):
    """A sheet in two: its rows as text, and the rest with an empty place for them."""

    rows: str
    rest: bytes


def split(content: bytes) -> Split | None:
    """The rows of a sheet apart from the rest; None for any unusual spelling."""
    first, last = content.find(OPEN), content.rfind(CLOSE)
    is_plain = (
        0 <= first < last
        and content.count(b"<!") == 0
        and content.count(b"<?") <= content.startswith(b"<?xml")
        and content.count(b"sheetData") == 2  # noqa: PLR2004  opened and closed
    )
    if not is_plain:
        return None
    start = first + len(OPEN)
    rows = _decoded(content[start:last])
    return None if rows is None else Split(rows, content[:start] + content[last:])


def _decoded(packed: bytes) -> str | None:
    """Text in which only plain letters and the usual entities stand; else None."""
    if not _is_clean(packed):
        return None
    try:
        return packed.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_clean(packed: bytes) -> bool:
    """True when no byte stands there that only a parser may judge."""
    if _OTHER_ENTITY.search(packed) or any(one in packed for one in _FORBIDDEN):
        return False
    return len(packed.translate(None, _CONTROL)) == len(packed)


def tokens(rows: str) -> list[Token] | None:
    """Every token of the rows in order; None unless they cover it without a gap."""
    found: list[Token] = _TOKEN.findall(rows)
    return found if sum(len(token[0]) for token in found) == len(rows) else None


def shared(content: bytes) -> list[str] | None:
    """The shared strings of the ordinary dialect; None for any unusual spelling."""
    head = _STRINGS.match(content)
    end = content.rfind(b"</sst>")
    if head is None or content[end:].strip() != b"</sst>":
        return None
    text = _decoded(content[head.end() : end])
    found = _STRING.findall(text) if text else []
    is_whole = text is not None and sum(len(one[0]) for one in found) == len(text)
    return [plain(one[1]) for one in found] if is_whole else None


def around(rest: bytes) -> tuple[list[str], list[str]] | None:
    """
    Merged ranges and runs of columns of the rest; None for any unusual spelling.

    What is counted must be what is matched. Whether the rest is well-formed is
    for the parser to say.
    """
    if not _ROOT.match(rest) or b":col" in rest or b":mergeCell" in rest:
        return None
    merges, columns = _MERGE.findall(rest), _COLUMN.findall(rest)
    others = rest.count(b"<cols>") + rest.count(b"<colBreaks")
    is_whole = rest.count(b"<col") - others == len(columns)
    is_whole &= rest.count(b"<mergeCell") - rest.count(b"<mergeCells") == len(merges)
    if not is_whole:
        return None
    return [ref.decode() for ref in merges], [text.decode() for text in columns]


def attributes(text: str) -> dict[str, str] | None:
    """The attributes of a row; None when one is given twice."""
    pairs = _ATTRIBUTE.findall(text)
    named = dict(pairs)
    return named if len(named) == len(pairs) else None


def plain(text: str) -> str:
    """A text with its entities resolved."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: _ENTITIES[found[1]], text)
