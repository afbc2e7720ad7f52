"""The rules of the competencies: which ones, their weights, levels, expectations."""

from collections import Counter
from collections.abc import Iterator

from perfeval import thai
from perfeval.appraise.check_rows import (
    COMPETENCIES,
    blank_level,
    component_of,
    on_the_scale,
    titled,
    weights,
    written,
)
from perfeval.findings import Finding, finding
from perfeval.model import Competency, Evaluation
from perfeval.regulations.competencies import Competencies
from perfeval.regulations.matching import COMPETENCY_METHODS
from perfeval.regulations.schema import Regulation

KINDS = {
    "core": ("สมรรถนะหลัก", "core competencies"),
    "functional": ("สมรรถนะประจำสายงาน", "functional competencies"),
    "managerial": ("สมรรถนะประจำผู้บริหาร", "managerial competencies"),
}


def staff_group(evaluation: Evaluation, regulation: Regulation) -> str:
    """The staff group of a person; the regulation's first where none is given."""
    return evaluation.staff_group or regulation.staff_groups[0].key


def wanted_sets(
    evaluation: Evaluation, regulation: Regulation
) -> tuple[Competencies, ...]:
    """The competency sets that the regulation wants of this person."""
    group = staff_group(evaluation, regulation)
    return regulation.competencies_for(group, evaluation.position_type)


def rows_are_complete(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A row with values has a title; weights are given to all or to none."""
    yield from titled(evaluation, evaluation.competencies, COMPETENCIES)
    rows = evaluation.competencies
    if all(row.is_blank("weight") for row in rows):
        return
    clause = component_of(regulation, *COMPETENCY_METHODS).method_clause
    for row in rows:
        if row.is_blank("weight"):
            where = evaluation.where("weight", row)
            yield finding("PE216", where, clause=clause, title=row.title or "")


def weights_total_the_whole(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Weights of competencies, where given, total 100 percent."""
    component = component_of(regulation, *COMPETENCY_METHODS)
    yield from weights(evaluation, evaluation.competencies, component, COMPETENCIES)


def there_is_a_competency(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """
    Behaviour cannot be scored on no competency at all.

    Silent where the regulation wants a number of them: that is told already.
    """
    wanted = wanted_sets(evaluation, regulation)
    if not evaluation.competencies and not any(one.at_least for one in wanted):
        clause = component_of(regulation, *COMPETENCY_METHODS).clause
        yield finding("PE232", evaluation.where("competencies"), clause=clause)


def none_is_missing(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Each kind has at least as many competencies as the regulation wants."""
    rows = evaluation.competencies
    if any("kind" in row.refused for row in rows):
        return
    for wanted in wanted_sets(evaluation, regulation):
        have = [row for row in rows if row.kind == wanted.kind]
        if len(have) >= wanted.at_least:
            continue
        absent = _absent(wanted, have)
        kind_th, kind_en = KINDS[wanted.kind]
        yield finding(
            "PE211" if wanted.titles else "PE213",
            evaluation.where("competencies"),
            cells=_free_cells(evaluation, wanted.at_least - len(have))
            or [row.at["kind"] for row in rows if row.kind is None],
            found=str(len(have)),
            clause=wanted.clause,
            wanted=wanted.at_least,
            kind_th=kind_th,
            kind_en=kind_en,
            absent_th=f" ขาด {absent}" if absent else "",
            absent_en=f" Missing: {absent}" if absent else "",
        )


def _absent(wanted: Competencies, have: list[Competency]) -> str:
    named = {thai.label_key(row.title or "") for row in have}
    missing = [t for t in wanted.titles if thai.label_key(t) not in named]
    return ", ".join(missing)


def _free_cells(evaluation: Evaluation, count: int) -> list[str]:
    """The title cells of rows that are still free."""
    free = evaluation.blank_rows.get("competencies", ())
    return [row["title"] for row in free[:count]]


def none_is_too_many(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """More of a kind than the regulation has count in the score, and are told."""
    sets: dict[str, Competencies] = {
        one.kind: one for one in wanted_sets(evaluation, regulation)
    }
    for kind, (kind_th, kind_en) in KINDS.items():
        have = [row for row in evaluation.competencies if row.kind == kind]
        ruled = sets.get(kind)
        most = ruled.at_most if ruled else 0
        if most is None or len(have) <= most:
            continue
        yield finding(
            "PE230",
            evaluation.where("title", have[0]),
            cells=[row.at["title"] for row in have],
            found=str(len(have)),
            clause=ruled.clause
            if ruled
            else component_of(regulation, *COMPETENCY_METHODS).clause,
            most=most,
            kind_th=kind_th,
            kind_en=kind_en,
        )


def kinds_are_given(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A competency of no kind counts in the score, and is told."""
    for row in evaluation.competencies:
        if row.title and row.is_blank("kind"):
            clause = component_of(regulation, *COMPETENCY_METHODS).clause
            where = evaluation.where("kind", row)
            yield finding("PE231", where, clause=clause, title=row.title)


def none_is_doubled(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """No competency is rated twice."""
    titles = [thai.label_key(row.title or "") for row in evaluation.competencies]
    for key, times in Counter(titles).items():
        if not key or times == 1:
            continue
        twins = [
            row
            for row, title in zip(evaluation.competencies, titles, strict=True)
            if title == key
        ]
        yield finding(
            "PE212",
            evaluation.where("title", twins[0]),
            cells=[row.at["title"] for row in twins],
            found=twins[0].title,
            clause=component_of(regulation, *COMPETENCY_METHODS).clause,
        )


def core_names_are_listed(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A core competency bears a name of the regulation's list."""
    for wanted in wanted_sets(evaluation, regulation):
        listed = {thai.label_key(title) for title in wanted.titles}
        for row in evaluation.competencies:
            if row.kind != wanted.kind or not row.title or not listed:
                continue
            if thai.label_key(row.title) not in listed:
                yield finding(
                    "PE218",
                    evaluation.where("title", row),
                    found=row.title,
                    clause=wanted.titles_clause or wanted.clause,
                    listed=", ".join(wanted.titles),
                )


def levels_are_typed(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """Each competency has a level; blank is not zero."""
    for row in evaluation.competencies:
        if row.is_blank("level"):
            yield blank_level(evaluation, row, regulation.rating)


def levels_are_on_the_scale(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """A level lies on the rating scale."""
    yield from on_the_scale(evaluation, evaluation.competencies, regulation.rating)


def expected_levels_are_as_advised(
    evaluation: Evaluation, regulation: Regulation
) -> Iterator[Finding]:
    """An expected level other than the one advised for the position is told."""
    for row in evaluation.competencies:
        advised = regulation.expected_level(
            evaluation.position_type,
            evaluation.position_level,
            row.kind or "",
            staff_group=evaluation.staff_group,
        )
        if advised is None or row.expected is None or row.expected == advised.level:
            continue
        yield finding(
            "PE214",
            evaluation.where("expected", row),
            found=written(row.expected),
            clause=advised.clause,
            position=" ".join(advised.whom) or _group(evaluation, regulation),
            advised=written(advised.level),
        )


def _group(evaluation: Evaluation, regulation: Regulation) -> str:
    """What the staff group of an evaluation is called."""
    groups = {one.key: one.label for one in regulation.staff_groups}
    return groups.get(evaluation.staff_group or "", regulation.staff_groups[0].label)
