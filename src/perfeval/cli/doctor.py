"""`perfeval doctor`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from perfeval import __version__
from perfeval.cli.clock import now
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import code_of, voice

if TYPE_CHECKING:
    from perfeval.doctor.check import Check
    from perfeval.rounds.folder import RoundFolder

TITLES = {
    "th": ("สิ่งที่ตรวจ", "ผล", "พบ", "ที่ควรเป็น"),
    "en": ("Check", "State", "Found", "Wanted"),
}
STATES = {
    "th": {
        "ok": "ปกติ",
        "note": "หมายเหตุ",
        "warning": "ควรตรวจสอบ",
        "error": "ต้องแก้ไข",
    },
    "en": {"ok": "ok", "note": "note", "warning": "warning", "error": "error"},
}


def doctor(
    ctx: typer.Context,
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ตรวจความพร้อมของเครื่องและโฟลเดอร์ || Check fonts, encoding and write access."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    checks = [*_of_machine(), *_of_round(_folder(round_dir))]
    words = STATES[say.lang]
    which = 0 if say.lang == "th" else 1
    say.table(
        TITLES[say.lang],
        [
            (one.title[which], words[one.state], one.found[which], one.wanted[which])
            for one in checks
        ],
    )
    findings = [told for one in checks for told in one.findings]
    say.findings(findings)
    counts = {state: [one.state for one in checks].count(state) for state in words}
    say.json(
        "doctor",
        summary=counts,
        results=[
            {
                "check": one.key,
                "state": one.state,
                "found": one.found[which],
                "wanted": one.wanted[which],
            }
            for one in checks
        ],
        findings=findings,
    )
    return code_of(findings)


def _of_machine() -> "Iterator[Check]":
    import os
    import sys

    from perfeval.doctor.fonts import fonts
    from perfeval.doctor.machine import Machine
    from perfeval.doctor.office import libreoffice
    from perfeval.doctor.system import encoding, time_zone, versions

    home = Path(os.path.expanduser("~"))  # noqa: PTH111  never raises
    machine = Machine(sys.platform, os.environ, home)
    local = now().astimezone()
    yield versions(__version__)
    yield fonts(machine)
    yield libreoffice(machine)
    yield encoding()
    yield time_zone(local.utcoffset() or local - local, local.tzname() or "-")


def _folder(round_dir: Path | None) -> "RoundFolder | None":
    """The round, where there is one; a folder that was named must be one."""
    import os

    from perfeval.cli.rounds import VARIABLE, round_folder
    from perfeval.rounds.folder import found, upwards

    if round_dir is not None or os.environ.get(VARIABLE):
        return round_folder(round_dir)
    return found(upwards(Path.cwd()))


def _of_round(folder: "RoundFolder | None") -> "Iterator[Check]":
    from perfeval.cli.locking import holder
    from perfeval.doctor.places import no_round, round_checks

    if folder is None:
        yield no_round()
    else:
        yield from round_checks(folder, holder("doctor"))
