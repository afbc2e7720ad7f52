"""Workbooks of ours that are no forms: rosters, and papers that are read back."""

from collections import defaultdict

from perfeval.findings import Finding
from perfeval.forms.fields import Offers
from perfeval.forms.load_list import load_list, shipped_lists
from perfeval.forms.locate_list import locate_list, sheet_of
from perfeval.forms.locate_paper import locate_paper
from perfeval.forms.paper import load_paper, shipped_papers
from perfeval.grid import Workbook
from perfeval.model import Filled


def located(workbook: Workbook) -> list[tuple[Filled, list[Finding]]]:
    """Every list and every paper in a workbook, sheet by sheet, unjudged."""
    nothing = Offers(defaultdict(dict))  # what a list offers is for its round to say
    lists = [
        locate_list(workbook, sheet, listed, nothing)
        for listed in map(load_list, shipped_lists())
        if (sheet := sheet_of(workbook, listed))
    ]
    papers = map(load_paper, shipped_papers())
    return [*lists, *(one for paper in papers for one in locate_paper(workbook, paper))]
