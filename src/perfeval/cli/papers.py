"""Papers that a command has made, put into out/ as one set, and how that is told."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perfeval.cli.clock import now
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.locking import holding
from perfeval.cli.output import reason

if TYPE_CHECKING:
    from perfeval.findings import Finding
    from perfeval.record.publish import Published
    from perfeval.rounds.folder import RoundFolder

KINDS = {  # what a path under out/ begins with -> kind in the answer
    "findings.xlsx": "findings",
    "chase-list.xlsx": "chase_list",
    "ranking.xlsx": "ranking",
    "summary.xlsx": "committee_summary",
    "announcement-": "announcement",
    "notices/": "notice",
    "raises/": "notice",
    "percents-": "announcement",
    "pay-": "pay",
    "calendar.xlsx": "calendar",
    "criteria-": "criteria",
}
MADE_BY = {  # what a path under out/ begins with -> the command that makes it anew
    "announcement-": "perfeval announce",
    "notices/": "perfeval notices",
    "raises/": "perfeval notices --pay",
    "percents-": "perfeval announce --pay",
    "pay-": "perfeval pay",
    "calendar.xlsx": "perfeval calendar",
    "criteria-": "perfeval criteria",
}
BATCH = "perfeval close"  # every other paper of a round


@dataclass(frozen=True, slots=True)
class Told:
    """
    What a command says of its papers.

    files: for the answer, one a paper, also where it stood there already.
    findings: papers that went, and what somebody had typed into one.
    """

    files: tuple[dict[str, str], ...]
    findings: "tuple[Finding, ...]"


def publish(
    folder: "RoundFolder",
    command: str,
    papers: Mapping[str, bytes],
    *,
    basis: str | None,
    withdrawn: Collection[str] = (),
    found: "Sequence[Finding]" = (),
) -> Told:
    """
    Put papers into out/, all or none, and note it in the audit log.

    Takes the lock of the round unless the command holds it already. A sealed round
    keeps the papers with which it was sealed: nothing is written, and it is said.

    Args:
        papers: the bytes of each workbook, by its path under out/.
        basis: the digest of the results that they rest on; None for none.
        withdrawn: paths under out/ that must go in the same switch.
        found: what the command found, counted by code in the log.

    Raises:
        StopError: 4 where another run is at work; 3 where out/ cannot be written:
            the set of before is untouched.
    """
    from perfeval.record import publish as record
    from perfeval.record.lock import is_held
    from perfeval.record.state import is_sealed

    _sound(papers)
    with nullcontext() if is_held() else holding(folder, command):
        if is_sealed(folder):
            return _kept_as_sealed(folder)
        try:
            done = record.publish(folder, papers, basis=basis, withdrawn=withdrawn)
            _log(folder, command, done, found)
        except OSError as wrong:
            raise _unpublished(folder, wrong) from wrong
    return _told(folder, done)


def kind_of(path: str) -> str:
    """The kind of a paper in the answer, by its path under out/."""
    return next(kind for start, kind in KINDS.items() if path.startswith(start))


def _made_by(path: str) -> str:
    """The command that makes a paper anew, by its path under out/."""
    made = (by for start, by in MADE_BY.items() if path.startswith(start))
    return next(made, BATCH)


def _sound(papers: Mapping[str, bytes]) -> None:
    from perfeval.excel.whole import is_whole

    for path, content in papers.items():
        if not is_whole(content):
            raise RuntimeError(f"a workbook of ours does not open: {path}")


def _log(
    folder: "RoundFolder", command: str, done: "Published", found: "Sequence[Finding]"
) -> None:
    from perfeval.record.audit import Entry, append

    append(
        folder.record,
        Entry(
            at=now().isoformat(),
            command=command,
            files={f"out/{path}": done.papers[path] for path in done.written},
            removed=tuple(f"out/{p}" for p in (*done.removed, *done.withdrawn)),
            codes=dict(sorted(Counter(one.code for one in found).items())),
        ),
    )


def _kept_as_sealed(folder: "RoundFolder") -> Told:
    from perfeval.findings import Location, finding

    return Told((), (finding("PE625", Location(folder.shown(folder.out))),))


def _told(folder: "RoundFolder", done: "Published") -> Told:
    from perfeval.findings import Location, finding

    def where(path: str) -> Location:
        return Location(folder.shown(folder.out / path))

    files = tuple(
        {"kind": kind_of(path), "path": where(path).file, "sha256": sha256}
        for path, sha256 in sorted(done.papers.items())
    )
    gone = [
        finding("PE620", where(path), command=_made_by(path)) for path in done.removed
    ]
    gone += [finding("PE624", where(path)) for path in done.withdrawn]
    aside = [
        finding("PE621", where(path), found=kept)
        for path, kept in sorted(done.set_aside.items())
    ]
    return Told(files, (*gone, *aside))


def _unpublished(folder: "RoundFolder", wrong: OSError) -> StopError:
    th, en = reason(wrong)
    shown = folder.shown(folder.out)
    return StopError(
        Exit.UNUSABLE,
        f"เขียนโฟลเดอร์ {shown} ไม่ได้ เอกสารชุดเดิมยังอยู่ครบ: {th}",
        f"Cannot write {shown}; the papers of before are untouched: {en}",
    )
