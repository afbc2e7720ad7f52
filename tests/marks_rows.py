"""Changes of a sound form of marked items and what must be told of each."""

from decimal import Decimal

from faults import N_A, OWN_BAND, OWN_TOTAL, Row, Value, formula
from filled import MARKED, At

RESULTS = tuple(range(5))  # rows 1.1 to 1.5: full marks 20, 20, 10, 10, 10
OWN_RESULTS, OWN_TRAITS = 5, 15  # the first of the rows 1.6 and 2.9
PLANNING, LEADING, RAISING = 7, 8, 9  # rows 2.1 to 2.3, which heads are marked on
TRAITS = tuple(range(10, 15))  # rows 2.4 to 2.8: full marks 6 each
ALL = (*RESULTS, *TRAITS)
ONE, HALF = "ควรเลื่อนขั้นเงินเดือน 1 ขั้น", "ควรเลื่อนขั้นเงินเดือน 0.5 ขั้น"
NO_STEP, MORE = "ไม่ควรเลื่อนขั้นเงินเดือน", "ควรเลื่อนขั้นเงินเดือน 1.5 ขั้น"
STEP, REASON = ("proposed_step",), ("proposed_step_reason",)
DISCIPLINE = (
    "การรักษาวินัย (การปฏิบัติตนตามระเบียบแบบแผนของทางราชการ "
    "และประพฤติตนเป็นตัวอย่างที่ดีในการเคารพกฎระเบียบต่าง ๆ)"
)
RESULT_PART, TRAIT_PART = "ผลงาน", "คุณลักษณะ"


def m(row: int, key: str) -> At:
    """A cell of the items."""
    return ("items", row, key)


def full(rows: tuple[int, ...]) -> tuple[At, ...]:
    """The full marks of some rows."""
    return tuple(m(row, "full_marks") for row in rows)


def row(
    rule: str,
    changes: dict[At, Value],
    *told: tuple[object, ...],
    total: str | None = None,
) -> Row:
    """One row of the form of marked items."""
    return Row(f"marks: {rule}", changes, told, MARKED, total)


def marks(rule: str, value: Value, *codes: str, total: str | None = None) -> Row:
    """The marks of the first item (16 of 20) typed over; every code there."""
    told = tuple((code, m(0, "marks_1")) for code in codes)
    return row(f"marks {rule}", {m(0, "marks_1"): value}, *told, total=total)


def traded(first: int, second: int) -> dict[At, Value]:
    """Full marks of the first two items."""
    return {m(0, "full_marks"): first, m(1, "full_marks"): second}


def empty(*rows: int) -> dict[At, Value]:
    """Rows without figures."""
    keys = ("full_marks", "marks_1")
    return {m(number, key): None for number in rows for key in keys}


def outstanding() -> dict[At, Value]:
    """The first two items at their full marks and one more: 88 of 100 + 2 = 90."""
    return {m(0, "marks_1"): 20, m(1, "marks_1"): 20, m(2, "marks_1"): 10}


# Sound: 16 + 16 + 8 + 8 + 8 of 70, 4.8 x 5 of 30: 80 points, acceptable.
MARKS_OF_ONE = (
    marks("at the full marks", 20, total="84"),
    marks("of zero are marks", 0, total="64"),
    marks("of any decimal", Decimal("16.25"), total="80.25"),
    marks("a hair above the full marks", Decimal("20.01"), "PE270"),
    marks("below zero", Decimal("-0.01"), "PE270"),
    marks("that are blank are not zero", None, "PE265"),
    marks("of a space are blank", " ", "PE265"),
    marks("in Thai digits are read", "๑๖", "PE106", total="80"),
    marks("with their word are read", "16 คะแนน", "PE106", total="80"),
    marks("in words are refused", "สิบหก", "PE102"),
    marks("as a share are refused", "16/20", "PE102"),
    marks("of an error are refused", N_A, "PE103"),
    marks("of a formula are taken and told", formula("8+8", "16"), "PE105", total="80"),
    marks("of a formula that was not saved", formula("8+8"), "PE104"),
    marks("in percent are refused", "80%", "PE102"),
)
FULL_MARKS = (
    row("full marks blank", {m(0, "full_marks"): None}, ("PE260", m(0, "full_marks"))),
    row(
        "full marks of zero",
        {m(0, "full_marks"): 0},  # its marks of 16 are not told as well
        ("PE261", m(0, "full_marks")),
    ),
    row(
        "full marks above the whole",
        {m(0, "full_marks"): 101},
        ("PE261", m(0, "full_marks")),
    ),
    row(
        "full marks in words",
        {m(0, "full_marks"): "ยี่สิบ"},
        ("PE102", m(0, "full_marks")),
    ),
    row("full marks of 99", {m(10, "full_marks"): 5}, ("PE262", *full(ALL))),
    row(
        "full marks of 100 and a hair",
        {m(0, "full_marks"): Decimal("20.01")},
        ("PE262", *full(ALL)),
    ),
    row("full marks traded between items", traded(24, 16), total="80"),
    row(
        "results of 69",
        {m(0, "full_marks"): 19, m(10, "full_marks"): 7},
        ("PE263", *full(RESULTS)),
    ),
    row(
        "results of 70 less a hair",
        {
            m(0, "full_marks"): Decimal("19.99"),
            m(10, "full_marks"): Decimal("6.01"),
        },
        ("PE263", *full(RESULTS)),
    ),
    row(
        "results of more than 70",
        {m(0, "full_marks"): 21, m(10, "full_marks"): 5},
        total="80",
    ),
)
COMPULSORY = (
    row("an operator's item left out of the compulsory ones", {
        **empty(10), m(0, "full_marks"): 26,
    }, ("PE266", m(10, "full_marks"))),
    row("an operator's item that is not compulsory may be left out", {
        **empty(4), m(0, "full_marks"): 30, m(0, "marks_1"): 24,
    }, total="80"),
    row("an operator may be marked on more", {
        m(PLANNING, "full_marks"): 3, m(PLANNING, "marks_1"): 2,
        m(10, "full_marks"): 3, m(10, "marks_1"): 2,
    }, total="79.2"),
    row(
        "a head's items left out",
        {("is_head",): "ใช่"},
        *(("PE266", m(r, "full_marks")) for r in (PLANNING, LEADING, RAISING)),
    ),
    row("a head marked on every item", {
        ("is_head",): "yes",
        **{m(r, "full_marks"): 2 for r in (PLANNING, LEADING, RAISING)},
        **{m(r, "marks_1"): 2 for r in (PLANNING, LEADING, RAISING)},
        m(10, "full_marks"): 3, m(10, "marks_1"): 3,
        m(11, "full_marks"): 3, m(11, "marks_1"): 3,
    }, total="82.4"),
    row("an item of the form whose title is gone", {
        m(10, "title"): None,
    }, ("PE266", m(0, "title")), ("PE215", m(10, "title"))),
    row("no results at all", {
        **empty(*RESULTS), m(10, "full_marks"): 76,
    }, ("PE264", m(0, "title")), ("PE275", STEP)),  # 24 points of behaviour
    row("a word for the head that is on no list", {
        ("is_head",): "หัวหน้าฝ่าย",
    }, ("PE109", ("is_head",))),
)  # fmt: skip
PARTS = (
    row("an item moved to the other part", {
        m(10, "part"): RESULT_PART,
    }, ("PE267", m(10, "part"))),
    row("the key of a part", {m(10, "part"): "behaviour"}, total="80"),
    row("a part on no list", {m(10, "part"): "อื่น ๆ"}, ("PE109", m(10, "part"))),
    row("a part that is blank", {m(10, "part"): None}, ("PE268", m(10, "part"))),
    row("an own item with full marks and marks", {
        m(OWN_RESULTS, "title"): "งานสภาเทศบาล",
        m(OWN_RESULTS, "full_marks"): 5, m(OWN_RESULTS, "marks_1"): 5,
        m(0, "full_marks"): 15, m(0, "marks_1"): 12,
    }, total="81"),
    row("an own item with its name alone", {
        m(OWN_TRAITS, "title"): "ความคิดริเริ่ม",
    }, ("PE260", m(OWN_TRAITS, "full_marks")), ("PE265", m(OWN_TRAITS, "marks_1"))),
    row("an own item without its name", {
        m(OWN_RESULTS, "full_marks"): 5, m(OWN_RESULTS, "marks_1"): 5,
        m(0, "full_marks"): 15, m(0, "marks_1"): 12,
    }, ("PE215", m(OWN_RESULTS, "title"))),
    row("an item that stands twice", {
        m(OWN_TRAITS, "title"): "การรักษาวินัย",
        m(OWN_TRAITS, "full_marks"): 3, m(OWN_TRAITS, "marks_1"): 3,
        m(10, "full_marks"): 3, m(10, "marks_1"): 3,
    }, ("PE269", m(13, "title"), m(OWN_TRAITS, "title"))),
    row("an item with its explanation", {m(13, "title"): DISCIPLINE}, total="80"),
    row("an item that stands twice, once with its explanation", {
        m(OWN_TRAITS, "title"): DISCIPLINE,
        m(OWN_TRAITS, "full_marks"): 3, m(OWN_TRAITS, "marks_1"): 3,
        m(10, "full_marks"): 3, m(10, "marks_1"): 3,
    }, ("PE269", m(13, "title"), m(OWN_TRAITS, "title"))),
)  # fmt: skip
ROUNDS = (
    row("marks of round 2 in a form of round 1", {
        m(0, "marks_2"): 15,
    }, ("PE271", m(0, "marks_2"))),
    row("no round given: round 1 while nothing stands in round 2", {
        ("round_number",): None, ("fiscal_year",): None,
    }, total="80"),
    row("no round given: round 2 once anything stands there", {
        ("round_number",): None, ("fiscal_year",): None,
        **{m(r, "marks_2"): 6 for r in TRAITS},
        **{m(r, "marks_2"): 10 for r in RESULTS},
    }, total="80"),
    row("a form of round 2 without its marks", {
        ("round_number",): "2", m(0, "marks_2"): 15,
    }, *(("PE265", m(r, "marks_2")) for r in ALL[1:])),
    row("a form of round 2 may lack the marks of round 1", {
        ("round_number",): "2",
        **{m(r, "marks_1"): None for r in ALL},
        **{m(r, "marks_2"): 6 for r in TRAITS},
        **{m(r, "marks_2"): 10 for r in RESULTS},
    }, total="80"),
    row("marks of round 1 above the full marks in a form of round 2", {
        ("round_number",): "2", m(0, "marks_1"): 21,
        **{m(r, "marks_2"): 6 for r in TRAITS},
        **{m(r, "marks_2"): 10 for r in RESULTS},
    }, ("PE270", m(0, "marks_1"))),
)  # fmt: skip
POSITIONS = (
    row("level 9 has another form", {
        ("position_type",): "ตำแหน่งตามระดับ", ("position_level",): 9,
    }, ("PE272", ("position_level",))),
    row("level 8 has this form", {
        ("position_type",): "ตำแหน่งตามระดับ", ("position_level",): 8,
    }, total="80"),
    row("probation weighs nothing", {
        ("probation",): "ใช่",
    }, ("PE229", ("probation",)), total="80"),
)  # fmt: skip
PROPOSALS = (
    row("no raise proposed", {STEP: None}, ("PE276", STEP), total="80"),
    row("half a step needs no reason", {STEP: HALF}, total="80"),
    row("a step of its key", {STEP: "half"}, total="80"),
    row("a step on no list", {STEP: "สองขั้น"}, ("PE109", STEP)),
    row("one step without a reason", {
        STEP: ONE, **outstanding(),
    }, ("PE273", REASON)),
    row("one step with its reason", {
        STEP: ONE, REASON: "ผลงานเกินเป้าหมายทุกข้อ", **outstanding(),
    }, total="90"),
    row("no step without a reason", {
        STEP: NO_STEP,
        **{m(r, "marks_1"): 0 for r in RESULTS},
    }, ("PE273", REASON)),
    row("no step with its reason", {
        STEP: NO_STEP, REASON: "ผลงานไม่ถึงเป้าหมาย",
        **{m(r, "marks_1"): 0 for r in RESULTS},
    }, total="24"),
    row("one step for a band that is only acceptable", {
        STEP: ONE, REASON: "ขอสนับสนุน",
    }, ("PE275", STEP), total="80"),
    row("a step and a half in round 1", {
        STEP: MORE, REASON: "เหตุผล", **outstanding(),
    }, ("PE274", STEP)),
    row("a step and a half in round 2", {
        ("round_number",): "2", STEP: MORE, REASON: "ดีเด่นทั้งสองครั้ง และมีโควตา",
        **{m(r, "marks_2"): 6 for r in TRAITS},
        **{m(r, "marks_2"): 20 for r in (0, 1)},
        **{m(r, "marks_2"): 10 for r in (2, 3, 4)},
    }, total="100"),
    row("a step and a half without a reason", {
        ("round_number",): "2", STEP: MORE,
        **{m(r, "marks_2"): 6 for r in TRAITS},
        **{m(r, "marks_2"): 20 for r in (0, 1)},
        **{m(r, "marks_2"): 10 for r in (2, 3, 4)},
    }, ("PE273", REASON)),
)  # fmt: skip
SUPERVISORS = (
    row("both supervisors agree", {
        ("next_supervisor_opinion",): "เห็นด้วย",
        ("next_supervisor_2_opinion",): "agree",
    }, total="80"),
    *(
        row(f"{who} differs in nothing", {
            (f"{who}_opinion",): "แตกต่าง",
        }, ("PE223", (f"{who}_total",)), ("PE223", (f"{who}_reason",)), total="80")
        for who in ("next_supervisor", "next_supervisor_2")
    ),
    *(
        row(f"{who} differs in the development alone", {
            (f"{who}_opinion",): "แตกต่าง",
            (f"{who}_development",): "ควรฝึกอบรมงานพัสดุ",
            (f"{who}_reason",): "เปลี่ยนงาน",
        }, total="80")
        for who in ("next_supervisor", "next_supervisor_2")
    ),
    *(
        row(f"{who} gives points off the scale", {
            (f"{who}_opinion",): "แตกต่าง",
            (f"{who}_total",): 101,
            (f"{who}_reason",): "ผลงานดีมาก",
        }, ("PE224", (f"{who}_total",)))
        for who in ("next_supervisor", "next_supervisor_2")
    ),
    *(
        row(f"{who} wants a step and a half in round 1", {
            (f"{who}_opinion",): "แตกต่าง",
            (f"{who}_step",): MORE,
            (f"{who}_reason",): "ผลงานดีมาก",
        }, ("PE274", (f"{who}_step",)))
        for who in ("next_supervisor", "next_supervisor_2")
    ),
)  # fmt: skip
OWN_FIGURES = (
    row("another total of the form", {OWN_TOTAL: formula("1", "81")},
        ("PE225", OWN_TOTAL), total="80"),
    row("another band of the form", {
        OWN_TOTAL: formula("1", "80"), OWN_BAND: formula('"x"', "ดีเด่น", "str"),
    }, ("PE234", OWN_BAND), total="80"),
    row("its own total and band", {
        OWN_TOTAL: formula("1", "80"),
        OWN_BAND: formula('"x"', "เป็นที่ยอมรับได้", "str"),
    }, total="80"),
)  # fmt: skip
MARKS: tuple[Row, ...] = (
    row("a sound form", {}, total="80"),
    *MARKS_OF_ONE,
    *FULL_MARKS,
    *COMPULSORY,
    *PARTS,
    *ROUNDS,
    *POSITIONS,
    *PROPOSALS,
    *SUPERVISORS,
    *OWN_FIGURES,
)
