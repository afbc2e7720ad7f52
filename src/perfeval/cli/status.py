"""`perfeval status`."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import typer

from perfeval.cli.clock import now
from perfeval.cli.intake import Kept, kept, taken
from perfeval.cli.locking import holding, recovered, unrecorded
from perfeval.cli.options import AsJson, Lang, Newest, NoColor, Quiet, RoundDir
from perfeval.cli.output import Voice, code_of, voice
from perfeval.cli.rounds import opened

if TYPE_CHECKING:
    from perfeval.appraise.standing import Intake
    from perfeval.cli.papers import Told
    from perfeval.findings import Finding
    from perfeval.rounds.opened import Opened

PAPER = "chase-list.xlsx"
TITLES = {
    "th": ("สังกัด", "ผู้ประเมิน", "ได้ผลแล้ว", "รอแก้ไข", "ยังไม่ส่ง", "ไม่จัดลำดับ", "รวม"),
    "en": ("Division", "Evaluator", "Ranked", "Held", "Missing", "Excluded", "Total"),
}
PEOPLE = {
    "th": ("รหัส", "ชื่อ–สกุล", "สังกัด", "ผู้ประเมิน", "สถานะ", "เหตุ"),
    "en": ("Id", "Name", "Division", "Evaluator", "State", "Reason"),
}
FILES = {"th": ("ไฟล์", "สถานะ", "เหตุ"), "en": ("File", "State", "Reason")}
CALENDAR = {"th": ("ขั้นตอน", "ช่วงเวลา", ""), "en": ("Step", "When", "")}


def status(
    ctx: typer.Context,
    round_dir: RoundDir = None,
    newest: Newest = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ใครส่งแล้ว ใครยังค้าง และถึงขั้นตอนใด || Who returned what, and what is due."""
    from perfeval.appraise.attendance_doubts import attendance_findings
    from perfeval.reports import course_words
    from perfeval.reports.status import as_json as row

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    there = opened(say, round_dir)
    recovered(there.folder, say)
    came, told = _taken(there, newest=newest)
    intake, today = came.intake, now().date()
    findings: Sequence[Finding] = (
        *there.roster.findings,
        *attendance_findings(there),
        *intake.findings,
        *came.resends.news,
        *(told.findings if told else ()),
    )
    _tell(say, there, intake)
    say.findings(findings)
    _tell_calendar(say, there, intake, today)
    files = told.files if told else ()
    for file in files:
        say.say(f"เขียนไฟล์แล้ว: {file['path']}", f"Written: {file['path']}")
    attendance = _tell_attendance(say, there, intake)
    _sum_up(say, intake)
    summary = {**intake.counts(), "calendar": course_words.as_json(there, today)}
    summary |= {"attendance": attendance} if attendance else {}
    results = [row(one, there, say.lang) for one in intake.people]
    say.json("status", summary=summary, results=results, findings=findings, files=files)
    return code_of(findings)


def _tell_attendance(
    say: Voice, there: "Opened", intake: "Intake"
) -> dict[str, int] | None:
    """Of how many people leave and lateness are known; None where nobody asks."""
    from perfeval.appraise.attendance import everybody
    from perfeval.reports.attendance_words import count

    people = everybody(intake, there)
    if not people:
        return None
    counted = count(people.values())
    if there.attendance is None or there.attendance.is_untouched:
        return counted
    say.say(
        "การลาและการมาสาย: ทราบแล้ว {known} จาก {total} คน · ลาเกินแต่คณะกรรมการอาจพิจารณา "
        "{committee_may_allow} ไม่เข้าข้อยกเว้น {not_eligible} มาสายเป็นประจำ "
        "{habitually_late}".format(**counted),
        "Leave and lateness: known of {known} out of {total} · above the limit, may be "
        "allowed {committee_may_allow}, not eligible {not_eligible}, habitually late "
        "{habitually_late}".format(**counted),
    )
    return counted


def _taken(there: "Opened", *, newest: bool) -> "tuple[Kept, Told | None]":
    """The inbox, kept and put on the list; of a sealed round it is only read."""
    from perfeval.record.state import is_sealed
    from perfeval.resends import Resends

    if is_sealed(there.folder):
        return Kept(taken(there, (), (), newest=newest).intake, Resends()), None
    with holding(there.folder, "status"):
        try:
            came = kept(there, newest=newest)
        except OSError as wrong:
            raise unrecorded(there.folder, wrong) from wrong
        return came, _publish(there, came)


def _publish(there: "Opened", came: Kept) -> "Told":
    from perfeval.cli.papers import publish
    from perfeval.cli.present import present
    from perfeval.excel.write import xlsx
    from perfeval.reports.chase_list import build

    papers = {PAPER: xlsx(build(there, came.intake))}
    basis = present(there, came.intake).basis
    found = (*there.roster.findings, *came.intake.findings)
    return publish(there.folder, "status", papers, basis=basis, found=found)


def _tell(say: Voice, there: "Opened", intake: "Intake") -> None:
    """By division and evaluator, then everybody and every file that is not plain."""
    from perfeval.reports import status as report

    say.table(TITLES[say.lang], list(report.by_evaluator(intake, there, say.lang)))
    for titles, rows in (
        (PEOPLE, list(report.without_result(intake, there, say.lang))),
        (FILES, list(report.other_files(intake, say.lang))),
    ):
        if rows:
            say.say("", "")
            say.table(titles[say.lang], rows)


def _tell_calendar(say: Voice, there: "Opened", intake: "Intake", today: date) -> None:
    """Where the round stands in its calendar, and what is due."""
    from perfeval.reports import course_words
    from perfeval.reports.status import outstanding

    for name, rows in course_words.calendars(there, today, say.lang):
        say.say("", "")
        say.say(f"ปฏิทินของ{name}", f"Calendar of {name}")
        say.table(CALENDAR[say.lang], rows)
    open_ = outstanding(intake, there)
    lines = [
        *course_words.due(there, today, outstanding=open_, lang=say.lang),
        *course_words.keeping(there, today, say.lang),
    ]
    if lines:
        say.say("", "")
    for line in lines:
        say.say(line, line)


def _sum_up(say: Voice, intake: "Intake") -> None:
    """The two sums."""
    people, files = intake.counts()["people"], intake.counts()["files"]
    say.say(
        "คน {total} = ได้ผลแล้ว {ranked} + รอแก้ไข {held} + ยังไม่ส่ง {missing} "
        "+ ไม่จัดลำดับ {excluded}".format(**people),
        "People {total} = ranked {ranked} + held {held} + missing {missing} "
        "+ excluded {excluded}".format(**people),
    )
    say.say(
        "ไฟล์ {total} = ใช้ได้ {accepted} + รอแก้ไข {held} + ไม่รับ {refused} "
        "+ ซ้ำ {duplicate} + ไม่นับ {ignored}".format(**files),
        "Files {total} = accepted {accepted} + held {held} + refused {refused} "
        "+ duplicate {duplicate} + ignored {ignored}".format(**files),
    )
