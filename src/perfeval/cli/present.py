"""The present results of a round for a command that makes papers."""

from typing import TYPE_CHECKING

from perfeval.cli.exits import Exit, StopError

if TYPE_CHECKING:
    from perfeval.appraise.standing import Intake
    from perfeval.present import Present
    from perfeval.rounds.opened import Opened


def present(opened: "Opened", intake: "Intake") -> "Present":
    """
    What came back with the decision that holds over it.

    Raises:
        StopError: 3 where a decision in record/ cannot be read.
    """
    from perfeval.present import present as results

    try:
        return results(opened, intake)
    except (ValueError, OSError) as damaged:
        shown = opened.folder.shown(opened.folder.record)
        raise StopError(
            Exit.UNUSABLE,
            f"อ่านผลการพิจารณาใน {shown} ไม่ได้ ({damaged}) กรุณานำสำเนาสำรองกลับมา",
            f"A decision in {shown} cannot be read ({damaged}); restore a copy.",
        ) from damaged
