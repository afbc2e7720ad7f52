"""
The live points of a competency, by the method that the regulation names.

Where expected levels decide, a row without one gives no points, as in the score.
"""

from perfeval.excel.live import (
    BLANK,
    COMPETENCY,
    NOT_LISTED,
    TWICE,
    WHOLE,
    Case,
    bad_levels,
    bad_weight,
    column,
    figure,
    first_of,
    words,
)
from perfeval.forms.layout import TablePlace
from perfeval.grid import address
from perfeval.regulations.matching import (
    BY_EXPECTATION,
    Bar,
    LookUp,
    Matching,
)
from perfeval.regulations.schema import Regulation


def _method_of(regulation: Regulation, component: str) -> str:
    return next(one.method for one in regulation.components if one.key == component)


def points(place: TablePlace, row: int, regulation: Regulation) -> str:
    """Points of one competency; weights all blank count alike."""
    at = {c.key: address(row, place.span(c.key).first) for c in place.table.columns}
    titles, weights = column(place, "title"), column(place, "weight")
    title, level, weight = at["title"], at["level"], at["weight"]
    method = _method_of(regulation, place.table.component or "")
    needs = (title, level, *([at["expected"]] if method in BY_EXPECTATION else []))
    blank = [f'{one}=""' for one in needs]
    rated = f'SUMPRODUCT(({titles}<>"")*1)'
    if method == "hybrid":
        alike, own = _of_all(place, at)
    else:
        earned, full = _earned(at, method, regulation)
        alike = f"{earned}*{WHOLE}/{full}/{rated}"
        own = f"{weight}*{earned}/{full}"
    weighted = first_of(((f'{weight}=""', words(BLANK)), bad_weight(weight)), own)
    cases: tuple[Case, ...] = (
        (f"COUNTA({','.join(at[key] for key in COMPETENCY)})=0", '""'),
        (f"OR({','.join(blank)})", words(BLANK)),
        (f"SUMPRODUCT(({titles}={title})*1)>1", words(TWICE)),
        *bad_levels(level, regulation.rating),
        *_not_listed(at, method, regulation),
        (f"COUNTA({weights})=0", alike),
    )
    return f"={first_of(cases, weighted)}"


def _earned(at: dict[str, str], method: str, regulation: Regulation) -> tuple[str, str]:
    """What a competency earns, and what one earns that has all of its weight."""
    said = regulation.matching or Matching()
    if method == "table" and said.table is not None:
        return f"({_looked_up(at, said.table)})", figure(said.table.full)
    if method == "bar" and said.bar is not None:
        return _by_gap(at, said.bar), figure(said.bar.full)
    return at["level"], figure(regulation.rating.highest)


def _looked_up(at: dict[str, str], table: LookUp) -> str:
    expected, level = at["expected"], at["level"]
    rows = []
    for row in table.rows:
        pairs = zip(table.shown, row.points, strict=True)
        earned = "+".join(
            f"({level}={figure(shown)})*{figure(points)}" for shown, points in pairs
        )
        rows.append(f"({expected}={figure(row.expected)})*({earned})")
    return "+".join(rows)


def _by_gap(at: dict[str, str], bar: Bar) -> str:
    gap = f"{at['expected']}-{at['level']}"
    cases = [(f"{gap}<={figure(one.at_most)}", figure(one.points)) for one in bar.gaps]
    return first_of(cases, figure(bar.otherwise))


def _of_all(place: TablePlace, at: dict[str, str]) -> tuple[str, str]:
    """By hybrid: with weights all alike, and with weights of their own."""
    titles, weights, wanted = (
        column(place, key) for key in ("title", "weight", "expected")
    )
    level, weight = at["level"], at["weight"]
    alike = f'{level}*{WHOLE}/SUMPRODUCT(({titles}<>"")*{wanted})'
    total = f'SUMPRODUCT(({titles}<>"")*{weights}*{wanted})'
    return alike, f"{weight}*{level}*{WHOLE}/{total}"


def _not_listed(
    at: dict[str, str], method: str, regulation: Regulation
) -> tuple[Case, ...]:
    """An expected level off the scale, or a pair of which the table says nothing."""
    if method not in BY_EXPECTATION:
        return ()
    expected, level = at["expected"], at["level"]
    cases = [*bad_levels(expected, regulation.rating)[:1]]
    table = regulation.matching.table if regulation.matching else None
    if method == "table" and table is not None:
        rows = "+".join(f"({expected}={figure(one.expected)})" for one in table.rows)
        columns = "+".join(f"({level}={figure(one)})" for one in table.shown)
        cases.append((f"({rows})*({columns})=0", words(NOT_LISTED)))
    return tuple(cases)
