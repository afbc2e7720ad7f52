"""
The live figures of a form, as formulas that every spreadsheet program knows.

They show the evaluator where the form stands; perfeval never reads them as a
result. Float noise is cleaned to nine places before a band is looked up, and a
half-filled form shows how many cells are missing, never a band.
"""

from perfeval.forms.layout import FieldPlace, Layout, TablePlace
from perfeval.grid import address, column_letters
from perfeval.regulations.schema import Regulation

PLACES = 9  # decimal places that float noise never reaches
BLANK = "ยังไม่กรอก"
BAD_LEVEL = "ระดับผิด"
BAD_LADDER = "เป้าหมายผิด"
TYPE_LEVEL = "กรอกระดับ"
LADDER = ("target_1", "target_2", "target_3", "target_4", "target_5")
FEWEST_TARGETS = 5
WEIGHTED = 10  # grid column where the result stands, J


def cell(row: int, column: int) -> str:
    """A cell that stays put when a formula is copied."""
    return f"${column_letters(column)}${row}"


def column(place: TablePlace, key: str) -> str:
    """All rows of one column of a table."""
    at = place.span(key).first
    return f"{cell(place.first, at)}:{cell(place.last, at)}"


def points(place: TablePlace, row: int, regulation: Regulation) -> str:
    """The live points of one row of a scored table."""
    if place.table.key == "competencies":
        return competency_points(place, row, regulation)
    return indicator_points(place, row, regulation)


def indicator_points(place: TablePlace, row: int, regulation: Regulation) -> str:
    """Points of one indicator; words where something is missing or wrong."""
    at = {c.key: address(row, place.span(c.key).first) for c in place.table.columns}
    title, weight, level, actual = (
        at[k] for k in ("title", "weight", "level", "actual")
    )
    targets = [at[key] for key in LADDER]
    typed = f"{targets[0]}:{targets[-1]}"
    used = f"COUNTA({title},{weight},{typed},{actual},{level},{at['evidence']})"
    rising = ",".join(f"{a}<{b}" for a, b in zip(targets, targets[1:], strict=False))
    falling = rising.replace("<", ">")
    steps = "+".join(
        f"MAX(0,MIN(1,({actual}-{a})/({b}-{a})))"
        for a, b in zip(targets, targets[1:], strict=False)
    )
    lowest, highest = regulation.rating.lowest, regulation.rating.highest
    ladder = f"{lowest}+({steps})"
    points = f"{weight}*%s/{highest}"
    earned = (
        f"IF(AND(COUNT({typed})={len(targets)},COUNT({actual})=1),"
        f'IF(OR(AND({rising}),AND({falling})),{points % f"({ladder})"},"{BAD_LADDER}"),'
        f'"{TYPE_LEVEL}")'
    )
    return (
        f'=IF({used}=0,"",IF(OR({title}="",{weight}="",AND({level}="",{actual}="")),'
        f'"{BLANK}",IF({level}="",{earned},IF(COUNT({level})=0,"{BAD_LEVEL}",'
        f'IF(OR({level}<{lowest},{level}>{highest}),"{BAD_LEVEL}",{points % level})))))'
    )


def competency_points(place: TablePlace, row: int, regulation: Regulation) -> str:
    """Points of one competency; weights all blank count alike."""
    at = {c.key: address(row, place.span(c.key).first) for c in place.table.columns}
    titles, weights = column(place, "title"), column(place, "weight")
    lowest, highest = regulation.rating.lowest, regulation.rating.highest
    title, level = at["title"], at["level"]
    rated = f'SUMPRODUCT(({titles}<>"")*1)'
    equal = f"{level}*100/{highest}/{rated}"
    weighted = f"{at['weight']}*{level}/{highest}"
    used = f"COUNTA({title},{level},{at['evidence']},{at['weight']})"
    return (
        f'=IF({used}=0,"",IF(OR({title}="",{level}=""),"{BLANK}",'
        f'IF(COUNT({level})=0,"{BAD_LEVEL}",IF(OR({level}<{lowest},{level}>{highest}),'
        f'"{BAD_LEVEL}",IF(COUNTA({weights})=0,{equal},{weighted})))))'
    )


def table_points(place: TablePlace) -> str:
    """Points of a table: the sum of its rows, to nine places."""
    return f"=ROUND(SUM({column(place, 'points')}),{PLACES})"


def weight_total(place: TablePlace) -> str:
    """The weights of a table, to nine places; nothing while all are blank."""
    weights = column(place, "weight")
    return f'=IF(COUNTA({weights})=0,"",ROUND(SUM({weights}),{PLACES}))'


def weight_verdict(place: TablePlace) -> str:
    """A word on the weights: complete, or what they come to."""
    total = cell(place.total, place.span("weight").first)
    return (
        f'=IF({total}="","{weight_words(place)}",IF({total}=100,"น้ำหนักครบ 100",'
        f'"น้ำหนักรวม "&{total}&" ต้องเป็น 100"))'
    )


def weight_words(place: TablePlace) -> str:
    """What the verdict says while all weights are blank."""
    alike = place.table.key == "competencies"
    return "น้ำหนัก เท่ากัน" if alike else "ยังไม่กรอกน้ำหนัก"


def gaps_words(count: int) -> str:
    """What stands in place of a band while cells are missing."""
    return f"ยังกรอกไม่ครบ {count} ช่อง"


def missing(layout: Layout) -> str:
    """How many cells still have to be filled before there is a result."""
    required = [p for p in layout.fields.values() if p.field.required]
    fields = "+".join(f'({_input(place)}="")' for place in required)
    return f"={fields}+{_indicators(layout)}+{_competencies(layout)}"


def _input(place: FieldPlace) -> str:
    return cell(place.row, place.input.first)


def _indicators(layout: Layout) -> str:
    place = layout.tables["indicators"]
    at = {c.key: column(place, c.key) for c in place.table.columns}
    used = _used_indicators(layout)
    gaps = (
        f'({at["title"]}="")+({at["weight"]}="")+({at["level"]}="")*({at["actual"]}="")'
    )
    ladder = "+".join(f'({at[key]}<>"")' for key in LADDER)
    whole = f"(({ladder})>0)*({FEWEST_TARGETS}-({ladder}))"
    none = f"IF(SUMPRODUCT((({used})>0)*1)=0,1,0)"
    return f"SUMPRODUCT((({used})>0)*({gaps}))+SUMPRODUCT({whole})+{none}"


def _used_indicators(layout: Layout) -> str:
    """Above zero in each row where anything is typed."""
    place = layout.tables["indicators"]
    keys = ("title", "weight", *LADDER, "actual", "level", "evidence")
    return "+".join(f'({column(place, key)}<>"")' for key in keys)


def _competencies(layout: Layout) -> str:
    place = layout.tables["competencies"]
    title, level, weight, evidence = (
        column(place, key) for key in ("title", "level", "weight", "evidence")
    )
    gaps = (
        f'SUMPRODUCT(({title}<>"")*({level}=""))'
        f'+SUMPRODUCT(({title}="")*((({level}<>"")+({weight}<>"")+({evidence}<>""))>0))'
    )
    some = f'IF(COUNTA({weight})=0,0,SUMPRODUCT(({title}<>"")*({weight}="")))'
    return f"{gaps}+{some}+{_too_few(layout)}"


def _too_few(layout: Layout) -> str:
    """Rows of a kind that are still to be named: both name and level are missing."""
    place = layout.tables["competencies"]
    titles, kinds = column(place, "title"), column(place, "kind")
    counts: dict[str, int] = {}
    for row in place.prefilled:
        counts[row["kind"]] = counts.get(row["kind"], 0) + 1
    return "+".join(
        f'2*MAX(0,{count}-SUMPRODUCT(({kinds}="{kind}")*({titles}<>"")))'
        for kind, count in counts.items()
    )


def share(layout: Layout, key: str) -> str:
    """The weight of a component, percent; the probation weight where it rules."""
    component = next(c for c in layout.regulation.components if c.key == key)
    place = layout.fields.get("probation")
    if place is None or component.probation_weight is None:
        return f"={component.weight}"
    yes = next(c.label for c in place.field.choices if c.key == "yes")
    return (
        f'=IF({_input(place)}="{yes}",{component.probation_weight},{component.weight})'
    )


def total(layout: Layout) -> str:
    """The total, once nothing is missing and nothing is wrong; else no figure."""
    place = layout.summary
    rows = [cell(row, WEIGHTED) for row in place.components.values()]
    return f'=IF({_stop(layout)},"",ROUND({"+".join(rows)},{PLACES}))'


def band(layout: Layout) -> str:
    """The band of that total, or in words what still stands in its way."""
    place = layout.summary
    gaps = cell(place.missing, WEIGHTED)
    rising = sorted(layout.regulation.bands, key=lambda band: band.at_least)
    floors = ",".join(str(band.at_least) for band in rising)
    labels = ",".join(f'"{band.label}"' for band in rising)
    found = f"LOOKUP({cell(place.total, WEIGHTED)},{{{floors}}},{{{labels}}})"
    return (
        f'=IF({gaps}>0,"ยังกรอกไม่ครบ "&{gaps}&" ช่อง",'
        f'IF({_weights_wrong(layout)},"น้ำหนักรวมไม่เท่ากับ 100",'
        f'IF({_wrong(layout)}>0,"มีแถวที่ต้องแก้ไข",{found})))'
    )


def _stop(layout: Layout) -> str:
    gaps = cell(layout.summary.missing, WEIGHTED)
    return f"OR({gaps}>0,{_wrong(layout)}>0,{_weights_wrong(layout)})"


def _wrong(layout: Layout) -> str:
    """Rows in use that show no points: a wrong level, or a row without formula."""
    used = f"SUMPRODUCT((({_used_indicators(layout)})>0)*1)"
    titles = column(layout.tables["competencies"], "title")
    rated = f'SUMPRODUCT(({titles}<>"")*1)'
    shown = "-".join(
        f"COUNT({column(layout.tables[key], 'points')})"
        for key in ("indicators", "competencies")
    )
    return f"({used}+{rated}-{shown})"


def _weights_wrong(layout: Layout) -> str:
    """True when the weights of a table are given and do not come to 100."""
    totals = [
        cell(place.total, place.span("weight").first)
        for key in ("indicators", "competencies")
        if (place := layout.tables[key])
    ]
    return "OR(" + ",".join(f'AND({t}<>"",{t}<>100)' for t in totals) + ")"


def missing_at_first(layout: Layout) -> int:
    """What `missing` shows in a form that nobody has touched."""
    required = sum(place.field.required for place in layout.fields.values())
    rows = layout.tables["competencies"].prefilled
    return required + 1 + sum(1 if "title" in row else 2 for row in rows)
