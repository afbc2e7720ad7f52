"""What a file is by its content, where its name does not say that it is a workbook."""

from pathlib import Path

from perfeval.excel.fault import Fault
from perfeval.excel.source import take

_MAIN = b"xl/workbook"
_END = b"PK\x05\x06"  # the record at the end of an archive says where its list begins
_START = slice(16, 20)


def is_a_workbook(path: Path) -> bool:
    """
    True of an archive that lists a workbook, whatever its name ends in.

    Thai names hold full stops (น.ส.สมใจ), so a name without .xlsx has an ending that
    is none. Whether the workbook can be used is not asked here.
    """
    try:
        content, _ = take(path)
    except Fault:
        return False
    end = content.rfind(_END)
    start = int.from_bytes(content[end:][_START], "little")
    return end >= 0 and _MAIN in content[start:end]
