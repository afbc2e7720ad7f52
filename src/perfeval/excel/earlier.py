"""
A list of scores that perfeval wrote before, lying where forms are looked for.

Known by what is in it, never by its name: the mark of a workbook that holds no form,
or the very heading line of our CSV.
"""

from pathlib import Path

from perfeval.excel.fault import Fault
from perfeval.excel.source import take
from perfeval.grid import MARK, SCORES, Workbook

_BEGINS = b"\xef\xbb\xbfemployee_id,name,position,division,"
_ENDS = b",total,total_exact,band,at_edge,round,regulation,file\r\n"


def is_list_of_scores(workbook: Workbook) -> bool:
    """True of a workbook of scores; whether a form stands in it is not asked."""
    return workbook.properties.get(MARK) == SCORES


def is_table_of_scores(path: Path) -> bool:
    """True of a CSV file of scores, as `score -o` writes it."""
    try:
        content, _ = take(path)
    except Fault:
        return False
    heading, end, _ = content.partition(b"\r\n")
    return content.startswith(_BEGINS) and (heading + end).endswith(_ENDS)
