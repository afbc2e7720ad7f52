"""The custom document properties of a workbook."""

from perfeval.excel.markup import Attributes, Walk
from perfeval.excel.package import Package
from perfeval.excel.relations import Relation
from perfeval.excel.strings import unescaped

_ROLES = ("custom-properties", "customProperties")  # transitional, strict
_SPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
)
_TYPES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
)
_PLAIN = ("lpwstr", "lpstr", "bstr", "i1", "i2", "i4", "i8", "int", "r4", "r8")
_VALUES = (*_PLAIN, "ui1", "ui2", "ui4", "ui8", "uint", "decimal", "bool", "filetime")


def custom_properties(
    package: Package, of_package: dict[str, Relation]
) -> dict[str, str]:
    """Each plain property by its name, as text; the last of a name counts."""
    found: dict[str, str] = {}
    name = ""

    def open_property(attributes: Attributes) -> None:
        nonlocal name
        name = attributes.get("name", "")

    def value(text: str) -> None:
        found[name] = unescaped(text)

    for relation in of_package.values():
        if relation.role in _ROLES and relation.part in package:
            walk = Walk(
                "Properties", starts={"property": open_property}, spaces=_SPACES
            )
            walk.add_texts(dict.fromkeys(_VALUES, value), _TYPES)
            walk.through(package, relation.part)
    return found
