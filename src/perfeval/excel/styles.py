"""The number format of each cell format of a workbook."""

from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package

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
_BY_TEXT = {str(number): code for number, code in _BUILT_IN.items()}


def number_formats(package: Package, part: str | None) -> tuple[str, ...]:
    """The format code of each cell format, by its index; one when there is none."""
    if part is None:
        return (GENERAL,)
    codes = dict(_BY_TEXT)
    used: list[str] = []
    is_cell_format = False

    def custom(attributes: Attributes) -> None:
        codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)

    def open_list(_attributes: Attributes) -> None:
        nonlocal is_cell_format
        is_cell_format = True

    def close_list() -> None:
        nonlocal is_cell_format
        is_cell_format = False

    def cell_format(attributes: Attributes) -> None:
        if is_cell_format:  # named styles hold `xf` too
            used.append(attributes.get("numFmtId", "0"))

    starts = {"numFmt": custom, "cellXfs": open_list, "xf": cell_format}
    Walk("styleSheet", starts=starts, ends={"cellXfs": close_list}).through(
        package, part
    )
    # Looked up at the end, since nothing forces the codes to stand first.
    return tuple(codes.get(number, GENERAL) for number in used) or (GENERAL,)
