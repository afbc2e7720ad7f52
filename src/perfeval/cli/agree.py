"""`perfeval agree`."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from perfeval.cli.clock import now
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet, Returned, RoundDir
from perfeval.cli.output import Voice, code_of, existing, voice

if TYPE_CHECKING:
    from perfeval.agreeing import Handed
    from perfeval.appraise.agreeing import Settled
    from perfeval.rounds.opened import Opened

TITLES = {
    "th": ("รหัส", "ชื่อ–สกุล", "สังกัด", "ฉบับที่", "ผล"),
    "en": ("Id", "Name", "Division", "Version", "What became of it"),
}
BECAME = {
    "recorded": ("บันทึกแล้ว", "recorded"),
    "changed": ("บันทึกการเปลี่ยนแปลงแล้ว", "change recorded"),
    "unchanged": ("บันทึกไว้ก่อนแล้ว", "recorded before"),
    "evaluated": ("ประเมินแล้ว ไม่บันทึก", "evaluated already, not recorded"),
    "refused": ("ยังไม่บันทึก", "not recorded"),
}


def agree(
    ctx: typer.Context,
    paths: Returned = [],  # noqa: B006  typer copies it
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """บันทึกข้อตกลงต้นรอบ เพื่อเทียบกับผลสิ้นรอบ || Record the agreements of a round."""
    from perfeval.cli.locking import holding, unsealed
    from perfeval.cli.rounds import opened

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    there = opened(say, round_dir)
    unsealed(there.folder)
    existing(paths)
    with holding(there.folder, "agree"):
        handed = _record(there, paths)
    findings = (*there.told, *handed.outcome.findings)
    say.table(TITLES[say.lang], [*_rows(handed, say)])
    say.findings(findings)
    _sum_up(say, handed)
    say.json(
        "agree",
        summary=_summary(handed),
        results=[_as_json(one) for one in handed.settled],
        findings=findings,
    )
    return code_of(findings)


def _record(there: "Opened", paths: list[Path]) -> "Handed":
    """Everything that was handed in: kept, and every sound one recorded and logged."""
    from functools import partial

    from perfeval.agreeing import keep, take
    from perfeval.cli.locking import unrecorded
    from perfeval.record.audit import Entry, append
    from perfeval.record.receipts import keep_content

    at = now()
    kept = partial(keep_content, there.folder.record)
    try:
        handed = take(there, paths or None, today=at.date(), keep=kept)
    except OSError as wrong:
        raise unrecorded(there.folder, wrong) from wrong
    known = [one for one in handed.settled if one.took in ("recorded", "changed")]
    codes = Counter(one.code for one in handed.outcome.findings)
    entry = Entry(
        at.isoformat(),
        "agree",
        ids=tuple(one.appraisal.evaluation.employee_id or "" for one in known),
        files={one.form.typed.file: one.form.typed.sha256 for one in known},
        codes=dict(sorted(codes.items())),
    )
    try:
        keep(there, handed)
        append(there.folder.record, entry)
    except OSError as wrong:
        raise unrecorded(there.folder, wrong) from wrong
    return handed


def _rows(handed: "Handed", say: Voice) -> Iterator[tuple[str, ...]]:
    for one in handed.settled:
        who = one.appraisal.evaluation
        th, en = BECAME[one.took]
        yield (
            who.employee_id or "",
            who.name or "",
            who.division or "",
            str(one.version or ""),
            th if say.lang == "th" else en,
        )


def _as_json(one: "Settled") -> Mapping[str, object]:
    who = one.appraisal.evaluation
    return {
        "employee_id": who.employee_id,
        "name": who.name,
        "division": who.division,
        "staff_group": who.staff_group,
        "state": str(one.took),
        "version": one.version,
        "source": {"file": who.file, "sheet": who.sheet, "sha256": who.sha256},
    }


def _summary(handed: "Handed") -> dict[str, object]:
    from perfeval.appraise.agreeing import stated

    counts = handed.outcome.summary()
    return {
        "files": counts["files"],
        "forms": counts["forms"],
        **stated(handed.settled),
        **{key: counts[key] for key in ("errors", "warnings", "notes")},
    }


def _sum_up(say: Voice, handed: "Handed") -> None:
    counts = _summary(handed)
    say.say(
        "ข้อตกลง {forms} แบบ: บันทึกใหม่ {recorded} บันทึกการเปลี่ยนแปลง {changed} "
        "มีอยู่แล้ว {unchanged} ประเมินแล้ว {evaluated} ยังไม่บันทึก {refused} · "
        "ต้องแก้ไข {errors} ควรตรวจสอบ {warnings} หมายเหตุ {notes}".format(**counts),
        "Agreements in {forms} forms: recorded {recorded}, changed {changed}, "
        "there already {unchanged}, evaluated {evaluated}, refused {refused} · "
        "errors {errors}, warnings {warnings}, notes {notes}".format(**counts),
    )
