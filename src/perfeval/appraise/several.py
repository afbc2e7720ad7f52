"""
Several forms of one person: a copy counts once, different ones are all held until
the officer has chosen one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from perfeval.appraise import reasons
from perfeval.appraise.chosen import Choice, chosen_of, id_of
from perfeval.appraise.outcome import Appraisal, State
from perfeval.appraise.received import Form, Received
from perfeval.appraise.standing import FileState
from perfeval.findings import Finding, finding

COUNTABLE = (FileState.ACCEPTED, FileState.HELD)
NONE: Mapping[str, Choice] = {}
Place = tuple[int, int]  # of a form: which file, and which form of it


def settled(
    received: Sequence[Received], choices: Mapping[str, Choice] = NONE
) -> list[Received]:
    """
    The entries with every form in its final state.

    Args:
        choices: which of several forms of a person counts, by `Person.key`.
    """
    forms = [list(one.forms) for one in received]
    for key, places in _rivals(received).items():
        rivals = [forms[number][place] for number, place in places]
        judged = _judged(rivals, choices.get(key))
        for (number, place), form in zip(places, judged, strict=True):
            forms[number][place] = form
    return [
        replace(one, forms=tuple(own)) for one, own in zip(received, forms, strict=True)
    ]


def newest(
    received: Sequence[Received], choices: Mapping[str, Choice] = NONE
) -> Mapping[str, Choice]:
    """
    The choice of the form saved last, of everybody with several different ones.

    Nothing is chosen where two were saved at the same moment, or where one of the
    choices that stand already says which form counts.
    """
    made = {}
    for key, places in _rivals(received).items():
        rivals = [received[number].forms[place] for number, place in places]
        alike = _contents(rivals)
        standing = choices.get(key)
        if all(one == alike[0] for one in alike) or (
            standing and _chosen(standing, rivals, alike) is not None
        ):
            continue
        saved = [received[number].saved_at for number, _ in places]
        if saved.count(max(saved)) == 1:
            made[key] = _choice(rivals[saved.index(max(saved))], rivals)
    return made


def _choice(chosen: Form, rivals: Sequence[Form]) -> Choice:
    return Choice(
        chosen.person.employee_id if chosen.person else "",
        chosen.typed.file,
        id_of(chosen.typed),
        frozenset(id_of(one.typed) for one in rivals),
    )


def _rivals(received: Sequence[Received]) -> Mapping[str, Sequence[Place]]:
    """Everybody of whom several forms came that may count, and where they are."""
    people: dict[str, list[Place]] = defaultdict(list)
    for number, one in enumerate(received):
        for place, form in enumerate(one.forms):
            if form.person is not None and form.state in COUNTABLE:
                people[form.person.key].append((number, place))
    return {key: places for key, places in people.items() if len(places) > 1}


def _contents(forms: Sequence[Form]) -> list[object]:
    return [form.content for form in forms]


def _chosen(
    choice: Choice, forms: Sequence[Form], alike: Sequence[object]
) -> int | None:
    return chosen_of(choice, [form.typed for form in forms], alike)


def _judged(forms: list[Form], choice: Choice | None) -> list[Form]:
    """
    Several forms of one person.

    Of copies the first sound one counts, or else the first.
    """
    alike = _contents(forms)
    sound = [n for n, form in enumerate(forms) if form.state is FileState.ACCEPTED]
    first = sound[0] if sound else 0
    if all(one == alike[first] for one in alike):
        return [
            form if n == first else _copy(form, forms[first])
            for n, form in enumerate(forms)
        ]
    chosen = None if choice is None else _chosen(choice, forms, alike)
    if chosen is None:
        return _conflicting(forms)
    return _newest(forms, chosen, [one == alike[chosen] for one in alike])


def _newest(forms: list[Form], chosen: int, alike: list[bool]) -> list[Form]:
    """The form saved last, as the officer chose; the others are not used."""
    newest = forms[chosen]
    others = [form.place for form, same in zip(forms, alike, strict=True) if not same]
    judged = []
    for number, form in enumerate(forms):
        if number == chosen:
            note = _at_the_id(form, "PE350", others=", ".join(others))
            told = (*form.appraisal.findings, note)
            appraisal = form.appraisal._replace(findings=told)
            judged.append(replace(form, appraisal=appraisal))
        elif alike[number]:
            judged.append(_copy(form, newest))
        else:
            note = _at_the_id(form, "PE351", newest=newest.place)
            appraisal = Appraisal(form.typed, State.DUPLICATE, (note,))
            why = reasons.SUPERSEDED
            judged.append(
                replace(form, state=FileState.IGNORED, appraisal=appraisal, reason=why)
            )
    return judged


def _copy(form: Form, first: Form) -> Form:
    """A copy of the form that counts; of a held one, a copy is held with it."""
    counts = first.state is FileState.ACCEPTED
    note = _at_the_id(form, "PE302", same=first.place)
    state = State.DUPLICATE if counts else State.HELD
    return replace(
        form,
        state=FileState.DUPLICATE if counts else FileState.HELD,
        appraisal=Appraisal(form.appraisal.evaluation, state, (note,)),
        reason=reasons.same_as(first.typed.file),
    )


def _conflicting(forms: list[Form]) -> list[Form]:
    """Forms that differ: all are named and held, none is chosen."""
    places = [form.place for form in forms]
    why = reasons.differ(places)
    judged = []
    for form in forms:
        others = [place for place in places if place != form.place]
        told = finding(
            "PE301",
            form.typed.where("employee_id"),
            found=form.typed.employee_id,
            others=", ".join(others),
        )
        appraisal = Appraisal(
            form.appraisal.evaluation, State.HELD, (*form.appraisal.findings, told)
        )
        judged.append(
            replace(form, state=FileState.HELD, appraisal=appraisal, reason=why)
        )
    return judged


def _at_the_id(form: Form, code: str, **facts: str) -> Finding:
    where = form.typed.where("employee_id")
    return finding(code, where, cells=(), found=None, clause=None, **facts)
