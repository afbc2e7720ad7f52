"""`perfeval seal`, `perfeval reopen` and `perfeval verify`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from perfeval import __version__
from perfeval.cli.clock import now
from perfeval.cli.exits import Exit, StopError
from perfeval.cli.locking import holding, unrecorded, unsealed
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet, RoundDir
from perfeval.cli.output import voice
from perfeval.cli.present import present
from perfeval.cli.rounds import opened

if TYPE_CHECKING:
    from perfeval.record.differences import Difference
    from perfeval.record.state import Revision
    from perfeval.rounds.folder import RoundFolder
    from perfeval.rounds.opened import Opened

Sealed = tuple["Revision", str]


def seal(
    ctx: typer.Context,
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """ผนึกรอบที่พิจารณาแล้วเป็นชุดที่แก้ไขไม่ได้ || Freeze a decided round as an archive."""
    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    the_round = opened(say, round_dir)
    with holding(the_round.folder, "seal"):
        unsealed(the_round.folder)
        printed = _decided(the_round)
        try:
            revision, digest = _sealed(the_round, printed)
        except OSError as wrong:
            raise unrecorded(the_round.folder, wrong) from wrong
    path = the_round.folder.shown(revision.path)
    say.say(
        f"ผนึกรอบ {the_round.round.code} ครั้งที่ {revision.number} แล้ว: {path}\n"
        f"รหัสผนึกผล {printed}",
        f"Round {the_round.round.code} is sealed, revision {revision.number}: {path}\n"
        f"Seal {printed}",
    )
    result = {"seal": printed, "revision": revision.number, "path": path}
    manifest = f"{path}/tagmanifest-sha256.txt"
    say.json(
        "seal",
        summary={"revision": revision.number},
        results=[result],
        files=[{"kind": "sealed", "path": manifest, "sha256": digest}],
    )
    return Exit.DONE


def _decided(the_round: "Opened") -> str:
    """The digits of the decided results; stops with 4 where nothing is decided."""
    from perfeval.inbox import receive

    results = present(the_round, receive(the_round))
    if results.seal is None:
        lapsed = [(one.message("th"), one.message("en")) for one in results.findings]
        more_th = "".join(f"\n{th}" for th, _ in lapsed)
        more_en = "".join(f"\n{en}" for _, en in lapsed)
        raise StopError(
            Exit.REFUSED,
            "ยังไม่ได้บันทึกผลการพิจารณาของรอบนี้ จึงยังผนึกไม่ได้ "
            f"กรุณาสั่ง perfeval decide ก่อน{more_th}",
            "This round is not decided, so it cannot be sealed; run perfeval decide "
            f"first.{more_en}",
        )
    return results.seal


def _sealed(the_round: "Opened", printed: str) -> Sealed:
    """Build the archive and note it in the log."""
    from perfeval.record.audit import Entry, append
    from perfeval.sealing import UnsealableError
    from perfeval.sealing import seal as archive

    folder, at = the_round.folder, now()
    day, agent = at.date().isoformat(), f"perfeval {__version__}"
    try:
        revision, digest = archive(the_round, printed, day=day, agent=agent)
    except UnsealableError as changed:
        listed = ", ".join(one.path for one in changed.found)
        raise StopError(
            Exit.REFUSED,
            f"ไฟล์เปลี่ยนไประหว่างผนึก ({listed}) จึงไม่ผนึก กรุณาสั่งอีกครั้ง",
            f"Files changed while sealing ({listed}); nothing was sealed. Try again.",
        ) from changed
    shown = folder.shown(revision.path)
    facts = {"revision": str(revision.number), "seal": printed}
    files = {f"{shown}/tagmanifest-sha256.txt": digest}
    append(folder.record, Entry(at.isoformat(), "seal", files=files, facts=facts))
    return revision, digest


def reopen(
    ctx: typer.Context,
    reason: Annotated[
        str,
        typer.Option(
            "--reason",
            metavar="TEXT",
            help="เหตุผลที่ต้องแก้ไข จะถูกบันทึกไว้ || Why; it is kept in the record.",
        ),
    ],
    round_dir: RoundDir = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """เปิดรอบที่ผนึกแล้วเพื่อแก้ไข โดยบันทึกเหตุผล || Lift a seal, with a reason."""
    from perfeval.cli.rounds import round_folder

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    folder = round_folder(round_dir)
    if not reason.strip():
        raise StopError(
            Exit.USAGE,
            "กรุณาระบุเหตุผลหลัง --reason",
            "Say why after --reason.",
        )
    with holding(folder, "reopen"):
        try:
            revision = _reopened(folder, " ".join(reason.split()))
        except OSError as wrong:
            raise unrecorded(folder, wrong) from wrong
    say.say(
        f"เปิดรอบเพื่อแก้ไขแล้ว ชุดที่ผนึกครั้งที่ {revision.number} ยังอยู่ที่ "
        f"{folder.shown(revision.path)} การผนึกครั้งต่อไปเป็นครั้งที่ {revision.number + 1}",
        f"The round is open again. Revision {revision.number} stays in "
        f"{folder.shown(revision.path)}; the next seal is revision "
        f"{revision.number + 1}.",
    )
    result = {"revision": revision.number, "path": folder.shown(revision.path)}
    say.json("reopen", summary={"revision": revision.number}, results=[result])
    return Exit.DONE


def _reopened(folder: "RoundFolder", reason: str) -> "Revision":
    """Keep the reason, and note in the log that a seal was lifted."""
    from perfeval.record.audit import Entry, append
    from perfeval.record.places import as_text, keep, record_folder
    from perfeval.record.state import is_sealed, reopening_of, revisions

    if not is_sealed(folder):
        raise StopError(
            Exit.REFUSED,
            "รอบการประเมินนี้ไม่ได้ผนึกอยู่ จึงไม่มีอะไรต้องเปิด",
            "This round is not sealed, so there is nothing to lift.",
        )
    revision, at = revisions(folder)[-1], now().isoformat()
    place = reopening_of(folder, revision.number)
    record_folder(place.parent)
    told = {"revision": revision.number, "reason": reason, "at": at}
    keep(as_text(told), place)
    facts = {"revision": str(revision.number)}
    append(folder.record, Entry(at, "reopen", facts=facts))
    return revision


def archives(
    folder: Path | None, round_dir: Path | None
) -> "tuple[dict[str, Path], list[Difference]]":
    """
    The archives to verify, by the path that they are shown with.

    Also what around those of a round is not as it was.
    """
    from perfeval.cli.rounds import round_folder
    from perfeval.record.around import around
    from perfeval.record.bag import DATA
    from perfeval.record.state import revisions
    from perfeval.rounds.folder import RoundFolder

    if folder is not None and (folder / DATA).is_dir():
        return {folder.as_posix(): folder}, []
    if folder is not None and not RoundFolder(folder).round_file.is_file():
        raise StopError(
            Exit.USAGE,
            f"{folder} ไม่ใช่โฟลเดอร์ของรอบ และไม่ใช่ชุดที่ผนึกไว้",
            f"{folder} is neither the folder of a round nor a sealed archive.",
        )
    there = round_folder(folder or round_dir)
    found = {there.shown(one.path): one.path for one in revisions(there)}
    beside = around(there) if there.record.is_dir() else []
    if not found and not any(one.problem == "missing" for one in beside):
        raise StopError(
            Exit.REFUSED,
            "รอบการประเมินนี้ยังไม่เคยผนึก จึงไม่มีชุดให้ตรวจ",
            "This round was never sealed; there is nothing to verify.",
        )
    return found, beside
