"""
The text of a TOML file, taken apart as far as it can be.

`tomllib` stops at the first fault. Here a faulty or doubled line is taken out,
told, and the rest is read again, so that all faults come in one pass.
"""

import re
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from perfeval.findings import Finding
from perfeval.thai import BUDDHIST_ERA
from perfeval.tomllines import Entry, KeyPath, Places, entries
from perfeval.tomlslips import no_day, slip, with_digits

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
BLOCK_LINE = re.compile(r"\s*\[{1,2}[\w.\-]+\]{1,2}\s*(#.*)?")
CONTINUED = re.compile(r"[\"'{}\]][^=]*|\{.*\},?")  # goes on with the line before
BUDDHIST_DATE = re.compile(r"\b(2[4-9]\d\d)-\d\d-\d\d")
MOST_TURNS = 60  # faulty places taken out; a file with more is no data file
AS_PAIR = (
    'เป็น ชื่อ = ค่า โดยข้อความอยู่ในเครื่องหมาย "…" ตัวเลขไม่มีเครื่องหมายใด และปิดวงเล็บให้ครบ',
    'name = value: text in quotes "…", numbers bare, brackets closed',
)
SHOWN = 60  # characters of a faulty line that a message repeats


@dataclass(frozen=True, slots=True)
class Document:
    """
    A file as far as it could be read.

    values: None where it could not be read to its end.
    spoilt: the key paths whose lines were taken out, so that nobody is told
        that a key is missing whose line is already reported.
    """

    values: Mapping[str, Any] | None
    findings: tuple[Finding, ...] = ()
    spoilt: frozenset[KeyPath] = frozenset()


def decoded(raw: bytes, *, shown: str) -> str | Finding:
    """The text of a file, or why it cannot be read as text."""
    if raw.startswith(UTF_16) or b"\0" in raw:
        return _not_utf8(shown, "UTF-16")
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return _not_utf8(shown, "ANSI (TIS-620, Windows-874)")


def _not_utf8(shown: str, encoding: str) -> Finding:
    return Places(shown, {}).finding(
        "PE401",
        (),
        reason_th=f"ไฟล์บันทึกด้วยการเข้ารหัส {encoding} ไม่ใช่ UTF-8",
        reason_en=f"the file is saved as {encoding}, not as UTF-8",
    )


class _Mended(NamedTuple):
    """
    A text without its faulty lines; None where reading must end here.

    last: the last line that was taken out.
    """

    text: str | None
    findings: tuple[Finding, ...] = ()
    spoilt: frozenset[KeyPath] = frozenset()
    last: int = 0


def parsed(text: str, *, shown: str) -> Document:
    """The values of a file, with every line that could not be read."""
    findings: tuple[Finding, ...] = ()
    spoilt: frozenset[KeyPath] = frozenset()
    last = 0
    for _ in range(MOST_TURNS):
        try:
            values = tomllib.loads(text, parse_float=Decimal)
        except RecursionError:
            th, en = AS_PAIR
            deep = Places(shown, {}).finding(
                "PE402", (), reason="nested too deeply", typed_th=th, typed_en=en
            )
            return Document(None, (*findings, deep))
        except ValueError as refused:
            at = _line_of(str(refused), text)
            mended = _without_doubles(text, at, shown=shown) or _without_fault(
                text, at, str(refused), shown=shown, last=last
            )
            findings += mended.findings
            if mended.text is None:
                break
            text, last = mended.text, mended.last
            spoilt |= mended.spoilt
        else:
            return Document(values, findings, spoilt)
    return Document(None, findings)


def _line_of(reason: str, text: str) -> int:
    """The line that `tomllib` names; 0 where it names none."""
    at = AT_LINE.search(reason)
    return int(at[1] or text.rstrip().count("\n") + 1) if at else 0


def _without_doubles(text: str, number: int, *, shown: str) -> _Mended | None:
    """
    The text without keys and blocks that stand in it twice.

    None where the faulty line comes before the first of them: a broken header
    makes the keys under it look doubled.
    """
    first: dict[KeyPath, int] = {}
    findings: list[Finding] = []
    spoilt: set[KeyPath] = set()
    rest, done, everything = text, 0, entries(text)
    for entry in everything:
        if entry.line <= done or entry.path not in first:
            first.setdefault(entry.path, entry.line)
            continue
        if not findings and number < entry.line:
            return None
        findings.append(
            Places(shown, {entry.path: entry.line}).finding(
                "PE413",
                entry.path,
                found=entry.path[-1],
                first=first[entry.path],
            )
        )
        whole = _extent(entry, everything)
        if entry.kind != "key":  # something in it may be lost
            spoilt.add(whole.path)
        rest, done = _blanked(rest, whole), whole.last_line
    return _Mended(rest, tuple(findings), frozenset(spoilt)) if findings else None


def _extent(entry: Entry, everything: list[Entry]) -> Entry:
    """All lines that go with an entry: a block with its keys, a key with its value."""
    if entry.kind == "block":
        later = [
            e.line for e in everything if e.kind == "block" and e.line > entry.line
        ]
        return replace(entry, last_line=min(later, default=sys.maxsize) - 1)
    return next(
        e for e in everything if e.kind == "key" and e.line <= entry.line <= e.last_line
    )


def _without_fault(
    text: str, number: int, reason: str, *, shown: str, last: int
) -> _Mended:
    """
    The text without the key that `tomllib` cannot read.

    Args:
        last: the line that was taken out before; what only goes on with it is
            taken out too, and is no fault of its own.
    """
    if number == last + 1 and CONTINUED.fullmatch(text.split("\n")[last].strip()):
        rest = _blanked(text, Entry((), number, number, "inner"))
        return _Mended(rest, last=number)
    whole = _key_around(text, number)
    is_open = whole is not None and _is_left_open(whole, text)
    line = whole.line if whole and is_open else number
    written = text.split("\n")[line - 1] if line else ""
    path = whole.path if whole else ()
    places = Places(shown, {path: line} if line else {})
    told, as_meant = _told(written, AT_LINE.sub("", reason), path, places)
    if as_meant and (reread := _retyped(text, line, as_meant)):
        return _Mended(reread, (told,))
    if whole is None or is_open:
        return _Mended(None, (told,))
    return _Mended(
        _blanked(text, whole), (told,), frozenset({whole.path}), whole.last_line
    )


def _told(
    line: str, reason: str, path: KeyPath, places: Places
) -> tuple[Finding, str | None]:
    """What is wrong with a line, and the line as it is certainly meant."""
    written = line.strip()
    if never := no_day(line):
        return places.finding(
            "PE487", path, found=never.found, last=never.last.isoformat()
        ), None
    if year := BUDDHIST_DATE.search(written):
        ours = int(year[1]) - BUDDHIST_ERA
        found = places.finding("PE415", path, found=year[0], year=ours)
        return found, line.replace(year[1], str(ours), 1)
    if with_digits(line):
        number = slip(with_digits(line))
        typed = number.typed if number else with_digits(line)
        found = places.finding(
            "PE486", path, found=written[:SHOWN], typed=typed.strip()[:SHOWN]
        )
        return found, typed
    meant = slip(line)
    th, en = (f" {meant.bare}", meant.bare) if meant else AS_PAIR
    facts = {"found": written[:SHOWN], "reason": reason, "typed_th": th, "typed_en": en}
    certain = meant.typed if meant and meant.is_certain else None
    return places.finding("PE402", path, **facts), certain


def _retyped(text: str, number: int, typed: str) -> str | None:
    """The text with a line as it is meant, where that line reads well so."""
    every_line = text.split("\n")
    rest = "\n".join([*every_line[: number - 1], typed, *every_line[number:]])
    try:
        tomllib.loads(rest, parse_float=Decimal)
    except RecursionError:
        return None
    except ValueError as refused:
        return rest if _line_of(str(refused), rest) > number else None
    return rest


def _key_around(text: str, number: int) -> Entry | None:
    """The key that a line belongs to; None for a header or what is like one."""
    for entry in entries(text):
        if entry.kind == "key" and entry.line <= number <= entry.last_line:
            written = text.split("\n")[entry.line - 1]
            is_header = "[" in written and "=" not in written
            return None if is_header else entry
    return None


def _is_left_open(entry: Entry, text: str) -> bool:
    """True where a quote or a bracket is not closed, so that the value has no end."""
    every_line = text.rstrip().split("\n")
    inside = every_line[entry.line : entry.last_line]
    return any(BLOCK_LINE.fullmatch(line) for line in inside) or (
        len(inside) > 0 and entry.last_line >= len(every_line)
    )


def _blanked(text: str, entry: Entry) -> str:
    """The text with the lines of an entry empty; all others keep their numbers."""
    return "\n".join(
        "" if entry.line <= number <= entry.last_line else line
        for number, line in enumerate(text.split("\n"), start=1)
    )
