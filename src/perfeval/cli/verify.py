"""`perfeval verify`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval.cli.options import AsJson, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import code_of, voice
from perfeval.cli.seal import archives

if TYPE_CHECKING:
    from perfeval.findings import Finding
    from perfeval.record.differences import Difference

CODES = {
    "changed": "PE630",
    "missing": "PE631",
    "extra": "PE632",
    "recomputed": "PE633",
}
OTHER_SEAL = "PE634"
EARLIER_SEAL = "PE635"


def verify(
    ctx: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help="ชุดที่ผนึกไว้ หรือโฟลเดอร์ของรอบ || A sealed archive, or a round.",
            show_default=False,
        ),
    ] = None,
    printed: Annotated[
        str | None,
        typer.Option(
            "--seal",
            metavar="DIGITS",
            help="รหัสผนึกผลบนเอกสารที่ลงนาม || The digits of a signed paper.",
            show_default=False,
        ),
    ] = None,
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ตรวจว่าชุดที่ผนึกไว้ไม่ถูกเปลี่ยน || Check that a sealed round is unchanged."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    found, beside = archives(folder, round_dir)
    results, findings = _held(found, beside)
    if printed is not None and found:  # the digits are those of the last revision
        for one in _other_seal(found, printed):
            results.append({"path": one.file, "problem": "changed"})
            findings.append(one)
    say.findings(findings)
    say.say(
        f"ตรวจชุดที่ผนึก {len(found)} ชุด: พบความแตกต่าง {len(results)} แห่ง",
        f"Sealed archives verified: {len(found)}; differences: {len(results)}",
    )
    problems = [one["problem"] for one in results]
    counts = {problem: problems.count(problem) for problem in CODES}
    summary = {"archives": len(found), **counts}
    say.json("verify", summary=summary, results=results, findings=findings)
    return code_of(findings)


def _held(
    found: dict[str, Path], beside: "list[Difference]"
) -> "tuple[list[dict[str, str]], list[Finding]]":
    """Every archive held against what was sealed."""
    from perfeval.findings import Location, finding
    from perfeval.sealing import check

    told = [
        (f"{shown}/{one.path}", one.problem)
        for shown, bag in found.items()
        for one in check(bag)
    ]
    told += [(one.path, one.problem) for one in beside]
    results = [{"path": path, "problem": str(problem)} for path, problem in told]
    findings = [finding(CODES[problem], Location(path)) for path, problem in told]
    return results, findings


def _other_seal(found: dict[str, Path], printed: str) -> "Iterator[Finding]":
    """
    The digits of a signed paper, held against those of the archived results.

    Those of a revision before the last are named as such: the paper was sealed, and
    has been corrected since.
    """
    from perfeval.findings import Location, finding
    from perfeval.sealing import RESULTS, seal_of

    seals = {shown: seal_of(bag) for shown, bag in found.items()}
    signed = [shown for shown, seal in seals.items() if seal and _same(seal, printed)]
    last, there = list(seals.items())[-1]
    if last in signed:
        return
    place = Location(f"{last}/{RESULTS}")
    if signed:
        earlier = signed[-1]
        yield finding(EARLIER_SEAL, place, found=there or "-", earlier=earlier)
    else:
        yield finding(OTHER_SEAL, place, found=there or "-")


def _same(seal: str, printed: str) -> bool:
    from perfeval.record.seal_digits import plain

    return plain(seal) == plain(printed)
