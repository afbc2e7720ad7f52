"""Forms filled at random, from a seed: sound ones, and ways to spoil them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from filled import CIVIL, TAMBON, At, layout
from perfeval.excel.pen import Value
from perfeval.forms.layout import Layout
from perfeval.thai import thai_digits

ROWS = {"indicators": 12, "competencies": 9}
FLOORS = (Decimal(90), Decimal(80), Decimal(70), Decimal(60))
HAIRS = (Decimal(0), Decimal("0.0001"), Decimal("0.01"))  # off an actual
HIGHEST, WHOLE = 5, 100
Values = dict[At, Value]


@dataclass
class Form:
    """One filled form. unread: a figure typed as text, which no formula takes."""

    regulation: str
    values: Values
    rule: str = "sound"
    unread: bool = field(default=False)


def places(regulation: str) -> Layout:
    """Where the values of these forms stand."""
    return layout(regulation, ROWS)


def parts_of(random: Random, whole: int, count: int) -> list[Decimal]:
    """So many weights that total a whole, in steps of 5, 1, 0.5 or 0.1."""
    step = random.choice([s for s in ("5", "1", "0.5", "0.1") if whole / float(s)])
    units = int(whole / Decimal(step))
    if count > units:
        step, units = "0.1", whole * 10
    cuts = sorted(random.sample(range(1, units), count - 1))
    ends = zip([0, *cuts], [*cuts, units], strict=True)
    return [(last - first) * Decimal(step) for first, last in ends]


def level(random: Random) -> Decimal:
    """A level on the scale, whole or with up to three decimals."""
    places = random.choice((0, 0, 1, 2, 3))
    return Decimal(random.randint(10**places, HIGHEST * 10**places)).scaleb(-places)


def ladder(random: Random) -> tuple[list[Decimal], Decimal, Decimal]:
    """Five rising or falling targets, an actual, and the level it earns (4 places)."""
    step = Decimal(random.choice(("1", "2", "3", "5", "0.25", "7", "12.5")))
    steps = [step * random.choice((1, 1, 2)) for _ in range(HIGHEST - 1)]
    targets = [Decimal(random.randint(0, 80))]
    for one in steps:
        targets.append(targets[-1] + one)
    rung = random.randrange(HIGHEST - 1)
    share = Decimal(random.randint(0, 12)) / 12
    actual = (targets[rung] + steps[rung] * share).quantize(Decimal("0.01"))
    earned = 1 + rung + (actual - targets[rung]) / steps[rung]
    if random.random() < 0.1:  # beyond the end of the ladder
        actual, earned = targets[-1] + 9, Decimal(HIGHEST)
    if random.random() < 0.5:
        top = targets[-1] + 10
        targets, actual = [top - target for target in targets], top - actual
    return targets, actual, earned


def indicator(random: Random, row: int, weight: Decimal) -> Values:
    """One indicator: a level, an actual on a numeric ladder, or both."""
    at = {"title": f"ตัวชี้วัด {row + 1}", "weight": weight}
    kind = random.choice(("level", "actual", "actual", "both", "words"))
    if kind in ("level", "words"):
        at["level"] = level(random)
    if kind == "words":
        at |= {f"target_{n}": f"ขั้นที่ {n} แล้วเสร็จ" for n in range(1, 6)}
        at["actual"] = "แล้วเสร็จทุกขั้น"
    if kind in ("actual", "both"):
        targets, at["actual"], earned = ladder(random)
        at |= {f"target_{n}": target for n, target in enumerate(targets, 1)}
        if kind == "both":
            at["level"] = earned.quantize(Decimal("0.01"))
    return {("indicators", row, key): value for key, value in at.items()}


def sound_form(random: Random, number: int) -> Form:
    """A form in which nothing is wrong."""
    regulation = random.choice((TAMBON, CIVIL))
    values: Values = {
        ("employee_id",): f"TT-{number:04d}",
        ("name",): f"นางสาวทดสอบ ตัวอย่างที่{number}",
        ("evaluator_name",): "นายผู้ประเมิน ตัวอย่างเที่ยง",
        ("evaluator_id",): random.choice((None, "CHIEF")),
        ("probation",): random.choice((None, "ไม่ใช่", "ใช่", "yes")),
    }
    count = random.randint(1, ROWS["indicators"])
    for row, weight in enumerate(parts_of(random, WHOLE, count)):
        values |= indicator(random, row, weight)
    prefilled = places(regulation).tables["competencies"].prefilled
    more = random.randint(0, 1) if regulation == TAMBON else random.randint(0, 3)
    rows = len(prefilled) + more
    weights = parts_of(random, WHOLE, rows) if random.random() < 0.4 else [None] * rows
    for row, weight in enumerate(weights):
        if row >= len(prefilled) or "title" not in prefilled[row]:
            values["competencies", row, "title"] = f"สมรรถนะเพิ่ม {row}"
        values["competencies", row, "level"] = level(random)
        values["competencies", row, "weight"] = weight
    known = {at: value for at, value in values.items() if value is not None}
    return Form(regulation, known)


def at_a_floor(random: Random, number: int, floor: Decimal, hair: Decimal) -> Form:
    """Every level is the floor's own, or two thirds around it; then a hair less."""
    form = sound_form(random, number)
    form.rule = f"{hair} below {floor}"
    even = floor * HIGHEST / WHOLE
    for at in list(form.values):
        if at[-1] == "level" and at[0] == "competencies":
            form.values[at] = even
        elif at[0] == "indicators":
            del form.values[at]
    for row, (weight, third) in enumerate(((25, -1), (25, 1), (50, 0))):
        values = {"title": f"ตัวชี้วัด {row}", "weight": Decimal(weight)}
        # Three to a level, so that the actual earns thirds of one.
        values |= {f"target_{n}": Decimal(3 * n) for n in range(1, 6)}
        values["actual"] = 3 * even + third
        form.values |= {("indicators", row, key): v for key, v in values.items()}
    form.values["indicators", 2, "actual"] = 3 * even - hair
    return form


def _row(form: Form, random: Random, table: str) -> int:
    """A row in use."""
    key = "weight" if table == "indicators" else "level"  # which every row has
    return int(random.choice([at for at in form.values if at[::2] == (table, key)])[1])


def _of(table: str, key: str, value: Value) -> Callable[[Form, Random], None]:
    """Type over one cell of a column, or blank it."""

    def spoil(form: Form, random: Random) -> None:
        form.values[table, _row(form, random, table), key] = value

    return spoil


def _as_text(table: str, key: str, *, thai: bool = False):
    """A number of a column as text, in Thai digits or not."""

    def spoil(form: Form, random: Random) -> None:
        at = (table, _row(form, random, table), key)
        text = f"{form.values[at]}"
        form.values[at] = thai_digits(text) if thai else text

    return spoil


def _field(key: str, value: Value) -> Callable[[Form, Random], None]:
    def spoil(form: Form, random: Random) -> None:
        form.values[(key,)] = value

    return spoil


def _twin(form: Form, random: Random) -> None:
    form.values["competencies", 1, "title"] = "การมุ่งผลสัมฤทธิ์"


def _same_person(form: Form, random: Random) -> None:
    form.values[("evaluator_name",)] = form.values[("name",)]
    form.values.pop(("evaluator_id",), None)


def _same_id(form: Form, random: Random) -> None:
    form.values[("evaluator_id",)] = form.values[("employee_id",)]


def _no_indicators(form: Form, random: Random) -> None:
    for at in list(form.values):
        if at[0] == "indicators":
            del form.values[at]


def _on_a_ladder(**cells: Value) -> Callable[[Form, Random], None]:
    """Another value beside a sound numeric ladder of 10 to 50, actual 35."""

    def spoil(form: Form, random: Random) -> None:
        row = _row(form, random, "indicators")
        targets = {f"target_{n}": Decimal(10 * n) for n in range(1, 6)}
        for key, value in {**targets, "actual": Decimal(35), **cells}.items():
            form.values["indicators", row, key] = value
        if "level" not in cells:
            form.values["indicators", row, "level"] = None

    return spoil


SPOILERS: dict[str, Callable[[Form, Random], None]] = {
    "no id": _field("employee_id", None),
    "no name": _field("name", None),
    "no evaluator": _field("evaluator_name", None),
    "a probation that is not on the list": _field("probation", "อาจจะ"),
    "a staff group that is not on the list": _field("staff_group", "ลูกจ้าง"),
    "points of the next supervisor out of range": _field(
        "next_supervisor_total", Decimal(120)
    ),
    "one person by name": _same_person,
    "one person by id": _same_id,
    "no indicators": _no_indicators,
    "no title": _of("indicators", "title", None),
    "no weight": _of("indicators", "weight", None),
    "a weight of 0": _of("indicators", "weight", Decimal(0)),
    "weights that do not total": _of("indicators", "weight", Decimal("0.05")),
    "no level": _on_a_ladder(actual=None),
    "a level above the scale": _of("indicators", "level", Decimal(6)),
    "a level below the scale": _of("indicators", "level", Decimal("0.5")),
    "a level in words": _of("indicators", "level", "สี่"),
    "half a ladder": _on_a_ladder(target_3=None),
    "a crooked ladder": _on_a_ladder(target_3=Decimal(20)),
    "a crooked ladder beside a level": _on_a_ladder(
        target_5=Decimal(5), level=Decimal(3)
    ),
    "an actual in words beside numbers": _on_a_ladder(actual="ดีมาก"),
    "a level that disagrees": _on_a_ladder(level=Decimal("3.52")),
    "an actual with a ladder in words": _on_a_ladder(target_1="น้อย", target_2="ปาน"),
    "a competency without level": _of("competencies", "level", None),
    "a competency without title": _of("competencies", "title", None),
    "a competency off the scale": _of("competencies", "level", Decimal("5.01")),
    "a competency in words": _of("competencies", "level", "ดี"),
    "a competency twice": _twin,
    "a weight on one competency": _of("competencies", "weight", Decimal("12.3")),
    "a kind that is not on the list": _of("competencies", "kind", "สมรรถนะพิเศษ"),
}
AS_TEXT: dict[str, Callable[[Form, Random], None]] = {
    "a level typed as text": _as_text("competencies", "level"),
    "a level in Thai digits": _as_text("competencies", "level", thai=True),
    "a weight typed as text": _as_text("indicators", "weight"),
    "targets with a unit": _on_a_ladder(
        **{f"target_{n}": f"{n}0 ข้อ" for n in range(1, 6)}
    ),
}


def spoilt(random: Random, number: int, rule: str) -> Form:
    """A sound form spoilt in one way."""
    form = sound_form(random, number)
    form.rule, form.unread = rule, rule in AS_TEXT
    (SPOILERS | AS_TEXT)[rule](form, random)
    return form


def forms(seed: int, count: int) -> Iterator[Form]:
    """So many forms: every floor and a hair below, every way to spoil, sound ones."""
    random, number = Random(seed), 0
    for floor in FLOORS:
        for hair in HAIRS:
            number += 1
            yield at_a_floor(random, number, floor, hair)
    for rule in (*SPOILERS, *AS_TEXT):
        for _ in range(2):
            number += 1
            yield spoilt(random, number, rule)
    while number < count:
        number += 1
        yield sound_form(random, number)
