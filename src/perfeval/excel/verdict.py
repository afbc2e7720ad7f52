"""
The live result of a form, as formulas: what is missing, shares, total and band.

A half-filled form shows how many cells are missing, a wrong one says so: neither
ever shows a total or a band. Float noise is cleaned to nine places before a
band is looked up.
"""

from collections.abc import Iterator, Sequence

from perfeval.excel import live_dimensions, live_items
from perfeval.excel.live import (
    BAD_ROW,
    COMPETENCY,
    INDICATOR,
    LADDER,
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
from perfeval.forms.fields import offers
from perfeval.forms.layout import Layout, TablePlace
from perfeval.forms.schema import Input
from perfeval.regulations.competencies import Competencies

WEIGHTED = 10  # grid column where the result stands, J
GAPS = ("ยังกรอกไม่ครบ ", " ช่อง")
BAD_WEIGHTS = f"น้ำหนักรวมไม่เท่ากับ {WHOLE}"
BAD_CHOICE = "มีคำที่ไม่อยู่ในรายการ"
SAME_PERSON = "ผู้ประเมินเป็นคนเดียวกับผู้รับการประเมิน"
BAD_POINTS = "คะแนนของผู้บังคับบัญชาเหนือขึ้นไปผิด"
SHOWN = "0.00######"  # two places, and more where the band asks for them


def gaps_words(count: int) -> str:
    """What stands in place of a band while cells are missing."""
    return f"{count}".join(GAPS)


def missing(layout: Layout) -> str:
    """How many cells still have to be filled before there is a result."""
    required = [p for p in layout.fields.values() if p.field.required]
    fields = "+".join(f'({typed_in(place)}="")' for place in required)
    if layout.form.is_marked:
        return f"={fields}+{live_items.gaps(layout)}"
    return f"={fields}+{_indicator_gaps(layout)}+{_competency_gaps(layout)}"


def _indicator_gaps(layout: Layout) -> str:
    """Title, weight, level; the rest of a ladder; one where there is no row."""
    place = layout.tables["indicators"]
    at = {c.key: column(place, c.key) for c in place.table.columns}
    if live_dimensions.is_dimensional(place):
        return live_dimensions.gaps(place, _used(place, live_dimensions.inputs(place)))
    used, full = _used(place, INDICATOR), len(LADDER)
    blank_level, measured = f'({at["level"]}="")', f'({at["actual"]}<>"")'
    plain = f'({at["title"]}="")+({at["weight"]}="")+{blank_level}*({at["actual"]}="")'
    targets = "+".join(f'({at[key]}<>"")' for key in LADDER)
    numeric = "*".join(f"ISNUMBER({at[key]})" for key in LADDER)
    half = f"(({targets})>0)*({full}-({targets}))"
    whole = f"((({targets})=0)+(({targets})={full}))"
    in_words = f"{blank_level}*{measured}*{whole}*(1-{numeric})"
    return (
        f"SUMPRODUCT({used}*({plain}))+SUMPRODUCT({half})+SUMPRODUCT({in_words})"
        f"+IF(SUMPRODUCT({used})=0,1,0)"
    )


def _used(place: TablePlace, keys: tuple[str, ...]) -> str:
    """1 for each row where anything is typed, else 0."""
    filled = "+".join(f'({column(place, key)}<>"")' for key in keys)
    return f"((({filled})>0)*1)"


def _competency_gaps(layout: Layout) -> str:
    """Title and level; weights where only some are given; rows still to be named."""
    place = layout.tables["competencies"]
    title, level, weight = (column(place, k) for k in ("title", "level", "weight"))
    used = _used(place, COMPETENCY)
    gaps = (
        f'SUMPRODUCT({used}*(({title}="")+({level}="")))'
        f'+IF(COUNTA({weight})=0,0,SUMPRODUCT({used}*({weight}="")))'
    )
    few = [_too_few(layout, one) for one in layout.regulation.competencies]
    return "+".join([gaps, *(one for one in few if one)])


def _too_few(layout: Layout, wanted: Competencies) -> str:
    """Of each competency that is still to be named, both name and level lack."""
    if not wanted.at_least:
        return ""
    place = layout.tables["competencies"]
    kinds = column(place, "kind")
    spec = next(c for c in place.table.columns if c.key == "kind")
    labels = [c.label for c in spec.choices if c.key == wanted.kind]
    kind = "+".join(f"({kinds}={words(one)})" for one in (*labels, wanted.kind))
    have = f"SUMPRODUCT(({kind})*{_used(place, COMPETENCY)})"
    lack = f"2*MAX(0,{wanted.at_least}-{have})"
    concerned = _concerned(layout, wanted)
    return f"IF({concerned},{lack},0)" if concerned else lack


def _concerned(layout: Layout, wanted: Competencies) -> str:
    """Whether a set is for this person; nothing where it is for everybody."""
    tests = []
    if wanted.staff_groups:
        first = layout.regulation.staff_groups[0].key
        groups = {g.key: g.label for g in layout.regulation.staff_groups}
        named = [word for key in wanted.staff_groups for word in (key, groups[key])]
        named += [""] if first in wanted.staff_groups else []
        tests.append(_one_of(typed_in(layout.fields["staff_group"]), named))
    if wanted.position_types:
        at = typed_in(layout.fields["position_type"])
        tests.append(_one_of(at, wanted.position_types))
    return f"AND({','.join(tests)})" if tests else ""


def _one_of(at: str, listed: Sequence[str]) -> str:
    return "OR(" + ",".join(f"{at}={words(one)}" for one in listed) + ")"


def share(layout: Layout, key: str) -> str:
    """The weight of a component, percent; the probation weight where it rules."""
    component = next(c for c in layout.regulation.components if c.key == key)
    if component.weight is None:
        return live_items.share(layout, key)
    place = layout.fields.get("probation")
    if place is None or component.probation_weight is None:
        return f"={figure(component.weight)}"
    yes = [w for c in place.field.choices if c.key == "yes" for w in (c.label, c.key)]
    return (
        f"=IF({_one_of(typed_in(place), yes)},"
        f"{figure(component.probation_weight)},{figure(component.weight)})"
    )


def total(layout: Layout) -> str:
    """The total, once nothing is missing and nothing is wrong; else no figure."""
    rows = [cell(row, WEIGHTED) for row in layout.summary.components.values()]
    stops = ",".join(condition for condition, _ in _stops(layout))
    return f'=IF(OR({stops}),"",ROUND({"+".join(rows)},{PLACES}))'


def band(layout: Layout) -> str:
    """The band of that total, or in words what still stands in its way."""
    rising = sorted(layout.regulation.bands, key=lambda band: band.at_least)
    floors = ",".join(figure(band.at_least) for band in rising)
    labels = ",".join(words(band.label) for band in rising)
    at = cell(layout.summary.total, WEIGHTED)
    found = f"LOOKUP({at},{{{floors}}},{{{labels}}})"
    return "=" + first_of(tuple(_stops(layout)), found)


def _stops(layout: Layout) -> Iterator[Case]:
    """What stands between the form and a result, and how it is said."""
    gaps = cell(layout.summary.missing, WEIGHTED)
    yield f"{gaps}>0", f"{words(GAPS[0])}&{gaps}&{words(GAPS[1])}"
    if layout.form.is_marked:
        yield from live_items.stops(layout)
    else:
        yield from _of_tables(layout)
    for condition in _off_lists(layout):
        yield condition, words(BAD_CHOICE)
    yield _same_person(layout), words(SAME_PERSON)
    for key in ("next_supervisor_total", "next_supervisor_2_total"):
        if key in layout.fields:
            at = typed_in(layout.fields[key])
            wrong = f"OR(COUNT({at})=0,{at}<0,{at}>{WHOLE})"
            yield f'AND({at}<>"",{wrong})', words(BAD_POINTS)


def _of_tables(layout: Layout) -> Iterator[Case]:
    """What is wrong with indicators and competencies."""
    for key in ("indicators", "competencies"):
        place = layout.tables[key]
        at = cell(place.total, place.span("weight").first)
        yield f'AND({at}<>"",{at}<>{WHOLE})', words(BAD_WEIGHTS)
    yield f"{_rows_without_points(layout)}>0", words(BAD_ROW)


def _rows_without_points(layout: Layout) -> str:
    """
    Rows in use that show no points: a wrong figure, or a row without formula.

    A row inserted just above the closing row lies outside the columns that the
    formulas know; its title gives it away.
    """
    tests = []
    typed = live_dimensions.inputs(layout.tables["indicators"])
    for key, inputs in (("indicators", typed), ("competencies", COMPETENCY)):
        place = layout.tables[key]
        title = place.span("title").first
        whole = f"{cell(place.first, title)}:{cell(place.total, title)}"
        tests.append(
            f"SUMPRODUCT({_used(place, inputs)})-COUNT({column(place, 'points')})"
            f'+SUMPRODUCT(({whole}<>"")*1)'
            f'-SUMPRODUCT(({column(place, "title")}<>"")*1)'
        )
    return f"({'+'.join(tests)})"


def _off_lists(layout: Layout) -> Iterator[str]:
    """A word that stands on no list, where only a listed one counts."""
    for place in layout.fields.values():
        if place.field.strict_choice:
            at = typed_in(place)
            others = [f"{at}<>{words(w)}" for w in ("", *_listed(layout, place.field))]
            yield f"AND({','.join(others)})"
    if layout.form.is_marked:  # the points of a row tell a part that is on no list
        return
    table = layout.tables["competencies"]
    spec = next(c for c in table.table.columns if c.key == "kind")
    kinds = column(table, "kind")
    others = [f"({kinds}<>{words(w)})" for w in ("", *_listed(layout, spec))]
    yield f"SUMPRODUCT({_used(table, COMPETENCY)}*{'*'.join(others)})>0"


def _listed(layout: Layout, spec: Input) -> tuple[str, ...]:
    """Every word that a choice may be written with: its label and its key."""
    offered = offers(layout.regulation).of(spec)
    return tuple(dict.fromkeys([*offered, *offered.values()]))


def _same_person(layout: Layout) -> str:
    """Whether employee and evaluator are one: by id where both are given, else name."""
    own, other, name, evaluator = (
        typed_in(layout.fields[key])
        for key in ("employee_id", "evaluator_id", "name", "evaluator_name")
    )
    return f'IF({other}="",{name}={evaluator},{own}&""={other}&"")'


def status(layout: Layout) -> str:
    """The result on one line, for the top of every page."""
    at, band_at = (
        cell(row, WEIGHTED) for row in (layout.summary.total, layout.summary.band)
    )
    return f'=IF({at}="",{band_at},{band_at}&" "&TEXT({at},"{SHOWN}"))'
