"""Whether the bytes of a workbook open again, before they are handed out."""

import io
import zipfile
import zlib


def is_whole(content: bytes) -> bool:
    """True for a package in which every part reads back as it was written."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return package.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False
