"""`regulations diff`: every ruling that changes is named, and no other."""

import copy
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from perfeval.blocks import trusted
from perfeval.regulations.load import FOLDER, Loaded, load, shipped
from perfeval.regulations.schema import Regulation
from perfeval.reports.regulation_diff import Change, as_json, changes, told

TAMBON = "tambon-official-2559"
Path = tuple[str | int, ...]
Values = dict[str, Any]
NO_RULINGS = {"schema", "id"}  # the file itself
FIXED = {"period", "days", "times"}  # words of which there is only one
# What tells a ruling from its neighbours: changed, it is another ruling.
NAMES = {
    "key", "number", "kind", "staff_groups", "position_types", "position_type",
    "position_level", "position_levels", "type", "round", "heads", "evaluator",
    "component", "band", "series",
}  # fmt: skip
OF_BANDS = {"bands", "not_raised", "listed", "band"}
WORDS = {
    "source": "house", "house": "source", "if_any": "always", "always": "if_any",
    "rating": "marks",
    "marks": "rating", "weighted_levels": "marks", "core": "managerial",
    "functional": "managerial", "managerial": "functional", "results": "behaviour",
    "behaviour": "results",
    "chair": "member", "member": "chair", "secretary": "member",
}  # fmt: skip


def said(regulation_id: str) -> Values:
    text = (FOLDER / f"{regulation_id}.toml").read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def loaded(values: Values) -> Loaded:
    return Loaded(trusted(Regulation, values), "own.toml", "0" * 64)


def leaves(value: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from leaves(one, (*path, key))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from leaves(one, (*path, place))
    else:
        yield path


def at(values: Values, path: Path) -> Any:
    for key in path:
        values = values[key]
    return values


def key_of(path: Path) -> str:
    return next(str(one) for one in reversed(path) if isinstance(one, str))


def other(values: Values, path: Path) -> Any:
    """Another value than the one at a path, of the same kind; None: there is none."""
    value, key = at(values, path), key_of(path)
    if key in OF_BANDS:
        return next(one["key"] for one in values["bands"] if one["key"] != value)
    if key == "staff_groups":
        groups = (one["key"] for one in values["staff_groups"])
        return next((one for one in groups if one != value), None)
    if key == "counts":
        return "never" if value == "always" else "always"
    if isinstance(value, str):
        return WORDS.get(value, f"{value}อื่น")
    return _other_figure(value, key)


def _other_figure(value: Any, key: str) -> Any:
    if key in ("year", "round", "number", "rounds") and value in (-1, 0, 1, 2):
        return {-1: 0, 0: -1, 1: 2, 2: 1}[value]
    if isinstance(value, bool):
        return not value
    if isinstance(value, date):
        return value + timedelta(days=1)
    return value - 1 if key == "month" and value > 1 else value + 1


def ways(regulation_id: str) -> Iterator[Path]:
    """The values of a file that rule something and can be another."""
    values = said(regulation_id)
    for path in leaves(values):
        if path[0] in NO_RULINGS or other(values, path) is None:
            continue
        if key_of(path) in FIXED and path[0] == "attendance":
            continue
        if path[0] == "bands" and path[-1] == "at_most":
            continue  # 100 in every regulation: `check` refuses another
        if path[0] in ("staff_groups", "components", "bands") and path[-1] == "key":
            continue  # what others refer to: below
        if path[-1] == "step_series" or path[0::2] == ("advice", "key"):
            continue  # the series has a test of its own; of the other there is one
        yield path


@pytest.mark.parametrize("regulation_id", shipped())
def test_each_value_of_a_regulation_that_changes_is_named_and_no_other(regulation_id):
    was = load(regulation_id)
    for path in ways(regulation_id):
        values = said(regulation_id)
        block = at(values, path[:-1])
        block[path[-1]] = other(values, path)

        found = changes(was, loaded(values), "th")

        assert found, path
        top = str(path[0])
        assert {one.ruling.partition(".")[0] for one in found} == {top}, path
        kinds = {one.kind for one in found}
        key = key_of(path)
        if key in NAMES or (top == "positions" and key == "type"):
            continue
        if key.endswith(("clause", "basis")) and key != "legal_basis":
            assert kinds == {"clause"}, path
        else:
            assert len(found) == 1, (path, found)
            assert kinds == {"changed"}, path


def blocks(values: Values) -> Iterator[Path]:
    """Blocks that can be left out without leaving a name that nobody gives."""
    for key, value in values.items():
        if key in ("staff_groups", "components", "bands", "source", "announcement"):
            continue
        if isinstance(value, dict) and key != "rating":
            yield (key,)
        elif isinstance(value, list) and len(value) > 1:
            yield from ((key, place) for place in range(len(value)))


@pytest.mark.parametrize("regulation_id", shipped())
def test_a_ruling_that_is_left_out_is_removed_and_the_other_way_added(regulation_id):
    whole = load(regulation_id)
    for path in blocks(said(regulation_id)):
        values = said(regulation_id)
        del at(values, path[:-1])[path[-1]]
        less = loaded(values)

        gone = changes(whole, less, "th")
        assert gone, path
        assert {one.kind for one in gone} == {"removed"}, path
        assert {one.ruling.partition(".")[0] for one in gone} == {path[0]}, path
        new = changes(less, whole, "th")
        assert [one.ruling for one in new] == [one.ruling for one in gone]
        assert {one.kind for one in new} == {"added"}


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("regulation_id", shipped())
def test_a_regulation_does_not_differ_from_itself_nor_from_its_copy(
    regulation_id, lang
):
    values = said(regulation_id) | {"id": "ours"}

    assert changes(load(regulation_id), load(regulation_id), lang) == ()
    assert changes(load(regulation_id), loaded(values), lang) == ()


def changed(**updates: Any) -> tuple[Change, ...]:
    """What differs in the tambon regulation with some blocks replaced."""
    return changes(load(TAMBON), loaded(copy.deepcopy(said(TAMBON)) | updates), "en")


def test_a_moved_floor_shows_both_values_with_both_clauses():
    bands = copy.deepcopy(said(TAMBON)["bands"])
    bands[1] |= {"at_least": 85, "clause": "ข้อ ๓ ใหม่"}
    bands[2] |= {"below": 85}

    moved, below = changed(bands=bands)

    assert (moved.kind, moved.ruling) == ("changed", "bands.very_good")
    assert told(moved, "en") == [
        "was: ดีมาก: 80 and above, below 90  [ข้อ ๓ (๒)]",
        "now: ดีมาก: 85 and above, below 90  [ข้อ ๓ ใหม่]",
    ]
    assert below.ruling == "bands.good"


def test_a_competency_that_is_added_is_named_by_itself():
    sets = copy.deepcopy(said(TAMBON)["competencies"])
    sets[0]["titles"][4] = "ความคล่องตัว"

    (one,) = changed(competencies=sets)

    assert one.names == (("ความคล่องตัว",), ("การทำงานเป็นทีม",))
    assert told(one, "en")[0] == "everybody"
    assert told(one, "en")[-2:] == ["added: ความคล่องตัว", "removed: การทำงานเป็นทีม"]


def test_another_label_of_a_band_is_told_once_though_others_repeat_it():
    bands = copy.deepcopy(said(TAMBON)["bands"])
    bands[0]["label"] = "ยอดเยี่ยม"

    assert [one.ruling for one in changed(bands=bands)] == ["bands.outstanding"]


def test_a_band_that_is_added_stands_where_the_file_has_it():
    bands = copy.deepcopy(said(TAMBON)["bands"])
    bands[0] |= {"at_least": 95}
    new = {"key": "superb", "label": "ดีมากพิเศษ", "at_least": 90, "below": 95}
    bands.insert(1, new | {"clause": "ข้อ ๓ (๒)"})

    assert [(one.kind, one.ruling) for one in changed(bands=bands)] == [
        ("changed", "bands.outstanding"),
        ("added", "bands.superb"),
    ]


def test_a_step_of_another_day_is_named_with_its_step():
    steps = copy.deepcopy(said(TAMBON)["steps"])
    steps[3]["times"][0] |= {"starts": {"month": 3, "day": 15}}

    (one,) = changed(steps=steps)

    assert one.ruling == "steps.evaluation.times.1"
    assert told(one, "en")[0] == steps[3]["title"]
    assert told(one, "en")[2].startswith("now: Round 1: 15 March – 31 March")


def test_another_calendar_of_the_same_source_changes_every_step_of_both():
    values = said("civil-service-2552")
    series = {one["series"] for one in values["steps"]} - {values["step_series"]}
    values["step_series"] = series.pop()

    found = changes(load("civil-service-2552"), loaded(values), "th")

    assert [one.ruling for one in found] == [
        f"steps.{one['series']}.{one['key']}" for one in values["steps"]
    ]


def test_a_change_for_programs_has_the_keys_of_the_document():
    (one,) = changed(witnesses={"at_least": 1, "clause": "ข้อ ๙"})

    assert as_json(one) == {
        "change": "changed",
        "ruling": "witnesses",
        "heading": "Evaluators and witnesses",
        "before": {
            "text": "Refusal to sign: at least 2 witnesses, พนักงานส่วนท้องถิ่น",
            "clause": "ข้อ ๒.๒ (๕)",
            "basis": "source",
        },
        "after": {
            "text": "Refusal to sign: at least 1 witnesses",
            "clause": "ข้อ ๙",
            "basis": "source",
        },
        "listed_new": [],
        "listed_gone": [],
    }
