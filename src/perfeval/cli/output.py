"""How a command answers: tables and findings for people, JSON for programs."""

import errno
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.in_short import in_short
from perfeval.findings import Finding, has_error, in_order
from perfeval.reports import findings as findings_report

SCHEMA = "perfeval/1"
GAP = "  "


class Voice(NamedTuple):
    """How a command was asked to answer."""

    lang: str
    as_json: bool = False
    quiet: bool = False
    no_color: bool = False

    def say(self, th: str, en: str) -> None:
        """One line for people; nothing when quiet, never on stdout beside JSON."""
        if not self.quiet:
            print(th if self.lang == "th" else en, file=self._stream())

    def table(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table: ruled on a terminal, plain columns in a pipe."""
        if self.quiet or self.as_json or not rows:
            return
        if sys.stdout.isatty():
            _ruled(titles, rows, no_color=self.no_color)
        else:
            for line in _plain([list(titles), *map(list, rows)]):
                print(line)

    def findings(self, findings: Iterable[Finding]) -> None:
        """Findings, a line each, or one for many alike; only errors when quiet."""
        if self.as_json:
            return
        for one in in_short(findings):
            if not self.quiet or has_error([one]):
                print(findings_report.line(one, self.lang), file=self._stream())

    def steps(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Long lines of working: a table on a terminal, a paragraph each in a pipe."""
        if self.quiet or self.as_json:
            return
        if sys.stdout.isatty():
            _ruled(titles, rows, no_color=self.no_color)
            return
        for label, working, gives, cells, clause in rows:
            place = f" ({cells})" if cells else ""
            value = f" = {gives}" if gives else ""
            ruled = f"  [{clause}]" if clause else ""
            print(f"- {label}{place}\n    {working}{value}{ruled}")

    def json(
        self,
        command: str | None,
        *,
        summary: Mapping[str, object],
        results: Sequence[object] = (),
        findings: Sequence[Finding] = (),
        files: Sequence[object] = (),
        stopped: Mapping[str, object] | None = None,
    ) -> None:
        """The one object of a command on stdout, where it was asked for."""
        if self.as_json:
            print(
                self.answer(
                    command,
                    summary,
                    results=results,
                    findings=findings,
                    files=files,
                    stopped=stopped,
                )
            )

    def answer(
        self,
        command: str | None,
        summary: Mapping[str, object],
        *,
        results: Sequence[object] = (),
        findings: Sequence[Finding] = (),
        files: Sequence[object] = (),
        stopped: Mapping[str, object] | None = None,
    ) -> str:
        """
        The one object of a command, keys in their fixed order.

        Args:
            stopped: exit code and message of a command that stopped early; None
                where it came to its end.
        """
        import json  # only for programs

        answer = {
            "schema": SCHEMA,
            "command": command,
            "ok": stopped is None and not has_error(findings),
            "summary": summary,
            "results": list(results),
            "findings": [
                findings_report.as_json(one, self.lang) for one in in_order(findings)
            ],
            "files": list(files),
            **({} if stopped is None else {"stopped": stopped}),
        }
        return json.dumps(answer, ensure_ascii=False, indent=2)

    def _stream(self) -> TextIO:
        return sys.stderr if self.as_json else sys.stdout


def voice(lang: str, *, as_json: bool, quiet: bool, no_color: bool) -> Voice:
    """The voice of one command, NO_COLOR heeded."""
    return Voice(lang, as_json, quiet, no_color or bool(os.environ.get("NO_COLOR")))


def _ruled(
    titles: Sequence[str], rows: Sequence[Sequence[str]], *, no_color: bool
) -> None:
    from rich.console import Console  # only for a terminal
    from rich.table import Table
    from rich.text import Text

    table = Table(*titles, header_style="bold cyan")
    for row in rows:
        table.add_row(*map(Text, row))  # what people typed is never markup
    Console(color_system=None if no_color else "auto").print(table)


def _plain(rows: list[list[str]]) -> list[str]:
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [
        GAP.join(
            cell + " " * (width - _width(cell))
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    """Columns on a screen; Thai vowels and tone marks above and below take none."""
    marks = ("Mn", "Me", "Cf")
    return sum(unicodedata.category(letter) not in marks for letter in text)


def existing(paths: Sequence[Path]) -> None:
    """Stop with a usage error when a path is not there or cannot be reached."""
    for path in paths:
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError) as missing:
            raise StopError(
                Exit.USAGE,
                f"ไม่พบไฟล์หรือโฟลเดอร์: {path}",
                f"No such file or folder: {path}",
            ) from missing
        except OSError as wrong:
            raise StopError(
                Exit.USAGE,
                f"เปิดไฟล์หรือโฟลเดอร์ไม่ได้ กรุณาตรวจชื่อและสิทธิ์อ่าน: {path}",
                f"Cannot be opened; check its name and permissions: {path}",
            ) from wrong


def ends_in(formats: Sequence[str], path: Path) -> None:
    """Stop when an output has a name that says another format."""
    if path.suffix.casefold() not in formats:
        words = ", ".join(formats)
        raise StopError(
            Exit.USAGE,
            f"ชื่อไฟล์หลัง -o ต้องลงท้ายด้วย {words}",
            f"The file name after -o must end in {words}",
        )


def free(path: Path, *, force: bool) -> None:
    """Stop when an output would overwrite a file."""
    try:
        is_there = path.exists()
    except OSError as wrong:
        raise _unwritable(path, wrong) from wrong
    if is_there and not force:
        raise StopError(
            Exit.REFUSED,
            f"มีไฟล์ {path} อยู่แล้ว หากต้องการเขียนทับให้เพิ่ม --force",
            f"{path} exists; add --force to overwrite it.",
        )


def put(content: bytes, path: Path, kind: str) -> dict[str, str]:
    """Write one output whole or not at all; what was written, for the answer."""
    import hashlib

    from perfeval.excel.write import save

    try:
        save(content, path)
    except OSError as wrong:
        raise _unwritable(path, wrong) from wrong
    digest = hashlib.sha256(content).hexdigest()
    return {"kind": kind, "path": path.as_posix(), "sha256": digest}


def _unwritable(path: Path, wrong: OSError) -> StopError:
    th, en = reason(wrong)
    return StopError(
        Exit.UNUSABLE, f"เขียนไฟล์ {path} ไม่ได้: {th}", f"Cannot write {path}: {en}"
    )


def reason(wrong: OSError) -> tuple[str, str]:
    """Why a file cannot be written and what to do, in both languages."""
    if isinstance(wrong, FileNotFoundError | NotADirectoryError):
        return "ไม่มีโฟลเดอร์นี้ กรุณาสร้างโฟลเดอร์ก่อน", "no such folder; create it first."
    if isinstance(wrong, IsADirectoryError):
        return "มีโฟลเดอร์ชื่อนี้อยู่ กรุณาใช้ชื่ออื่น", "it is a folder; use another name."
    if isinstance(wrong, PermissionError):
        return (
            "ไม่มีสิทธิ์เขียน หรือไฟล์เปิดค้างอยู่ กรุณาปิดไฟล์หรือเลือกโฟลเดอร์อื่น",
            "not allowed, or the file is open; close it or choose another folder.",
        )
    if wrong.errno == errno.ENAMETOOLONG:
        return "ชื่อยาวเกินไป กรุณาใช้ชื่อที่สั้นลง", "the name is too long; use a shorter one."
    reason = wrong.strerror or str(wrong)
    return (
        f"{reason} กรุณาตรวจพื้นที่ว่างแล้วสั่งอีกครั้ง",
        f"{reason}; check the free space, then retry.",
    )


def code_of(findings: Iterable[Finding]) -> int:
    """0, or 1 when an error is listed."""
    return Exit.FINDINGS if has_error(findings) else Exit.DONE
