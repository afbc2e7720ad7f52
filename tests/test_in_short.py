"""What would fill the terminal with lines alike is told in one."""

from perfeval.cli.in_short import in_short
from perfeval.findings import Location, finding


def gone(*paths: str):
    command = "perfeval notices"
    return [finding("PE620", Location(path), command=command) for path in paths]


def test_many_notices_that_went_at_once_are_one_line() -> None:
    ranking = finding("PE620", Location("out/ranking.xlsx"), command="perfeval close")
    fault = finding("PE003", Location("inbox/a.xlsx"))
    notices = gone(*(f"out/notices/10{n}.xlsx" for n in range(6)))
    told = in_short([fault, *notices, ranking])

    assert [(one.code, one.file) for one in told] == [
        ("PE003", "inbox/a.xlsx"),
        ("PE627", "out/notices"),
        ("PE620", "out/ranking.xlsx"),
    ]
    assert "นำเอกสาร 6 ฉบับในโฟลเดอร์นี้ออกแล้ว" in told[1].message("th")
    assert "6 papers of this folder" in told[1].message("en")
    assert "perfeval notices" in told[1].remedy("th")


def test_five_are_few() -> None:
    notices = gone(*(f"out/notices/10{n}.xlsx" for n in range(5)))

    assert in_short(notices) == notices
