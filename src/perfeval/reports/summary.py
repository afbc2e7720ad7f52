"""
The workbook that the screening committee decides with, and signs.

It lists everybody of the roster, the missing and the faulty too, never with a zero.
Once decided, it shows every layer and carries the digits of the seal.
"""

from dataclasses import replace

from perfeval.book import Book, Group, Page, Sheet
from perfeval.grid import MARK
from perfeval.reports import findings_sheet
from perfeval.reports.docket import Docket
from perfeval.reports.summary_attendance import attendance_page
from perfeval.reports.summary_cases import cases_page, edges_page
from perfeval.reports.summary_division import division_page
from perfeval.reports.summary_overview import heading, overview_page
from perfeval.reports.summary_signing import signing_page


def build(docket: Docket) -> Book:
    """All sheets of the workbook, in the order in which a committee meets them."""
    found = findings_sheet.sheet(docket.findings, "th")
    lines = heading(docket, found.heading[0])
    rows = found.rows or (Group("ไม่มีข้อตรวจพบ"),)
    found = replace(
        found, heading=lines, rows=rows, foot=docket.foot(), draft=docket.is_draft
    )
    on_leave = attendance_page(docket)
    pages: tuple[Sheet | Page, ...] = (
        overview_page(docket),
        *(division_page(docket, name) for name in docket.divisions),
        edges_page(docket),
        cases_page(docket),
        *((on_leave,) if on_leave else ()),
        found,
        signing_page(docket),
    )
    return Book(pages, {MARK: f"summary {docket.opened.round.code}"})
