"""An office's own regulation file: read, and checked in full."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from perfeval.dataerrors import by_line
from perfeval.datafile import DataFileError, examine, read_bytes, text_of
from perfeval.findings import Finding
from perfeval.regulations.check import check, check_weights
from perfeval.regulations.schema import Regulation
from perfeval.tomllines import Places, leaves, lines
from perfeval.tomltext import parsed

OPEN = "ข้อ …"  # in place of the number that the office has to give


def read_own(path: Path, shown: str) -> tuple[Regulation, str]:
    """
    The regulation of a file that somebody wrote, and the digest of its bytes.

    Raises:
        DataFileError: the file cannot be used; every fault of it is told.
    """
    raw = read_bytes(path, shown=shown)
    regulation, findings = examined(text_of(raw, shown=shown), shown=shown)
    if findings:
        raise DataFileError(findings)
    return regulation, sha256(raw).hexdigest()


def examined(text: str, *, shown: str) -> tuple[Regulation, list[Finding]]:
    """
    The regulation that a text says, and every fault of it, in one pass.

    With faults, the regulation holds only what could be read.
    """
    document = parsed(text, shown=shown)
    if document.values is None:
        raise DataFileError(list(document.findings))
    at = Places(shown, lines(text))
    found = examine(Regulation, document, at)
    said = check(found.block, at, faulty=found.faulty)
    if "components" in found.faulty:
        said += check_weights(document, at)
    said += left_open(document.values, at)
    return found.block, by_line([*document.findings, *found.findings, *said])


def left_open(values: object, at: Places) -> Iterator[Finding]:
    """Clauses that still stand as in an example of a copy: “ข้อ …”."""
    for path, value in leaves(values):
        if str(path[-1]).endswith("clause") and OPEN in str(value):
            yield at.finding("PE412", path)
