"""Changes of a sound form and what must be told of each: one row, one rule."""

import re
from decimal import Decimal

from faults import (
    ACTUAL,
    LEVEL,
    N_A,
    OWN_BAND,
    OWN_TOTAL,
    RATED,
    TARGETS,
    WEIGHT,
    WEIGHTS,
    Row,
    Value,
    c,
    dated,
    field,
    formula,
    i,
    percent,
    place_of,
    shown_as,
    zeros,
)
from filled import CIVIL, TAMBON, At
from marks_rows import MARKS
from perfeval.regulations.load import Loaded
from perfeval.regulations.load import load as load_regulation


def level(rule: str, value: Value, *codes: str, total: str | None = None) -> Row:
    """The level of the first indicator typed over; every code at that cell."""
    told = tuple((code, LEVEL) for code in codes)
    return Row(f"level: {rule}", {LEVEL: value}, told, total=total)


# By hand: weight 40 of 100, so level x makes 70 % of (40 x + 60 x 4) / 5 points,
# and the competencies 24: x = 1 is 63.2, x = 5 is 85.6, x = 4.5 is 82.8.
LEVELS = (
    level("the lowest belongs to the scale", 1, total="63.2"),
    level("the highest belongs to the scale", 5, total="85.6"),
    level("any decimal between is lawful", Decimal("4.5"), total="82.8"),
    level("a hair below the lowest is off", Decimal("0.99"), "PE204"),
    level("a hair above the highest is off", Decimal("5.01"), "PE204"),
    level("zero is a value, and off the scale", 0, "PE204"),
    level("below zero is off the scale", -4, "PE204"),
    level(
        "the last digit that Excel keeps counts", Decimal("5.00000000000001"), "PE204"
    ),
    level("float noise is no value", Decimal("5.0000000000000004"), total="85.6"),
    level("blank is not zero", None, "PE203"),
    level("a blank that was typed is blank", " ", "PE203"),
    level("a no-break space is blank", "\u00a0", "PE203"),
    level("an invisible mark is blank", "\u200b", "PE203"),
    level("a Thai digit is read and told", "๔", "PE106", total="80"),
    level("Thai digits with a point are read", "๔.๕", "PE106", total="82.8"),
    level("the word before it is read", "ระดับ 4", "PE106", total="80"),
    level("the word without a blank is read", "ระดับที่๔", "PE106", total="80"),
    level("the word behind it is read", "4 คะแนน", "PE106", total="80"),
    level("a number stored as text is read", "4", "PE106", total="80"),
    level("blanks round it are read", "  4.5 ", "PE106", total="82.8"),
    level("an invisible mark before it is read", "\u200b4", "PE106", total="80"),
    level("a comma is no decimal point", "4,5", "PE102"),
    level("nor with a zero", "5,0", "PE102"),
    level("a comma of thousands is one", "4,000", "PE106", "PE204"),
    level("a number in words is refused", "สี่", "PE102"),
    level("a remark beside it is refused", "4 (ดีมาก)", "PE102"),
    level("a range is refused", "4-5", "PE102"),
    level("a share is refused", "4/5", "PE102"),
    level("a percent sign is refused", "4%", "PE102"),
    level("percent as format is refused", percent("0.04"), "PE102"),
    level("a float spelling is refused", "1_0", "PE102"),
    level("not a number is none", "nan", "PE102"),
    level("an exponent as text is refused", "4e0", "PE102"),
    level("full-width digits are refused", "４", "PE102"),
    level("a sign is read", "+4", "PE106", total="80"),
    level("a negative text is off the scale", "-4", "PE106", "PE204"),
    level("a date is refused", dated(45781), "PE108"),
    level("TRUE is no number", True, "PE102"),
    level("an error is not blank", N_A, "PE103"),
    level(
        "a formula counts by its saved value", formula("2+2", "4"), "PE105", total="80"
    ),
    level("a formula without one is refused", formula("2+2"), "PE104"),
    level("its saved error too", formula("1/0", "#DIV/0!", "e"), "PE103"),
    level("its text is read", formula('"4"', "4", "str"), "PE105", "PE106", total="80"),
    level("its empty text is no value", formula('""', "", "str"), "PE104"),
)


def weights(rule: str, values: tuple[Value, ...], *told: tuple[object, ...]) -> Row:
    """The three weights typed over."""
    return Row(f"weight: {rule}", dict(zip(WEIGHTS, values, strict=True)), told)


OFF = ("PE201", *WEIGHTS)
THIRD = Decimal("33.3333333333333")
WEIGHT_ROWS = (
    weights("a hundredth short is told", (Decimal("39.99"), 35, 25), OFF),
    weights("a hundredth too much is told", (Decimal("40.01"), 35, 25), OFF),
    weights("another split of 100 is lawful", (40, 30, 30)),
    weights(
        "thirds that total 100 are lawful",
        (Decimal("33.33"),) * 2 + (Decimal("33.34"),),
    ),
    weights("thirds that do not are told", (THIRD,) * 3, OFF),
    weights("0.1 is a tenth", (Decimal("0.1"), Decimal("99.8"), Decimal("0.1"))),
    weights(
        "hundredths in place of percent do not total 100",
        tuple(map(Decimal, ("0.4", "0.35", "0.25"))),
        OFF,
    ),
    weights("percent as format is read", (percent("0.4"), 35, 25), ("PE106", WEIGHT)),
    weights("a percent sign is read", ("40%", 35, 25), ("PE106", WEIGHT)),
    weights("the word is read", ("ร้อยละ ๔๐", 35, 25), ("PE106", WEIGHT)),
    weights(
        "zero cannot be, and its total is not told", (0, 35, 25), ("PE202", WEIGHT)
    ),
    weights("below zero cannot be", (-40, 35, 25), ("PE202", WEIGHT)),
    weights("above 100 cannot be", (Decimal("100.01"), 35, 25), ("PE202", WEIGHT)),
    weights(
        "wrong twice is one finding", (0, 0, 25), ("PE202", WEIGHTS[0], WEIGHTS[1])
    ),
    weights("blank is told, its total is not", (None, 35, 25), ("PE216", WEIGHT)),
    weights(
        "words are refused, the total is not told", ("สี่สิบ", 35, 25), ("PE102", WEIGHT)
    ),
    weights("words twice are one finding", ("มาก", "น้อย", 25), ("PE102", *WEIGHTS[:2])),
    Row(
        "weight: a single indicator may weigh 100",
        {WEIGHT: 100}
        | {i(row, key): None for row in (1, 2) for key in ("title", "weight", "level")},
        total="80",
    ),
    Row(
        "weight: competencies may each weigh alike",
        {c(n, "weight"): Decimal("12.5") for n in range(RATED)},
        total="80",
    ),
    Row(
        "weight: competencies that weigh more than 100",
        {c(n, "weight"): Decimal("12.6") for n in range(RATED)},
        (("PE201", *(c(n, "weight") for n in range(RATED))),),
    ),
    Row(
        "weight: competencies weigh all or none",
        {c(0, "weight"): 100},
        tuple(("PE216", c(n, "weight")) for n in range(1, RATED)),
    ),
    Row(
        "weight: of a competency cannot be zero",
        {c(n, "weight"): Decimal("12.5") for n in range(1, RATED)}
        | {c(0, "weight"): 0},
        (("PE202", c(0, "weight")),),
    ),
)


def ladder(  # noqa: PLR0913  as many as a row of the table has
    rule: str,
    targets: tuple[Value, ...],
    actual: Value = None,
    typed: Value = None,
    *,
    told: tuple[tuple[object, ...], ...] = (),
    total: str | None = None,
) -> Row:
    """Targets, actual and level of the first indicator."""
    changes = dict(zip(TARGETS, targets, strict=True))
    return Row(
        f"ladder: {rule}", {**changes, ACTUAL: actual, LEVEL: typed}, told, total=total
    )


RISING = (75, 80, 85, 90, 95)
FALLING = (5, 4, 3, 2, 1)
NONE: tuple[Value, ...] = (None,) * 5
SHARES = tuple(percent(f"0.{target}") for target in RISING)
BOTH = ("PE208", LEVEL, ACTUAL)
READ = tuple(("PE106", at) for at in TARGETS)
# By hand: level x makes 70 % of (40 x + 240) / 5 points, and 24: 4.4 is 82.24,
# 3.5 is 77.2, 4 is 80.
LADDER_ROWS = (
    ladder("an actual between two targets is measured", RISING, 92, total="82.24"),
    ladder("an actual on a target earns it", RISING, 90, total="80"),
    ladder("an actual beyond the last earns the highest", RISING, 200, total="85.6"),
    ladder("an actual below the first earns the lowest", RISING, 0, total="63.2"),
    ladder("it may fall", FALLING, Decimal("2.5"), total="77.2"),
    ladder("falling below the last earns the highest", FALLING, 0, total="85.6"),
    ladder("no targets: the level is typed", NONE, None, 4, total="80"),
    ladder(
        "no targets: an actual explains the level", NONE, "ครบทุกเรื่อง", 4, total="80"
    ),
    ladder("no targets and no level", NONE, 92, told=(("PE217", LEVEL),)),
    ladder("neither level nor actual", RISING, told=(("PE203", LEVEL),)),
    *(
        ladder(
            f"{count} of five targets",
            tuple(
                target if number < count else None
                for number, target in enumerate(RISING)
            ),
            None,
            4,
            told=(("PE206", *TARGETS[count:]),),
        )
        for count in (1, 2, 3, 4)
    ),
    ladder(
        "half a ladder is told, the level it withholds is not",
        (75, 80, None, 90, 95),
        92,
        told=(("PE206", TARGETS[2]),),
    ),
    ladder("equal neighbours", (75, 80, 80, 90, 95), 92, told=(("PE207", *TARGETS),)),
    ladder("up and down", (75, 80, 70, 90, 95), 92, told=(("PE207", *TARGETS),)),
    ladder(
        "up and down, the level typed",
        (75, 80, 70, 90, 95),
        None,
        4,
        told=(("PE207", *TARGETS),),
    ),
    ladder(
        "words of measure are read",
        ("ร้อยละ 75", "ร้อยละ 80", "ร้อยละ 85", "ร้อยละ 90", "ร้อยละ 95 ขึ้นไป"),
        "ร้อยละ 92",
        total="82.24",
    ),
    ladder("Thai digits are read", ("๗๕", "๘๐", "๘๕", "๙๐", "๙๕"), "๙๒", total="82.24"),
    ladder(
        "a unit alike in all is read",
        ("5 วัน", "4 วัน", "3 วัน", "2 วัน", "ไม่เกิน 1 วัน"),
        "2.5 วัน",
        total="77.2",
    ),
    ladder(
        "a bare actual is in that unit",
        ("5 วัน", "4 วัน", "3 วัน", "2 วัน", "1 วัน"),
        Decimal("2.5"),
        total="77.2",
    ),
    ladder(
        "units unlike describe",
        ("1 เดือน", "4 วัน", "3 วัน", "2 วัน", "1 วัน"),
        "2 วัน",
        told=(("PE217", LEVEL),),
    ),
    ladder(
        "units unlike, the level typed",
        ("1 เดือน", "4 วัน", "3 วัน", "2 วัน", "1 วัน"),
        "2 วัน",
        4,
        total="80",
    ),
    ladder(
        "steps in words need a typed level",
        ("เริ่ม", "ร่าง", "เสนอ", "ใช้", "ขยายผล"),
        "ใช้แล้ว",
        told=(("PE217", LEVEL),),
    ),
    ladder(
        "steps in words with a typed level",
        ("เริ่ม", "ร่าง", "เสนอ", "ใช้", "ขยายผล"),
        "ใช้แล้ว",
        4,
        total="80",
    ),
    ladder("ranges describe", ("0-1", "2-3", "4-5", "6-7", "8-9"), None, 4, total="80"),
    ladder("level and actual agree", RISING, 92, Decimal("4.4"), total="82.24"),
    ladder("they may differ by 0.01", RISING, 92, Decimal("4.41"), total="82.296"),
    ladder("below too", RISING, 92, Decimal("4.39"), total="82.184"),
    ladder("a hair more is told", RISING, 92, Decimal("4.410000001"), told=(BOTH,)),
    ladder("a hair less too", RISING, 92, Decimal("4.389999999"), told=(BOTH,)),
    ladder(
        "a level off the scale is told alone", RISING, 92, 6, told=(("PE204", LEVEL),)
    ),
    ladder(
        "an actual in words on numbers", RISING, "ประมาณ 92", told=(("PE219", ACTUAL),)
    ),
    ladder("an actual in another unit", RISING, "92 คน", 4, told=(("PE219", ACTUAL),)),
    ladder(
        "an actual that is an error is told alone",
        RISING,
        N_A,
        told=(("PE103", ACTUAL),),
    ),
    ladder(
        "an actual that became a date", RISING, dated(45781), told=(("PE108", ACTUAL),)
    ),
    ladder("an actual that is TRUE", RISING, True, told=(("PE102", ACTUAL),)),
    ladder(
        "a target that is an error is told alone",
        (75, 80, N_A, 90, 95),
        92,
        told=(("PE103", TARGETS[2]),),
    ),
    ladder(
        "targets that became dates",
        (dated(1), dated(2), dated(3), dated(4), dated(5)),
        92,
        told=tuple(("PE108", at) for at in TARGETS),
    ),
    ladder(
        "percent as format on both sides",
        SHARES,
        percent("0.92"),
        told=(*READ, ("PE106", ACTUAL)),
        total="82.24",
    ),
    ladder(
        "percent as format beside a number in percent",
        SHARES,
        92,
        told=READ,
        total="82.24",
    ),
    ladder(
        "percent beside a ladder of shares that passes the whole",
        tuple(Decimal(t) for t in ("0.8", "0.9", "1", "1.1", "1.2")),
        percent("0.92"),
        told=(("PE106", ACTUAL), ("PE219", ACTUAL)),
    ),
    ladder(
        "a bare 1.15 beside targets of 80% to 120%",
        ("80%", "90%", "100%", "110%", "120%"),
        Decimal("1.15"),
        told=(("PE219", ACTUAL),),
    ),
    ladder(
        "a bare 11 beside targets of 80% to 120% is plainly percent",
        ("80%", "90%", "100%", "110%", "120%"),
        Decimal(11),
        total="63.2",
    ),
    ladder(
        "a bare 0 beside percent is 0 either way",
        ("4%", "3%", "2%", "1%", "0%"),
        Decimal(0),
        total="85.6",
    ),
    ladder(
        "one bare share among percents",
        (Decimal("0.5"), "60%", "70%", "80%", "90%"),
        "75%",
        told=(("PE233", *TARGETS),),
    ),
    ladder(
        "a plain 80 among percents is percent",
        ("70%", "75%", Decimal(80), "85%", "90%"),
        "85%",
        total="80",
    ),
    ladder(
        "an actual is what was achieved, not less than something",
        RISING,
        "น้อยกว่า 92",
        told=(("PE219", ACTUAL),),
    ),
    ladder(
        "an actual of more digits than anybody means",
        RISING,
        "1" + "0" * 4400,
        told=(("PE219", ACTUAL),),
    ),
    ladder(
        "a bare 0.92 beside 90% may mean two things",
        SHARES,
        Decimal("0.92"),
        told=(*READ, ("PE219", ACTUAL)),
    ),
    ladder(
        "the same with the sign typed",
        ("75%", "80%", "85%", "90%", "95%"),
        Decimal("0.92"),
        told=(("PE219", ACTUAL),),
    ),
    ladder(
        "a formula's 0.92 beside 90% too",
        SHARES,
        formula("184/200", "0.92"),
        told=(*READ, ("PE105", ACTUAL), ("PE219", ACTUAL)),
    ),
    ladder(
        "92% beside bare hundredths too",
        tuple(Decimal(f"0.{t}") for t in RISING),
        percent("0.92"),
        told=(("PE106", ACTUAL), ("PE219", ACTUAL)),
    ),
    ladder(
        "92% beside numbers in percent",
        RISING,
        percent("0.92"),
        told=(("PE106", ACTUAL),),
        total="82.24",
    ),
    ladder(
        "a true fraction of one percent",
        ("0.5%", "0.4%", "0.3%", "0.2%", "0.1%"),
        "0.25%",
        total="77.2",
    ),
    ladder(
        "bare hundredths on both sides",
        tuple(Decimal(f"0.{t}") for t in RISING),
        Decimal("0.92"),
        total="82.24",
    ),
)

INDICATOR_ROWS = (
    Row("indicator: needs a title", {i(1, "title"): None}, (("PE215", i(1, "title")),)),
    Row(
        "indicator: an invisible title is none",
        {i(1, "title"): "\u200b\ufeff"},
        (("PE215", i(1, "title")),),
    ),
    Row(
        "indicator: a row with evidence alone is in use",
        {i(3, "evidence"): "มีหลักฐาน"},
        (("PE215", i(3, "title")), ("PE216", i(3, "weight")), ("PE203", i(3, "level"))),
    ),
    Row(
        "indicator: a row with invisible marks alone is not",
        {i(3, "evidence"): "\u200b"},
        total="80",
    ),
    Row(
        "indicator: a row with blanks alone is not",
        {i(3, "evidence"): " \u00a0"},
        total="80",
    ),
    Row(
        "indicator: there is at least one",
        {i(row, key): None for row in range(3) for key in ("title", "weight", "level")},
        (("PE209", i(0, "title")),),
    ),
    Row(
        "indicator: a gap between rows is no fault",
        {i(row, key): None for row in (1,) for key in ("title", "weight", "level")}
        | {i(9, "title"): "ข้อสุดท้าย", i(9, "weight"): 35, i(9, "level"): 4},
        total="80",
    ),
    Row(
        "indicator: evidence that is an error is told",
        {i(0, "evidence"): N_A},
        (("PE103", i(0, "evidence")),),
    ),
    Row(
        "indicator: evidence that is a formula is told",
        {i(0, "evidence"): formula("A1", "ดู", "str")},
        (("PE105", i(0, "evidence")),),
    ),
)

TWIN = "การแก้ไขปัญหาที่ดีและเชิงรุก"
BARE = {"title": None, "level": None}


def named(row: int, title: Value, **more: Value) -> dict[At, Value]:
    """A competency typed over."""
    return {c(row, key): value for key, value in {"title": title, **more}.items()}


def doubled(rule: str, other: str) -> Row:
    """Two functional competencies of names that a reader cannot tell apart."""
    changes = {**named(5, TWIN), **named(6, other)}
    return Row(
        f"competency: doubled {rule}",
        changes,
        (("PE212", c(5, "title"), c(6, "title")),),
    )


CORE = "การมุ่งผลสัมฤทธิ์"
COMPETENCY_ROWS = (
    Row(
        "competency: all five core ones are wanted",
        named(0, None, level=None),
        (("PE211", c(0, "title")),),
    ),
    Row(
        "competency: two missing are one finding",
        named(0, None, level=None) | named(3, None, level=None),
        (("PE211", c(0, "title"), c(3, "title")),),
    ),
    Row(
        "competency: three functional ones are wanted",
        named(7, None, level=None),
        (("PE213", c(7, "title")),),
    ),
    Row(
        "competency: a level without a title",
        named(7, None),
        (("PE215", c(7, "title")),),
    ),
    Row(
        "competency: a blank level",
        named(7, TWIN, level=None),
        (("PE203", c(7, "level")),),
    ),
    Row(
        "competency: a level off the scale",
        named(7, TWIN, level=6),
        (("PE204", c(7, "level")),),
    ),
    Row(
        "competency: a level in words",
        named(7, TWIN, level="ดี"),
        (("PE102", c(7, "level")),),
    ),
    Row(
        "competency: levels off the scale alike are one finding",
        {c(n, "level"): 0 for n in range(3)},
        (("PE204", *(c(n, "level") for n in range(3))),),
    ),
    Row(
        "competency: a core name off the list is told",
        named(0, "การมุ่งผลสำเร็จ"),
        (("PE218", c(0, "title")),),
        total="80",
    ),
    Row(
        "competency: a core name with an invisible mark is on it",
        named(0, "การมุ่ง\u200bผลสัมฤทธิ์"),
        total="80",
    ),
    Row(
        "competency: a core name with its vowel behind the mark is on it",
        named(0, "การมุ่งผลสัมฤทธ์ิ"),
        total="80",
    ),
    doubled("word for word", TWIN),
    doubled("with an invisible mark", TWIN.replace("ที่", "ที่\u200b")),
    doubled("with a mark of direction", "\u2067" + TWIN),
    doubled("with more blanks", TWIN.replace("ที่", " ที่ ")),
    doubled("with tone and vowel swapped", TWIN.replace("ที่", "ท่ี")),
    doubled("with sara e twice", TWIN.replace("แ", "เเ")),
    Row(
        "competency: names that differ are lawful",
        named(5, TWIN) | named(6, TWIN + " 2"),
        total="80",
    ),
    Row(
        "competency: a core one twice",
        named(1, CORE),
        (("PE212", c(0, "title"), c(1, "title")),),
    ),
    Row(
        "competency: another expected level is told",
        {c(0, "expected"): 3},
        (("PE214", c(0, "expected")),),
        total="80",
    ),
    Row(
        "competency: no expected level is lawful", {c(0, "expected"): None}, total="80"
    ),
    Row(
        "competency: an expected level in words",
        {c(0, "expected"): "สาม"},
        (("PE102", c(0, "expected")),),
    ),
    Row(
        "competency: a kind off the list is told alone",
        {c(0, "kind"): "พิเศษ"},
        (("PE109", c(0, "kind")),),
    ),
    Row("competency: a kind by its key", {c(0, "kind"): "core"}, total="80"),
    Row(
        "competency: a kind left blank is missing from its set",
        {c(0, "kind"): None},
        (("PE211", c(0, "kind")), ("PE231", c(0, "kind"))),
    ),
    Row(
        "competency: core at the cost of functional",
        {c(7, "kind"): "core"},
        (
            ("PE213", c(0, "title")),
            ("PE230", *(c(n, "title") for n in (0, 1, 2, 3, 4, 7))),
            ("PE218", c(7, "title")),
        ),
    ),
    Row(
        "competency: functional ones are not wanted of civil servants",
        {},
        regulation=CIVIL,
        total="80",
    ),
    Row(
        "competency: but may be rated, without a limit",
        named(5, TWIN, kind="functional", level=4)
        | named(6, TWIN + " 2", kind="functional", level=4),
        regulation=CIVIL,
        total="80",
    ),
    Row(
        "competency: a kind that is not for this position is told",
        named(5, TWIN, kind="managerial", level=4),
        (("PE230", c(5, "title")),),
        CIVIL,
        total="80",
    ),
    Row(
        "competency: the same is lawful for an executive",
        named(5, TWIN, kind="managerial", level=4)
        | {field("position_type"): "อำนวยการ", field("position_level"): "ต้น"}
        | {c(n, "expected"): 3 for n in range(5)},
        regulation=CIVIL,
        total="80",
    ),
    Row(
        "competency: a sixth core one is told",
        named(5, TWIN, kind="core", level=4),
        (("PE230", *(c(n, "title") for n in range(6))), ("PE218", c(5, "title"))),
        CIVIL,
        total="80",
    ),
    Row(
        "competency: one without a kind is told",
        named(5, TWIN, level=4),
        (("PE231", c(5, "kind")),),
        CIVIL,
        total="80",
    ),
    Row(
        "competency: all five core ones are wanted of civil servants",
        named(4, None, level=None),
        (("PE211", c(4, "title")),),
        CIVIL,
    ),
)

NAME, OTHER = "นางสาวทดสอบ ตัวอย่างดี", "นายพยาน ตัวอย่างหนึ่ง"
EVALUATOR = "นายผู้ประเมิน ตัวอย่างเที่ยง"


def person(
    rule: str, told: tuple[tuple[object, ...], ...] = (), /, **fields: Value
) -> Row:
    """Some fields typed over, in the local form."""
    return Row(f"person: {rule}", {field(k): v for k, v in fields.items()}, told)


PEOPLE_ROWS = (
    person("needs an id", (("PE101", field("employee_id")),), employee_id=None),
    person("needs a name that is seen", (("PE101", field("name")),), name=" \u200b"),
    person(
        "needs an evaluator", (("PE101", field("evaluator_name")),), evaluator_name=None
    ),
    person(
        "everything that is needed is told at once",
        (
            ("PE101", field("employee_id")),
            ("PE101", field("name")),
            ("PE101", field("evaluator_name")),
        ),
        employee_id=None,
        name=None,
        evaluator_name=None,
    ),
    person(
        "an id in Thai digits is read",
        (("PE106", field("employee_id")),),
        employee_id="TT-๐๙๐๐",
    ),
    person("an id as a number is text", employee_id=900),
    person(
        "a name with an invisible mark is read",
        (("PE112", field("name")),),
        name="นางสาวทดสอบ\u200b ตัวอย่างดี",
    ),
    person(
        "a name with sara e twice is read",
        (("PE112", field("name")),),
        name="นางสาวเเดง ตัวอย่าง",
    ),
    person("a name that is an error", (("PE103", field("name")),), name=N_A),
    person(
        "a name that is a formula",
        (("PE105", field("name")),),
        name=formula("A1", NAME, "str"),
    ),
    person(
        "nobody evaluates himself, by id",
        (("PE220", field("evaluator_id")),),
        evaluator_id="TT-0900",
    ),
    person(
        "by id in Thai digits without the dash",
        (("PE106", field("evaluator_id")), ("PE220", field("evaluator_id"))),
        evaluator_id="TT๐๙๐๐",
    ),
    person(
        "by id with another dash",
        (("PE220", field("evaluator_id")),),
        evaluator_id="tt \u2011 0900",
    ),
    person("by name", (("PE220", field("evaluator_name")),), evaluator_name=NAME),
    person(
        "by name with another prefix",
        (("PE220", field("evaluator_name")),),
        evaluator_name="นาง ทดสอบ  ตัวอย่างดี",
    ),
    person(
        "by name with a rank",
        (("PE220", field("evaluator_name")),),
        evaluator_name="ว่าที่ ร.ต.หญิง ทดสอบ ตัวอย่างดี",
    ),
    person(
        "by name with an invisible mark",
        (("PE112", field("evaluator_name")), ("PE220", field("evaluator_name"))),
        evaluator_name="ทด\u200bสอบ ตัวอย่างดี",
    ),
    person(
        "namesakes with ids of their own are two people",
        evaluator_name=NAME,
        evaluator_id="TT-0001",
    ),
    person("ids that differ in zeros are two people", evaluator_id="TT-900"),
    person(
        "a staff group off the list",
        (("PE109", field("staff_group")),),
        staff_group="พนักงานจ้าง",
    ),
    person("a staff group on the list", staff_group="พนักงานส่วนตำบล"),
    person("a staff group by its key", staff_group="official"),
    person(
        "a position type off the list is told and not used",
        (("PE110", field("position_type")),),
        position_type="บริการ",
    ),
    person("a position type with blanks is on it", position_type=" วิชา การ"),
    person("probation has its weights", probation="ใช่"),
    person("probation by its key", probation="yes"),
    person("no probation", probation="ไม่ใช่"),
    person(
        "probation in other words is not guessed",
        (("PE109", field("probation")),),
        probation="✓",
    ),
    person(
        "probation as TRUE is not guessed",
        (("PE109", field("probation")),),
        probation=True,
    ),
    Row(
        "person: probation has no weights of civil servants",
        {field("probation"): "ใช่"},
        (("PE229", field("probation")),),
        CIVIL,
        total="80",
    ),
    Row(
        "person: probation changes the weights",
        {field("probation"): "ใช่", **{c(n, "level"): 5 for n in range(RATED)}},
        total="90",
    ),
    Row(
        "person: without it the usual ones hold",
        {c(n, "level"): 5 for n in range(RATED)},
        total="86",
    ),
)

YEAR, TURN, DAY = field("fiscal_year"), field("round_number"), field("evaluated_on")


def evaluated(rule: str, value: Value, *codes: str) -> Row:
    """The day of the evaluation typed over."""
    return Row(f"date: {rule}", {DAY: value}, tuple((code, DAY) for code in codes))


# Serial numbers by hand, from 1 January 2000 = 36526: 31 March 2025 is 45747,
# 1 October of the year 2567 C.E. is 243892, 29 February 2568 C.E. is 244043.
ROUND_ROWS = (
    person("round: none given is lawful", fiscal_year=None, round_number=None),
    person("round: in words", fiscal_year="พ.ศ. ๒๕๖๘", round_number="ครั้งที่ ๑"),
    person("round: as numbers", fiscal_year=2568, round_number=2),
    person("round: three is none", (("PE226", TURN),), round_number="3"),
    person("round: without a year", (("PE226", YEAR),), fiscal_year=None),
    person("round: without a number", (("PE226", TURN),), round_number=None),
    person("round: a year in words", (("PE226", YEAR),), fiscal_year="ปีนี้"),
    person("round: a year of the Common Era", (("PE226", YEAR),), fiscal_year="2025"),
    person(
        "round: a year that no calendar has, with a date",
        (("PE226", YEAR),),
        fiscal_year="0100",
        evaluated_on="31/3/2568",
    ),
    person(
        "round: both are told at both cells",
        (("PE226", YEAR, TURN),),
        fiscal_year="68",
        round_number="หนึ่ง",
    ),
    evaluated("day/month/year", "31/3/2568"),
    evaluated("Thai digits and the month in full", "๓๑ มีนาคม ๒๕๖๘"),
    evaluated("the month in short", "31 มี.ค. 2568"),
    evaluated("the month in short, with the era", "วันที่ 31 มีค. พ.ศ. 2568"),
    evaluated("ISO", "2025-03-31"),
    evaluated("a date cell", dated(45747)),
    evaluated("the first day of the round", "1/10/2567"),
    evaluated("the day before it", "30/9/2567", "PE227"),
    evaluated("a Buddhist year stored as C.E.", dated(243892), "PE111"),
    evaluated("29 February of a Buddhist year that had none", dated(244043), "PE107"),
    evaluated("a two-digit year is not guessed", "31/3/68", "PE107"),
    evaluated("a day that no month has", "31/4/2568", "PE107"),
    evaluated("words", "สิ้นเดือน", "PE107"),
    evaluated("a number that is shown as one", zeros("45747"), "PE107"),
    evaluated("a serial of the year 1900 that Excel has wrong", dated(60), "PE107"),
    evaluated("an error", N_A, "PE103"),
)

REFUSED = {"acknowledgement": "ไม่ยินยอมลงลายมือชื่อ"}
ONE, TWO = field("witness_1"), field("witness_2")
DIFFER = {"next_supervisor_opinion": "แตกต่าง"}
POINTS = field("next_supervisor_total")
PAPER_ROWS = (
    person("papers: refused without a witness", (("PE221", ONE),), **REFUSED),
    person(
        "papers: refused with one witness",
        (("PE221", TWO),),
        **REFUSED,
        witness_1=OTHER,
    ),
    person(
        "papers: refused with the second alone",
        (("PE221", ONE),),
        **REFUSED,
        witness_2=OTHER,
    ),
    person(
        "papers: refused with two witnesses",
        **REFUSED,
        witness_1=OTHER,
        witness_2="นางอีก คนหนึ่ง",
    ),
    person("papers: signed needs none", acknowledgement="ลงลายมือชื่อรับทราบ"),
    person(
        "papers: an answer off the list",
        (("PE110", field("acknowledgement")),),
        acknowledgement="เฉย ๆ",
    ),
    person(
        "papers: the employee is no witness",
        (("PE222", ONE),),
        **REFUSED,
        witness_1="นส.ทดสอบ ตัวอย่างดี",
        witness_2=OTHER,
    ),
    person(
        "papers: the evaluator is no witness",
        (("PE222", TWO),),
        **REFUSED,
        witness_1=OTHER,
        witness_2=EVALUATOR,
    ),
    person(
        "papers: one person is not two witnesses",
        (("PE222", TWO),),
        **REFUSED,
        witness_1=OTHER,
        witness_2="พยาน ตัวอย่างหนึ่ง",
    ),
    Row(
        "papers: civil servants need no witness",
        {field("acknowledgement"): "refused"},
        (),
        CIVIL,
    ),
    person("papers: a next supervisor who agrees", next_supervisor_opinion="เห็นด้วย"),
    person(
        "papers: one who differs without points and reason",
        (("PE223", POINTS), ("PE223", field("next_supervisor_reason"))),
        **DIFFER,
    ),
    person(
        "papers: one who differs with both",
        **DIFFER,
        next_supervisor_total=85,
        next_supervisor_reason="งานมากกว่าที่ตกลง",
    ),
    person(
        "papers: points that cannot be read are not missing",
        (("PE102", POINTS),),
        **DIFFER,
        next_supervisor_total="แปดสิบ",
        next_supervisor_reason="งานมาก",
    ),
    person("papers: points of 0", next_supervisor_total=0),
    person("papers: points of 100", next_supervisor_total=100),
    person(
        "papers: points above 100",
        (("PE224", POINTS),),
        next_supervisor_total=Decimal("100.01"),
    ),
    person("papers: points below 0", (("PE224", POINTS),), next_supervisor_total=-1),
    Row(
        "papers: a change needs its date and approval",
        {("changes", 0, "title"): "ข้อ 1"},
        (
            ("PE228", ("changes", 0, "changed_on")),
            ("PE228", ("changes", 0, "approved_by")),
        ),
    ),
    Row(
        "papers: a change with both",
        {
            ("changes", 0, "title"): "ข้อ 1",
            ("changes", 0, "changed_on"): "5/1/2568",
            ("changes", 0, "approved_by"): EVALUATOR,
        },
    ),
    Row(
        "papers: changes that lack the same are one finding",
        {
            ("changes", n, key): value
            for n in (0, 1)
            for key, value in (("title", f"ข้อ {n}"), ("changed_on", "5/1/2568"))
        },
        (("PE228", ("changes", 0, "approved_by"), ("changes", 1, "approved_by")),),
    ),
    Row(
        "papers: a day of follow-up that cannot be read",
        {("follow_ups", 0, "followed_on"): "ต้นปี"},
        (("PE107", ("follow_ups", 0, "followed_on")),),
    ),
)

TOTAL_ROWS = (
    Row("own total: the same is no finding", {OWN_TOTAL: 80}, total="80"),
    Row("own total: none saved is no finding", {OWN_TOTAL: None}, total="80"),
    Row(
        "own total: float noise is no finding",
        {OWN_TOTAL: Decimal("80.000000000001")},
        total="80",
    ),
    Row(
        "own total: overtyped",
        {OWN_TOTAL: Decimal("95.5")},
        (("PE225", OWN_TOTAL),),
        total="80",
    ),
    Row(
        "own total: overtyped by a thousandth",
        {OWN_TOTAL: Decimal("80.001")},
        (("PE225", OWN_TOTAL),),
        total="80",
    ),
    Row(
        "own total: overtyped as text",
        {OWN_TOTAL: "95.5"},
        (("PE225", OWN_TOTAL),),
        total="80",
    ),
    Row(
        "own total: overtyped with words",
        {OWN_TOTAL: "ดีเด่น"},
        (("PE225", OWN_TOTAL),),
        total="80",
    ),
    Row("own total: the same as text is no finding", {OWN_TOTAL: "80.00"}, total="80"),
    Row(
        "own total: not held against a form with an error",
        {OWN_TOTAL: 95, LEVEL: 6},
        (("PE204", LEVEL),),
    ),
    Row("own band: the same is no finding", {OWN_BAND: "ดีมาก"}, total="80"),
    Row("own band: its spelling is no finding", {OWN_BAND: " ดี มาก "}, total="80"),
    Row("own band: its key is no finding", {OWN_BAND: "very_good"}, total="80"),
    Row("own band: none saved is no finding", {OWN_BAND: None}, total="80"),
    Row(
        "own band: what a form lacked before it was filled is no band",
        {OWN_BAND: "ยังกรอกไม่ครบ 12 ช่อง"},
        total="80",
    ),
    Row(
        "own band: overtyped",
        {OWN_BAND: "ดีเด่น"},
        (("PE234", OWN_BAND),),
        total="80",
    ),
    Row(
        "own band: overtyped beside the right total",
        {OWN_TOTAL: 80, OWN_BAND: "ดี"},
        (("PE234", OWN_BAND),),
        total="80",
    ),
    Row(
        "own band: a word that is no band, beside a total",
        {OWN_TOTAL: 80, OWN_BAND: "ดีเลิศ"},
        (("PE234", OWN_BAND),),
        total="80",
    ),
    Row(
        "own band: one that follows an overtyped total is told once",
        {OWN_TOTAL: Decimal("95.5"), OWN_BAND: "ดีเด่น"},
        (("PE225", OWN_TOTAL),),
        total="80",
    ),
    Row(
        "own band: unlike the overtyped total as well",
        {OWN_TOTAL: Decimal("95.5"), OWN_BAND: "ดี"},
        (("PE225", OWN_TOTAL), ("PE234", OWN_BAND)),
        total="80",
    ),
    Row(
        "own band: not held against a form with an error",
        {OWN_BAND: "ดีเด่น", LEVEL: 6},
        (("PE204", LEVEL),),
    ),
)


ONE_FOR_TWO = f"{place_of(LEVEL)}:{place_of(i(1, 'level'))}"


def _hidden(cell: str) -> dict[str, str]:
    number = re.sub("[A-Z]", "", cell)
    return {f'<row r="{number}" ': f'<row r="{number}" hidden="1" '}


def _hidden_column(cell: str) -> dict[str, str]:
    number = ord(cell[0]) - ord("A") + 1
    column = f'<col min="{number}" max="{number}" '
    return {column: f'{column}hidden="1" '}


HIDDEN_ROWS = (
    Row(
        "hidden: a row with values",
        {},
        (("PE018", *(i(1, key) for key in ("title", "weight", "level"))),),
        total="80",
        raw=_hidden(place_of(i(1, "level"))),
    ),
    Row(
        "hidden: a row without values",
        {},
        total="80",
        raw=_hidden(place_of(i(5, "level"))),
    ),
    Row(
        "hidden: a column with values",
        {i(0, "evidence"): "ดูแฟ้ม", i(2, "evidence"): "ดูแฟ้ม"},
        (("PE018", i(0, "evidence"), i(2, "evidence")),),
        total="80",
        raw=_hidden_column(place_of(i(0, "evidence"))),
    ),
    Row(
        "hidden: a value under merged cells",
        {},
        (("PE018", i(1, "level")),),
        total="80",
        raw={
            "<mergeCells ": '<mergeCells n="" ',
            "</mergeCells>": f'<mergeCell ref="{ONE_FOR_TWO}"/></mergeCells>',
        },
    ),
)


DISGUISED_ROWS = (
    Row(
        "disguised: a level that shows nothing counts and is told",
        {LEVEL: shown_as("nothing", "4")},
        (("PE021", LEVEL),),
        total="80",
    ),
    Row(
        "disguised: a 3 that shows as 5 counts as 3 and is told",
        {LEVEL: shown_as("five", "3")},
        (("PE021", LEVEL),),
        total="74.4",
    ),
    Row(
        "disguised: a 4.5 that shows as 5 counts as 4.5 and is told",
        {LEVEL: shown_as("whole", "4.5")},
        (("PE021", LEVEL),),
        total="82.8",
    ),
    Row(
        "disguised: a 4 that shows as 4 is not",
        {LEVEL: shown_as("whole", "4")},
        total="80",
    ),
)


def _stepped() -> Loaded:
    """The local regulation where an office wants half levels."""
    loaded = load_regulation(TAMBON)
    rating = loaded.regulation.rating.model_copy(update={"step": Decimal("0.5")})
    regulation = loaded.regulation.model_copy(update={"scale": rating})
    return loaded._replace(regulation=regulation)


STEPPED = _stepped()
STEP_ROWS = (
    Row("step: on it", {LEVEL: Decimal("4.5")}, own=STEPPED, total="82.8"),
    Row("step: beside it", {LEVEL: Decimal("4.3")}, (("PE205", LEVEL),), own=STEPPED),
    Row(
        "step: off the scale is told as that",
        {LEVEL: Decimal("5.3")},
        (("PE204", LEVEL),),
        own=STEPPED,
    ),
)

TOGETHER_ROWS = (
    Row(
        "together: faults of every part come in one pass, in the order of the form",
        {
            field("name"): None,
            field("staff_group"): "อื่น",
            LEVEL: "สี่",
            WEIGHTS[1]: 30,
            i(2, "level"): 7,
            c(0, "level"): None,
            named_at: None,
            POINTS: 200,
        },
        (
            ("PE101", field("name")),
            ("PE109", field("staff_group")),
            ("PE102", LEVEL),
            ("PE201", *WEIGHTS),
            ("PE204", i(2, "level")),
            ("PE203", c(0, "level")),
            ("PE215", named_at),
            ("PE224", POINTS),
        ),
    )
    for named_at in (c(7, "title"),)
)

ROWS: tuple[Row, ...] = (
    Row("sound: a form of local government", {}, total="80"),
    Row("sound: a form of the civil service", {}, regulation=CIVIL, total="80"),
    *LEVELS,
    *WEIGHT_ROWS,
    *LADDER_ROWS,
    *INDICATOR_ROWS,
    *COMPETENCY_ROWS,
    *PEOPLE_ROWS,
    *ROUND_ROWS,
    *PAPER_ROWS,
    *TOTAL_ROWS,
    *HIDDEN_ROWS,
    *DISGUISED_ROWS,
    *STEP_ROWS,
    *TOGETHER_ROWS,
    *MARKS,
)
