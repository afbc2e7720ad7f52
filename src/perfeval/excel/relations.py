"""Which part of a package plays which role: relationships and content types."""

import posixpath
import re
from typing import NamedTuple

from perfeval.excel.fault import damaged, other_kind
from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package
from perfeval.excel.quick import DECLARED, VALUE, listed

_SPACES = ("http://schemas.openxmlformats.org/package/2006/relationships",)
_TYPE_SPACES = ("http://schemas.openxmlformats.org/package/2006/content-types",)
_TYPES_PART = "[Content_Types].xml"
# As nearly all programs spell the two lists.
_LINKS = re.compile(f'{DECLARED}<Relationships xmlns="{_SPACES[0]}">')
_LINK = re.compile(
    rf'(<Relationship Id="({VALUE})" Type="({VALUE})" Target="({VALUE})"'
    r'(?: TargetMode="([A-Za-z]++)")?+/>)'
)
_TYPES = re.compile(f'{DECLARED}<Types xmlns="{_TYPE_SPACES[0]}">')
_TYPE = re.compile(
    rf'(<(?:Default Extension="({VALUE})"|Override PartName="({VALUE})")'
    rf' ContentType="({VALUE})"/>)'
)
_OFFICE = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",  # the strict dialect
    "http://schemas.microsoft.com/office/2006/relationships/",
)
_WORKBOOK_TYPES = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml",
    "application/vnd.ms-excel.template.macroenabled.main+xml",
)
_OTHER_TYPES = (
    ("sheet.binary", "xlsb"),
    ("wordprocessingml", "docx"),
    ("ms-word", "docx"),
    ("presentationml", "pptx"),
    ("powerpoint", "pptx"),
)


class Relation(NamedTuple):
    """One internal relationship: its role (such as `worksheet`) and its part."""

    role: str
    part: str


def relations(package: Package, source: str) -> dict[str, Relation]:
    """
    The internal relationships of a part by id; external ones are left alone.

    Args:
        source: name of the part, empty for the package itself.
    """
    folder, name = posixpath.split(source)
    part = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}
    if part not in package:
        return found

    def add(attributes: Attributes) -> None:
        if attributes.get("TargetMode", "Internal") != "Internal":
            return
        key, target = attributes.get("Id", ""), attributes.get("Target", "")
        if key in found:
            raise damaged("link", part=key)
        role = _role(attributes.get("Type", ""))
        if role:
            found[key] = Relation(role, _resolved(folder, target))

    walk = Walk("Relationships", starts={"Relationship": add}, spaces=_SPACES)
    content = package.take(part)
    walk.count(package, content, part)
    links = [] if walk.is_long else listed(content, _LINKS, _LINK, root="Relationships")
    for _, key, kind, target, mode in links:
        named = {"Id": key, "Type": kind, "Target": target}
        add(named | ({"TargetMode": mode} if mode else {}))
    if not links:
        walk.over(content)
    return found


def workbook_part(package: Package, of_package: dict[str, Relation]) -> str:
    """
    The part that holds the list of sheets.

    Raises:
        Fault: another program's file, or not exactly one such part.
    """
    parts = {one.part for one in of_package.values() if one.role == "officeDocument"}
    if not parts:
        raise other_kind("zip")
    if len(parts) > 1:
        raise damaged("twice", part="officeDocument")
    part = parts.pop()
    content_type = _content_type(package, part).lower()
    if content_type not in _WORKBOOK_TYPES:
        kinds = [kind for mark, kind in _OTHER_TYPES if mark in content_type]
        raise other_kind(kinds[0] if kinds else "zip")
    return part


def _content_type(package: Package, part: str) -> str:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}

    def default(attributes: Attributes) -> None:
        extension = attributes.get("Extension", "").lower()
        defaults[extension] = attributes.get("ContentType", "")

    def override(attributes: Attributes) -> None:
        name = attributes.get("PartName", "").lstrip("/").lower()
        overrides[name] = attributes.get("ContentType", "")

    walk = Walk(
        "Types",
        starts={"Default": default, "Override": override},
        spaces=_TYPE_SPACES,
    )
    content = package.take(_TYPES_PART)
    walk.count(package, content, _TYPES_PART)
    types = [] if walk.is_long else listed(content, _TYPES, _TYPE, root="Types")
    for _, extension, name, kind in types:
        if name:
            override({"PartName": name, "ContentType": kind})
        else:
            default({"Extension": extension, "ContentType": kind})
    if not types:
        walk.over(content)
    extension = part.lower().rpartition(".")[2]
    return overrides.get(part.lower(), defaults.get(extension, ""))


def _role(kind: str) -> str:
    for space in _OFFICE:
        if kind.startswith(space):
            return kind.removeprefix(space)
    return ""


def _resolved(folder: str, target: str) -> str:
    # Joined below "/", no ".." can climb out of the package.
    part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    if not target or not part:
        raise damaged("link", part=target)
    return part
