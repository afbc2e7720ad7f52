"""How people are scored, in the sentences of an announcement of the criteria."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from perfeval.letter import Column, Table
from perfeval.regulations.competencies import Competencies, ExpectedLevel
from perfeval.regulations.schema import Band, Component, Regulation
from perfeval.reports import criteria_marks
from perfeval.reports.criteria_section import Item, Section, ruled, several
from perfeval.reports.regulation_matching import matching
from perfeval.reports.regulation_words import KINDS, WORDS
from perfeval.reports.rulings import Words
from perfeval.reports.sentences import joined, listed

METHODS = {
    "weighted_levels": "ผลรวมของระดับที่ได้คูณน้ำหนักของตัวชี้วัดทุกตัว เทียบเป็นคะแนนเต็ม 100",
    "rating": "ผลรวมของคะแนนที่ได้คูณน้ำหนักของสมรรถนะทุกตัว เทียบเป็นคะแนนเต็ม 100",
    "table": "ผลรวมของน้ำหนักของสมรรถนะคูณคะแนนจากตารางเทียบระดับ หารด้วยคะแนนเต็ม",
    "bar": "ผลรวมของน้ำหนักของสมรรถนะคูณคะแนนตามส่วนต่างจากระดับที่คาดหวัง หารด้วยคะแนนเต็ม",
    "hybrid": "ผลรวมของระดับที่ได้ทุกสมรรถนะ เทียบเป็นร้อยละของผลรวมของระดับที่คาดหวัง",
    "marks": "ผลรวมของคะแนนที่ได้ของทุกรายการ เทียบกับคะแนนเต็มของรายการเหล่านั้น",
}
PROBATION = (
    "ผู้ที่อยู่ระหว่างทดลองปฏิบัติราชการ หรือมีระยะเวลาทดลองปฏิบัติราชการอยู่ในรอบการประเมิน "
    "ให้มีสัดส่วนคะแนน"
)
ADVISED = "ระดับสมรรถนะที่คาดหวังเป็นค่าแนะนำ ดังต่อไปนี้"
NONE = "–"


def sections(regulation: Regulation) -> Iterator[Section]:
    """Components, how they are scored, and bands, in the order of the file."""
    yield Section("องค์ประกอบการประเมินและสัดส่วนคะแนน", tuple(_shares(regulation)))
    yield _scale(regulation)
    yield Section("สมรรถนะที่ประเมิน", tuple(_competencies(regulation)))
    yield _expected(regulation)
    yield from criteria_marks.sections(regulation)
    yield _bands(regulation)


def _shares(regulation: Regulation) -> Iterator[Item]:
    for one in regulation.components:
        if one.weight is not None:
            yield ruled(f"{one.label} ร้อยละ {one.weight}", one)
        if one.weight_at_least is not None and one.weight_at_least_clause:
            least = f"{one.label}มีสัดส่วนไม่น้อยกว่าร้อยละ {one.weight_at_least}"
            yield Item(least, one.weight_at_least_clause)
        if one.aspects:
            aspects = f"{one.label} ประเมินจาก{listed(one.aspects)}"
            yield Item(aspects, one.aspects_clause or one.clause)
    yield from _probation(regulation.components)


def _probation(components: Sequence[Component]) -> Iterator[Item]:
    shared = [one for one in components if one.probation_weight is not None]
    if shared:
        shares = listed([f"{one.label}ร้อยละ {one.probation_weight}" for one in shared])
        clauses = ((one.probation_clause or one.clause, "source") for one in shared)
        yield several(PROBATION + shares, clauses)


def _scale(regulation: Regulation) -> Section:
    """Methods of the components, the scale, and the names of its levels."""
    items = [
        Item(
            _method(one),
            one.method_clause,
            one.method_basis,
        )
        for one in regulation.components
    ]
    items += [
        Item(row.text, row.clause, "house" if row.mark else "source")
        for row in matching(regulation, Words("th"))
    ]
    items += _rating(regulation)
    items += [
        Item(f"ระดับ {level.level} {level.label}", names.clause, names.basis, True)
        for names in regulation.level_names
        for level in names.levels
    ]
    return Section("วิธีการให้คะแนน", tuple(items), _level_table(regulation))


def _method(one: Component) -> str:
    """How the points of a component come about; of a method of an office, as shown."""
    if one.method in METHODS:
        return f"คะแนน{one.label} คือ{METHODS[one.method]}"
    shown, _ = WORDS[f"method_{one.method}"]
    return shown.format(label=one.label)


def _rating(regulation: Regulation) -> Iterator[Item]:
    scale = regulation.scale
    if scale is None:  # nobody types a level
        return
    words = f"ให้คะแนนเป็นระดับ ตั้งแต่ระดับ {scale.lowest} ถึงระดับ {scale.highest}"
    if scale.step is not None:
        words += f" โดยให้เป็นช่วงละ {scale.step} ระดับ"
    yield ruled(words, scale)
    yield Item(
        "ตัวชี้วัดที่มีค่าเป้าหมายเป็นตัวเลข ระดับที่ได้คิดตามสัดส่วนของผลงานจริงระหว่างค่าเป้าหมายที่อยู่ติดกัน "
        "และไม่เกินระดับที่ปลายทั้งสอง",
        scale.interpolation_clause,
        scale.interpolation_basis,
    )
    yield Item(
        f"ระดับที่ผู้ประเมินให้กับระดับที่คิดจากผลงานจริงต่างกันได้ไม่เกิน {scale.agree_within}",
        scale.agree_clause,
        scale.agree_basis,
    )


def _level_table(regulation: Regulation) -> Table | None:
    """The names of the levels, a column a component."""
    if not regulation.level_names:
        return None
    labels = {one.key: one.label for one in regulation.components}
    named = [
        (labels[one.component], {level.level: level.label for level in one.levels})
        for one in regulation.level_names
    ]
    levels = sorted({level for _, names in named for level in names})
    rows = tuple(
        (str(level), *(names.get(level, NONE) for _, names in named))
        for level in levels
    )
    titles = [label for label, _ in named]
    return Table((Column("ระดับ", 20, "centre"), *_spread(titles, 136)), rows)


def _spread(titles: Sequence[str], room: int) -> Iterator[Column]:
    """Columns of equal width over some mm; the last one takes what is left."""
    width = room // len(titles)
    for place, title in enumerate(titles, 1):
        own = room - width * (len(titles) - 1) if place == len(titles) else width
        yield Column(title, own)


def _competencies(regulation: Regulation) -> Iterator[Item]:
    labels = {one.key: one.label for one in regulation.staff_groups}
    for one in regulation.competencies:
        kind, _ = KINDS[one.kind]
        groups = [labels[key] for key in one.staff_groups]
        types = [f"ประเภท{kind_of}" for kind_of in one.position_types]
        people = joined([*groups, *types]) if groups or types else "ผู้รับการประเมินทุกคน"
        yield ruled(f"{people} ประเมิน{kind}{_count(one)}", one)
        if one.titles:
            titles = listed([f"“{title}”" for title in one.titles])
            clause = one.titles_clause or one.clause
            yield Item(f"{kind} ได้แก่ {titles}", clause, one.titles_basis)


def _count(one: Competencies) -> str:
    least, most = one.at_least, one.at_most
    if least == most:
        return f" {least} สมรรถนะ"
    if most is not None:
        return f" {least} ถึง {most} สมรรถนะ"
    return f"อย่างน้อย {least} สมรรถนะ" if least else "เพิ่มได้ ไม่บังคับ"


def _expected(regulation: Regulation) -> Section:
    """The advised levels: whom for, then a column a kind."""
    levels = regulation.expected_levels
    kinds = list(dict.fromkeys(one.kind for one in levels))
    people = {one: _whom(one, regulation) for one in levels}
    found: dict[str, dict[str, Decimal]] = {}
    for one in levels:
        found.setdefault(people[one], {})[one.kind] = one.level
    rows = tuple(
        (whom, *(str(own.get(kind, NONE)) for kind in kinds))
        for whom, own in found.items()
    )
    items = [
        Item(f"{KINDS[one.kind][0]} {people[one]}: {one.level}", one.clause, one.basis,
             in_table=True)
        for one in levels
    ]  # fmt: skip
    if not levels:
        return Section("ระดับสมรรถนะที่คาดหวัง", ())
    is_advice = all(one.basis == "house" for one in levels)
    lead = Item(ADVISED if is_advice else "กำหนดระดับสมรรถนะที่คาดหวัง ดังต่อไปนี้")
    width = 76 // len(kinds)
    columns = (
        Column("ผู้รับการประเมิน", 156 - width * len(kinds)),
        *(Column(KINDS[kind][0], width, "centre") for kind in kinds),
    )
    table = Table(columns, rows)
    return Section("ระดับสมรรถนะที่คาดหวัง", (lead, *items), table)


def _whom(one: ExpectedLevel, regulation: Regulation) -> str:
    labels = {group.key: group.label for group in regulation.staff_groups}
    groups = (
        [joined([labels[key] for key in one.staff_groups])] if one.staff_groups else []
    )
    named = [f"ประเภท{one.position_type}"] if one.position_type else []
    named += [f"ระดับ{one.position_level}"] if one.position_level else []
    return " ".join([*groups, *named]) or "ผู้รับการประเมินทุกคน"


def _bands(regulation: Regulation) -> Section:
    """The bands, highest first, each with its limits in words."""
    bands = sorted(regulation.bands, key=lambda band: band.at_least, reverse=True)
    lead = Item(f"นำคะแนนรวมมาจัดกลุ่มเป็น {len(bands)} ระดับ โดยมีช่วงคะแนนดังต่อไปนี้")
    items = [
        Item(f"ระดับ{one.label} {limits(one)}", one.clause, one.basis, in_table=True)
        for one in bands
    ]
    columns = (Column("ระดับผลการประเมิน", 56), Column("ช่วงคะแนน", 100))
    rows = tuple((one.label, limits(one)) for one in bands)
    return Section("ระดับผลการประเมิน", (lead, *items), Table(columns, rows))


def limits(band: Band) -> str:
    """The limits of a band in words: its floor belongs to it, `below` does not."""
    if not band.at_least and band.below is not None:
        return f"ต่ำกว่าร้อยละ {band.below}"
    if band.below is None:
        return f"ตั้งแต่ร้อยละ {band.at_least} ถึงร้อยละ {band.at_most}"
    return f"ตั้งแต่ร้อยละ {band.at_least} แต่ไม่ถึงร้อยละ {band.below}"
