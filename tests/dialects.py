"""Packages built by hand, from strings, the way some program might write them."""

import struct
import zlib
from dataclasses import dataclass, field, replace
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True)
class Part:
    """One entry of an archive; whatever is set differs from what a writer does."""

    name: str
    content: bytes
    method: int = 8
    flags: int = 0
    size: int | None = None  # declared, where it is a lie
    crc: int | None = None
    local_name: str | None = None
    descriptor: str = ""  # struct format of a data descriptor, `sign` before it
    extra: bytes = b""
    after: bytes = b""  # bytes behind the entry that belong to nothing


@dataclass
class Archive:
    """A ZIP archive as bytes."""

    parts: list[Part] = field(default_factory=list)

    def packed(self) -> bytes:
        """The whole file."""
        body, lines = b"", b""
        for part in self.parts:
            entry, line = _entry(part, len(body))
            body, lines = body + entry, lines + line
        count = len(self.parts)
        end = struct.pack(
            "<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(lines), len(body), 0
        )
        return body + lines + end


def _entry(part: Part, at: int) -> tuple[bytes, bytes]:
    content = part.content
    if part.method:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        content = deflate.compress(content) + deflate.flush()
    crc = zlib.crc32(part.content) if part.crc is None else part.crc
    size = len(part.content) if part.size is None else part.size
    name = part.name.encode()
    local_name = name if part.local_name is None else part.local_name.encode()
    sizes = (crc, len(content), size)
    flags, declared, behind = part.flags, sizes, b""
    if part.descriptor:
        flags, declared = flags | 8, (0, 0, 0)
        mark = b"PK\7\x08" if part.descriptor.startswith("sign") else b""
        behind = mark + struct.pack(part.descriptor.removeprefix("sign"), *sizes)
    local = struct.pack("<4s5H", b"PK\3\4", 20, flags, part.method, 0, 33)
    local += struct.pack("<3L2H", *declared, len(local_name), len(part.extra))
    line = struct.pack("<4s6H", b"PK\1\2", 20, 20, flags, part.method, 0, 33)
    line += struct.pack("<3L5H2L", *sizes, len(name), 0, 0, 0, 0, 0, at)
    return local + local_name + part.extra + content + behind + part.after, line + name


@dataclass(frozen=True)
class Book:
    """
    A small workbook, each part as text that a test may replace.

    rows: what stands inside `sheetData`.
    around: what follows it, such as merged cells.
    before: what stands before it, such as columns.
    """

    rows: str = '<row r="1"><c r="A1"><v>1</v></c></row>'
    before: str = ""
    around: str = ""
    strings: str | None = None  # the `si` elements
    styles: str | None = None
    sheets: str = '<sheet name="S" sheetId="1" r:id="rId1"/>'
    names: str = ""  # the `definedName` elements
    settings: str = ""
    main: str = MAIN
    relation: str = RELATION
    folder: str = "xl"
    workbook: str = "workbook.xml"
    encoding: str = "UTF-8"
    sheet_xml: str | None = None  # the whole part
    content_type: str = "sheet.main+xml"
    more: tuple[Part, ...] = ()

    def parts(self) -> list[Part]:
        """The parts of the package."""
        texts = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": self._of_package(),
            f"{self.folder}/{self.workbook}": self._workbook(),
            f"{self.folder}/_rels/{self.workbook}.rels": self._of_workbook(),
            f"{self.folder}/worksheets/sheet1.xml": self._sheet(),
        }
        if self.strings is not None:
            texts[f"{self.folder}/sharedStrings.xml"] = (
                f'<sst xmlns="{self.main}">{self.strings}</sst>'
            )
        if self.styles is not None:
            texts[f"{self.folder}/styles.xml"] = (
                f'<styleSheet xmlns="{self.main}">{self.styles}</styleSheet>'
            )
        made = [Part(name, self._encoded(name, text)) for name, text in texts.items()]
        return [*made, *self.more]

    def packed(self) -> bytes:
        """The whole file."""
        return Archive(self.parts()).packed()

    def _encoded(self, name: str, text: str) -> bytes:
        is_sheet = "worksheets" in name or "sharedStrings" in name
        encoding = self.encoding if is_sheet else "UTF-8"
        return f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)

    def _types(self) -> str:
        return (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/{self.folder}/{self.workbook}"'
            f' ContentType="{_TYPE}.{self.content_type}"/>'
            f'<Override PartName="/{self.folder}/worksheets/sheet1.xml"'
            f' ContentType="{_TYPE}.worksheet+xml"/>'
            f'<Override PartName="/{self.folder}/sharedStrings.xml"'
            f' ContentType="{_TYPE}.sharedStrings+xml"/>'
            f'<Override PartName="/{self.folder}/styles.xml"'
            f' ContentType="{_TYPE}.styles+xml"/></Types>'
        )

    def _of_package(self) -> str:
        return _relations(
            (
                "rId1",
                f"{self.relation}/officeDocument",
                f"{self.folder}/{self.workbook}",
            )
        )

    def _of_workbook(self) -> str:
        return _relations(
            ("rId1", f"{self.relation}/worksheet", "worksheets/sheet1.xml"),
            ("rId2", f"{self.relation}/styles", "styles.xml") if self.styles else None,
            ("rId3", f"{self.relation}/sharedStrings", "sharedStrings.xml")
            if self.strings is not None
            else None,
        )

    def _workbook(self) -> str:
        names = f"<definedNames>{self.names}</definedNames>" if self.names else ""
        return (
            f'<workbook xmlns="{self.main}" xmlns:r="{self.relation}">{self.settings}'
            f"<sheets>{self.sheets}</sheets>{names}</workbook>"
        )

    def _sheet(self) -> str:
        return self.sheet_xml or (
            f'<worksheet xmlns="{self.main}">{self.before}'
            f"<sheetData>{self.rows}</sheetData>{self.around}</worksheet>"
        )


def _relations(*lines: tuple[str, str, str] | None) -> str:
    written = "".join(
        f'<Relationship Id="{line[0]}" Type="{line[1]}" Target="{line[2]}"/>'
        for line in lines
        if line
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def changed(book: Book, name: str, /, **changes: object) -> bytes:
    """The file of a book with one entry of the archive written differently."""
    parts = book.parts()
    assert any(part.name == name for part in parts), name
    return Archive(
        [replace(part, **changes) if part.name == name else part for part in parts]
    ).packed()


def saved(folder: Path, content: bytes, name: str = "book.xlsx") -> Path:
    """The content as a file."""
    path = folder / name
    path.write_bytes(content)
    return path
