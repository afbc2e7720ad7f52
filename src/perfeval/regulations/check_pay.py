"""What a regulation must not say of pay."""

from calendar import monthrange
from collections.abc import Iterable, Iterator

from perfeval.findings import Finding
from perfeval.regulations.pay import PayDay, PercentPay
from perfeval.regulations.schema import Regulation
from perfeval.tomllines import KeyPath, Places

COMMON_YEAR = 2023  # without 29 February: a day must exist in every year
PERCENT: KeyPath = ("pay", "percent")

Findings = Iterator[Finding]
Named = Iterable[tuple[KeyPath, str]]


def there_is_one_way(regulation: Regulation, at: Places) -> Findings:
    """A section on pay says how, in one way only."""
    if regulation.pay is None:
        return
    ways = type(regulation.pay).model_fields
    said = [way for way in ways if getattr(regulation.pay, way) is not None]
    if len(said) != 1:
        known = " / ".join(f"[pay.{way}]" for way in ways)
        found = " / ".join(f"[pay.{way}]" for way in said) or "-"
        yield at.finding("PE470", ("pay",), found=found, known=known)


def percents_are_within_the_limits(regulation: Regulation, at: Places) -> Findings:
    """The percents of a band rise, and lie between the lowest and the highest."""
    if (said := _percent(regulation)) is None:
        return
    if said.highest < said.lowest:
        path = (*PERCENT, "highest")
        yield at.finding("PE471", path, found=said.highest, least=said.lowest)
    for i, one in enumerate(said.ranges):
        path = (*PERCENT, "ranges", i)
        if one.at_most < one.at_least:
            path = (*path, "at_most")
            yield at.finding("PE471", path, found=one.at_most, least=one.at_least)
        elif not said.lowest <= one.at_least <= one.at_most <= said.highest:
            path = (*path, "at_least" if one.at_least < said.lowest else "at_most")
            yield at.finding(
                "PE472",
                path,
                found=getattr(one, str(path[-1])),
                lowest=said.lowest,
                highest=said.highest,
                clause=said.limits_clause,
            )


def bands_of_pay_exist(regulation: Regulation, at: Places) -> Findings:
    """A percent, and a band without a raise, is that of a band; each stands once."""
    keys = [band.key for band in regulation.bands]
    named: list[tuple[KeyPath, str]] = []
    if (said := _percent(regulation)) is not None:
        ranges = enumerate(said.ranges)
        named += [((*PERCENT, "ranges", i, "band"), one.band) for i, one in ranges]
    if regulation.pay and (rates := regulation.pay.rates):
        without = enumerate(rates.not_raised)
        named += [(("pay", "rates", "not_raised", i), band) for i, band in without]
    yield from _known(named, keys, at)
    yield from _once(named, at)


def money_groups_share_out_all_positions(
    regulation: Regulation, at: Places
) -> Findings:
    """Every position type is paid from one money group."""
    if (said := _percent(regulation)) is None:
        return
    groups = list(enumerate(said.money_groups))
    types = [one.type for one in regulation.positions]
    paid: list[tuple[KeyPath, str]] = [
        ((*PERCENT, "money_groups", i, "position_types", j), kind)
        for i, group in groups
        for j, kind in enumerate(group.position_types)
    ]
    keys: list[tuple[KeyPath, str]] = [
        ((*PERCENT, "money_groups", i, "key"), group.key) for i, group in groups
    ]
    yield from _once(keys, at)
    yield from _known(paid, types, at)
    yield from _once(paid, at)
    missing = [kind for kind in types if kind not in [name for _, name in paid]]
    if missing:
        path = (*PERCENT, "money_groups")
        yield at.finding("PE473", path, found=" / ".join(missing))


def other_pools_have_positions(regulation: Regulation, at: Places) -> Findings:
    """The positions of somebody else's pool are positions of the regulation."""
    said = _percent(regulation)
    if said is None or said.other_pool is None:
        return
    levels = {one.type: list(one.levels) for one in regulation.positions}
    for i, one in enumerate(said.other_pool.positions):
        path: KeyPath = (*PERCENT, "other_pool", "positions", i)
        yield from _known([((*path, "type"), one.type)], list(levels), at)
        if one.type in levels:
            named = [
                ((*path, "levels", j), level) for j, level in enumerate(one.levels)
            ]
            yield from _known(named, levels[one.type], at)


def days_of_raise_exist(regulation: Regulation, at: Places) -> Findings:
    """Every round has its days of counting and of raise, once, on the calendar."""
    if (said := _percent(regulation)) is None:
        return
    rounds: list[tuple[KeyPath, str]] = []
    for i, one in enumerate(said.days):
        path: KeyPath = (*PERCENT, "days", i)
        rounds.append(((*path, "round"), str(one.round)))
        yield from _no_such_day((*path, "counted_on"), one.counted_on, at)
        yield from _no_such_day((*path, "raised_on"), one.raised_on, at)
    yield from _once(rounds, at)
    numbers = [number for _, number in rounds]
    missing = [str(r.number) for r in regulation.rounds if str(r.number) not in numbers]
    if missing:
        path = (*PERCENT, "days")
        yield at.finding("PE474", path, found=" / ".join(missing))


def _percent(regulation: Regulation) -> PercentPay | None:
    return regulation.pay.percent if regulation.pay else None


def _no_such_day(path: KeyPath, day: PayDay, at: Places) -> Findings:
    _, last = monthrange(COMMON_YEAR, day.month)
    if day.day > last:
        yield at.finding(
            "PE425", (*path, "day"), found=day.day, month=day.month, last=last
        )


def _known(named: Named, known: list[str], at: Places) -> Findings:
    for path, name in named:
        if name not in known:
            yield at.finding("PE414", path, found=name, known=" / ".join(known))


def _once(named: Named, at: Places) -> Findings:
    first: dict[str, KeyPath] = {}
    for path, name in named:
        if name in first:
            yield at.finding("PE413", path, found=name, first=at.line(first[name]))
        first.setdefault(name, path)
