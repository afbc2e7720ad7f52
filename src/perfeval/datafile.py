"""
TOML files that people write: regulations, forms, rounds.

A file is read once, checked whole, and every fault is told with its line and
key path. Numbers become `Decimal` from their literal text; a TOML integer where
points or percent are meant becomes one too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, Generic, get_args, get_origin

from pydantic import ValidationError

from perfeval.blocks import Block, Model, bare, trusted
from perfeval.dataerrors import by_line, late_dates, refusals
from perfeval.findings import Finding
from perfeval.tomllines import KeyPath, Places, lines
from perfeval.tomltext import Document, decoded, parsed

REASONS: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: ("ไม่พบไฟล์", "it is not there"),
    IsADirectoryError: ("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "it is a folder"),
    PermissionError: ("ไม่มีสิทธิ์อ่าน", "reading it is not permitted"),
}
NO_FILE = ("ไม่ใช่ไฟล์ธรรมดา", "it is no regular file")


class DataFileError(Exception):
    """A data file that cannot be used; `findings` says why, all in one pass."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("; ".join(one.message("en") for one in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Examined(Generic[Model]):
    """
    What could be made of the values of a file.

    block: with findings, it holds only the keys that are not `faulty`.
    faulty: the top-level keys whose values cannot be relied on.
    """

    block: Model
    findings: tuple[Finding, ...]
    faulty: frozenset[str]


def read_bytes(path: Path, *, shown: str) -> bytes:
    """
    The bytes of a data file.

    Raises:
        DataFileError: it cannot be opened, or is a pipe or device that may never end.
    """
    try:
        mode = path.stat().st_mode
        if not (S_ISREG(mode) or S_ISDIR(mode)):  # a folder is refused when opened
            raise _unreadable(NO_FILE, shown)
        return path.read_bytes()
    except OSError as refused:
        reason = REASONS.get(type(refused), (str(refused.strerror),) * 2)
        raise _unreadable(reason, shown) from refused


def _unreadable(reason: tuple[str, str], shown: str) -> DataFileError:
    th, en = reason
    fault = Places(shown, {}).finding("PE401", (), reason_th=th, reason_en=en)
    return DataFileError([fault])


def text_of(raw: bytes, *, shown: str) -> str:
    """
    The text of a data file.

    Raises:
        DataFileError: it is not UTF-8; the finding says how to save it.
    """
    text = decoded(raw, shown=shown)
    if isinstance(text, Finding):
        raise DataFileError([text])
    return text


def read_toml(path: Path, *, shown: str) -> Mapping[str, Any]:
    """
    The values of a TOML file; figures with a point are `Decimal`.

    Args:
        shown: the path as messages show it.

    Raises:
        DataFileError: it cannot be opened or is not TOML; every fault is told.
    """
    document = parsed(text_of(read_bytes(path, shown=shown), shown=shown), shown=shown)
    if document.values is None or document.findings:
        raise DataFileError(list(document.findings))
    return document.values


def checked(
    model: type[Model], values: Mapping[str, Any], *, shown: str, text: str
) -> Model:
    """
    The block that a file says, checked whole.

    Args:
        shown: the path as messages show it.
        text: the text that the values were read from, for the lines.

    Raises:
        DataFileError: every fault of it, each with its line and key path.
    """
    found = examine(model, Document(values), Places(shown, lines(text)))
    if found.findings:
        raise DataFileError(list(found.findings))
    return found.block


def examine(model: type[Model], document: Document, places: Places) -> Examined[Model]:
    """
    The block that a file says, and every fault of its keys and values.

    A block with faults holds the sound top-level keys only, so that what they
    say together can still be checked in the same pass.
    """
    values = document.values or {}
    spoilt = frozenset(str(path[0]) for path in document.spoilt)
    late = list(late_dates(values, places))
    try:
        block = model.model_validate(values)
    except ValidationError as error:
        refused = list(
            refusals(
                error.errors(include_url=False),
                places,
                keys_at=partial(_keys_at, model),
                spoilt=document.spoilt,
            )
        )
        faulty = spoilt.union(
            *(map(str, one.path[:1]) for one in refused if not one.is_harmless)
        )
        sound = {key: values[key] for key in values if key not in faulty}
        late += [one.finding for one in refused if one.finding]
        return Examined(trusted(model, sound), tuple(by_line(late)), faulty)
    return Examined(block, tuple(late), spoilt)


def _keys_at(model: type[Block], path: KeyPath) -> tuple[str, ...]:
    """The keys that a block of the file may have; none where no block is meant."""
    kind: Any = model
    for part in path:
        kind = bare(kind)
        if get_origin(kind) is tuple:
            kind = get_args(kind)[0]
        elif get_origin(kind) is dict:
            kind = get_args(kind)[1]
        else:
            kind = _field(kind, part)
    kind = bare(kind)
    fields = kind.model_fields if _is_block(kind) else {}
    return tuple(field.alias or name for name, field in fields.items())


def _field(kind: Any, key: str | int) -> Any:
    fields = kind.model_fields if _is_block(kind) else {}
    named = {field.alias or name: field for name, field in fields.items()}
    return named[str(key)].annotation if key in named else None


def _is_block(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Block)
