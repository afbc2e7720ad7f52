"""What a regulation says of pay, in words, a ruling a line."""

from collections.abc import Iterator

from perfeval.regulations.pay import PercentPay, RatePay
from perfeval.regulations.schema import Regulation
from perfeval.reports.rulings import Row, Words


def pay(regulation: Regulation, say: Words) -> Iterator[Row]:
    """Every ruling on pay; none where the regulation has no such section."""
    said = regulation.pay
    labels = {band.key: band.label for band in regulation.bands}
    if said is not None and said.percent is not None:
        yield from _percent(said.percent, labels, say)
    if said is not None and said.rates is not None:
        yield from _rates(said.rates, labels, say)


def _percent(said: PercentPay, labels: dict[str, str], say: Words) -> Iterator[Row]:
    pool, rounding, special = said.pool, said.rounding, said.special_pay
    yield say.row("pay_base", said.clause, said.basis, path="pay.percent")
    text = say("pay_limits", lowest=said.lowest, highest=said.highest)
    yield Row(text, said.limits_clause, path="pay.percent.limits")
    for one in said.ranges:
        key = "pay_range" if one.only is None else "pay_only"
        key = key if one.at_least or one.at_most else "pay_none"
        yield say.row(
            key,
            one.clause,
            one.basis,
            path=f"pay.percent.ranges.{one.band}",
            band=labels.get(one.band, one.band),
            least=one.at_least,
            most=one.at_most,
        )
    path = "pay.percent.pool"
    yield say.row("pay_pool", pool.clause, pool.basis, path=path, percent=pool.percent)
    for day in said.days:
        yield say.row(
            "pay_days",
            day.clause,
            day.basis,
            path=f"pay.percent.days.{day.round}",
            round=day.round,
            counted=say.day(day.counted_on),
            raised=say.day(day.raised_on),
        )
    for group in said.money_groups:
        types = ", ".join(group.position_types)
        yield say.row(
            "pay_group",
            group.clause,
            group.basis,
            path=f"pay.percent.money_groups.{group.key}",
            listed=group.position_types,
            label=group.label,
            types=types,
        )
    yield Row(say("pay_shared"), pool.shared_clause, path=f"{path}.shared")
    yield Row(say("pay_divisions"), pool.divisions_clause, path=f"{path}.divisions")
    if (other := said.other_pool) is not None:
        who = "; ".join(
            f"{one.type}: {', '.join(one.levels)}" for one in other.positions
        )
        yield say.row(
            "pay_other",
            other.clause,
            other.basis,
            path="pay.percent.other_pool",
            label=other.label,
            who=who,
        )
    yield say.row(
        "pay_rounding",
        rounding.clause,
        rounding.basis,
        path="pay.percent.rounding",
        up_to=rounding.up_to,
    )
    key = "pay_special" if special.counts_in_pool else "pay_special_apart"
    yield say.row(key, special.clause, special.basis, path="pay.percent.special_pay")


def _rates(said: RatePay, labels: dict[str, str], say: Words) -> Iterator[Row]:
    yield say.row("pay_rates", said.clause, said.basis, path="pay.rates")
    if said.not_raised:
        bands = ", ".join(labels.get(one, one) for one in said.not_raised)
        path = "pay.rates.not_raised"
        yield say.row("pay_not_raised", said.clause, said.basis, path=path, bands=bands)
