"""What people do between the commands of `perfeval demo`, and what is told of them."""

import shutil
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from perfeval.cli.rehearsal import Answer, run

FAULT = "PE204"  # the fault that is shown: a level of 6
FILLED = "summary-decided.xlsx"
Facts = Mapping[str, Any]


class Scene(NamedTuple):
    """
    Where the story plays.

    folder: the round that is made. source: the example that comes with perfeval.
    example: its people.toml.
    """

    folder: Path
    source: Path
    example: Mapping[str, Any]
    lang: str


def opens(scene: Scene) -> None:
    """The officer has filled in the round."""
    for name in ("round.toml", "roster.xlsx", "attendance.xlsx"):
        shutil.copy(scene.source / name, scene.folder)


def agrees(scene: Scene) -> None:
    """The agreements of one division come back."""
    shutil.copytree(scene.source / "agreements", scene.folder / "agreements")


def evaluates(scene: Scene) -> None:
    """The forms come back, as they are."""
    shutil.copytree(scene.source / "inbox", scene.folder / "inbox")


def corrects(scene: Scene) -> None:
    """Faulty forms come again, and what does not belong here is sent back."""
    inbox = scene.folder / "inbox"
    shutil.copytree(scene.source / "corrected", inbox, dirs_exist_ok=True)
    for name in scene.example["story"]["sent_back"]:
        (inbox / name).unlink()


def decides(scene: Scene) -> None:
    """Committee and chief fill in a copy of the summary."""
    from perfeval.cli.output import put
    from perfeval.excel.typed import typed

    summary = scene.folder / "out" / "summary.xlsx"
    seen = run(("inspect", str(summary)), scene.folder, scene.lang).answer
    cells = _cells(seen, scene.example["story"])
    put(typed(summary.read_bytes(), cells), scene.folder / FILLED, "committee_summary")


def _cells(
    seen: Answer, story: Mapping[str, Any]
) -> dict[tuple[str, str], str | Decimal | int | date]:
    """Where each value of the story goes, by sheet and address."""
    by_id = {one["employee_id"]: one for one in story["decisions"]}
    cells: dict[tuple[str, str], str | Decimal | int | date] = {}
    for page in seen["results"]:
        for key in page["fields"].keys() & story.keys():
            cells[page["sheet"], page["fields"][key]["cell"]] = story[key]
        for row in page["tables"].get("decisions", ()):
            decided = by_id.get(row["employee_id"]["value"], {})
            for key in decided.keys() - {"employee_id"}:
                cells[page["sheet"], row[key]["cell"]] = decided[key]
    return cells


def of_round(scene: Scene, _: Answer) -> Facts:
    """Who is in the round."""
    office = scene.example["office"]
    return {
        "organisation": office["organisation"],
        "round": f"{office['fiscal_year']}-{office['round_number']}",
        "people": len(scene.example["people"]),
        "divisions": len(office["divisions"]),
    }


def of_corrections(scene: Scene, _: Answer) -> Facts:
    """What was settled."""
    again = (scene.source / "corrected").rglob("*.xlsx")
    return {
        "again": sum(1 for _ in again),
        "back": len(scene.example["story"]["sent_back"]),
    }


def of_fault(_: Scene, answer: Answer) -> Facts:
    """One fault as an example."""
    return next(one for one in answer["findings"] if one["code"] == FAULT)


def of_person(_: Scene, answer: Answer) -> Facts:
    """The score of one person."""
    return dict(answer["results"][0])


def of_decision(scene: Scene, _: Answer) -> Facts:
    """How many results committee and chief changed."""
    decisions = scene.example["story"]["decisions"]
    return {
        "committee": sum("committee_total" in one for one in decisions),
        "chief": sum("chief_total" in one for one in decisions),
    }


def of_seal(_: Scene, answer: Answer) -> Facts:
    """The seal of a round."""
    return dict(answer["results"][0])
