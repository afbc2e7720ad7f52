"""What each layer said of one person: evaluator, next supervisor, committee, chief."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from perfeval.appraise.decided import Decided, is_open
from perfeval.appraise.layers import (
    SUPERVISORS,
    Layer,
    Opinion,
    is_beside_total,
)
from perfeval.appraise.places import Place
from perfeval.appraise.score import Result
from perfeval.appraise.standing import PersonStatus
from perfeval.regulations.schema import Regulation
from perfeval.rounds.opened import Opened
from perfeval.rounds.opinions import OpinionRow

OPINION = ("total", "reason")  # of a next supervisor, whose cells are told
CONSENT = "opinion"
DECIDING = (Layer.COMMITTEE, Layer.CHIEF)


class Word(StrEnum):
    """What one layer has done."""

    GIVEN = "given"  # a total of its own
    KEPT = "kept"  # the total of the layer below stays
    OPEN = "open"  # nothing said yet


@dataclass(frozen=True, slots=True)
class Explained:
    """
    One person of a round with everything that led to the result.

    status: with every layer that holds. places: on the totals that the committee
    is shown. decided: None in an undecided round. row: where committee and chief
    wrote; None where that workbook is not there any more.
    """

    opened: Opened
    status: PersonStatus
    places: tuple[Place, ...] = ()
    decided: Decided | None = None
    row: OpinionRow | None = None

    @property
    def regulation(self) -> Regulation:
        """Under which regulation the person is evaluated."""
        return self.opened.regulation_of(self.status.person)


@dataclass(frozen=True, slots=True)
class Said:
    """
    What one layer said of a person.

    by: the name; None where nobody is named. words: the key of its words.
    opinion: None where the layer gave no total.
    """

    layer: Layer
    by: str | None
    word: Word
    words: str
    opinion: Opinion | None = None
    file: str | None = None
    sheet: str | None = None
    cells: tuple[str, ...] = ()
    clause: str = ""

    @property
    def is_decided(self) -> bool:
        """True where it is part of the decision that was taken in."""
        return self.layer in DECIDING and self.word is not Word.OPEN


def said(explained: Explained) -> Iterator[Said]:
    """What each layer said, lowest first; nothing where there is no result."""
    result, final = explained.status.result, explained.status.final
    if result is None or final is None:
        return
    opinions = {one.layer: one for one in final.opinions}
    yield _evaluator(explained, result, opinions[Layer.EVALUATOR])
    for layer in SUPERVISORS:
        if (
            layer is SUPERVISORS[0]
            or f"{layer.value}_{CONSENT}" in result.evaluation.at
        ):
            yield _next_supervisor(explained, result, layer, opinions.get(layer))
    for layer in DECIDING:
        yield _deciding(explained, layer, opinions.get(layer))


def _evaluator(explained: Explained, result: Result, opinion: Opinion) -> Said:
    typed, opened = result.evaluation, explained.opened
    name = typed.evaluator_name or opened.name_of(explained.status.person.evaluator_id)
    clauses = dict.fromkeys(part.weight_clause for part in result.parts)
    return Said(
        *(Layer.EVALUATOR, name, Word.GIVEN, "worked", opinion),
        file=typed.file,
        sheet=typed.sheet,
        clause=", ".join(clauses),
    )


def _next_supervisor(
    explained: Explained, result: Result, layer: Layer, opinion: Opinion | None
) -> Said:
    """A next supervisor; the roster names the first one alone."""
    typed, person = result.evaluation, explained.status.person
    is_first = layer is SUPERVISORS[0]
    above = explained.opened.name_of(person.next_supervisor_id) if is_first else None
    name = getattr(typed, f"{layer.value}_name") or above
    consent = getattr(typed, f"{layer.value}_{CONSENT}")
    rule = result.regulation.next_supervisor
    word, words, keys = Word.OPEN, "silent" if name else "none", [CONSENT]
    if opinion is not None:
        word, words, keys = Word.GIVEN, "changed", [*OPINION]
    elif consent == "agree":
        word, words = Word.KEPT, "agree"
    elif consent is not None and is_beside_total(typed, layer):
        word, words, keys = Word.KEPT, "beside", [CONSENT, OPINION[1]]
    elif consent is not None:
        words, keys = "unfounded", [CONSENT, *OPINION]
    cells = [typed.at.get(f"{layer.value}_{key}") for key in keys]
    return Said(
        *(layer, name, word, words),
        opinion=opinion,
        file=typed.file,
        sheet=typed.sheet,
        cells=tuple(cell for cell in cells if cell),
        clause=rule.clause if rule else "",
    )


def _deciding(explained: Explained, layer: Layer, opinion: Opinion | None) -> Said:
    """The committee, or the chief."""
    the_round = explained.opened.round
    chairs = [one.name for one in the_round.committee if one.role == "chair"]
    name = the_round.chief.name if layer is Layer.CHIEF else next(iter(chairs), None)
    word, words = Word.OPEN, "open"
    if opinion is not None:
        word, words = Word.GIVEN, "changed"
    elif explained.decided is not None and is_open(explained.status):
        word, words = Word.KEPT, "kept"
    provisions = explained.regulation.provisions
    ruled = [one.clause for one in provisions if one.key == "screening_committee"]
    row = explained.row if word is not Word.OPEN else None
    keys = [f"{layer.value}_total", f"{layer.value}_reason"]
    return Said(
        *(layer, name, word, words, opinion),
        file=row.file if row else None,
        sheet=row.sheet if row else None,
        cells=tuple(row.at[key] for key in keys if key in row.at) if row else (),
        clause=next(iter(ruled), ""),
    )
