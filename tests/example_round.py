"""The example round in a folder, as it is before and after the corrections."""

import shutil
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from shell import EXAMPLE

PEOPLE = tomllib.loads((EXAMPLE / "people.toml").read_text(encoding="utf-8"))
WORKBOOKS = {one["file"]: one for one in PEOPLE["workbooks"]}


def before_corrections(folder: Path) -> Path:
    """The round with the inbox as it comes first."""
    place = folder / "รอบ"
    shutil.copytree(EXAMPLE / "inbox", place / "inbox")
    for name in ("round.toml", "roster.xlsx"):
        shutil.copy(EXAMPLE / name, place)
    return place


def after_corrections(folder: Path) -> Path:
    """The round after the office has settled what was wrong."""
    place = before_corrections(folder)
    shutil.copytree(EXAMPLE / "corrected", place / "inbox", dirs_exist_ok=True)
    for name in PEOPLE["story"]["sent_back"]:
        (place / "inbox" / name).unlink()
    return place


def by_regulation(
    results: Iterable[Mapping[str, Any]],
) -> dict[str, list[tuple[int, str, str]]]:
    """Rank, id and exact total of each list, in the order told."""
    lists: dict[str, list[tuple[int, str, str]]] = {}
    for one in results:
        told = one["rank"], one["employee_id"], one["total"]
        lists.setdefault(one["regulation"], []).append(told)
    return lists
