"""The first sheet of the summary: counts and bands, as tables and as charts."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from perfeval.appraise.standing import PersonState, PersonStatus
from perfeval.book import Block, Chart, Column, Page, Row, Table, Words
from perfeval.regulations.schema import Regulation
from perfeval.reports import period
from perfeval.reports.docket import Docket
from perfeval.reports.round_words import STATES

TITLE = "สรุปผลการประเมินผลการปฏิบัติงาน เสนอคณะกรรมการกลั่นกรอง"
ALL, SUM = "รวม", "รวมทั้งหน่วยงาน"
NAME_WIDTH, COUNT_WIDTH = 30, 10  # characters
CHART_BASE, CHART_LINE = 116, 30  # points of a chart, and of each bar in it
NAME_LINE, NAME_LETTERS = 14, 22  # points and letters of a line of a name beside a bar
HIGHEST = 480  # points, which one page holds
CHART_WIDTH = 66  # characters
Part = tuple[str, Sequence[PersonStatus]]
Count = Callable[[Sequence[PersonStatus]], tuple[int, ...]]


def overview_page(docket: Docket) -> Page:
    """The whole round on one sheet."""
    blocks: list[Block] = [_returned(docket), Words(tuple(_remarks(docket)))]
    for law in docket.laws:
        blocks += _bands(docket, law)
    return Page(
        title="ภาพรวม",
        heading=heading(docket, TITLE),
        blocks=tuple(blocks),
        foot=docket.foot(),
        draft=docket.is_draft,
    )


def heading(docket: Docket, title: str) -> tuple[str, ...]:
    """Title, office and round, as every sheet begins."""
    office = docket.opened.round.organisation
    the_round = docket.opened.round
    when = period.turn(the_round) + period.span(the_round, docket.laws[0])
    return (title, office, when)


def _returned(docket: Docket) -> Table:
    """How many people are in which state, by division."""
    parts = [(name, docket.people(name)) for name in docket.divisions]
    columns = [(state.value, label) for state, label in STATES.items()]
    return _table(
        "จำนวนผู้รับการประเมิน แยกตามสำนัก/กอง",
        "สำนัก/กอง",
        [*parts, (SUM, docket.people())],
        columns=columns,
        count=_states,
    )


def _states(people: Sequence[PersonStatus]) -> tuple[int, ...]:
    found = Counter(one.state for one in people)
    return tuple(found[state] for state in STATES)


def _bands(docket: Docket, law: Regulation) -> Iterator[Block]:
    """The bands of one regulation, by division and by staff group."""
    everybody = docket.people(law=law)
    if not everybody:
        return
    groups = [
        (group.label, [one for one in everybody if one.person.staff_group == group.key])
        for group in law.staff_groups
    ]
    divisions = [(name, docket.people(name, law)) for name in docket.divisions]
    columns = [(band.key, band.label) for band in law.bands]

    def count(people: Sequence[PersonStatus]) -> tuple[int, ...]:
        found = Counter(
            one.final.band.key
            for one in people
            if one.final is not None and one.state is PersonState.RANKED
        )
        return tuple(found[band.key] for band in law.bands)

    yield Words((law.title,), strong=True)
    for what, parts in (("สำนัก/กอง", divisions), ("กลุ่มบุคลากร", groups)):
        some = [(name, people) for name, people in parts if people]
        yield _table(
            f"ระดับผลการประเมิน แยกตาม{what}",
            what,
            [*some, (ALL, everybody)],
            columns=columns,
            count=count,
        )


def _table(
    title: str,
    what: str,
    parts: Sequence[Part],
    *,
    columns: Sequence[tuple[str, str]],
    count: Count,
) -> Table:
    """Counts of some parts of the round, the whole in the last row, and a chart."""
    rows: list[Row] = []
    for name, people in parts:
        counted = count(people)
        rows.append((name, *counted, sum(counted)))
    return Table(
        columns=(
            Column("part", what, NAME_WIDTH),
            *(Column(key, label, COUNT_WIDTH, "centre") for key, label in columns),
            Column("all", ALL, COUNT_WIDTH, "centre"),
        ),
        rows=tuple(rows),
        title=title,
        total=True,
        chart=Chart(
            title=f"{title} (คน)",
            category="part",
            series=tuple(key for key, _ in columns),
            stacked=True,
            width=CHART_WIDTH,
            height=chart_height([name for name, _ in parts[:-1]]),
        ),
    )


def chart_height(names: Sequence[str]) -> float:
    """
    Points of a chart in which every bar has its name.

    A long name breaks into lines, and a program drops names that touch each other.
    """
    longest = max((len(name) for name in names), default=0)
    more = NAME_LINE * max(0, -(-longest // NAME_LETTERS) - 1)
    return min(HIGHEST, CHART_BASE + (CHART_LINE + more) * len(names))


def _remarks(docket: Docket) -> Iterator[str]:
    yield (
        "ระดับผลการประเมินนับเฉพาะผู้ที่จัดลำดับ ตัดสินจากคะแนนจริงก่อนปัดเศษ "
        "ผู้ที่ยังไม่ส่ง รอแก้ไข หรือไม่จัดลำดับ แสดงไว้ท้ายตารางของสำนัก/กอง และไม่มีคะแนน"
    )
    if docket.decided is None:
        yield "ยังไม่ได้พิจารณา: คะแนนเป็นของผู้ประเมินหรือผู้บังคับบัญชาเหนือขึ้นไป"
