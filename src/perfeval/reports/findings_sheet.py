"""Findings as a sheet to telephone from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from perfeval.book import Book, Column, Sheet
from perfeval.catalogue import Severity
from perfeval.findings import Finding
from perfeval.reports.findings import KEYS, WORDS
from perfeval.reports.period import turn
from perfeval.rounds.opened import Opened

WIDTHS = (9, 7, 18, 10, 10, 10, 11, 32, 32, 20)


def sheet(findings: Iterable[Finding], lang: str) -> Sheet:
    """All findings as one sheet."""
    words = WORDS[lang]
    return Sheet(
        title=str(words["title"]),
        heading=(str(words["title"]),),
        columns=tuple(
            Column(key, title, width)
            for key, title, width in zip(KEYS, words["columns"], WIDTHS, strict=True)
        ),
        rows=tuple(
            (
                str(words[one.severity.value]),
                one.code,
                one.file,
                one.sheet,
                ", ".join(one.cells) or None,
                one.employee_id,
                one.found,
                one.message(lang),
                one.remedy(lang),
                one.clause,
            )
            for one in findings
        ),
    )


def build(opened: Opened, findings: Sequence[Finding]) -> Book:
    """All findings of a round as a paper, with how many there are of each kind."""
    told = sheet(findings, "th")
    kinds = [one.severity for one in findings]
    said = " ".join(
        f"{WORDS['th'][kind.value]} {kinds.count(kind)}" for kind in Severity
    )
    heading = (*told.heading, opened.round.organisation, turn(opened.round), said)
    return Book((replace(told, heading=heading),))
