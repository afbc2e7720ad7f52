"""`perfeval summary`: the committee's workbook."""

from typing import TYPE_CHECKING

import typer

from perfeval.cli.options import AsJson, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, voice
from perfeval.cli.rounds import opened

if TYPE_CHECKING:
    from perfeval.cli.papers import Told
    from perfeval.present import Present
    from perfeval.reports.docket import Docket
    from perfeval.rounds.opened import Opened

PAPER = "summary.xlsx"


def summary(
    ctx: typer.Context,
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """สรุปผลเสนอคณะกรรมการกลั่นกรอง || The committee's workbook."""
    from perfeval.cli.present import present
    from perfeval.inbox import receive

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    the_round = opened(say, round_dir)
    docket, results = docket_of(the_round, present(the_round, receive(the_round)))
    told = _write(docket, results)
    findings = (*docket.findings, *told.findings)
    say.findings(findings)
    tell(say, docket, told)
    say.json(
        "summary",
        summary=counts(docket),
        results=listed(docket),
        findings=findings,
        files=told.files,
    )
    return code_of(findings)


def docket_of(the_round: "Opened", results: "Present") -> "tuple[Docket, Present]":
    """What the committee has before it, with every finding of the round."""
    from perfeval.appraise.attendance_doubts import attendance_findings
    from perfeval.appraise.committee import check_committee
    from perfeval.reports.docket import Docket

    findings = (
        *the_round.findings,
        *the_round.roster.findings,
        *attendance_findings(the_round),
        *check_committee(the_round),
        *results.intake.findings,
        *results.findings,
    )
    docket = Docket(the_round, results.intake, findings, results.decided, results.seal)
    return docket, results


def _write(docket: "Docket", results: "Present") -> "Told":
    """The workbook into out/; papers of other results go in the same switch."""
    from perfeval.cli.papers import publish
    from perfeval.excel.write import xlsx
    from perfeval.reports.summary import build

    return publish(
        docket.opened.folder,
        "summary",
        {PAPER: xlsx(build(docket))},
        basis=results.basis,
        found=docket.findings,
    )


def tell(say: Voice, docket: "Docket", told: "Told") -> None:
    """The counts, the file, and what comes next."""
    people = docket.intake.counts()["people"]
    say.say(
        "ผู้รับการประเมิน {total} คน: จัดลำดับ {ranked} รอแก้ไข {held} "
        "ยังไม่ส่ง {missing} ไม่จัดลำดับ {excluded}".format(**people),
        "People {total}: ranked {ranked}, held {held}, missing {missing}, "
        "excluded {excluded}".format(**people),
    )
    for one in told.files:
        say.say(f"เขียนไฟล์แล้ว: {one['path']}", f"Written: {one['path']}")
    if docket.seal:
        say.say(f"รหัสผนึกผล {docket.seal}", f"Seal {docket.seal}")
        say.say(
            "ขั้นต่อไป: สั่ง perfeval announce และ perfeval notices แล้ว perfeval seal",
            "Next: run perfeval announce and perfeval notices, then perfeval seal",
        )
    elif docket.is_draft:
        say.say(
            "ขั้นต่อไป: ให้คณะกรรมการพิจารณาและกรอก แล้วสั่ง perfeval decide FILE",
            "Next: the committee fills it in; then run perfeval decide FILE",
        )


def counts(docket: "Docket") -> dict[str, object]:
    """The counts of people and files, and whether the round is decided."""
    decided = docket.decided
    return {
        **docket.intake.counts(),
        "decided": decided is not None,
        "decision": decided.number if decided else None,
        "seal": docket.seal,
    }


def listed(docket: "Docket") -> list[dict[str, object]]:
    """Everybody as programs read it, in the order of the sheets."""
    from perfeval.reports.summary_json import people

    return people(docket)
