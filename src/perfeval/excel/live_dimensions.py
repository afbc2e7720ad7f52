"""The live points of an indicator that is judged in dimensions."""

from perfeval.excel.live import (
    BLANK,
    INDICATOR,
    Case,
    bad_weight,
    column,
    figure,
    first_of,
    words,
)
from perfeval.forms.layout import TablePlace
from perfeval.grid import address
from perfeval.regulations.dimensions import DIMENSIONS
from perfeval.regulations.schema import Regulation

BAD_POINTS = "คะแนนผิด"


def inputs(place: TablePlace) -> tuple[str, ...]:
    """What people type in a row of indicators, on whatever form."""
    there = {one.key for one in place.table.columns}
    return tuple(key for key in (*INDICATOR, *DIMENSIONS) if key in there)


def is_dimensional(place: TablePlace) -> bool:
    """True of a table that has the columns of the dimensions."""
    return DIMENSIONS[0] in inputs(place)


def points(place: TablePlace, row: int, regulation: Regulation) -> str:
    """Points of one indicator; words where something is missing or wrong."""
    said = regulation.dimensions
    if said is None:
        raise LookupError(regulation.id)
    at = {c.key: address(row, place.span(c.key).first) for c in place.table.columns}
    needs = ("title", "weight", *DIMENSIONS)
    blank = ",".join(f'{at[key]}=""' for key in needs)
    wrong: list[Case] = [
        (
            f"OR(COUNT({at[one.key]})=0,{at[one.key]}<0,"
            f"{at[one.key]}>{figure(one.at_most)})",
            words(BAD_POINTS),
        )
        for one in said.parts
    ]
    cases = (
        (f"COUNTA({','.join(at[key] for key in inputs(place))})=0", '""'),
        (f"OR({blank})", words(BLANK)),
        bad_weight(at["weight"]),
        *wrong,
    )
    earned = "+".join(at[key] for key in DIMENSIONS)
    counted = f"{at['weight']}*({earned})/{figure(said.full)}"
    return f"={first_of(cases, counted)}"


def gaps(place: TablePlace, used: str) -> str:
    """Title, weight and points of the rows in use; one where there is no row."""
    blank = "+".join(
        f'({column(place, key)}="")' for key in ("title", "weight", *DIMENSIONS)
    )
    return f"SUMPRODUCT({used}*({blank}))+IF(SUMPRODUCT({used})=0,1,0)"
