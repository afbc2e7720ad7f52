"""
The sealed round before, as raises by steps need it: who had which band.

Its results are taken only where they belong to the digits that stand on the signed
papers of that round, and so in `seal_before` of this one.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from perfeval import thai
from perfeval.findings import Finding, Location, finding
from perfeval.record.seal_digits import plain
from perfeval.record.state import revisions
from perfeval.rounds.folder import ROUND_FILE, RoundFolder
from perfeval.rounds.opened import Opened
from perfeval.sealing import RESULTS, seal_of

FIRST = 1  # the round of a year that a second one looks back on


@dataclass(frozen=True, slots=True)
class Earlier:
    """
    The bands of the round before.

    bands: by `Person.key`; None where there is no record to go by.
    findings: why there is none.
    """

    bands: Mapping[str, str] | None
    findings: tuple[Finding, ...] = ()


def earlier(opened: Opened) -> Earlier:
    """The bands of the sealed round 1 that round.toml names."""
    said = opened.round
    named = said.pay.round_before if said.pay else None
    if named is None:
        return _none(opened, "ยังไม่ได้ระบุโฟลเดอร์ของรอบนั้น", "its folder is not named")
    bag = _bag(opened.folder.path / named)
    if bag is None:
        th, en = f"ไม่พบบันทึกที่ผนึกใน {named}", f"no sealed record in {named}"
        return _none(opened, th, en)
    if said.seal_before is None:
        return _none(opened, "ยังไม่ได้ระบุ seal_before", "seal_before is not set")
    if plain(seal_of(bag) or "") != plain(said.seal_before):
        return _none(
            opened,
            "รหัสผนึกผลของบันทึกไม่ตรงกับ seal_before",
            "its digits are not those of seal_before",
        )
    kept = json.loads((bag / RESULTS).read_bytes())
    if kept["round"] != f"{said.year}-{FIRST}":
        th, en = f"เป็นบันทึกของรอบ {kept['round']}", f"it is of round {kept['round']}"
        return _none(opened, th, en)
    found = {thai.id_key(one["employee_id"]): one["band"] for one in kept["people"]}
    return Earlier({key: band for key, band in found.items() if band is not None})


def _bag(path: Path) -> Path | None:
    """The archive at a path: itself, or the last one of a round folder."""
    if (path / RESULTS).is_file():
        return path
    if not (path / ROUND_FILE).is_file():
        return None
    sealed = revisions(RoundFolder(path))
    bag = sealed[-1].path if sealed else None
    return bag if bag and (bag / RESULTS).is_file() else None


def _none(opened: Opened, th: str, en: str) -> Earlier:
    where = Location(opened.folder.shown(opened.folder.round_file))
    return Earlier(None, (finding("PE566", where, reason_th=th, reason_en=en),))
