"""`perfeval announce` and `perfeval notices`."""

from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.options import AsJson, Draft, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, voice

if TYPE_CHECKING:
    from perfeval.announcing import Announcements, Named
    from perfeval.notifying import Notice
    from perfeval.present import Present
    from perfeval.rounds.opened import Opened

Percents = Annotated[
    bool,
    typer.Option(
        "--pay",
        help="ประกาศร้อยละการเลื่อนเงินเดือนในแต่ละระดับ แทนประกาศรายชื่อ "
        "|| The percents by which each band is raised, instead of the names.",
    ),
]
Raises = Annotated[
    bool,
    typer.Option(
        "--pay",
        help="แจ้งผลการเลื่อนเงินเดือนรายบุคคล แทนผลการประเมิน "
        "|| A notice of the raise a person, instead of the result.",
    ),
]


def announce(
    ctx: typer.Context,
    round_dir: RoundDir = None,
    draft: Draft = False,
    pay: Percents = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ทำประกาศรายชื่อผู้มีผลการประเมินระดับที่ต้องประกาศ || Announce the best by name."""
    from perfeval.announcing import announcements
    from perfeval.cli import raises
    from perfeval.cli.locking import holding, unsealed
    from perfeval.cli.papers import publish
    from perfeval.cli.rounds import opened

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    there = opened(say, round_dir)
    with holding(there.folder, "announce"):
        unsealed(there.folder)
        results = _results(there, draft=draft, whole=False)
        if pay:
            return raises.announce(say, there, results)
        made = announcements(there, results.intake.people, seal=results.seal)
        findings = [*there.roster.findings, *made.findings]
        told = publish(
            there.folder,
            "announce",
            made.papers,
            basis=results.basis,
            withdrawn=made.withdrawn,
            found=findings,
        )
    findings += told.findings
    _list(say, there, made)
    say.findings(findings)
    _written(say, told.files)
    say.json(
        "announce",
        summary={"announced": len(made.named), "files": len(told.files)},
        results=[_announced(there, one) for one in made.named],
        findings=findings,
        files=told.files,
    )
    return code_of(findings)


def notices(
    ctx: typer.Context,
    round_dir: RoundDir = None,
    draft: Draft = False,
    pay: Raises = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ทำแบบแจ้งผลการประเมินรายบุคคล || One result notice a person."""
    from perfeval import notifying
    from perfeval.cli import raises
    from perfeval.cli.locking import holding
    from perfeval.cli.papers import publish
    from perfeval.cli.rounds import opened

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    there = opened(say, round_dir)
    with holding(there.folder, "notices"):
        results = _results(there, draft=draft, whole=True)
        if pay:
            return raises.notices(say, there, results)
        made = list(notifying.notices(there, results.intake.people, seal=results.seal))
        told = publish(
            there.folder,
            "notices",
            {one.path: one.content for one in made},
            basis=results.basis,
        )
    findings = [*there.roster.findings, *told.findings]
    say.findings(findings)
    count = len(told.files)
    say.say(
        f"เขียนแบบแจ้งผลแล้ว {count} ราย: out/notices", f"Notices: {count}, out/notices"
    )
    say.json(
        "notices",
        summary={"people": len(there.roster.people), "files": count},
        results=[_noticed(there, one) for one in made],
        findings=findings,
        files=told.files,
    )
    return code_of(findings)


def _results(there: "Opened", *, draft: bool, whole: bool) -> "Present":
    """
    The decided results, or for a draft the present ones, without their seal.

    Args:
        whole: with the tables and the working that a notice shows.
    """
    from dataclasses import replace

    from perfeval.cli.decision import decided
    from perfeval.cli.present import present
    from perfeval.inbox import receive, taken_in

    intake = taken_in(there).intake if whole else receive(there)
    if draft:
        return replace(present(there, intake), seal=None)
    return decided(there, intake)


def _list(say: Voice, there: "Opened", made: "Announcements") -> None:
    titles = {
        "th": ("รหัส", "ชื่อ–สกุล", "สังกัด", "ระดับ", "ประกาศ"),
        "en": ("Id", "Name", "Division", "Band", "Announcement"),
    }[say.lang]
    rows = [
        (
            one.announced.person.employee_id,
            one.announced.person.full_name,
            one.announced.person.division,
            one.announced.band.label if say.lang == "th" else one.announced.band.key,
            _shown(there, one.path),
        )
        for one in made.named
    ]
    say.table(titles, rows)


def _written(say: Voice, files: tuple[dict[str, str], ...]) -> None:
    for one in files:
        say.say(f"เขียนไฟล์แล้ว: {one['path']}", f"Written: {one['path']}")


def _shown(there: "Opened", path: str) -> str:
    return there.folder.shown(there.folder.out / path)


def _announced(there: "Opened", one: "Named") -> dict[str, object]:
    person = one.announced.person
    return {
        "regulation": one.regulation,
        "employee_id": person.employee_id,
        "name": person.full_name,
        "position": person.position,
        "division": person.division,
        "band": one.announced.band.key,
        "file": _shown(there, one.path),
    }


def _noticed(there: "Opened", one: "Notice") -> dict[str, object]:
    from perfeval.appraise.figures import exact_text

    person = one.status.person
    return {
        "employee_id": person.employee_id,
        "name": person.full_name,
        "division": person.division,
        "total": exact_text(one.final.total),
        "total_display": one.final.printed,
        "band": one.final.band.key,
        "layer": one.final.layer.value,
        "file": _shown(there, one.path),
    }
