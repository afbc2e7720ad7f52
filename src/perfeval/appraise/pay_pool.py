"""
The pool of raises: what there is, what is used, what is left, and what is too much.

By money group, by division, and in all. A group uses its own money first; what the
groups leave is shared afterwards, so only the whole can be overspent.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from perfeval.appraise.figures import exactly
from perfeval.appraise.pay import HUNDRED
from perfeval.appraise.pay_people import PayState, Proposal
from perfeval.regulations.pay import PercentPay

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Account:
    """
    One part of the pool, in baht a month, exact.

    people: how many are counted; salaries: of those of them that are known.
    pool: percent of the salaries. used: by the raises that are set.
    unset: raises whose percent is open or whose amount is not known.
    unpriced: counted people whose salary is not known, so that the pool lacks them.
    """

    people: int
    salaries: Fraction
    pool: Fraction
    used: Fraction
    unset: int
    unpriced: int

    @property
    def left(self) -> Fraction:
        """What is not used; below 0 where too much is."""
        return self.pool - self.used


@dataclass(frozen=True, slots=True)
class Accounts:
    """
    The pool of one staff group.

    groups: by key of the money group, in the order of the regulation.
    divisions: in the official order; parts: by division and money group.
    outside: whose raises another pool pays; their salaries count nowhere here.
    """

    whole: Account
    groups: Mapping[str, Account]
    divisions: Mapping[str, Account]
    parts: Mapping[tuple[str, str], Account]
    outside: Account

    def left_by_others(self, key: str) -> Fraction:
        """What all money groups but one leave, in baht."""
        others = [one for name, one in self.groups.items() if name != key]
        return sum((max(one.left, Fraction(0)) for one in others), Fraction(0))

    def unset_by_others(self, key: str) -> int:
        """How many raises of the other money groups are not set yet."""
        return sum(one.unset for name, one in self.groups.items() if name != key)


def accounts(
    proposals: Sequence[Proposal], rules: PercentPay, divisions: Sequence[str]
) -> Accounts:
    """
    Every account of a staff group, each person touched once.

    Args:
        divisions: those with people in them, in the official order.
    """
    ours = [one for one in proposals if one.state is not PayState.NOT_OURS]
    outside = [one for one in proposals if one.state is PayState.NOT_OURS]
    groups = _split(ours, lambda one: one.group.key if one.group else "")
    places = _split(ours, lambda one: one.person.division)
    parts = _split(
        ours, lambda one: (one.person.division, one.group.key if one.group else "")
    )
    keys = [group.key for group in rules.money_groups]
    return Accounts(
        whole=account(ours, rules),
        groups={key: account(groups.get(key, ()), rules) for key in keys},
        divisions={name: account(places.get(name, ()), rules) for name in divisions},
        parts={
            (name, key): account(parts[name, key], rules)
            for name in divisions
            for key in keys
            if (name, key) in parts
        },
        outside=account(outside, rules, are_ours=False),
    )


def account(
    proposals: Iterable[Proposal], rules: PercentPay, *, are_ours: bool = True
) -> Account:
    """What some people's salaries give to the pool and their raises take from it."""
    people = unset = unpriced = 0
    salaries = used = Fraction(0)
    for one in proposals:
        if one.is_counted or not are_ours:
            people += 1
            salary = one.person.salary
            unpriced += salary is None
            salaries += exactly(salary) if salary is not None else 0
        if one.amounts is not None:
            used += cost(one, rules)
        elif one.state in (PayState.OPEN, PayState.FAULTY, PayState.PROPOSED):
            unset += 1
    pool = salaries * exactly(rules.pool.percent) / HUNDRED
    return Account(people, salaries, pool, used, unset, unpriced)


def cost(one: Proposal, rules: PercentPay) -> Fraction:
    """What one raise takes from the pool, in baht a month."""
    if one.amounts is None:
        return Fraction(0)
    apart = one.amounts.special if rules.special_pay.counts_in_pool else Fraction(0)
    return one.amounts.paid + apart


def _split(
    proposals: Iterable[Proposal], of: Callable[[Proposal], Key]
) -> Mapping[Key, Sequence[Proposal]]:
    found: dict[Key, list[Proposal]] = {}
    for one in proposals:
        found.setdefault(of(one), []).append(one)
    return found
