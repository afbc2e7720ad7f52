"""
The lists in rank order, ready to print and sign: a sheet a division, then all.

Whoever has no rank stands at the end with the reason; a result that is sent to
another office stands there too.
"""

from collections.abc import Iterator, Sequence

from perfeval.appraise.decided import Decided
from perfeval.appraise.figures import exact_text
from perfeval.appraise.order import by_total
from perfeval.appraise.rank import Ranking, division_order, rank
from perfeval.appraise.standing import PersonStatus
from perfeval.book import (
    Book,
    Page,
    Signature,
    Signatures,
    Table,
    Words,
)
from perfeval.regulations.schema import Regulation
from perfeval.reports.grouping import NAMES, grouping_of, names, title_of
from perfeval.reports.period import span, turn
from perfeval.reports.ranking_rows import (
    Lists,
    columns,
    ranked,
    sent,
    under,
    without,
)
from perfeval.reports.round_words import foot
from perfeval.rounds.opened import Opened
from perfeval.thai import long_date

TITLE = "บัญชีเรียงลำดับผลการประเมินผลการปฏิบัติงาน"
ALL = "ทั้งหน่วยงาน"
BEFORE = (
    "คะแนนเป็นผลของผู้ประเมิน หรือของผู้บังคับบัญชาเหนือขึ้นไปเมื่อเห็นต่างและให้เหตุผลไว้ "
    "ก่อนคณะกรรมการกลั่นกรองพิจารณา"
)
AFTER = (
    "คะแนนเป็นผลสุดท้ายตามผลการพิจารณาครั้งที่ {number} เมื่อวันที่ {day} "
    "ผู้ที่คณะกรรมการหรือ{chief}ปรับคะแนนมีหมายเหตุไว้"
)
TIES = (
    "คะแนนรวมที่เท่ากันพอดีอยู่ลำดับเดียวกัน "
    "ผู้ที่ได้คะแนนเท่ากันเรียงตามคะแนนผลสัมฤทธิ์ของงาน แล้วตามบัญชีรายชื่อ"
)


def build(
    opened: Opened,
    people: Sequence[PersonStatus],
    decided: Decided | None = None,
    seal: str | None = None,
) -> Book:
    """
    The ranking of a round; the divisions in their official order.

    Args:
        people: with every layer that holds: what goes to the committee while the
            round is undecided, the final results afterwards.
    """
    everybody = tuple(people)
    laws = {law.regulation.id: law.regulation for law in opened.regulations.values()}
    of_all = {
        standing.status.person.key: standing
        for one in rank(everybody)
        for standing in one.standings
    }
    lists = Lists(opened, everybody, tuple(laws.values()), of_all, decided, seal)
    official = [one.name for one in opened.round.divisions]
    pages = [_page(lists, name) for name in division_order(everybody, official)]
    return Book((*pages, _page(lists, None), *_names(lists)))


def as_json(ranking: Ranking) -> Iterator[dict[str, object]]:
    """The people of one list as programs read them."""
    for one in ranking.standings:
        final = one.status.final
        if final is None:
            continue
        yield {
            "regulation": ranking.regulation.id,
            "division": ranking.division,
            "rank": one.rank,
            "tied": one.tied,
            "employee_id": one.status.person.employee_id,
            "name": one.status.person.full_name,
            "staff_group": one.status.person.staff_group,
            "total": exact_text(final.total),
            "total_display": final.printed,
            "band": final.band.key,
        }


def _page(lists: Lists, division: str | None) -> Page:
    people = [one for one in lists.people if division in (None, one.person.division)]
    laws = [law for law in lists.laws if under(lists, people, law)]
    shown = columns(laws, division)
    rows = [
        *ranked(lists, people, laws, division=division),
        *sent(lists, people, laws, division=division),
        *without(lists, people, shown),
    ]
    name = division or ALL
    heading = (TITLE, lists.opened.round.organisation, *_turns(lists, laws), name)
    return Page(
        title=name,
        heading=heading,
        blocks=(Table(shown, tuple(rows)), _notes(lists), _signers(lists, division)),
        foot=foot(lists.opened, tuple(laws), lists.seal),
        draft=lists.decided is None,  # the committee has not had its say
    )


def _names(lists: Lists) -> Iterator[Page]:
    """The names that a regulation wants kept of this round for the next one."""
    opened = lists.opened
    kept = [(law, grouping_of(law, opened.round.round)) for law in lists.laws]
    for number, (law, said) in enumerate(kept, 1):
        if said is None:
            continue
        people = by_total(under(lists, lists.people, law))
        office, title = opened.round.organisation, title_of(law, said)
        yield Page(
            title=NAMES if len(lists.laws) == 1 else f"{NAMES} {number}",
            heading=(title, office, *_turns(lists, [law]), law.title),
            blocks=(*names(people, law, said), _signers(lists, None)),
            foot=foot(opened, (law,), lists.seal),
            draft=lists.decided is None,
        )


def _notes(lists: Lists) -> Words:
    """Whose totals the list ranks, and how it orders a tie."""
    decided = lists.decided
    if decided is None:
        return Words((BEFORE, TIES))
    chief, day = lists.opened.round.chief.position, long_date(decided.decided_on)
    after = AFTER.format(number=decided.number, day=day, chief=chief)
    return Words((after, TIES))


def _turns(lists: Lists, laws: Sequence[Regulation]) -> tuple[str, ...]:
    own = lists.opened.round
    words = [turn(own) + span(own, law) for law in laws] or [turn(own)]
    return tuple(dict.fromkeys(words))


def _signers(lists: Lists, division: str | None) -> Signatures:
    """Who made the list, and the head of the division or of the office."""
    opened = lists.opened
    maker = Signature("ผู้จัดทำบัญชี", dated=True)
    if division is None:
        checker = Signature("ผู้ตรวจสอบ", dated=True)
        return Signatures((maker, checker))
    named = [one.head for one in opened.round.divisions if one.name == division]
    head = opened.roster.find(named[0]) if named else None
    signer = Signature(
        f"หัวหน้า{division}" if head is None else "ผู้รับรองบัญชี",
        head.full_name if head else "",
        head.position if head else "",
        dated=True,
    )
    return Signatures((maker, signer))
