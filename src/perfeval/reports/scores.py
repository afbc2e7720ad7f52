"""The scores of a run, a row a person, and what was found."""

from collections.abc import Iterable, Sequence

from perfeval.appraise.figures import exact_text, fixed
from perfeval.appraise.score import Part, Result
from perfeval.book import Book, Column, Figure, Sheet, Value
from perfeval.findings import Finding
from perfeval.grid import MARK, SCORES
from perfeval.reports.findings_sheet import sheet as findings_sheet

PLACES = 2
WORDS = {
    "th": {
        "title": "คะแนนและระดับผลการประเมิน",
        "employee_id": "รหัสพนักงาน",
        "name": "ชื่อ–สกุล",
        "position": "ตำแหน่ง",
        "division": "สังกัด",
        "regulation": "หลักเกณฑ์",
        "round": "รอบ",
        "total": "คะแนนรวม",
        "exact": "คะแนนรวม (ค่าจริง)",
        "band": "ระดับ",
        "at_edge": "ใกล้เกณฑ์แบ่งระดับ",
        "file": "ไฟล์",
        "sheet": "แผ่นงาน",
        "edge": "ใช่",
        "rule": "ระดับตัดสินจากค่าจริง ไม่ใช่ค่าที่ปัดเศษ "
        "ผู้ที่ระดับจะเปลี่ยนหากปัดเป็นสองตำแหน่งมีเครื่องหมายไว้",
    },
    "en": {
        "title": "Scores and bands",
        "employee_id": "Employee id",
        "name": "Name",
        "position": "Position",
        "division": "Division",
        "regulation": "Regulation",
        "round": "Round",
        "total": "Total",
        "exact": "Total (exact)",
        "band": "Band",
        "at_edge": "At an edge",
        "file": "File",
        "sheet": "Sheet",
        "edge": "yes",
        "rule": "Bands are decided on the exact total. Whoever's band would change by "
        "rounding to two places is marked.",
    },
}


def build(results: Sequence[Result], findings: Iterable[Finding], lang: str) -> Book:
    """The scores as a workbook: a sheet of people, a sheet of findings."""
    words = WORDS[lang]
    scores = Sheet(
        title=words["title"][:31],
        heading=(words["title"], *_regulations(results)),
        columns=_columns(results, words),
        rows=tuple(_row(one, _keys(results), words) for one in results),
        closing=(words["rule"],),
    )
    return Book((scores, findings_sheet(findings, lang)), {MARK: SCORES})


def _regulations(results: Sequence[Result]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.regulation.title for one in results))


def _keys(results: Sequence[Result]) -> dict[str, str]:
    """The components that occur, key -> label, in order."""
    return {
        part.component.key: part.component.label
        for one in results
        for part in one.parts
    }


def _columns(results: Sequence[Result], words: dict[str, str]) -> tuple[Column, ...]:
    parts = [
        Column(key, f"{label} (100)", 10, "figure")
        for key, label in _keys(results).items()
    ]
    return (
        Column("employee_id", words["employee_id"], 10),
        Column("name", words["name"], 20),
        Column("position", words["position"], 18),
        Column("division", words["division"], 13),
        *parts,
        Column("total", words["total"], 9, "figure"),
        Column("total_exact", words["exact"], 10, "centre"),
        Column("band", words["band"], 10, "centre"),
        Column("at_edge", words["at_edge"], 9, "centre"),
        Column("round", words["round"], 8, "centre"),
        Column("regulation", words["regulation"], 14),
        Column("file", words["file"], 18),
    )


def _row(
    result: Result, keys: dict[str, str], words: dict[str, str]
) -> tuple[Value, ...]:
    evaluation = result.evaluation
    parts = {part.component.key: part for part in result.parts}
    return (
        evaluation.employee_id,
        evaluation.name,
        evaluation.position,
        evaluation.division,
        *(_points(parts.get(key)) for key in keys),
        Figure(result.printed),
        exact_text(result.total),
        result.band.label,
        words["edge"] if result.at_edge else None,
        evaluation.round,
        result.regulation.id,
        f"{evaluation.file} ({evaluation.sheet})",
    )


def _points(part: Part | None) -> Value:
    return Figure(fixed(part.points, PLACES)) if part else None


def as_json(result: Result) -> dict[str, object]:
    """One result as programs read it: every figure exact, as a string."""
    evaluation = result.evaluation
    group = evaluation.staff_group or result.regulation.staff_groups[0].key
    return {
        "employee_id": evaluation.employee_id,
        "name": evaluation.name,
        "position": evaluation.position,
        "division": evaluation.division,
        "staff_group": group,
        "regulation": result.regulation.id,
        "round": evaluation.round,
        "components": [
            {
                "key": part.component.key,
                "points": exact_text(part.points),
                "weight": exact_text(part.weight),
                "weighted": exact_text(part.weighted),
            }
            for part in result.parts
        ],
        "total": exact_text(result.total),
        "total_display": result.printed,
        "band": result.band.key,
        "band_label": result.band.label,
        "at_edge": result.at_edge,
        "source": {
            "file": evaluation.file,
            "sheet": evaluation.sheet,
            "sha256": evaluation.sha256,
        },
    }
