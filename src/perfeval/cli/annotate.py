"""Marked copies of faulty workbooks, for `perfeval check --annotate`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.output import free, put, reason

if TYPE_CHECKING:
    from perfeval.batch import Outcome
    from perfeval.findings import Finding

Marked = tuple[list[dict[str, str]], "list[Finding]"]


def _outside(folder: Path, roots: Sequence[Path]) -> None:
    """Stop where copies would lie among the workbooks and be read with them."""
    if any(folder.resolve().is_relative_to(root.resolve()) for root in roots):
        raise StopError(
            Exit.USAGE,
            f"{folder} อยู่ในโฟลเดอร์ของสมุดงานที่ตรวจ สำเนาจะถูกอ่านเป็นแบบอีกฉบับ "
            "กรุณาระบุโฟลเดอร์อื่น",
            f"{folder} lies among the workbooks that are checked, and the copies would "
            "be read with them; name another folder.",
        )


def _roots(named: Sequence[Path], outcome: "Outcome") -> list[Path]:
    """The folders that were read: those named, or the inbox of the round."""
    if named:
        return [path for path in named if path.is_dir()]
    from perfeval.rounds.folder import found, upwards

    rounds = [found(upwards(path.absolute())) for path in outcome.paths[:1]]
    return [one.inbox for one in rounds if one is not None]


def copies(
    folder: Path,
    outcome: "Outcome",
    *,
    named: Sequence[Path],
    lists: Sequence[Path] = (),
    force: bool,
) -> Marked:
    """
    A marked copy of every workbook with an error; its warnings are marked as well.

    What was written, and which copies are missing or poorer than their workbook.

    Args:
        named: the workbooks and folders to check; none where it was the inbox.
        lists: roster and attendance of the round, marked as well.

    Raises:
        StopError: 2 where the folder is one of those that are read; 4 where a copy
            would overwrite a file; 3 where none can be written.
    """
    _outside(folder, _roots(named, outcome))
    made, told = _made(outcome, lists)
    paths = {name: folder / name for name in made}
    for path in paths.values():
        free(path, force=force)
    _folder(folder)
    return [put(made[name], paths[name], "annotated") for name in made], told


def _made(
    outcome: "Outcome", lists: Sequence[Path]
) -> "tuple[dict[str, bytes], list[Finding]]":
    """Each copy by its name, in the order of the files."""
    from perfeval.excel.annotate import annotate
    from perfeval.excel.fault import Fault
    from perfeval.excel.source import take
    from perfeval.findings import Location, finding

    made: dict[str, bytes] = {}
    told: list[Finding] = []
    for path, shown, findings in _faulty(outcome, lists):
        try:
            copy = None if _is_unread(findings) else annotate(take(path)[0], findings)
        except Fault:  # it has gone, or somebody is saving it
            copy = None
        if copy is None:
            told.append(finding("PE664", Location(shown)))
            continue
        if copy.is_poorer:
            told.append(finding("PE665", Location(shown)))
        made[_unlike(path.stem, made)] = copy.content
    return made, told


def _faulty(
    outcome: "Outcome", lists: Sequence[Path]
) -> "Iterator[tuple[Path, str, list[Finding]]]":
    """Each workbook with an error, and all its findings; a doubt needs no copy."""
    from perfeval.findings import has_error

    by_file: dict[str, list[Finding]] = defaultdict(list)
    for one in outcome.findings:
        by_file[one.file].append(one)
    for shown, findings in by_file.items():
        path = _path(shown, (*outcome.paths, *lists))
        if path and has_error(findings):
            yield path, shown, findings


def _path(shown: str, paths: Sequence[Path]) -> Path | None:
    """The file that a finding names: as given, or from the folder of the round."""
    meant = [
        path
        for path in paths
        if path.as_posix() == shown or path.as_posix().endswith(f"/{shown}")
    ]
    return min(meant, key=lambda path: len(path.as_posix()), default=None)


def _is_unread(findings: "Sequence[Finding]") -> bool:
    """Whether our own reader has refused the file: no other program is tried on it."""
    from perfeval.findings import has_error

    of_the_file = [one for one in findings if one.sheet is None]
    return has_error([one for one in of_the_file if one.code.startswith("PE0")])


def _unlike(stem: str, taken: dict[str, bytes]) -> str:
    """A file name that no other copy of the run has."""
    used = {name.casefold() for name in taken}
    name, number = f"{stem}.xlsx", 2
    while name.casefold() in used:
        name, number = f"{stem} ({number}).xlsx", number + 1
    return name


def _folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        th, en = reason(wrong)
        raise StopError(
            Exit.UNUSABLE,
            f"สร้างโฟลเดอร์ {folder} ไม่ได้: {th}",
            f"Cannot make the folder {folder}: {en}",
        ) from wrong
