"""The plain program that perfeval is measured against: openpyxl, Pydantic, Decimal."""

import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
from pydantic import BaseModel

BANDS = ((90, "ดีเด่น"), (80, "ดีมาก"), (70, "ดี"), (60, "พอใช้"), (0, "ต้องปรับปรุง"))


class Row(BaseModel):
    """One row of a table."""

    title: str
    weight: Decimal | None = None
    level: Decimal | None = None


class Form(BaseModel):
    """One form."""

    name: str
    indicators: list[Row]
    competencies: list[Row]


def rows(sheet, heading: str, columns: dict[str, int]) -> list[dict]:
    """The rows below a heading, up to the first without a title."""
    first = next(c.row + 1 for c in sheet["B"] if str(c.value).rstrip(" *") == heading)
    found = []
    for row in range(first, sheet.max_row):
        values = {k: sheet.cell(row, c).value for k, c in columns.items()}
        if not values["title"]:
            break
        found.append(
            {k: v if k == "title" else v and str(v) for k, v in values.items()}
        )
    return found


def _figure(value: object) -> str | None:
    return str(value) if isinstance(value, int | float) else None


def score(path: Path) -> tuple[str, Decimal, str]:
    """Name, total and band of one workbook, read at fixed places."""
    sheet = openpyxl.load_workbook(path, data_only=True)["แบบประเมิน"]
    form = Form(
        name=str(sheet["C8"].value),
        indicators=rows(sheet, "ตัวชี้วัด", {"title": 2, "weight": 3, "level": 10}),
        competencies=rows(sheet, "สมรรถนะ", {"title": 2, "level": 7}),
    )
    none = Decimal(0)
    results = sum(
        ((r.weight or none) * (r.level or none) / 5 for r in form.indicators), none
    )
    count = len(form.competencies) or 1
    behaviour = sum(((r.level or none) * 20 / count for r in form.competencies), none)
    total = (results * 70 + behaviour * 30) / 100
    return form.name, total, next(label for floor, label in BANDS if total >= floor)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        score(Path(name))
