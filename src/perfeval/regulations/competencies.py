"""The competencies that a regulation wants rated, and the levels it advises."""

from typing import Literal

from perfeval.blocks import Many, Text
from perfeval.regulations.ruling import Count, Key, Kind, Level, Ruling


class Competencies(Ruling):
    """
    One set of competencies that must be rated.

    at_least, at_most: how many of this kind a form carries (None: no limit).
    titles: their names as prefilled text; empty where the evaluator types them.
    staff_groups, position_types: who the set is for; empty means all.
    """

    kind: Kind
    at_least: Count
    at_most: Count | None = None
    titles: Many[Text] = ()
    titles_basis: Literal["source", "house"] = "source"
    titles_clause: Text | None = None
    staff_groups: Many[Key] = ()
    position_types: Many[Text] = ()


class ExpectedLevel(Ruling):
    """
    The advised expected level of one kind of competency.

    staff_groups, position_type, position_level: whom it is for; what is left out
        limits nothing.
    """

    kind: Kind
    level: Level
    staff_groups: Many[Key] = ()
    position_type: Text | None = None
    position_level: Text | None = None

    @property
    def whom(self) -> tuple[str, ...]:
        """Position type and level, as far as they limit it."""
        named = (self.position_type, self.position_level)
        return tuple(one for one in named if one is not None)
