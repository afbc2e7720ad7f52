"""
Every file that came in: its bytes under record/received, and when it was first seen.

Receipts are only ever added. A file that came before is no new receipt, so that a
second run on the same inbox writes nothing.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from perfeval.appraise.standing import FileStatus
from perfeval.record.places import PRIVATE_FOLDER, keep, record_folder
from perfeval.thai import id_key

RECEIPTS = "receipts.jsonl"
RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Receipt:
    """
    One file with one content.

    file: the path as shown. employee_ids: whose forms were in it.
    """

    file: str
    sha256: str
    first_seen_on: date
    employee_ids: tuple[str, ...] = ()


def kept_at(record: Path, sha256: str) -> Path:
    """Where the bytes of a digest are kept."""
    return record / RECEIVED / f"{sha256}.xlsx"


def keep_content(record: Path, content: bytes, sha256: str) -> None:
    """
    Keep the bytes of a file that came in, once; the lock must be held.

    Raises:
        OSError: it cannot be written.
    """
    path = kept_at(record, sha256)
    if path.is_file() and path.stat().st_size == len(content):
        return
    record_folder(record)
    path.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    keep(content, path)


def load(record: Path) -> tuple[Receipt, ...]:
    """Every receipt, in the order in which they came."""
    path = record / RECEIPTS
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_receipt(json.loads(line)) for line in lines)


def add(
    record: Path, files: Iterable[FileStatus | Receipt], today: date
) -> tuple[Receipt, ...]:
    """
    Note the files that were not seen before with this content; the lock must be held.

    Returns:
        Every receipt, the new ones last.

    Raises:
        OSError: it cannot be written.
    """
    before = load(record)
    seen = {(one.file, one.sha256) for one in before}
    new = [
        Receipt(one.file, one.sha256, today, one.employee_ids)
        for one in files
        if one.sha256 is not None and (one.file, one.sha256) not in seen
    ]
    if not new:
        return before
    every = (*before, *new)
    text = "".join(f"{_line(one)}\n" for one in every)
    keep(text.encode("utf-8", "backslashreplace"), record_folder(record) / RECEIPTS)
    return every


class History:
    """The receipts of a round, found by what they are of."""

    def __init__(self, receipts: Sequence[Receipt]) -> None:
        self._receipts = receipts
        self._places: dict[tuple[str, str | None], int] = {}
        self._of_file: defaultdict[str, list[int]] = defaultdict(list)
        self._of_person: defaultdict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(receipts):
            self._places.setdefault((one.file, one.sha256), place)
            self._of_file[one.file].append(place)
            for employee_id in one.employee_ids:
                self._of_person[id_key(employee_id)].append(place)

    def came(self, file: FileStatus) -> int:
        """The place of a file among the receipts; behind the last where it has none."""
        return self._places.get((file.file, file.sha256), len(self._receipts))

    def before(self, file: FileStatus, employee_id: str) -> tuple[Receipt, ...]:
        """
        What came before of one person, or under the same path, the latest first; the
        same content under another path among it.
        """
        own = self._of_person.get(id_key(employee_id), [])
        places = {*own, *self._of_file.get(file.file, [])}
        known = self.came(file)
        earlier = sorted((one for one in places if one < known), reverse=True)
        return tuple(self._receipts[place] for place in earlier)


def _line(one: Receipt) -> str:
    told = {
        "file": one.file,
        "sha256": one.sha256,
        "first_seen_on": one.first_seen_on.isoformat(),
        "employee_ids": list(one.employee_ids),
    }
    return json.dumps(told, ensure_ascii=False)


def _receipt(told: Mapping[str, Any]) -> Receipt:
    return Receipt(
        told["file"],
        told["sha256"],
        date.fromisoformat(told["first_seen_on"]),
        tuple(told["employee_ids"]),
    )
