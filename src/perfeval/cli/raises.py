"""`perfeval announce --pay` and `perfeval notices --pay`: what is told of raises."""

from typing import TYPE_CHECKING

from perfeval.cli.exits import unusable
from perfeval.cli.output import Voice, code_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfeval.present import Present
    from perfeval.raising import Announced, Notice, Notices
    from perfeval.rounds.opened import Opened


def announce(say: Voice, there: "Opened", results: "Present") -> int:
    """The announcement of the percents of each regulation; the lock is held."""
    from perfeval.cli.papers import publish
    from perfeval.raising import announced

    made = announced(there, seal=results.seal)
    findings = [*there.roster.findings, *made.findings]
    told = publish(
        there.folder,
        "announce",
        {one.path: one.content for one in made.made},
        basis=results.basis,
        withdrawn=made.withdrawn,
        found=findings,
    )
    findings += told.findings
    listed = list(_bands(there, made))
    titles = {"th": ("ระดับ", "ร้อยละ", "ประกาศ"), "en": ("Band", "Percent", "File")}
    rows = [(str(one["band_label" if say.lang == "th" else "band"]),
             " – ".join(dict.fromkeys((str(one["at_least"]), str(one["at_most"])))),
             str(one["file"]))
            for one in listed]  # fmt: skip
    say.table(titles[say.lang], rows)
    say.findings(findings)
    _written(say, told.files)
    say.json(
        "announce",
        summary={"announced": len(made.made), "files": len(told.files)},
        results=listed,
        findings=findings,
        files=told.files,
    )
    return code_of(findings)


def _bands(there: "Opened", made: "Announced") -> "Iterator[dict[str, object]]":
    """Every band that is announced, with its percents as exact decimals."""
    for one in made.made:
        law = one.regulation
        rules = law.pay.percent if law.pay else None
        for band in law.bands:
            named = rules.range_of(band.key) if rules else None
            if named is not None:
                yield {
                    "regulation": law.id,
                    "band": band.key,
                    "band_label": band.label,
                    "at_least": str(named.at_least),
                    "at_most": str(named.at_most),
                    "file": _shown(there, one.path),
                }


def notices(say: Voice, there: "Opened", results: "Present") -> int:
    """A notice of the raise a person; the lock is held."""
    from perfeval.cli.papers import publish
    from perfeval.raising import written

    made = _made(there, results)
    papers = {one.path: one.content for one in made.made}
    findings = [*there.roster.findings, *made.findings]
    told = publish(
        there.folder,
        "notices",
        papers,
        basis=results.basis,
        withdrawn=[path for path in written(there) if path not in papers],
        found=findings,
    )
    findings += told.findings
    say.findings(findings)
    count = len(told.files)
    say.say(
        f"เขียนหนังสือแจ้งผลการเลื่อนเงินเดือนแล้ว {count} ราย: out/raises "
        f"(ยังไม่กำหนดร้อยละ {made.unset} ราย)",
        f"Notices of raises: {count}, out/raises ({made.unset} are not set)",
    )
    say.json(
        "notices",
        summary={
            "people": len(there.roster.people),
            "files": count,
            "unset": made.unset,
        },
        results=[_noticed(there, one) for one in made.made],
        findings=findings,
        files=told.files,
    )
    return code_of(findings)


def _made(there: "Opened", results: "Present") -> "Notices":
    from perfeval.datafile import DataFileError
    from perfeval.raising import notices as notices_of

    try:
        return notices_of(there, results.intake.people, seal=results.seal)
    except DataFileError as faults:
        raise unusable(faults.findings) from faults


def _noticed(there: "Opened", one: "Notice") -> dict[str, object]:
    from perfeval.reports.pay_json import person

    return {
        **person(one.raises, one.proposal),
        "file": _shown(there, one.path),
    }


def _written(say: Voice, files: tuple[dict[str, str], ...]) -> None:
    for one in files:
        say.say(f"เขียนไฟล์แล้ว: {one['path']}", f"Written: {one['path']}")


def _shown(there: "Opened", path: str) -> str:
    return there.folder.shown(there.folder.out / path)
