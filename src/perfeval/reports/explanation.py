"""
The working of one score, line by line, for a pocket calculator.

Each line says what was multiplied with what, in which cells it was typed, and
which clause rules it. Figures that never end are shown to six places beside
their exact fraction.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from perfeval.appraise.figures import (
    PRINTED_PLACES,
    band_of,
    exact_text,
    fixed,
    half_up,
    is_at_edge,
)
from perfeval.appraise.ladder import Ladder, Rung
from perfeval.appraise.lines import Line, Match
from perfeval.appraise.score import Part, Result
from perfeval.regulations.schema import Band, Rating

SHOWN_PLACES = 6  # of a figure that never ends
WORDS = {
    "th": {
        "ladder": "ระดับจากผลงานจริง: {title}",
        "between": "ผลงานจริง {actual} อยู่ระหว่างค่าเป้าหมายระดับ {lower} ({low}) "
        "กับระดับ {upper} ({high}): ({x} − {a}) ÷ ({b} − {a}) + {lower}",
        "met": "ผลงานจริง {actual} เท่ากับค่าเป้าหมายระดับ {level} พอดี จึงได้ระดับนั้น",
        "least": "ผลงานจริง {actual} ยังไม่ถึงค่าเป้าหมายระดับ {level} ({low}) จึงได้ระดับต่ำสุด",
        "most": "ผลงานจริง {actual} ดีกว่าค่าเป้าหมายระดับ {level} ({low}) จึงได้ระดับสูงสุด",
        "working": "น้ำหนัก {weight} × ระดับ {level} ÷ {highest}",
        "alike": "น้ำหนักเท่ากันทุกข้อ (100 ÷ {count}) × ระดับ {level} ÷ {highest}",
        "table": "น้ำหนัก {weight} × {earned} คะแนนจากตาราง "
        "(คาดหวัง {expected} ได้ {level}) ÷ {of}",
        "bar": "น้ำหนัก {weight} × {earned} คะแนน (คาดหวัง {expected} ได้ {level}) ÷ {of}",
        "hybrid": "น้ำหนัก {weight} × ระดับ {level} × 100 ÷ {of} "
        "(ผลรวมของน้ำหนัก × ระดับที่คาดหวัง)",
        "judged": "น้ำหนัก {weight} × ({points}) ÷ {full}",
        "held": "{figures} เกินเพดาน จึงได้ {most}",
        "sum": "รวม{label} (เต็ม 100)",
        "marked": "คะแนนที่ได้ จากคะแนนเต็ม {full}",
        "marks_sum": "รวม{label} (คะแนนเต็ม {full})",
        "weighted": "{label} ตามสัดส่วนร้อยละ {weight}",
        "probation": "{label} ตามสัดส่วนร้อยละ {weight} (ทดลองปฏิบัติหน้าที่ราชการ)",
        "share": "{points} × {weight} ÷ 100",
        "total": "คะแนนรวม",
        "band": "ระดับผลการประเมิน: {band}",
        "highest": "{total} อยู่ในช่วงตั้งแต่ {floor} ขึ้นไป",
        "below": "{total} อยู่ในช่วงตั้งแต่ {floor} แต่ไม่ถึง {ceiling}",
        "edge": "ใกล้เกณฑ์แบ่งระดับ",
        "edged": "หากปัดเป็นสองตำแหน่งจะได้ {rounded} ซึ่งอยู่คนละระดับ จึงตัดสินจากค่าจริง {total}",
    },
    "en": {
        "ladder": "Level earned by the actual: {title}",
        "between": "actual {actual} lies between the targets of levels {lower} ({low}) "
        "and {upper} ({high}): ({x} − {a}) ÷ ({b} − {a}) + {lower}",
        "met": "actual {actual} equals the target of level {level}, which is earned",
        "least": "actual {actual} does not reach the target of level {level} "
        "({low}), so the level is the lowest",
        "most": "actual {actual} is better than the target of level {level} "
        "({low}), so the level is the highest",
        "working": "weight {weight} × level {level} ÷ {highest}",
        "alike": "all weights alike (100 ÷ {count}) × level {level} ÷ {highest}",
        "table": "weight {weight} × {earned} points of the table (expected {expected}, "
        "shown {level}) ÷ {of}",
        "bar": "weight {weight} × {earned} points (expected {expected}, shown {level}) "
        "÷ {of}",
        "hybrid": "weight {weight} × level {level} × 100 ÷ {of} (the sum of weight × "
        "expected level)",
        "judged": "weight {weight} × ({points}) ÷ {full}",
        "held": "{figures}, which is above the limit, so {most}",
        "sum": "{label}, of 100",
        "marked": "marks, out of {full}",
        "marks_sum": "{label}, out of {full}",
        "weighted": "{label}, at its share of {weight} percent",
        "probation": "{label}, at its share of {weight} percent on probation",
        "share": "{points} × {weight} ÷ 100",
        "total": "Total",
        "band": "Band: {band}",
        "highest": "{total} is {floor} or more",
        "below": "{total} is {floor} or more but less than {ceiling}",
        "edge": "At the edge of a band",
        "edged": "rounded to two places it would be {rounded}, in another band; the "
        "exact {total} decides",
    },
}


@dataclass(frozen=True, slots=True)
class Step:
    """
    One line of the working.

    value: exact, None where the line states no new figure. cells: where its
    figures were typed; empty where they all come from lines above or the clause.
    """

    label: str
    working: str
    value: Fraction | None
    cells: tuple[str, ...]
    clause: str


def build(result: Result, lang: str) -> list[Step]:
    """The whole working of one score, from the cells to the band."""
    words = WORDS[lang]
    steps = [step for part in result.parts for step in _part(part, result, words)]
    figures = " + ".join(said(part.weighted) for part in result.parts)
    clause = ", ".join(dict.fromkeys(part.weight_clause for part in result.parts))
    steps.append(Step(words["total"], figures, result.total, (), clause))
    return [*steps, *banded(result.total, result.regulation.bands, lang)]


def banded(total: Fraction, bands: tuple[Band, ...], lang: str) -> Iterator[Step]:
    """The band of a total, in points 0-100, and that it stands at an edge."""
    words, band = WORDS[lang], band_of(total, bands)
    yield _band(total, band, words)
    if is_at_edge(total, bands):
        rounded = fixed(total, PRINTED_PLACES)
        told = words["edged"].format(rounded=rounded, total=said(total))
        yield Step(words["edge"], told, None, (), band.clause)


def said(figure: Fraction) -> str:
    """
    A figure as the working shows it: exact, with a decimal beside a fraction.

    The decimal has as many more places as it takes not to look like a figure of
    two: what falls short of 90 by a hair is not shown as 90.000000.
    """
    exact = exact_text(figure)
    if "/" not in exact:
        return exact
    places = SHOWN_PLACES
    while half_up(figure, places) == half_up(figure, PRINTED_PLACES):
        places += 1
    return f"{exact} (≈ {fixed(figure, places)})"


def _part(part: Part, result: Result, words: dict[str, str]) -> Iterator[Step]:
    if part.component.method == "marks":
        yield from _marked(part, words)
        return
    rating = result.regulation.rating
    clause = result.regulation.figures_clause(part.component)
    for line in part.lines:
        if line.rung is not None and line.ladder is not None:
            yield _earned(line, line.rung, line.ladder, rating=rating, words=words)
        if line.parts:
            yield _judged(line, clause, result, words)
            continue
        if line.match is not None:
            yield _matched(line, line.match, part, clause, words)
            continue
        working = words["working" if line.weight_cell else "alike"].format(
            weight=said(line.weight),
            count=len(part.lines),
            level=said(line.level),
            highest=exact_text(Fraction(rating.highest)),
        )
        cells = tuple(c for c in (line.weight_cell, line.level_cell) if c)
        yield Step(line.title, working, line.points, cells, clause)
    figures = " + ".join(said(line.points) for line in part.lines)
    label = words["sum"].format(label=part.component.label)
    if part.points < sum(line.points for line in part.lines):
        figures = words["held"].format(figures=figures, most=said(part.points))
    yield Step(label, figures, part.points, (), clause)
    yield _share(part, words)


def _judged(line: Line, clause: str, result: Result, words: dict[str, str]) -> Step:
    """The points of the dimensions, of the full ones."""
    ruled = result.regulation.dimensions
    working = words["judged"].format(
        weight=said(line.weight),
        points=" + ".join(said(points) for points in line.parts),
        full=exact_text(Fraction(ruled.full)) if ruled else "",
    )
    cells = tuple(c for c in (line.weight_cell, *line.target_cells) if c)
    return Step(line.title, working, line.points, cells, clause)


def _matched(
    line: Line, match: Match, part: Part, clause: str, words: dict[str, str]
) -> Step:
    """What a shown level earned against the expected one."""
    working = words[part.component.method].format(
        weight=said(line.weight),
        level=said(line.level),
        expected=said(match.expected),
        earned=said(match.earned),
        of=said(match.of),
    )
    cells = tuple(c for c in (line.weight_cell, match.cell, line.level_cell) if c)
    return Step(line.title, working, line.points, cells, clause)


def _marked(part: Part, words: dict[str, str]) -> Iterator[Step]:
    """The marks of every item, and what a component comes to with them."""
    clause, label = part.component.method_clause, part.component.label
    for line in part.lines:
        told = words["marked"].format(full=said(line.weight))
        cells = tuple(c for c in (line.weight_cell, line.level_cell) if c)
        yield Step(line.title, told, line.points, cells, clause)
    figures = " + ".join(said(line.points) for line in part.lines)
    told = words["marks_sum"].format(label=label, full=said(part.weight))
    yield Step(told, figures, part.weighted, (), clause)


def _share(part: Part, words: dict[str, str]) -> Step:
    """What a component adds to the total."""
    weight, cell = said(part.weight), part.probation_cell
    label = words["probation" if cell else "weighted"]
    return Step(
        label.format(label=part.component.label, weight=weight),
        words["share"].format(points=said(part.points), weight=weight),
        part.weighted,
        (cell,) if cell else (),
        part.weight_clause,
    )


def _earned(
    line: Line, rung: Rung, ladder: Ladder, *, rating: Rating, words: dict[str, str]
) -> Step:
    """How an actual earned its level on the ladder."""
    below, above = rung.at[0], rung.at[-1]
    low, high = ladder.targets[below], ladder.targets[above]
    told = words[_standing(rung, ladder)].format(
        actual=said(rung.actual),
        level=said(rung.level),
        lower=said(Fraction(rating.lowest) + below),
        upper=said(Fraction(rating.lowest) + above),
        low=said(low),
        high=said(high),
        x=_operand(rung.actual),
        a=_operand(low),
        b=_operand(high),
    )
    cells = (line.level_cell, *(line.target_cells[place] for place in rung.at))
    label = words["ladder"].format(title=line.title)
    return Step(label, told, rung.level, cells, rating.interpolation_clause)


def _standing(rung: Rung, ladder: Ladder) -> str:
    """Which words say where an actual stands."""
    if len(rung.at) > 1:
        return "between"
    (place,) = rung.at
    if rung.actual == ladder.targets[place]:
        return "met"
    return "most" if place else "least"


def _operand(figure: Fraction) -> str:
    """A figure to reckon with: one below zero in brackets."""
    return f"({said(figure)})" if figure < 0 else said(figure)


def _band(total: Fraction, band: Band, words: dict[str, str]) -> Step:
    label, shown = words["band"].format(band=band.label), said(total)
    floor = exact_text(Fraction(band.at_least))
    if band.below is None:
        told = words["highest"].format(total=shown, floor=floor)
    else:
        ceiling = exact_text(Fraction(band.below))
        told = words["below"].format(total=shown, floor=floor, ceiling=ceiling)
    return Step(label, told, None, (), band.clause)


def as_json(step: Step) -> dict[str, object]:
    """One line of the working as programs read it."""
    return {
        "label": step.label,
        "working": step.working,
        "value": None if step.value is None else exact_text(step.value),
        "cells": list(step.cells),
        "clause": step.clause,
    }
