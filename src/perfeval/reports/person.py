"""
One person of a round as `explain` shows it: state, layers, final result, ranks.

The working of the evaluator's score stands in `explanation`.
"""

from collections.abc import Iterator

from perfeval.appraise.attendance import attended
from perfeval.appraise.figures import band_of, display, exact_text
from perfeval.appraise.layers import Final, Layer
from perfeval.appraise.places import Place
from perfeval.reports import attendance_words, explanation, scores
from perfeval.reports.explanation import Step
from perfeval.reports.layers import Explained, Said, said
from perfeval.thai import long_date

WORDS = {
    "th": {
        Layer.EVALUATOR: "ผู้ประเมิน",
        Layer.NEXT_SUPERVISOR: "ผู้บังคับบัญชาเหนือขึ้นไป",
        Layer.NEXT_SUPERVISOR_2: "ผู้บังคับบัญชาเหนือขึ้นไป คนที่ 2",
        Layer.COMMITTEE: "คณะกรรมการกลั่นกรอง",
        Layer.CHIEF: "{chief}",
        "worked": "คะแนนรวมที่คิดได้ข้างต้น",
        "agree": "เห็นด้วยกับผู้ประเมิน",
        "silent": "ยังไม่ได้ให้ความเห็น",
        "beside": "เห็นต่างในเรื่องการพัฒนาหรือการเลื่อนขั้น โดยไม่เปลี่ยนคะแนน",
        "unfounded": "เห็นต่างแต่คะแนนหรือเหตุผลยังไม่ครบ จึงไม่นับ",
        "none": "ไม่มีผู้บังคับบัญชาเหนือขึ้นไปในบัญชีรายชื่อ และแบบไม่ได้ให้ความเห็น",
        "changed": "แก้คะแนน เหตุผล: {reason}",
        "kept": "ไม่แก้ คงคะแนนของลำดับชั้นก่อนหน้า",
        "open": "ยังไม่พิจารณา",
        "decision": " (ผลการพิจารณาครั้งที่ {number} วันที่ {day})",
        "final": "ผลที่ใช้",
        "holds": "ใช้คะแนนของ{layer} ซึ่งเป็นลำดับชั้นสุดท้ายที่ให้คะแนน",
        "in_division": "ลำดับใน{division}",
        "in_all": "ลำดับทั้งหน่วยงาน",
        "rank": "{rank} จาก {of}",
        "tied": "{rank} จาก {of} คะแนนเท่ากับ {others}",
    },
    "en": {
        Layer.EVALUATOR: "Evaluator",
        Layer.NEXT_SUPERVISOR: "Next supervisor",
        Layer.NEXT_SUPERVISOR_2: "Second next supervisor",
        Layer.COMMITTEE: "Screening committee",
        Layer.CHIEF: "Chief",
        "worked": "the total worked out above",
        "agree": "agrees with the evaluator",
        "silent": "has given no opinion yet",
        "beside": "differs on development or raise, and leaves the total as it is",
        "unfounded": "differs, but total or reason is missing, so it does not count",
        "none": "the roster names none, and the form holds no opinion",
        "changed": "changed the total, reason: {reason}",
        "kept": "changed nothing: the total of the layer below stays",
        "open": "not decided yet",
        "decision": " (decision {number} of {day})",
        "final": "Final result",
        "holds": "the total of the last layer that gave one: {layer}",
        "in_division": "Rank in {division}",
        "in_all": "Rank over the organisation",
        "rank": "{rank} of {of}",
        "tied": "{rank} of {of}, tied with {others}",
    },
}


def layers(explained: Explained, lang: str) -> list[Step]:
    """What each layer said, and which total is used, a line each."""
    words = WORDS[lang]
    steps = [_layer(one, explained, lang) for one in said(explained)]
    final = explained.status.final
    if final is None:
        return steps
    told = words["holds"].format(layer=_name(final.layer, explained, lang))
    steps.append(Step(words["final"], told, final.total, (), final.band.clause))
    if final.layer is not Layer.EVALUATOR:  # whose band the working has told
        steps += explanation.banded(final.total, final.regulation.bands, lang)
    return steps


def _layer(one: Said, explained: Explained, lang: str) -> Step:
    words, decided = WORDS[lang], explained.decided
    told = words[one.words].format(reason=one.opinion.reason if one.opinion else "")
    if decided is not None and one.is_decided:
        day = decided.decided_on
        shown = long_date(day) if lang == "th" else day
        told += words["decision"].format(number=decided.number, day=shown)
    name = _name(one.layer, explained, lang)
    label = f"{name}: {one.by}" if one.by else name
    total = one.opinion.total if one.opinion else None
    return Step(label, told, total, one.cells, one.clause)


def _name(layer: Layer, explained: Explained, lang: str) -> str:
    return WORDS[lang][layer].format(chief=explained.opened.round.chief.position)


def ranks(explained: Explained, lang: str) -> Iterator[tuple[str, str]]:
    """In which list the person stands where, and who shares the rank."""
    words = WORDS[lang]
    for place in explained.places:
        key = "in_all" if place.division is None else "in_division"
        others = ", ".join(
            f"{one.employee_id} {one.full_name}" for one in place.tied_with
        )
        told = words["tied" if others else "rank"].format(
            rank=place.rank, of=place.of, others=others
        )
        yield words[key].format(division=place.division), told


def as_json(explained: Explained, lang: str) -> dict[str, object]:
    """The person as programs read it: the keys of a score, then those of a round."""
    status = explained.status
    result = status.result
    steps = explanation.build(result, lang) if result else []
    return {
        **(scores.as_json(result) if result else _unscored(explained)),
        "steps": [explanation.as_json(step) for step in steps],
        "state": status.state.value,
        "reason": status.reason.told(lang) or None,
        "files": list(status.files),
        "layers": [_layer_as_json(one, explained) for one in said(explained)],
        "final": _final_as_json(status.final) if status.final else None,
        "ranks": [_place_as_json(place) for place in explained.places],
        "attendance": attendance_words.as_json(attended(status, explained.opened)),
    }


def _unscored(explained: Explained) -> dict[str, object]:
    """The same keys as of a score, for a person who has none."""
    person = explained.status.person
    known: dict[str, object] = {
        "employee_id": person.employee_id,
        "name": person.full_name,
        "position": person.position or None,
        "division": person.division,
        "staff_group": person.staff_group,
        "regulation": explained.regulation.id,
        "round": explained.opened.round.code,
        "components": [],
    }
    unknown = ("total", "total_display", "band", "band_label", "at_edge", "source")
    return known | dict.fromkeys(unknown)


def _layer_as_json(one: Said, explained: Explained) -> dict[str, object]:
    bands, opinion = explained.regulation.bands, one.opinion
    decided = explained.decided if one.is_decided else None
    return {
        "layer": one.layer.value,
        "by": one.by,
        "state": one.word.value,
        "total": exact_text(opinion.total) if opinion else None,
        "total_display": display(opinion.total, bands) if opinion else None,
        "band": band_of(opinion.total, bands).key if opinion else None,
        "reason": opinion.reason if opinion else None,
        "source": {"file": one.file, "sheet": one.sheet, "cells": list(one.cells)},
        "decision": decided.number if decided else None,
        "decided_on": decided.decided_on.isoformat() if decided else None,
        "clause": one.clause or None,
    }


def _final_as_json(final: Final) -> dict[str, object]:
    return {
        "layer": final.layer.value,
        "total": exact_text(final.total),
        "total_display": final.printed,
        "band": final.band.key,
        "band_label": final.band.label,
        "at_edge": final.at_edge,
    }


def _place_as_json(place: Place) -> dict[str, object]:
    return {
        "regulation": place.regulation.id,
        "division": place.division,
        "rank": place.rank,
        "of": place.of,
        "tied": bool(place.tied_with),
        "tied_with": [one.employee_id for one in place.tied_with],
    }
