"""`perfeval pay`: the proposal of raises, and the percents that were set in it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from perfeval.cli.clock import now
from perfeval.cli.exits import Exit, StopError, unusable
from perfeval.cli.options import AsJson, Draft, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, existing, reason, voice

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Sequence

    from perfeval.cli.papers import Told
    from perfeval.findings import Finding
    from perfeval.paying import TakenIn
    from perfeval.present import Present
    from perfeval.proposing import Proposed
    from perfeval.rounds.opened import Opened

CHANGED_BY_HAND = "PE621"
Made = TypeVar("Made")

File = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]",
        help="บัญชีเลื่อนเงินเดือนที่กำหนดร้อยละแล้ว (.xlsx) หากไม่ระบุ ใช้ร้อยละที่รับไว้ครั้งล่าสุด "
        "|| The pay workbook with the percents filled in (.xlsx); without it, the "
        "percents that were taken in last.",
        show_default=False,
    ),
]


def pay(
    ctx: typer.Context,
    file: File = None,
    round_dir: RoundDir = None,
    draft: Draft = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ทำบัญชีเสนอเลื่อนเงินเดือนและวงเงิน || The pay proposal of each staff group."""
    from perfeval.cli.locking import holding
    from perfeval.cli.rounds import opened

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    existing([file] if file else [])
    there = opened(say, round_dir)
    with holding(there.folder, "pay"):
        results = _results(there, draft=draft)
        taken = _taken(there, results, file) if file else None
        if taken is not None and taken.taken is None:
            return _refuse(say, taken)
        return _propose(say, there, results, taken=taken, file=file)


def _results(there: "Opened", *, draft: bool) -> "Present":
    """The decided results, or for a draft the present ones, without their seal."""
    from perfeval.cli.decision import decided
    from perfeval.cli.present import present
    from perfeval.inbox import receive

    intake = receive(there)
    if draft:
        return replace(present(there, intake), seal=None)
    return decided(there, intake)


def _taken(there: "Opened", results: "Present", file: Path) -> "TakenIn":
    """The percents of a workbook, kept in record/ where nothing is wrong with them."""
    from perfeval.paying import TakenIn, group_of, left_blank, raises_of, take_in
    from perfeval.record import pay as record

    group, why = group_of(file, there)
    if group is None or why is not None:
        is_stale = why is not None and why.code == "PE558"
        return TakenIn(None, None, (why,) if why else (), is_stale=is_stale)
    present = _sound(lambda: raises_of(there, results.intake.people, group))
    if present is None:
        return TakenIn(group, None, tuple(_without_pay(there, [group])))
    before = record.load(there.folder, group)
    number = record.next_number(there.folder, group)
    taken = take_in(file, present, number=number)
    if taken.taken is None:
        return taken
    gone = left_blank(before, taken.taken, there.folder.shown(file))
    _remember(there, taken)
    return replace(taken, findings=(*taken.findings, *gone))


def _remember(there: "Opened", taken: "TakenIn") -> None:
    from perfeval.record import pay as record
    from perfeval.record.audit import Entry, append

    said = taken.taken
    if said is None:
        return
    try:
        path = record.remember(there.folder, said, taken.content, sha256=taken.sha256)
        entry = Entry(
            at=now().isoformat(),
            command="pay",
            ids=tuple(one.employee_id for one in said.people),
            facts={
                "staff_group": said.staff_group,
                "percents": str(said.number),
                "workbook": taken.sha256,
                "kept": there.folder.shown(path),
            },
        )
        append(there.folder.record, entry)
    except OSError as wrong:
        th, en = reason(wrong)
        shown = there.folder.shown(there.folder.record)
        raise StopError(
            Exit.UNUSABLE,
            f"บันทึกร้อยละที่กำหนดใน {shown} ไม่ได้: {th}",
            f"The percents cannot be written to {shown}: {en}",
        ) from wrong


def _refuse(say: Voice, taken: "TakenIn") -> int:
    """Everything that is wrong; nothing was taken."""
    nothing = (
        "ยังไม่ได้รับร้อยละที่กำหนด ไม่มีการบันทึกใด ๆ",
        "No percents were taken in and nothing was recorded.",
    )
    say.findings(taken.findings)
    if taken.is_stale:
        raise StopError(Exit.REFUSED, *nothing, taken.findings)
    say.say(*nothing)
    say.json("pay", summary={"people": 0}, findings=taken.findings)
    return code_of(taken.findings)


def _propose(
    say: Voice,
    there: "Opened",
    results: "Present",
    *,
    taken: "TakenIn | None",
    file: Path | None,
) -> int:
    """The papers of all staff groups, as one set."""
    from perfeval.cli.papers import publish
    from perfeval.raising import written

    made = _sound(lambda: _proposals(there, results))
    findings = [
        *there.roster.findings,
        *(taken.findings if taken else ()),
        *_once(told for one in made for told in one.findings),
    ]
    told = publish(
        there.folder,
        "pay",
        {one.path: one.content for one in made if one.path},
        basis=results.basis,
        withdrawn=written(there) if taken else (),  # they told other percents
        found=findings,
    )
    findings += _of_papers(there, told, taken, file)
    say.findings(findings)
    _tell(say, made, told)
    say.json(
        "pay",
        summary=_counts(made),
        results=[record for one in made for record in one.results],
        findings=findings,
        files=told.files,
    )
    return code_of(findings)


def _proposals(there: "Opened", results: "Present") -> "list[Proposed]":
    from perfeval.proposing import proposals

    return list(proposals(there, results.intake.people, seal=results.seal))


def _sound(make: "Callable[[], Made]") -> "Made":
    """What is made of data files; those that cannot be used stop the command."""
    from perfeval.datafile import DataFileError

    try:
        return make()
    except DataFileError as faults:
        raise unusable(faults.findings) from faults


def _once(findings: "Iterable[Finding]") -> "list[Finding]":
    """What several groups lack alike, such as rates, told once."""
    kept: list[Finding] = []
    for one in findings:
        if one not in kept:
            kept.append(one)
    return kept


def _of_papers(
    there: "Opened", told: "Told", taken: "TakenIn | None", file: Path | None
) -> "list[Finding]":
    """What became of the papers; that FILE itself was filled in is no news."""
    if taken is None or file is None:
        return list(told.findings)
    own = there.folder.out / f"pay-{taken.staff_group}.xlsx"
    is_own = own.exists() and file.exists() and file.samefile(own)
    shown = there.folder.shown(own)
    return [
        one
        for one in told.findings
        if not (is_own and one.code == CHANGED_BY_HAND and one.file == shown)
    ]


def _tell(say: Voice, made: "Sequence[Proposed]", told: "Told") -> None:
    """The pool of every staff group, and the files."""
    from perfeval.appraise.baht import baht

    titles = {
        "th": ("กลุ่มบุคลากร", "กลุ่มวงเงิน", "วงเงิน", "ใช้ไป", "เหลือ", "ยังไม่กำหนด"),
        "en": ("Staff group", "Money group", "Pool", "Used", "Left", "Not set"),
    }[say.lang]
    whole = {"th": "รวม", "en": "All"}[say.lang]
    rows = []
    for one in made:
        if one.raises is None:
            continue
        label = one.label if say.lang == "th" else one.staff_group
        found, groups = one.raises.accounts, one.raises.rules.money_groups
        listed = [
            (group.label if say.lang == "th" else group.key, found.groups[group.key])
            for group in groups
        ]
        rows += [
            (label, name, *map(baht, (a.pool, a.used, a.left)), str(a.unset))
            for name, a in [*listed, (whole, found.whole)]
        ]
    say.table(titles, rows)
    for one in made:
        if one.raises is None and one.results:
            counted = ", ".join(f"{key} {n}" for key, n in _states([one]).items())
            say.say(f"{one.label}: {counted}", f"{one.staff_group}: {counted}")
    for file in told.files:
        say.say(f"เขียนไฟล์แล้ว: {file['path']}", f"Written: {file['path']}")
    unset = sum(one.raises.accounts.whole.unset for one in made if one.raises)
    if unset:
        say.say(
            f"ยังไม่กำหนดร้อยละ {unset} ราย กรอกในไฟล์แล้วสั่ง perfeval pay ตามด้วยชื่อไฟล์",
            f"{unset} raises are not set: fill them in and run perfeval pay FILE",
        )


def _counts(made: "Sequence[Proposed]") -> dict[str, object]:
    """People by the state of their raise, and every account of the pools."""
    states = _states(made)
    return {
        "people": sum(states.values()),
        **states,
        "pools": [pool for one in made for pool in one.pools],
        "quotas": [quota for one in made for quota in one.quotas],
    }


def _states(made: "Sequence[Proposed]") -> "Counter[str]":
    """How many people are in each state, in the order met."""
    from collections import Counter

    return Counter(str(record["state"]) for one in made for record in one.results)


def _without_pay(there: "Opened", groups: "Iterable[str]") -> "list[Finding]":
    from perfeval.proposing import without_pay

    return [without_pay(there, group) for group in groups]
