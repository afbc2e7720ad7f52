"""The rules of marked items: which ones, their full marks, their marks."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from perfeval import thai
from perfeval.appraise.check_rows import ITEMS, titled, written
from perfeval.appraise.figures import exactly
from perfeval.appraise.lines import WHOLE
from perfeval.appraise.marked import item_of, item_title
from perfeval.findings import Finding, finding
from perfeval.model import MARKS, Evaluation, Item
from perfeval.regulations.schema import Regulation

HEAD = "yes"


def marked(evaluation: Evaluation, regulation: Regulation) -> list[Item]:
    """The rows that count: with figures, or with a title of the office's own."""
    return [
        row
        for row in evaluation.items
        if row.is_in_use or item_of(row, regulation) is None
    ]


def rows_are_complete(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A row in use has a title, its part, and full marks."""
    rows = marked(evaluation, regulation)
    yield from titled(evaluation, rows, ITEMS)
    for row in rows:
        title = item_title(row, regulation)
        if row.is_blank("part"):
            parts = " / ".join(one.label for one in regulation.components)
            where = evaluation.where("part", row)
            clause = _clause(row, regulation)
            yield finding("PE268", where, clause=clause, title=title, parts=parts)
        if row.is_blank("full_marks"):
            where = evaluation.where("full_marks", row)
            yield finding("PE260", where, clause=_clause(row, regulation), title=title)


def parts_are_those_of_the_items(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """An item of the regulation stays in its part, whose share it makes."""
    labels = {one.key: one.label for one in regulation.components}
    for row in evaluation.items:
        item = item_of(row, regulation)
        if item and row.part and row.part != item.part:
            yield finding(
                "PE267",
                evaluation.where("part", row),
                found=labels.get(row.part, row.part),
                clause=item.clause,
                title=item_title(row, regulation),
                part=labels[item.part],
            )


def none_is_doubled(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """No item is marked twice."""
    rows: dict[str, list[Item]] = {}
    for row in evaluation.items:
        if row.title:
            key = thai.label_key(item_title(row, regulation))
            rows.setdefault(key, []).append(row)
    for twins in rows.values():
        if len(twins) > 1:
            yield finding(
                "PE269",
                evaluation.where("title", twins[0]),
                cells=[row.at["title"] for row in twins],
                found=item_title(twins[0], regulation),
                clause=_clause(twins[0], regulation),
            )


def _is_sound(full_marks: Decimal | None) -> bool:
    return full_marks is not None and 0 < full_marks <= WHOLE


def full_marks_total_the_whole(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """
    Full marks lie above 0, total 100, and reach the least share of a component.

    Nothing is said of the sums while a single one is missing or wrong: it would
    only follow from that.
    """
    rows = marked(evaluation, regulation)
    clause = regulation.marking.clause if regulation.marking else None
    wrong = [
        row
        for row in rows
        if row.full_marks is not None and not _is_sound(row.full_marks)
    ]
    for row in wrong:
        yield finding(
            "PE261",
            evaluation.where("full_marks", row),
            found=written(row.full_marks or Decimal(0)),
            clause=clause,
            title=item_title(row, regulation),
            whole=WHOLE,
        )
    if wrong or any(row.full_marks is None or not row.part for row in rows):
        return
    total = _sum(rows)
    if total != WHOLE:
        gap = written(abs(WHOLE - total))
        yield finding(
            "PE262",
            evaluation.where("full_marks", rows[0])
            if rows
            else evaluation.where("items"),
            cells=[row.at["full_marks"] for row in rows],
            found=written(total),
            clause=clause,
            whole=WHOLE,
            difference_th=f"ขาด {gap}" if total < WHOLE else f"เกิน {gap}",
            difference_en=f"{gap} short" if total < WHOLE else f"{gap} too much",
        )
    yield from _least(evaluation, rows, regulation)


def _least(
    evaluation: Evaluation, rows: Sequence[Item], regulation: Regulation
) -> Iterator[Finding]:
    """The full marks of a component reach the share that the source wants."""
    for component in regulation.components:
        own = [row for row in rows if row.part == component.key]
        least, share = component.weight_at_least, _sum(own)
        if least is not None and own and share < least:
            yield finding(
                "PE263",
                evaluation.where("full_marks", own[0]),
                cells=[row.at["full_marks"] for row in own],
                found=written(share),
                clause=component.weight_at_least_clause,
                label=component.label,
                least=written(least),
            )


def _sum(rows: Sequence[Item]) -> Fraction:
    return sum((exactly(row.full_marks or 0) for row in rows), Fraction(0))


def every_component_is_marked(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Each component has an item at least: none of them can be left out."""
    parts = {row.part for row in marked(evaluation, regulation)}
    for component in regulation.components:
        if component.key not in parts:
            where = evaluation.where("items")
            clause, label = component.clause, component.label
            yield finding("PE264", where, clause=clause, label=label)


def compulsory_items_are_marked(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Whoever leads is marked on every item, everybody else on some at the least."""
    rows: dict[str, Item] = {}
    for one in evaluation.items:
        if item := item_of(one, regulation):
            rows.setdefault(item.number, one)
    is_head = evaluation.is_head == HEAD
    for rule in regulation.compulsory:
        for number in rule.items if rule.heads == is_head else ():
            row = rows.get(number)
            if row is not None and row.is_in_use:
                continue
            item = next(one for one in regulation.items if one.number == number)
            where = evaluation.where("full_marks", row) if row else None
            yield finding(
                "PE266",
                where or evaluation.where("items"),
                clause=rule.clause,
                title=f"{item.number} {item.title}",
                who=rule.who,
                items=", ".join(rule.items),
            )


def marks_are_typed(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Every item in use has marks of the present round; blank is not zero."""
    column = evaluation.marks
    for row in marked(evaluation, regulation):
        if row.is_blank(column):
            yield finding(
                "PE265",
                evaluation.where(column, row),
                clause=_clause(row, regulation),
                title=item_title(row, regulation),
                round=evaluation.marked_turn,
            )


def marks_lie_within_full_marks(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """
    Marks of either round lie between 0 and the full marks of their item.

    Nothing is said where the full marks are wrong themselves.
    """
    for row in evaluation.items:
        full = row.full_marks if _is_sound(row.full_marks) else None
        for turn, column in MARKS.items():
            value = getattr(row, column)
            if value is None or full is None or 0 <= value <= full:
                continue
            yield finding(
                "PE270",
                evaluation.where(column, row),
                found=written(value),
                clause=_clause(row, regulation),
                title=item_title(row, regulation),
                full=written(full),
                round=turn,
            )


def no_marks_of_a_later_round(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Marks of round 2 do not stand in a form of round 1."""
    first, second = MARKS
    if evaluation.turn != first:
        return
    rows = [row for row in evaluation.items if not row.is_blank(MARKS[second])]
    clauses = [one.clause for one in regulation.rounds if str(one.number) == second]
    if rows:
        yield finding(
            "PE271",
            evaluation.where(MARKS[second], rows[0]),
            cells=[row.at[MARKS[second]] for row in rows],
            clause=next(iter(clauses), None),
        )


def the_form_is_for_the_position(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A position level that has a form of its own is refused."""
    other = regulation.other_form(evaluation.position_level)
    if other is not None:
        yield finding(
            "PE272",
            evaluation.where("position_level"),
            found=evaluation.position_level,
            clause=other.clause,
            reason=other.reason,
        )


def _clause(row: Item, regulation: Regulation) -> str | None:
    """The clause of an item; of one of the office's own, that of the items at all."""
    item = item_of(row, regulation)
    if item is not None:
        return item.clause
    own = [one.clause for one in regulation.items if one.own and one.part == row.part]
    return next(iter(own), regulation.marking.clause if regulation.marking else None)
