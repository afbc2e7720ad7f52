"""
The live figures of the tables, as formulas that every spreadsheet program knows.

They show the evaluator where the form stands; perfeval never reads them as a
result. They know numbers only: a figure typed as text (`๔`, `4 ข้อ`) is told at
its row and gives no points, though perfeval itself may read it. Of a ladder in
words they cannot tell whether an actual agrees with the typed level.

A test comes before the sum that needs it: `IF` stops at the first that holds,
while `AND` and `OR` work out all they are given.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from perfeval.forms.layout import FieldPlace, TablePlace
from perfeval.grid import address, column_letters
from perfeval.regulations.schema import Rating, Regulation

PLACES = 9  # decimal places that float noise never reaches
WHOLE = 100  # percent, and the points of a full score
BLANK = "ยังไม่กรอก"
HALF_LADDER = "เป้าหมายไม่ครบ"
BAD_LADDER = "เป้าหมายต้องเรียง"
BAD_WEIGHT = "น้ำหนักผิด"
BAD_LEVEL = "ระดับผิด"
BAD_ACTUAL = "ผลงานต้องเป็นตัวเลข"
TYPE_LEVEL = "กรอกระดับ"
DISAGREES = "ระดับไม่ตรงผลงาน"
TWICE = "สมรรถนะซ้ำ"
NOT_LISTED = "ไม่มีในตาราง"
BAD_ROW = "มีแถวที่ต้องแก้ไข"  # in place of a total
LADDER = ("target_1", "target_2", "target_3", "target_4", "target_5")
INDICATOR = ("title", "weight", *LADDER, "actual", "level", "evidence")
COMPETENCY = ("title", "weight", "level", "evidence")  # kind and expected come given
Case = tuple[str, str]  # condition, what is shown where it holds


def cell(row: int, column: int) -> str:
    """A cell that stays put when a formula is copied."""
    return f"${column_letters(column)}${row}"


def typed_in(place: FieldPlace) -> str:
    """The cell of a field."""
    return cell(place.row, place.input.first)


def column(place: TablePlace, key: str) -> str:
    """All rows of one column of a table."""
    at = place.span(key).first
    return f"{cell(place.first, at)}:{cell(place.last, at)}"


def figure(number: Decimal | int) -> str:
    """A number as a formula writes it."""
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def words(text: str) -> str:
    """Text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'


def first_of(cases: Sequence[Case], otherwise: str) -> str:
    """What the first condition that holds gives, as nested `IF`."""
    nested = otherwise
    for condition, shown in reversed(cases):
        nested = f"IF({condition},{shown},{nested})"
    return nested


def indicator_points(place: TablePlace, row: int, regulation: Regulation) -> str:
    """Points of one indicator; words where something is missing or wrong."""
    at = {c.key: address(row, place.span(c.key).first) for c in place.table.columns}
    title, weight, level, actual = (
        at[k] for k in ("title", "weight", "level", "actual")
    )
    ladder = f"{at[LADDER[0]]}:{at[LADDER[-1]]}"
    full, rating = len(LADDER), regulation.rating
    typed = f"{weight}*{level}/{figure(rating.highest)}"
    cases = (
        (f"COUNTA({','.join(at[key] for key in INDICATOR)})=0", '""'),
        (f'OR({title}="",{weight}="",AND({level}="",{actual}=""))', words(BLANK)),
        (f"AND(COUNTA({ladder})>0,COUNTA({ladder})<{full})", words(HALF_LADDER)),
        bad_weight(weight),
        *bad_levels(level, rating),
        (f"COUNT({ladder})={full}", _measured(at, rating, typed)),
        (f'{level}=""', words(TYPE_LEVEL)),
    )
    return f"={first_of(cases, typed)}"


def _measured(at: dict[str, str], rating: Rating, typed: str) -> str:
    """
    Points of an indicator with five numeric targets.

    The actual earns its level between the targets and is held at both ends; a
    typed level must agree with it.
    """
    weight, level, actual = at["weight"], at["level"], at["actual"]
    steps = list(pairwise(LADDER))
    rising = ",".join(f"{at[a]}<{at[b]}" for a, b in steps)
    falling = ",".join(f"{at[a]}>{at[b]}" for a, b in steps)
    climbed = "+".join(
        f"MAX(0,MIN(1,({actual}-{at[a]})/({at[b]}-{at[a]})))" for a, b in steps
    )
    earned = f"({figure(rating.lowest)}+{climbed})"
    apart = f"ROUND(MAX({level}-{earned},{earned}-{level}),{PLACES})"
    cases = (
        (f'{actual}=""', typed),
        (f"COUNT({actual})=0", words(BAD_ACTUAL)),
        (f'{level}=""', f"{weight}*{earned}/{figure(rating.highest)}"),
        (f"{apart}>{figure(rating.agree_within)}", words(DISAGREES)),
    )
    straight = f"OR(AND({rising}),AND({falling}))"
    return f"IF({straight},{first_of(cases, typed)},{words(BAD_LADDER)})"


def bad_weight(weight: str) -> Case:
    """A weight that is no number, or none that can be."""
    wrong = f"OR(COUNT({weight})=0,{weight}<=0,{weight}>{WHOLE})"
    return wrong, words(BAD_WEIGHT)


def bad_levels(level: str, rating: Rating) -> tuple[Case, ...]:
    """A typed level that is no number, off the scale, or between its steps."""
    lowest, highest = figure(rating.lowest), figure(rating.highest)
    off = f"OR(COUNT({level})=0,{level}<{lowest},{level}>{highest})"
    cases = [(f'AND({level}<>"",{off})', words(BAD_LEVEL))]
    if rating.step is not None:
        step = figure(rating.step)
        between = f"ROUND(ROUND({level}/{step},0)*{step}-{level},{PLACES})<>0"
        cases.append((between, words(BAD_LEVEL)))
    return tuple(cases)


def table_points(place: TablePlace, at_most: Decimal | None = None) -> str:
    """Points of a table: the sum of its rows, to nine places, held at a limit."""
    total = f"SUM({column(place, 'points')})"
    if at_most is not None:
        total = f"MIN({figure(at_most)},{total})"
    return f"=ROUND({total},{PLACES})"


def weight_total(place: TablePlace) -> str:
    """The weights of a table, to nine places; nothing while all are blank."""
    weights = column(place, "weight")
    return f'=IF(COUNTA({weights})=0,"",ROUND(SUM({weights}),{PLACES}))'


def weight_verdict(place: TablePlace) -> str:
    """A word on the weights: complete, or what they come to."""
    total = cell(place.total, place.span("weight").first)
    cases = (
        (f'{total}=""', words(weight_words(place))),
        (f"{total}={WHOLE}", words(f"น้ำหนักครบ {WHOLE}")),
    )
    return "=" + first_of(cases, f'"น้ำหนักรวม "&{total}&" ต้องเป็น {WHOLE}"')


def weight_words(place: TablePlace) -> str:
    """What the verdict says while all weights are blank."""
    alike = place.table.key == "competencies"
    return "น้ำหนักเท่ากัน" if alike else "ยังไม่กรอกน้ำหนัก"
