"""
Raises and their pool as programs read them.

Amounts are strings in baht: an integer, or two places and more where it is not whole.
"""

from collections.abc import Iterator
from fractions import Fraction

from perfeval.appraise.baht import baht, baht_and_satang, exact_baht
from perfeval.appraise.figures import exact_text, exactly
from perfeval.appraise.pay_people import Proposal
from perfeval.appraise.pay_pool import Account
from perfeval.appraise.raises import Raises
from perfeval.reports.raise_parts import identity

Record = dict[str, object]


def people(raises: Raises) -> Iterator[Record]:
    """A record a person, in roster order."""
    return (person(raises, one) for one in raises.proposals)


def person(raises: Raises, one: Proposal) -> Record:
    """One person's raise as far as it is known."""
    who, came = one.person, one.amounts
    salary = None if who.salary is None else exactly(who.salary)
    return {
        **identity(raises, who),
        "money_group": one.group.key if one.group else None,
        "band": one.band,
        "state": one.state.value,
        "reason": one.reason.th or None,
        "salary": _told(salary),
        "base": _told(one.base.baht if one.base else None),
        "base_half": one.base.half if one.base else None,
        "percent": None if one.percent is None else exact_text(one.percent),
        "exact": _told(came.exact if came else None),
        "raise": _told(came.paid if came else None),
        "special_pay": _told(came.special if came else None),
        "special_pay_display": baht_and_satang(came.special) if came else None,
        "new_salary": _told(came.new_salary if came else None),
        "in_pool": one.is_counted,
    }


def pools(raises: Raises) -> Iterator[Record]:
    """Every account: the whole, then money groups, divisions, and both."""
    found = raises.accounts
    yield _account(raises, found.whole)
    for key, one in found.groups.items():
        yield _account(raises, one, group=key)
    for name, one in found.divisions.items():
        yield _account(raises, one, division=name)
    for (name, key), one in found.parts.items():
        yield _account(raises, one, division=name, group=key)


def _account(
    raises: Raises,
    one: Account,
    *,
    division: str | None = None,
    group: str | None = None,
) -> Record:
    return {
        "staff_group": raises.staff_group,
        "division": division,
        "money_group": group,
        "people": one.people,
        "salaries": exact_baht(one.salaries),
        "pool": exact_baht(one.pool),
        "pool_display": baht(one.pool),
        "used": exact_baht(one.used),
        "left": exact_baht(one.left),
        "unset": one.unset,
        "salaries_unknown": one.unpriced,
    }


def _told(amount: Fraction | None) -> str | None:
    return None if amount is None else exact_baht(amount)
