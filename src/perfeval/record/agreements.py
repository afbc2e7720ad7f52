"""record/agreements/: every version of each person's agreement, a file a person."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from perfeval import thai
from perfeval.appraise.agreed import AgreedRow, Agreement
from perfeval.record.damage import DamagedError
from perfeval.record.memory import Kept, remembered
from perfeval.record.places import PRIVATE_FOLDER, as_text, keep, record_folder
from perfeval.rounds.folder import RoundFolder

AGREEMENTS = "agreements"
ENDING = ".json"


def load(folder: RoundFolder) -> Mapping[str, tuple[Agreement, ...]]:
    """
    The versions of every agreement, oldest first, by `Person.key`.

    Raises:
        DamagedError: a file was changed by hand.
    """
    found: dict[str, tuple[Agreement, ...]] = {}
    place = folder.record / AGREEMENTS
    for path in sorted(place.glob(f"*{ENDING}")) if place.is_dir() else ():
        kept = remembered(path)
        try:
            versions = tuple(_version(one) for one in kept["versions"]) if kept else ()
            key = thai.id_key(kept["employee_id"]) if kept else ""
        except (KeyError, TypeError, ValueError, AttributeError) as damaged:
            raise DamagedError(path) from damaged
        if [one.number for one in versions] != list(range(1, len(versions) + 1)):
            raise DamagedError(path)
        if len(versions) > len(found.get(key, ())):  # an id may be spelled in two ways
            found[key] = versions
    return found


def save(folder: RoundFolder, employee_id: str, versions: Sequence[Agreement]) -> None:
    """Keep every version of one person's agreement."""
    place = record_folder(folder.record) / AGREEMENTS
    place.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    kept = {
        "employee_id": employee_id,
        "versions": [_as_kept(one) for one in versions],
    }
    # An id is no path: whatever a file system might take amiss is spelled out.
    keep(as_text(kept), place / f"{quote(employee_id, safe=' ')}{ENDING}")


def _version(kept: Kept) -> Agreement:
    return Agreement(
        number=kept["number"],
        file=kept["file"],
        sheet=kept["sheet"],
        sha256=kept["sha256"],
        recorded_on=date.fromisoformat(kept["recorded_on"]),
        agreed_on=date.fromisoformat(kept["agreed_on"]) if kept["agreed_on"] else None,
        indicators=_rows(kept["indicators"]),
        competencies=_rows(kept["competencies"]),
        changes=_rows(kept["changes"]),
        items=_rows(kept.get("items", ())),
    )


def _rows(kept: Iterable[Mapping[str, Any]]) -> tuple[AgreedRow, ...]:
    return tuple(AgreedRow(dict(one["values"]), dict(one["cells"])) for one in kept)


def _as_kept(one: Agreement) -> Kept:
    kept = {
        "number": one.number,
        "file": one.file,
        "sheet": one.sheet,
        "sha256": one.sha256,
        "recorded_on": one.recorded_on.isoformat(),
        "agreed_on": one.agreed_on.isoformat() if one.agreed_on else None,
        "indicators": _as_rows(one.indicators),
        "competencies": _as_rows(one.competencies),
        "changes": _as_rows(one.changes),
    }
    return kept | ({"items": _as_rows(one.items)} if one.items else {})


def _as_rows(rows: Iterable[AgreedRow]) -> list[Kept]:
    return [{"values": {**one.values}, "cells": {**one.cells}} for one in rows]
