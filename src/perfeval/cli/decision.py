"""Whether a round is decided, and what papers that name results rest on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.present import present

if TYPE_CHECKING:
    from perfeval.appraise.standing import Intake, PersonStatus
    from perfeval.present import Present
    from perfeval.rounds.opened import Opened

MOST_NAMED = 10  # people that a refusal names one by one


def decided(opened: "Opened", intake: "Intake") -> "Present":
    """
    The results of a decided round.

    Raises:
        StopError: 4 where somebody is held, the round is not decided, or what was
            decided is no longer what came back; it says what is missing.
    """
    _none_held(intake)
    results = present(opened, intake)
    if results.seal is not None:
        return results
    if results.findings:
        (one,) = results.findings
        raise _refused(
            f"{one.message('th')}\n{one.remedy('th')}\nหากไม่มีผลของผู้ใดเปลี่ยน เช่น "
            "เพียงแก้ชื่อกรรมการใน round.toml ให้บันทึกสมุดสรุปเล่มเดิมอีกครั้งด้วย perfeval decide",
            f"{one.message('en')}\n{one.remedy('en')}\nWhere nobody's result changed, "
            "as after an edit of a name in round.toml, run perfeval decide again with "
            "the same workbook.",
        )
    raise _refused(
        "รอบนี้ยังไม่ได้บันทึกมติ ให้สั่ง perfeval summary เสนอคณะกรรมการกลั่นกรอง "
        "แล้วบันทึกสมุดสรุปที่ลงมติแล้วด้วย perfeval decide",
        "The round is not decided. Run perfeval summary, have committee and chief "
        "decide in that workbook, then run perfeval decide with it.",
    )


def _none_held(intake: "Intake") -> None:
    from perfeval.appraise.standing import PersonState

    held = [one for one in intake.people if one.state is PersonState.HELD]
    if held:
        raise _refused(
            f"ยังมีแบบประเมินที่ต้องแก้ไข {len(held)} ราย: {_named(held)} "
            "ดูรายละเอียดด้วย perfeval check",
            f"Forms of {len(held)} people are held: {_named(held)}; perfeval check "
            "says why.",
        )


def _refused(th: str, en: str) -> StopError:
    return StopError(
        Exit.REFUSED,
        f"{th}\nหากต้องการเพียงฉบับร่าง ให้เพิ่ม --draft",
        f"{en}\nAdd --draft for a draft.",
    )


def _named(people: "Sequence[PersonStatus]") -> str:
    names = [one.person.employee_id for one in people]
    more = " …" if len(names) > MOST_NAMED else ""
    return ", ".join(names[:MOST_NAMED]) + more
