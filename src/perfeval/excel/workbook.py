"""The list of sheets and the defined names of a workbook."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from perfeval.excel.fault import beyond, damaged
from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package
from perfeval.excel.places import target
from perfeval.excel.quick import (
    TEXT,
    VALUE,
    Split,
    ordinary,
    plain,
    split,
)
from perfeval.grid import Area

SHEETS = 30  # of one workbook, of whatever kind

_RELATION_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_VISIBILITIES = ("visible", "hidden", "veryHidden")
# Print titles and the like: never read, and LibreOffice may write one twice.
_BUILT_IN = "_xlnm."
_YES = ("1", "true")
Named = tuple[str, str | None, str]  # a name, its scope by number, what it means
# As Excel and XlsxWriter spell a defined name, and as LibreOffice does.
_SCOPE = '(?: localSheetId="([0-9]++)")?+'
_NAME = re.compile(
    rf'(<definedName(?: name="({VALUE})"{_SCOPE}(?: hidden="1")?+'
    rf'| function="false" hidden="(?:true|false)"{_SCOPE} name="({VALUE})"'
    rf' vbProcedure="false")>({TEXT})</definedName>)'
)


class SheetEntry(NamedTuple):
    """One line of the list of sheets; `relation` leads to its part."""

    name: str
    visibility: str
    relation: str
    names: dict[str, Area]


@dataclass(slots=True)
class Contents:
    """What the workbook part says."""

    sheets: list[SheetEntry] = field(default_factory=list)
    names: dict[str, Area] = field(default_factory=dict)
    epoch_1904: bool = False


class _ContentsReader:
    def __init__(self) -> None:
        self.found = Contents()
        self.names: list[Named] = []
        self._name: Attributes = {}

    def settings(self, attributes: Attributes) -> None:
        self.found.epoch_1904 = attributes.get("date1904") in _YES

    def sheet(self, attributes: Attributes) -> None:
        name = attributes.get("name", "")
        visibility = attributes.get("state", "visible")
        ids = [attributes[key] for key in _RELATION_IDS if key in attributes]
        others = self.found.sheets
        is_twice = any(
            name.lower() == one.name.lower() or ids == [one.relation] for one in others
        )
        if not name or len(ids) != 1 or visibility not in _VISIBILITIES or is_twice:
            raise damaged("sheet", sheet=name)
        others.append(SheetEntry(name, visibility, ids[0], {}))
        if len(others) > SHEETS:
            raise beyond("sheets", str(SHEETS), f"{SHEETS + 1}")

    def open_name(self, attributes: Attributes) -> None:
        self._name = attributes

    def close_name(self, text: str) -> None:
        name, scope = self._name.get("name", ""), self._name.get("localSheetId")
        self.names.append((name, scope, text))

    def place_names(self) -> None:
        """Sort the defined names into their scopes, once all sheets are known."""
        sheets = self.found.sheets
        scopes: dict[str | None, dict[str, Area]] = {None: self.found.names}
        scopes |= {str(index): sheet.names for index, sheet in enumerate(sheets)}
        spelled = {sheet.name.lower(): sheet.name for sheet in sheets}
        seen: set[tuple[str | None, str]] = set()
        for name, scope, text in self.names:
            if name.startswith(_BUILT_IN):
                continue
            key = (scope, name.lower())
            if key in seen or scope not in scopes:
                raise damaged("scope", name=name)
            seen.add(key)
            meant = target(text)
            # None: a formula, a deleted place or another workbook.
            if meant is not None and (sheet := spelled.get(meant[0].lower())):
                scopes[scope][name] = Area(sheet, *meant[1])


def contents(package: Package, part: str) -> Contents:
    """
    Sheets in their order, names that mean a rectangle, and the date epoch.

    Raises:
        Fault: damaged, or beyond a limit.
    """
    reader = _ContentsReader()
    starts = {
        "workbookPr": reader.settings,
        "sheet": reader.sheet,
        "definedName": reader.open_name,
    }
    walk = Walk("workbook", starts=starts, texts={"definedName": reader.close_name})
    content = package.take(part)
    walk.count(package, content, part)
    parts = None if walk.is_long else split(content, "definedNames")
    names = plain_names(parts) if parts else None
    if parts is not None and names is not None:
        reader.names, content = names, parts.rest
    walk.over(content)
    if not reader.found.sheets:
        raise damaged("sheet", sheet="")
    reader.place_names()
    return reader.found


def plain_names(parts: Split) -> list[Named] | None:
    """The defined names of the ordinary spelling; None where a byte is another."""
    found = _NAME.findall(parts.inside)
    is_whole = sum([len(groups[0]) for groups in found]) == len(parts.inside)
    if not is_whole or not ordinary(parts.rest, "workbook", only="definedName"):
        return None
    return [
        (name or other, scope or its_scope or None, plain(text))
        for _, name, scope, its_scope, other, text in found
    ]
