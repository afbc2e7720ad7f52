"""A table for pay that an office supplies: read whole, every fault told at its line."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from perfeval.blocks import Model
from perfeval.dataerrors import by_line
from perfeval.datafile import DataFileError, examine, read_bytes, text_of
from perfeval.findings import Finding
from perfeval.tomllines import Places, lines
from perfeval.tomltext import parsed


def read_block(
    model: type[Model],
    path: Path,
    *,
    shown: str,
    check: Callable[[Model, Places], Iterable[Finding]],
) -> tuple[Model, str]:
    """
    What a file says, and the digest of its bytes.

    Args:
        check: finds what the table must not say, beyond the shape of its file.

    Raises:
        DataFileError: it cannot be used; every fault of it is told.
    """
    raw = read_bytes(path, shown=shown)
    text = text_of(raw, shown=shown)
    document = parsed(text, shown=shown)
    if document.values is None:
        raise DataFileError(list(document.findings))
    at = Places(shown, lines(text))
    found = examine(model, document, at)
    told = [*document.findings, *found.findings]
    if not found.findings and not document.spoilt:  # nothing of it is missing
        told += check(found.block, at)
    if told:
        raise DataFileError(by_line(told))
    return found.block, sha256(raw).hexdigest()
