"""
The papers of a round as it stands tonight: what `perfeval close` publishes.

Good forms go on whatever is wrong with others; whoever has none stands in every
paper as such, never with a zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from perfeval.announcing import announcements
from perfeval.appraise.attendance_doubts import attendance_findings
from perfeval.appraise.committee import check_committee
from perfeval.appraise.standing import Intake
from perfeval.aside import Make, made
from perfeval.excel.write import xlsx
from perfeval.findings import Finding
from perfeval.present import Present
from perfeval.processes import pays
from perfeval.reports import chase_list, findings_sheet, ranking, summary
from perfeval.reports.docket import Docket
from perfeval.rounds.opened import Opened

MISSING = "PE662"
RANKING = "ranking.xlsx"  # of all papers it takes about as long as the summary


@dataclass(frozen=True, slots=True)
class Closing:
    """
    Everything that is published together.

    papers: the bytes of each, by its path under out/. withdrawn: paths there of
    papers that hold no longer. basis: the digest of the results they rest on.
    """

    papers: Mapping[str, bytes]
    withdrawn: tuple[str, ...]
    basis: str
    findings: tuple[Finding, ...]


def close(
    opened: Opened, intake: Intake, results: Present, resends: Sequence[Finding] = ()
) -> Closing:
    """
    All papers of the batch.

    Args:
        intake: as it was received.
        results: the same with the decision that holds over it.
        resends: what changed in files that were sent again.
    """
    findings = (
        *opened.findings,
        *opened.roster.findings,
        *attendance_findings(opened),
        *check_committee(opened),
        *intake.findings,
        *resends,
        *results.findings,
    )
    papers: dict[str, bytes] = {}
    withdrawn: tuple[str, ...] = ()
    if results.decided is None:  # afterwards `announce` writes the paper itself
        drafts = announcements(opened, intake.people, seal=None)
        papers |= drafts.papers
        withdrawn = drafts.withdrawn
        # Who is missing stands in the chase list; a draft announces nobody yet.
        findings += tuple(one for one in drafts.findings if one.code != MISSING)
    aside = [RANKING] if pays(len(intake.people)) else ()
    papers |= made(makers(opened, intake, results, findings), aside)
    return Closing(papers, withdrawn, results.basis, findings)


def makers(
    opened: Opened, intake: Intake, results: Present, findings: Sequence[Finding]
) -> Mapping[str, Make]:
    """
    What makes each paper of every night, here or in another process.

    Args: as for `close`; findings: all of the night.
    """
    docket = Docket(opened, results.intake, findings, results.decided, results.seal)
    return {
        "chase-list.xlsx": partial(_chase_list, opened, intake),
        "findings.xlsx": partial(_findings, opened, findings),
        RANKING: partial(_ranking, opened, results),
        "summary.xlsx": partial(_summary, docket),
    }


def _chase_list(opened: Opened, intake: Intake) -> bytes:
    return xlsx(chase_list.build(opened, intake))


def _findings(opened: Opened, findings: Sequence[Finding]) -> bytes:
    return xlsx(findings_sheet.build(opened, findings))


def _ranking(opened: Opened, results: Present) -> bytes:
    people = results.intake.people
    return xlsx(ranking.build(opened, people, results.decided, results.seal))


def _summary(docket: Docket) -> bytes:
    return xlsx(summary.build(docket))
