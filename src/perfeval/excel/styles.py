"""The cell formats of a workbook: what each shows of a value, and whether at all."""

import re
from typing import NamedTuple

from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package
from perfeval.excel.quick import QUOTED, has_other_entities, ordinary, plain
from perfeval.excel.unseen import Looks, may_hide

GENERAL = "General"

# Formats that every program knows by number (ECMA-376 part 1, 18.8.30).
# 59 and up are the Thai ones, their letters written as Excel takes them typed.
_BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    59: "t0",
    60: "t0.00",
    61: "t#,##0",
    62: "t#,##0.00",
    67: "t0%",
    68: "t0.00%",
    69: "t# ?/?",
    70: "t# ??/??",
    71: "d/m/bbbb",
    72: "d-mmm-bb",
    73: "d-mmm",
    74: "mmm-bb",
    75: "h:mm",
    76: "h:mm:ss",
    77: "d/m/bbbb h:mm",
    78: "mm:ss",
    79: "[h]:mm:ss",
    80: "mm:ss.0",
    81: "d/m/bb",
}
_OPENED = re.compile(r'<cellXfs(?: count="[0-9]+")?>')
_USE = re.compile('<xf numFmtId="([0-9]+)"')
_CODE = re.compile(rf'<numFmt numFmtId="([0-9]+)" formatCode="({QUOTED})"/>')
_BY_TEXT = {str(number): code for number, code in _BUILT_IN.items()}


class CellFormats(NamedTuple):
    """
    The cell formats of a workbook, by their number.

    codes: the number format of each; one, the general, when there is none.
    unseen: those whose letters have the colour of their ground.
    """

    codes: tuple[str, ...] = (GENERAL,)
    unseen: frozenset[int] = frozenset()


def cell_formats(package: Package, part: str | None) -> CellFormats:
    """
    Every cell format of a workbook.

    Raises:
        Fault: damaged, or beyond a limit.
    """
    if part is None:
        return CellFormats()
    styles = Styles()
    starts = {"numFmt": styles.code, "cellXfs": styles.open_list, "xf": styles.use}
    walk = Walk("styleSheet", starts=starts, ends={"cellXfs": styles.close_list})
    content = package.take(part)
    walk.count(package, content, part)
    short = None if walk.is_long else plain_styles(content)
    if short is None:
        walk.over(content)
        unseen = Looks().over(content, is_long=walk.is_long)
        return CellFormats(styles.found(), unseen)
    walk.hold_sound(content)
    if may_hide(short.text):
        return CellFormats(short.found(), Looks().over(content, is_long=False))
    return CellFormats(short.found())


class Styles:
    """
    Gathers format codes by number, and the number that each cell format uses.

    text: the whole part, where it is of the ordinary spelling.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.codes = dict(_BY_TEXT)
        self.used: list[str] = []
        self._is_cell_format = False

    def code(self, attributes: Attributes) -> None:
        number = attributes.get("numFmtId", "")
        self.codes[number] = attributes.get("formatCode", GENERAL)

    def open_list(self, _attributes: Attributes) -> None:
        self._is_cell_format = True

    def close_list(self) -> None:
        self._is_cell_format = False

    def use(self, attributes: Attributes) -> None:
        if self._is_cell_format:  # named styles hold `xf` too
            self.used.append(attributes.get("numFmtId", "0"))

    def found(self) -> tuple[str, ...]:
        # Looked up at the end, since nothing forces the codes to stand first.
        codes = [self.codes.get(number, GENERAL) for number in self.used]
        return tuple(codes) or (GENERAL,)


def plain_styles(content: bytes) -> Styles | None:
    """The styles of the ordinary spelling; what is counted must be what is matched."""
    text = ordinary(content, "styleSheet", only="cellXfs")
    opened, end = _OPENED.search(text), text.find("</cellXfs>")
    if opened is None or end < 0 or ":xf" in text or ":numFmt" in text:
        return None
    uses = text[opened.end() : end]
    styles, codes = Styles(text), _CODE.findall(text)
    styles.used = _USE.findall(uses)
    styles.codes.update((number, plain(code)) for number, code in codes)
    are_all = (
        uses.count("<xf") == len(styles.used)
        and text.count("<numFmt") - text.count("<numFmts") == len(codes)
        and not any(has_other_entities(code) for _, code in codes)
    )
    return styles if are_all else None
