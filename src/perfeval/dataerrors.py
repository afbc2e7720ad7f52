"""
What Pydantic refuses in a data file, as findings with line and key path.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from perfeval.findings import Finding
from perfeval.thai import BUDDHIST_ERA, LATEST_COMMON_YEAR
from perfeval.tomllines import KeyPath, Places, leaves, spelled

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


# What was expected, by Pydantic's type of error: Thai, English.
EXPECTED = {
    "bool_type": ("true หรือ false", "true or false"),
    "control_character": (
        "ข้อความที่ไม่มีอักขระควบคุม",
        "text without control characters",
    ),
    "date_type": ("วันที่ เช่น 2025-03-31", "a date such as 2025-03-31"),
    "decimal_type": ("ตัวเลข เช่น 70 หรือ 0.5", "a number such as 70 or 0.5"),
    "dict_type": ("บล็อกของค่า", "a block of values"),
    "finite_number": ("ตัวเลข เช่น 70 หรือ 0.5", "a number such as 70 or 0.5"),
    "greater_than": ("ค่ามากกว่า {gt}", "a value above {gt}"),
    "greater_than_equal": ("ค่าตั้งแต่ {ge} ขึ้นไป", "a value of {ge} or more"),
    "int_type": ("จำนวนเต็ม เช่น 5", "a whole number such as 5"),
    "is_instance_of": ("ตัวเลข เช่น 70 หรือ 0.5", "a number such as 70 or 0.5"),
    "less_than": ("ค่าน้อยกว่า {lt}", "a value below {lt}"),
    "less_than_equal": ("ค่าไม่เกิน {le}", "a value of {le} or less"),
    "literal_error": ("{near_th}ค่าใดค่าหนึ่งใน {known}", "{near_en}one of {expected}"),
    "model_type": ("บล็อกของค่า", "a block of values"),
    "string_pattern_mismatch": (
        "อักษรอังกฤษตัวพิมพ์เล็ก ตัวเลข หรือขีด ไม่มีช่องว่าง ({pattern})",
        "lower-case letters, digits or dashes, no blanks ({pattern})",
    ),
    "string_too_short": ("ข้อความที่ไม่ว่าง", "text that is not empty"),
    "string_type": ('ข้อความในเครื่องหมาย "…"', 'text in quotes "…"'),
    "too_short": ("อย่างน้อย {min_length} รายการ", "{min_length} or more entries"),
    "tuple_type": ("รายการในวงเล็บ [ … ]", "a list in brackets [ … ]"),
}
EMPTY = "string_too_short"


@dataclass(frozen=True, slots=True)
class Refusal:
    """
    One refusal of Pydantic.

    finding: None where another finding already tells it.
    is_harmless: True where the rest of the block can still be relied on.
    """

    path: KeyPath
    finding: Finding | None
    is_harmless: bool = False


def refusals(
    errors: Sequence["ErrorDetails"],
    places: Places,
    *,
    keys_at: Callable[[KeyPath], tuple[str, ...]],
    spoilt: frozenset[KeyPath],
) -> Iterator[Refusal]:
    """
    Every refusal of a file.

    Args:
        keys_at: the keys that the block at a path may have.
        spoilt: key paths whose lines are reported already.
    """
    told = set(spoilt)
    for error in errors:
        if error["type"] == "extra_forbidden":
            *block, key = error["loc"]
            allowed = keys_at(tuple(block))
            near = get_close_matches(str(key), allowed, n=1)
            told.update((*block, name) for name in near)
            meant = " / ".join(near or allowed)
            found = places.finding("PE403", error["loc"], found=key, meant=meant)
            yield Refusal(error["loc"], found, is_harmless=True)
    for error in errors:
        if error["type"] != "extra_forbidden":
            yield _refusal(error, places, told)


def _refusal(error: "ErrorDetails", places: Places, told: set[KeyPath]) -> Refusal:
    """A missing key, a missing clause, or a wrong value."""
    path, kind = error["loc"], error["type"]
    is_clause = spelled(path).endswith("clause")
    if kind == "missing" and told.intersection((path, path[:-1])):
        return Refusal(path, None, is_harmless=is_clause)
    if kind == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]:
        return Refusal(path, None)  # its blocks are there, and refused themselves
    if is_clause and kind in ("missing", EMPTY):
        return Refusal(path, places.finding("PE412", path), is_harmless=True)
    if kind == "missing":
        return Refusal(path, places.finding("PE404", path, missing=path[-1]))
    return Refusal(path, _wrong(error, places))


def _wrong(error: "ErrorDetails", places: Places) -> Finding:
    """A value of the wrong kind, and what is expected in its place."""
    context = dict(error.get("ctx", {}))
    if error["type"] == "literal_error":
        context |= _choices(context["expected"], error["input"])
    words = EXPECTED.get(error["type"])
    if error["loc"][-1:] == ("year",) and _is_common_year(error):
        year = error["input"] + BUDDHIST_ERA
        words = (f"ปี พ.ศ. เช่น {year}", f"the year of the Buddhist era, {year}")
    th, en = (
        (word.format(**context) for word in words) if words else (error["msg"],) * 2
    )
    return places.finding(
        "PE405", error["loc"], found=error["input"], expected_th=th, expected_en=en
    )


def _choices(expected: str, found: Any) -> Mapping[str, str]:
    """What may be typed, as a file has it, and the one that may be meant."""
    known = [one.strip("'") for one in re.split(r", | or ", expected)]
    near = get_close_matches(str(found), known, n=1)
    is_text = "'" in expected
    shown = [f'"{one}"' if is_text else one for one in known]
    first = f'"{near[0]}"' if near and is_text else ""
    return {
        "known": " / ".join(shown),
        "near_th": f" {first} หรือ" if first else "",
        "near_en": f"{first}, or " if first else "",
    }


def _is_common_year(error: "ErrorDetails") -> bool:
    """True of a year that can only be one of the Common Era."""
    least = error.get("ctx", {}).get("ge")
    return least is not None and error["input"] + BUDDHIST_ERA >= least


def late_dates(values: object, places: Places) -> Iterator[Finding]:
    """Dates whose year can only have been typed in the Buddhist era."""
    for path, value in leaves(values):
        if isinstance(value, date) and value.year > LATEST_COMMON_YEAR:
            year = value.year - BUDDHIST_ERA
            yield places.finding("PE415", path, found=value.isoformat(), year=year)


def by_line(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the file; those without a line come last."""
    return sorted(findings, key=lambda one: int(one.facts["line"] or 10**9))
