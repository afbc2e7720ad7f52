"""Whether a round is decided, and what papers that say so rest on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perfeval.cli.exits import Exit, StopError

if TYPE_CHECKING:
    from perfeval.appraise.decided import Decided
    from perfeval.appraise.standing import Intake, PersonStatus
    from perfeval.rounds.opened import Opened

MOST_NAMED = 10  # people that a refusal names one by one


@dataclass(frozen=True, slots=True)
class Ground:
    """
    What papers that name results rest on.

    people: in roster order, every layer of their results applied.
    basis: the digest of those results.
    seal: the printed digits of what was decided; None for a draft.
    """

    people: "tuple[PersonStatus, ...]"
    basis: str
    seal: str | None


def ground(opened: "Opened", intake: "Intake", *, draft: bool) -> Ground:
    """
    The results that papers may tell: the decided ones, or for a draft any.

    Raises:
        StopError: 4 where the round is not decided, somebody is held, or what was
            decided is no longer what came back; it says what is missing.
    """
    from perfeval.appraise.decided import apply
    from perfeval.appraise.ledger import basis

    decided = _decided(opened)
    seal = None if draft else _seal(opened, intake, decided)
    people = apply(intake, decided).people
    return Ground(people, basis(opened, intake, decided), seal)


def _decided(opened: "Opened") -> "Decided | None":
    from perfeval.record import decisions

    try:
        return decisions.load(opened.folder)
    except (ValueError, OSError) as wrong:
        raise StopError(
            Exit.UNUSABLE,
            f"อ่านมติที่บันทึกไว้ใน record/decisions ไม่ได้ ({wrong}) กรุณานำสำเนาสำรองกลับมา",
            f"The decision in record/decisions cannot be read ({wrong}); bring it back "
            "from a copy.",
        ) from wrong


def _seal(opened: "Opened", intake: "Intake", decided: "Decided | None") -> str:
    """The digits of a decision that still holds for everybody."""
    from perfeval.appraise.decided import lapsed
    from perfeval.appraise.standing import PersonState
    from perfeval.record import decisions
    from perfeval.record.seal_digits import digits

    results = decisions.results(opened.folder)
    if decided is None or results is None:
        raise _refused(
            "ยังไม่มีมติของคณะกรรมการและผู้มีอำนาจ ให้สั่ง perfeval summary แล้วนำสมุดสรุปที่ลงมติแล้ว"
            "มาบันทึกด้วย perfeval decide",
            "The round is not decided: run perfeval summary, then perfeval decide with "
            "the workbook in which committee and chief have decided.",
        )
    held = [one for one in intake.people if one.state is PersonState.HELD]
    if held:
        raise _refused(
            f"ยังมีแบบประเมินที่ต้องแก้ไข {len(held)} ราย: {_named(held)} "
            "ดูรายละเอียดด้วย perfeval status",
            f"Forms of {len(held)} people are held: {_named(held)}; perfeval status "
            "says why.",
        )
    changed = lapsed(intake, decided)
    if changed:
        raise _refused(
            f"ผลของ {len(changed)} รายเปลี่ยนไปหลังมติครั้งที่ {decided.number}: "
            f"{_named(changed)} ต้องเสนอและบันทึกมติใหม่ (perfeval summary, decide)",
            f"The results of {len(changed)} people have changed since decision "
            f"{decided.number}: {_named(changed)}; they must be decided again.",
        )
    return digits(results)


def _refused(th: str, en: str) -> StopError:
    return StopError(
        Exit.REFUSED,
        f"{th}\nหากต้องการเพียงฉบับร่าง ให้เพิ่ม --draft",
        f"{en}\nAdd --draft for a draft.",
    )


def _named(people: "Sequence[PersonStatus]") -> str:
    names = [one.person.employee_id for one in people]
    more = " …" if len(names) > MOST_NAMED else ""
    return ", ".join(_first(names)) + more


def _first(names: Iterable[str]) -> list[str]:
    return list(names)[:MOST_NAMED]
