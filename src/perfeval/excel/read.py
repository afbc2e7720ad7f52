"""
Reads a workbook that came back, or says why it cannot be trusted.

Our own streaming reader, since every library either loses what a fair score
needs (formulas, errors, hidden rows, values under merges) or can be brought
down by one file. Nothing that the file refers to outside itself is followed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from perfeval.excel.fault import Fault, damaged
from perfeval.excel.lookups import OF_FORM, Lookups, Size
from perfeval.excel.package import Package, open_package
from perfeval.excel.properties import custom_properties
from perfeval.excel.relations import Relation, relations, workbook_part
from perfeval.excel.sheet import SheetReader
from perfeval.excel.source import take
from perfeval.excel.strings import shared_strings
from perfeval.excel.styles import cell_formats
from perfeval.excel.workbook import Contents, SheetEntry, contents
from perfeval.findings import Finding, Location, finding
from perfeval.grid import Sheet, Workbook

_MACROS = ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet")

_NO_WORKBOOK = ("PE001", "PE003", "PE007")  # unreadable, empty, other content


Keep = Callable[[bytes, str], None]  # takes the bytes of a file, and their digest


class Read(NamedTuple):
    """
    What came of one file: its workbook with notes, or the one reason to refuse it.

    sha256: of the bytes that were read; None where there were none to read.
    """

    workbook: Workbook | None
    sha256: str | None
    findings: list[Finding]


def read(
    path: Path, *, shown: str, size: Size = OF_FORM
) -> tuple[Workbook | None, list[Finding]]:
    """
    The workbook of a file and what to say about it.

    Args:
        shown: the path as the user gave it, with `/`.
        size: how large it may be; a larger one is refused.

    Returns:
        The workbook with notes, or None with the one reason to refuse it.
    """
    one = read_once(path, shown=shown, size=size)
    return one.workbook, one.findings


def read_once(
    path: Path, *, shown: str, keep: Keep | None = None, size: Size = OF_FORM
) -> Read:
    """
    The same, with the digest also of a file that is refused.

    Args:
        keep: is given the very bytes that are judged, before they are.
    """
    digest = None
    try:
        content, digest = take(path)
        if keep is not None:
            keep(content, digest)
        workbook = _workbook(open_package(content), shown, digest=digest, size=size)
    except Fault as fault:
        is_lock = _is_lock(path.name) and fault.code in _NO_WORKBOOK
        told = Fault("PE011") if is_lock else fault
        return Read(None, digest, [told.finding(shown)])
    notes = [finding("PE010", Location(shown))] if workbook.macros else []
    return Read(workbook, digest, notes)


def _is_lock(name: str) -> bool:
    return name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#"))


def _workbook(package: Package, shown: str, *, digest: str, size: Size) -> Workbook:
    of_package = relations(package, "")
    main = workbook_part(package, of_package)
    of_workbook = relations(package, main)
    listed = contents(package, main)
    parts = {one.role: one.part for one in of_workbook.values()}
    lookups = Lookups(
        strings=shared_strings(package, parts.get("sharedStrings")),
        formats=cell_formats(package, parts.get("styles")),
        size=size,
    )
    sheets = _sheets(package, listed, of_workbook=of_workbook, lookups=lookups)
    properties = custom_properties(package, of_package)
    package.check_rest()
    return Workbook(
        file=shown,
        sha256=digest,
        sheets=sheets,
        names=listed.names,
        properties=properties,
        epoch_1904=listed.epoch_1904,
        macros=any(role in parts for role in _MACROS) or package.has_macros,
    )


def _sheets(
    package: Package,
    listed: Contents,
    *,
    of_workbook: dict[str, Relation],
    lookups: Lookups,
) -> tuple[Sheet, ...]:
    found = []
    for entry in listed.sheets:
        relation = of_workbook.get(entry.relation)
        if relation is None:
            raise damaged("sheet", sheet=entry.name)
        if relation.role == "worksheet":
            found.append(_sheet(package, entry, part=relation.part, lookups=lookups))
    return tuple(found)


def _sheet(
    package: Package, entry: SheetEntry, *, part: str, lookups: Lookups
) -> Sheet:
    reader = SheetReader(lookups)
    try:
        reader.read(package, part)
    except Fault as fault:
        fault.sheet = entry.name
        raise
    return Sheet(
        name=entry.name,
        cells=reader.cells,
        merges=tuple(reader.shape.merges),
        names=entry.names,
        visibility=entry.visibility,
        hidden_rows=frozenset(reader.hidden_rows),
        hidden_columns=reader.shape.hidden_columns,
        unseen=lookups.formats.unseen,
    )
