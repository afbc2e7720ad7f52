"""What round.toml says that may be right, but is worth a look."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from stat import S_ISREG

from perfeval import thai
from perfeval.findings import Finding
from perfeval.regulations.schema import Regulation
from perfeval.roster import Roster
from perfeval.rounds.course import course
from perfeval.rounds.load import RoundRead
from perfeval.rounds.schema import RoundFile, is_to_fill
from perfeval.tomllines import KeyPath, spelled

PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")  # how PNG and JPEG begin
LARGEST = 10 << 20  # bytes of a picture, as of any file that is taken in
MISSING = ("ไม่พบไฟล์", "it is not there")
NO_FILE = ("ไม่ใช่ไฟล์ธรรมดา", "it is no regular file")
TOO_LARGE = ("ไฟล์ใหญ่เกิน 10 MB", "it is larger than 10 MB")
NO_PICTURE = ("ไม่ใช่ภาพ PNG หรือ JPEG", "it is no PNG or JPEG")
CLOSED = ("เปิดไฟล์ไม่ได้", "it cannot be opened")
ANNOUNCED_IN = ("criteria", "preparation")  # steps in which the criteria are announced


def check_round(read: RoundRead, roster: Roster, folder: Path) -> Iterator[Finding]:
    """
    Every doubt about round.toml, in the order of the file.

    Args:
        folder: of the round, from which round.toml names files.
    """
    yield from _early_announcement(read)
    yield from late_criteria(read)
    yield from unfit_garuda(read, folder)
    yield from _unknown_heads(read, roster)
    yield from to_fill(read)


def ends_on(said: RoundFile, regulation: Regulation) -> date | None:
    """The last day of the round, C.E.; None where the regulation has no such."""
    for one in regulation.rounds:
        if one.number == said.round:
            year = said.year - thai.BUDDHIST_ERA + one.ends.year
            return date(year, one.ends.month, one.ends.day)
    return None


def _early_announcement(read: RoundRead) -> Iterator[Finding]:
    said = read.round
    ends = [ends_on(said, one.regulation) for one in read.regulations.values()]
    last = max((day for day in ends if day), default=None)
    if said.announce_on and last and said.announce_on < last:
        yield read.at.finding(
            "PE446", ("announce_on",), found=said.announce_on, ends=last
        )


def unfit_garuda(read: RoundRead, folder: Path) -> Iterator[Finding]:
    """A picture that no announcement can carry is told now, not on its day."""
    name = read.round.garuda_image
    reason = _no_picture(folder / name) if name else None
    if reason:
        th, en = reason
        yield read.at.finding(
            "PE455", ("garuda_image",), found=name, reason_th=th, reason_en=en
        )


def _no_picture(path: Path) -> tuple[str, str] | None:
    """Why a file is no picture for a paper; None where it begins like one."""
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode):  # a pipe would never end
            return NO_FILE
        if about.st_size > LARGEST:
            return TOO_LARGE
        with path.open("rb") as stream:
            start = stream.read(max(map(len, PICTURES)))
    except FileNotFoundError:
        return MISSING
    except (OSError, ValueError):
        return CLOSED
    return None if start.startswith(PICTURES) else NO_PICTURE


def _unknown_heads(read: RoundRead, roster: Roster) -> Iterator[Finding]:
    for place, one in enumerate(read.round.divisions):
        if one.head and roster.find(one.head) is None:
            path: KeyPath = ("divisions", place, "head")
            yield read.at.finding("PE445", path, found=one.head)


def late_criteria(read: RoundRead) -> Iterator[Finding]:
    """Criteria that are announced later than the calendar of a regulation has it."""
    said = read.round
    for one in {each.sha256: each for each in read.regulations.values()}.values():
        until = criteria_until(said, one.regulation)
        if said.criteria_on and until and said.criteria_on > until:
            yield read.at.finding(
                "PE450",
                ("criteria_on",),
                found=said.criteria_on,
                until=until,
                regulation=one.regulation.id,
            )


def criteria_until(said: RoundFile, regulation: Regulation) -> date | None:
    """The last day for announcing the criteria; None where the calendar has none."""
    steps = {one.step.key: one for one in course(regulation, said)}
    found = [steps[key].ends for key in ANNOUNCED_IN if key in steps]
    return found[0] if found else None


def to_fill(read: RoundRead) -> Iterator[Finding]:
    """All values that only hold a place, as one finding at the first of them."""
    said = read.round
    signing: list[tuple[KeyPath, str]] = [
        (("chief", "name"), said.chief.name),
        (("chief", "position"), said.chief.position),
    ]
    for place, member in enumerate(said.committee):
        path: KeyPath = ("committee", place)
        signing += [
            ((*path, "name"), member.name),
            ((*path, "position"), member.position),
        ]
    dotted = [path for path, value in signing if is_to_fill(value)]
    if dotted:
        listed = ", ".join(spelled(path) for path in dotted)
        yield read.at.finding("PE444", dotted[0], found=listed)
