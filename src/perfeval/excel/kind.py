"""What a file is, by its content and never by its name."""

import struct
from collections.abc import Collection

from perfeval.excel.fault import Fault, other_kind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_END = b"PK\x05\x06"
_ZIP_END_SIZE = 22  # bytes of an end record without a comment
_OLE_NAME_SIZE = 64  # bytes of a name in an OLE directory entry
_HEAD = 4096  # bytes that are enough to tell text from anything else

_STARTS = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
_STREAMS = (  # of an OLE file, in the order in which they decide
    ("EncryptedPackage", Fault("PE006")),
    ("Workbook", Fault("PE005")),
    ("Book", Fault("PE005")),
    ("WordDocument", other_kind("doc")),
    ("PowerPoint Document", other_kind("ppt")),
)


def refuse_other_than_zip(content: bytes) -> None:
    """
    Pass a ZIP archive, whole or broken; name anything else.

    Raises:
        Fault: an old, an encrypted or another program's file.
    """
    # A ZIP with something before it is a damaged ZIP, not an unknown file.
    if content.startswith(_ZIP) or content[-_ZIP_END_SIZE:].startswith(_ZIP_END):
        return
    if content.startswith(_OLE):
        raise _ole(content)
    raise other_kind(_flat(content))


def refuse_other_packages(content: bytes, names: Collection[str]) -> None:
    """
    Pass an archive that may be an Excel workbook, by the names inside it.

    Raises:
        Fault: another program's file.
    """
    if "xl/workbook.bin" in names:
        raise other_kind("xlsb")
    if "word/document.xml" in names:
        raise other_kind("docx")
    if "ppt/presentation.xml" in names:
        raise other_kind("pptx")
    if "mimetype" in names and "content.xml" in names:
        sheet = b"opendocument.spreadsheet" in content[:_HEAD]
        raise other_kind("ods" if sheet else "opendocument")
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        raise other_kind("numbers")
    if "[content_types].xml" not in names:
        raise other_kind("zip")


def _ole(content: bytes) -> Fault:
    for name, fault in _STREAMS:
        encoded = name.encode("utf-16-le")
        length = struct.pack("<H", len(encoded) + 2)  # with the closing zero
        if encoded.ljust(_OLE_NAME_SIZE, b"\0") + length in content:
            return Fault(fault.code, **fault.facts)
    return other_kind("ole")


def _flat(content: bytes) -> str:
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content[4:8] == b"ftyp" or content[8:12] == b"WEBP":
        return "image"
    text = _text(content[:_HEAD])
    if text is None:
        return "unknown"
    text = text.lstrip("\ufeff \t\r\n").lower()
    if text.startswith(("<!doctype html", "<html")):
        return "html"
    return "xml" if text.startswith("<?xml") else "text"


def _text(head: bytes) -> str | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    if any(byte < ord(" ") and byte not in b"\t\r\n\x0c" for byte in head):
        return None
    # Thai Excel saves .csv as cp874; which of the two it is does not matter here.
    return head.decode("utf-8", errors="replace")
