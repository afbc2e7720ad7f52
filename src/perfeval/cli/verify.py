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
        shown = list(found)[-1]
        for one in _other_seal(found[shown], shown, printed):
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


def _other_seal(bag: Path, shown: str, printed: str) -> "Iterator[Finding]":
    """The digits of a signed paper, held against those of the archived results."""
    from perfeval.findings import Location, finding
    from perfeval.record.seal_digits import plain
    from perfeval.sealing import RESULTS, seal_of

    there = seal_of(bag)
    if there is None or plain(there) != plain(printed):
        yield finding(OTHER_SEAL, Location(f"{shown}/{RESULTS}"), found=there or "-")
