"""
The live figures of marked items: what is missing, sums, what is wrong.

An item is told by the number in front of it, which follows inserted rows; of
which round the marks count, by the round typed above, as `Evaluation.marked_turn`.
"""

from collections.abc import Iterable, Iterator, Sequence

from perfeval.excel.live import (
    BAD_ROW,
    BLANK,
    PLACES,
    WHOLE,
    Case,
    cell,
    column,
    figure,
    first_of,
    typed_in,
    words,
)
from perfeval.forms.layout import Layout, TablePlace
from perfeval.forms.schema import ITEMS
from perfeval.grid import address
from perfeval.regulations.marking import Proposal

BAD_FULL = "คะแนนเต็มผิด"
BAD_MARKS = "คะแนนผิด"
BAD_PART = "ส่วนผิด"
TOO_EARLY = "คะแนนผิดครั้ง"
TWICE = "รายการซ้ำ"
NO_FULL = "ยังไม่กรอกคะแนนเต็ม"
COMPLETE = f"คะแนนเต็มครบ {WHOLE}"
BAD_TOTAL = f"คะแนนเต็มรวมไม่เท่ากับ {WHOLE}"
NO_REASON = "ยังไม่ระบุเหตุผลการเลื่อนขั้น"
WRONG_ROUND = "เสนอขั้นนี้ในครั้งนี้ไม่ได้"
OTHER_FORM = "ระดับนี้ใช้แบบประเมินอื่น"
NUMBER_COLUMN, WEIGHTED = 1, 10  # grid columns: the number of a row; the result, J
FIGURES = ("full_marks", "marks_1", "marks_2")


def _second(layout: Layout) -> str:
    """1 where the marks of round 2 count, else 0."""
    at, typed = _round(layout), column(layout.tables[ITEMS], "marks_2")
    inferred = f"IF(COUNTA({typed})>0,1,0)"
    return f'IF({at}&""="2",1,IF({at}&""="1",0,{inferred}))'


def _round(layout: Layout) -> str:
    return typed_in(layout.fields["round_number"])


def _head(layout: Layout) -> str:
    """1 for a head, else 0."""
    place = layout.fields["is_head"]
    yes = [w for c in place.field.choices if c.key == "yes" for w in (c.label, c.key)]
    return "IF(OR(" + ",".join(f"{typed_in(place)}={words(w)}" for w in yes) + "),1,0)"


def _numbers(place: TablePlace) -> str:
    first, last = cell(place.first, NUMBER_COLUMN), cell(place.last, NUMBER_COLUMN)
    return f"{first}:{last}"


def _one_of(at: str, listed: Iterable[str]) -> str:
    """1 for each row whose number is listed; 0 for none."""
    tests = "+".join(f"({at}={words(one)})" for one in listed)
    return f"({tests})" if tests else f'({at}="-")'


def _compulsory(layout: Layout) -> str:
    """1 for each row on which this person must be marked, else 0."""
    at, head = _numbers(layout.tables[ITEMS]), _head(layout)
    heads, others = (asked(layout, heads=heads) for heads in (True, False))
    return f"({_one_of(at, heads)}*{head}+{_one_of(at, others)}*(1-{head}))"


def asked(layout: Layout, *, heads: bool) -> dict[str, None]:
    """The numbers of the items that are compulsory for heads, or for all others."""
    rules = [one for one in layout.regulation.compulsory if one.heads == heads]
    return dict.fromkeys(number for rule in rules for number in rule.items)


def _used(layout: Layout) -> str:
    """1 for each row with figures, or with a title of the office's own; else 0."""
    place = layout.tables[ITEMS]
    named = [item.number for item in layout.regulation.items if not item.own]
    own = f"(1-{_one_of(_numbers(place), named)})"
    filled = "+".join(f'({column(place, key)}<>"")' for key in FIGURES)
    return f'((({filled}+{own}*({column(place, "title")}<>""))>0)*1)'


def gaps(layout: Layout) -> str:
    """Cells that are blank in rows in use or compulsory; one for an empty part."""
    place = layout.tables[ITEMS]
    first, second = (f'({column(place, k)}="")' for k in ("marks_1", "marks_2"))
    two = _second(layout)
    blank = f'({column(place, "full_marks")}="")+{first}*(1-{two})+{second}*{two}'
    named = f'({column(place, "title")}="")+({column(place, "part")}="")'
    wanted = f"((({_used(layout)}+{_compulsory(layout)})>0)*1)"
    empty = "+".join(
        f"IF(SUMPRODUCT({_used(layout)}*{_in_part(layout, key)})=0,1,0)"
        for key in open_parts(layout)
    )
    counted = f"SUMPRODUCT({wanted}*({blank}))+SUMPRODUCT({_used(layout)}*({named}))"
    return f"{counted}+{empty}" if empty else counted


def open_parts(layout: Layout) -> list[str]:
    """The components of which not everybody is marked on some item in any case."""
    wanted = asked(layout, heads=False)
    settled = {item.part for item in layout.regulation.items if item.number in wanted}
    return [one.key for one in layout.regulation.components if one.key not in settled]


def _in_part(layout: Layout, key: str) -> str:
    """1 for each row of a component, else 0."""
    parts = column(layout.tables[ITEMS], "part")
    return (
        "(" + "+".join(f"({parts}={words(w)})" for w in part_names(layout, key)) + ")"
    )


def part_names(layout: Layout, key: str) -> list[str]:
    """The words that a part may be written with."""
    columns = layout.tables[ITEMS].table.columns
    spec = next(one for one in columns if one.key == "part")
    return [w for c in spec.choices if c.key == key for w in (c.label, c.key)]


def points(layout: Layout, row: int) -> str:
    """The marks of one row; words where something is missing or wrong."""
    place, regulation = layout.tables[ITEMS], layout.regulation
    at = {c.key: address(row, place.span(c.key).first) for c in place.table.columns}
    title, part, full = at["title"], at["part"], at["full_marks"]
    first, second, two = at["marks_1"], at["marks_2"], _second(layout)
    number = place.number(row - place.first)
    named = [one for one in regulation.items if one.number == number and not one.own]
    counted = FIGURES if named else ("title", *FIGURES)
    keys = [named[0].part] if named else [one.key for one in regulation.components]
    listed = [word for key in keys for word in part_names(layout, key)]
    off = ",".join(f"{part}<>{words(word)}" for word in listed)
    twice = f"SUMPRODUCT(({column(place, 'title')}={title})*1)>1"
    if not named:  # an item of the form with its explanation is that item again
        long = [one.shown for one in regulation.items if one.explained]
        tests = [twice, *(f"{title}={words(one)}" for one in long)]
        twice = f"OR({','.join(tests)})"
    marks = f"IF({two}=1,{second},{first})"
    cases = (
        (f"COUNTA({','.join(at[k] for k in counted)})=0", _unused(layout, number)),
        (f'OR({title}="",{part}="",{full}="")', words(BLANK)),
        (f"OR(COUNT({full})=0,{full}<=0,{full}>{WHOLE})", words(BAD_FULL)),
        (f"AND({off})", words(BAD_PART)),
        (twice, words(TWICE)),
        (f'AND({_round(layout)}&""="1",{second}<>"")', words(TOO_EARLY)),
        (f"OR({_bad(first, full)},{_bad(second, full)})", words(BAD_MARKS)),
        (f'{marks}=""', words(BLANK)),
    )
    return f"={first_of(cases, marks)}"


def _unused(layout: Layout, number: str) -> str:
    """What an empty row shows: that it is compulsory, or nothing."""
    others, heads = (number in asked(layout, heads=heads) for heads in (False, True))
    if others and heads:
        return words(BLANK)
    if heads:
        return f'IF({_head(layout)}=1,{words(BLANK)},"")'
    return f'IF({_head(layout)}=1,"",{words(BLANK)})' if others else words("")


def _bad(marks: str, full: str) -> str:
    return f'AND({marks}<>"",OR(COUNT({marks})=0,{marks}<0,{marks}>{full}))'


def waiting(layout: Layout, row: int) -> Iterator[tuple[str, str]]:
    """The columns of a row that may still lack a value, and when they do."""
    place = layout.tables[ITEMS]
    at = {c.key: address(row, place.span(c.key).first) for c in place.table.columns}
    number, two = place.number(row - place.first), _second(layout)
    used = f"COUNTA({','.join(at[key] for key in FIGURES)})>0"
    others, heads = (number in asked(layout, heads=heads) for heads in (False, True))
    if others and heads:
        used = "1=1"
    elif heads:
        used = f"OR({used},{_head(layout)}=1)"
    elif others:
        used = f"OR({used},{_head(layout)}=0)"
    named = {item.number for item in layout.regulation.items if not item.own}
    if number not in named:
        used = f'OR({used},{at["title"]}<>"")'
        yield "title", f'AND({at["title"]}="",{used})'
    yield "full_marks", f'AND({at["full_marks"]}="",{used})'
    yield "marks_1", f'AND({at["marks_1"]}="",{used},{two}=0)'
    yield "marks_2", f'AND({at["marks_2"]}="",{used},{two}=1)'


def sum_of(place: TablePlace, key: str) -> str:
    """The sum of one column, to nine places; nothing while it is blank."""
    figures = column(place, key)
    return f'=IF(COUNT({figures})=0,"",ROUND(SUM({figures}),{PLACES}))'


def share(layout: Layout, key: str) -> str:
    """What the full marks of a component come to."""
    return _sum(layout, key, "full_marks")


def marks_of(layout: Layout, key: str) -> str:
    """What the marks of a component come to."""
    return _sum(layout, key, "points")


def _sum(layout: Layout, key: str, of: str) -> str:
    figures = column(layout.tables[ITEMS], of)
    return f"=ROUND(SUMPRODUCT({_in_part(layout, key)}*1,{figures}),{PLACES})"


def percent(row: int) -> str:
    """The marks of a component in percent of its full marks; columns of the result."""
    full, marks = cell(row, 7), cell(row, WEIGHTED)
    return f"=IF({full}=0,0,{marks}*{WHOLE}/{full})"


def verdict(layout: Layout) -> str:
    """A word on the full marks: complete, or what is wrong with them."""
    place = layout.tables[ITEMS]
    total = cell(place.total, place.span("full_marks").first)
    cases = [(f'{total}=""', words(NO_FULL))]
    cases.append((f"{total}<>{WHOLE}", f'"คะแนนเต็มรวม "&{total}&" ต้องเป็น {WHOLE}"'))
    return "=" + first_of((*cases, *_least(layout)), words(COMPLETE))


def _least(layout: Layout) -> Iterator[Case]:
    """Full marks of a component below the least share of the regulation."""
    for one in layout.regulation.components:
        if one.weight_at_least is not None:
            reached = cell(layout.summary.components[one.key], 7)
            least = figure(one.weight_at_least)
            yield f"{reached}<{least}", words(f"คะแนนเต็ม{one.label}น้อยกว่า {least}")


def stops(layout: Layout) -> Iterator[Case]:
    """What is wrong with the items and the proposal, and how it is said."""
    place = layout.tables[ITEMS]
    total = cell(place.total, place.span("full_marks").first)
    yield f"{total}<>{WHOLE}", words(BAD_TOTAL)
    yield from _least(layout)
    yield f"{_without_points(layout)}>0", words(BAD_ROW)
    level = typed_in(layout.fields["position_level"])
    for other in layout.regulation.other_forms:
        for one in other.position_levels:
            yield f'{level}&""={words(one)}', words(OTHER_FORM)
    yield from _proposals(layout)


def _without_points(layout: Layout) -> str:
    """
    Rows in use that show no points: a wrong figure, or a row without formula.

    A row inserted just above the closing row lies outside the columns that the
    formulas know; its title gives it away.
    """
    place = layout.tables[ITEMS]
    title = place.span("title").first
    whole = f"{cell(place.first, title)}:{cell(place.total, title)}"
    return (
        f"(SUMPRODUCT({_used(layout)})-COUNT({column(place, 'points')})"
        f'+SUMPRODUCT(({whole}<>"")*1)'
        f'-SUMPRODUCT(({column(place, "title")}<>"")*1))'
    )


def _proposals(layout: Layout) -> Iterator[Case]:
    """A raise without its reason, or one that this round does not know."""
    chosen, reason = (
        typed_in(layout.fields[k]) for k in ("proposed_step", "proposed_step_reason")
    )
    known = layout.regulation.proposals
    needing = [one for one in known if one.reason_clause is not None]
    if needing:
        yield f'AND({_is(chosen, needing)},{reason}="")', words(NO_REASON)
    two = _second(layout)
    for number, at in ((1, 0), (2, 1)):
        barred = [one for one in known if number not in one.rounds]
        if barred:
            keys = ("proposed_step", "next_supervisor_step", "next_supervisor_2_step")
            said = [_is(typed_in(layout.fields[key]), barred) for key in keys]
            yield f"AND({two}={at},OR({','.join(said)}))", words(WRONG_ROUND)


def _is(at: str, proposals: Sequence[Proposal]) -> str:
    named = [word for one in proposals for word in (one.label, one.key)]
    return "OR(" + ",".join(f"{at}={words(word)}" for word in named) + ")"
