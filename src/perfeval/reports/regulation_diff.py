"""
What changes from one regulation to another, ruling by ruling.

Both are put into the words of `regulations show`, and the words are compared, so
that nothing which is shown can be left out.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from perfeval.regulations.load import Loaded
from perfeval.regulations.schema import Regulation
from perfeval.reports.regulation import Section, lines
from perfeval.reports.rulings import Row

Kind = Literal["added", "removed", "changed", "clause"]
KINDS: tuple[Kind, ...] = ("changed", "added", "removed", "clause")
NAMED = (
    "staff_groups",
    "components",
    "proposals",
    "bands",
)  # whose labels other rulings repeat
FIRST_NAMES = {  # what stands before both sides, by kind and language
    "th": {
        "changed": ("เดิม", "ใหม่"),
        "added": ("เพิ่ม", "เพิ่ม"),
        "removed": ("ตัดออก", "ตัดออก"),
        "clause": ("ข้อเดิม", "ข้อใหม่"),
    },
    "en": {
        "changed": ("was", "now"),
        "added": ("added", "added"),
        "removed": ("removed", "removed"),
        "clause": ("clause was", "clause now"),
    },
}
LISTED = {"th": ("เพิ่ม", "ตัดออก"), "en": ("added", "removed")}


class Change(NamedTuple):
    """
    One ruling that differs.

    kind: `added`, `removed`, `changed` (its words), or `clause` (only where it
        comes from: clause or basis).
    ruling: which one, by the keys of the file (`bands.good`).
    before, after: the ruling on either side; None where it is not there.
    """

    kind: Kind
    ruling: str
    heading: str
    before: Row | None
    after: Row | None

    @property
    def names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Of a list: the names that are new, and those that are gone."""
        if self.before is None or self.after is None:
            return (), ()
        was, now = self.before.listed, self.after.listed
        return _without(now, was), _without(was, now)


class _Placed(NamedTuple):
    heading: str
    row: Row


def changes(first: Loaded, second: Loaded, lang: str) -> tuple[Change, ...]:
    """
    What the second regulation says otherwise than the first, in the file's order.

    The id is the name of a file and no ruling. A label that other rulings repeat
    is told once, where it is given.
    """
    before = _by_path(lines(first, lang))
    after = _by_path(lines(second, lang))
    alike = _by_path(lines(_with_names_of(first, second), lang))
    renamed = _renamed(first.regulation, second.regulation)
    found = (
        _change(path, before.get(path), after.get(path), alike.get(path), renamed)
        for path in _merged(list(before), list(after))
    )
    return tuple(one for one in found if one is not None)


def _change(
    path: str,
    before: _Placed | None,
    after: _Placed | None,
    alike: _Placed | None,
    renamed: frozenset[str],
) -> Change | None:
    if before is None and after is not None:
        return Change("added", path, after.heading, None, after.row)
    if before is None or after is None or alike is None:
        return (
            Change("removed", path, before.heading, before.row, None)
            if before
            else None
        )
    was, now = before.row, after.row
    if was.text != alike.row.text or path in renamed:
        return Change("changed", path, before.heading, was, now)
    if (was.clause, was.mark) != (now.clause, now.mark):
        return Change("clause", path, before.heading, was, now)
    return None


def _by_path(sections: Iterable[Section]) -> dict[str, _Placed]:
    """Rulings by their path; one that stands twice gets a number."""
    rows: dict[str, _Placed] = {}
    seen: Counter[str] = Counter()
    for section in sections:
        for row in section.rows:
            if not row.path:
                continue
            seen[row.path] += 1
            times = seen[row.path]
            path = row.path if times == 1 else f"{row.path} ({times})"
            rows[path] = _Placed(section.heading, row)
    return rows


def _merged(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """The paths of both in order; a new one stands behind its neighbour."""
    merged = list(first)
    behind = 0
    for path in second:
        if path in merged:
            behind = merged.index(path) + 1
        else:
            merged.insert(behind, path)
            behind += 1
    return merged


def _renamed(was: Regulation, now: Regulation) -> frozenset[str]:
    """The paths of what has the same key and another label."""
    return frozenset(
        f"{block}.{one.key}"
        for block in NAMED
        for one, alike in zip(getattr(now, block), _named(block, was, now), strict=True)
        if one.label != alike.label
    )


def _with_names_of(first: Loaded, second: Loaded) -> Loaded:
    """The second regulation with the id and the labels of the first one."""
    was, now = first.regulation, second.regulation
    named = {block: tuple(_named(block, was, now)) for block in NAMED}
    return second._replace(regulation=now.model_copy(update={"id": was.id, **named}))


def _named(block: str, was: Regulation, now: Regulation) -> Iterator[Any]:
    labels = {one.key: one.label for one in getattr(was, block)}
    for one in getattr(now, block):
        label = labels.get(one.key, one.label)
        yield one.model_copy(update={"label": label})


def _without(names: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in names if one not in known)


def told(change: Change, lang: str) -> list[str]:
    """A change as a command prints it: both values with their clauses, a line each."""
    was, now = FIRST_NAMES[lang][change.kind]
    about = next(row.about for row in (change.before, change.after) if row is not None)
    sides = [(was, change.before), (now, change.after)]
    said = [f"{name}: {row.line.strip()}" for name, row in sides if row is not None]
    listed = [
        f"{name}: {'; '.join(names)}"
        for name, names in zip(LISTED[lang], change.names, strict=True)
        if names
    ]
    return [*([about] if about else []), *said, *listed]


def as_json(change: Change) -> dict[str, Any]:
    """A change for programs; the keys are those of docs/own-regulation.md."""
    new, gone = change.names
    return {
        "change": change.kind,
        "ruling": change.ruling,
        "heading": change.heading,
        "before": _side(change.before),
        "after": _side(change.after),
        "listed_new": list(new),
        "listed_gone": list(gone),
    }


def _side(row: Row | None) -> dict[str, str | None] | None:
    if row is None:
        return None
    basis = "house" if row.mark else "source"
    return {"text": row.text.strip(), "clause": row.clause, "basis": basis}
