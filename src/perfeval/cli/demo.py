"""`perfeval demo`: the example, and every step of a half-year on it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from perfeval.cli.exits import Exit, StopError
from perfeval.cli.options import AsJson, Lang, NoColor, Quiet
from perfeval.cli.output import Voice, reason, voice

if TYPE_CHECKING:
    from perfeval.cli.demo_scene import Scene
    from perfeval.cli.demo_story import Step

EXAMPLE, PERSON = "tambon-2568-1", "00087"
FOLDERS = {  # of the round, in the order of its story
    "forms": ("แบบที่แจก", "forms handed out"),
    "agreements": ("ข้อตกลงที่ส่งกลับมา", "agreements that came back"),
    "inbox": ("แบบประเมินที่ส่งกลับมา", "forms that came back"),
    "returned": ("สำเนาที่ทำเครื่องหมายข้อผิด", "marked copies"),
    "out": ("เอกสารของรอบ", "the papers"),
    "record": ("บันทึกของ perfeval และชุดที่ผนึก", "the record, and the sealed round"),
}


def demo(
    ctx: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="โฟลเดอร์ใหม่สำหรับตัวอย่าง || A new folder."),
    ],
    as_json: AsJson = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
    lang: Lang = "th",
) -> int:
    """แสดงตัวอย่างหนึ่งรอบตั้งแต่เปิดรอบจนผนึกผล || Play an example round, from open to seal."""
    from perfeval.cli.demo_story import STORY

    say = voice(ctx.obj, as_json=as_json, quiet=quiet, no_color=no_color)
    try:
        scene = _scene(folder, say.lang)
        steps = [_play(say, number, one, scene) for number, one in enumerate(STORY, 1)]
    except OSError as wrong:
        th, en = reason(wrong)
        raise StopError(
            Exit.UNUSABLE,
            f"เขียนโฟลเดอร์ {folder} ไม่ได้: {th}",
            f"Cannot write {folder}: {en}",
        ) from wrong
    files = list(_files(folder, steps))
    _tell_tree(say, folder)
    next_step = f"perfeval explain {PERSON} --round {folder.as_posix()}"
    say.say(f"\nลองสั่งต่อ: {next_step}", f"\nTry next: {next_step}")
    say.json(
        "demo",
        summary={"steps": len(steps), "files": len(files)},
        results=[{k: v for k, v in one.items() if k != "files"} for one in steps],
        files=files,
    )
    return Exit.DONE


def _scene(folder: Path, lang: str) -> "Scene":
    """The new folder, and the example that is played in it."""
    import tomllib
    from decimal import Decimal

    from perfeval.cli.demo_scene import Scene
    from perfeval.shipped import folder as shipped

    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise StopError(
            Exit.REFUSED,
            f"มี {folder} อยู่แล้ว กรุณาระบุโฟลเดอร์ใหม่",
            f"{folder} exists already; name a new folder.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    source = shipped("examples") / EXAMPLE
    text = (source / "people.toml").read_text("utf-8")
    return Scene(folder, source, tomllib.loads(text, parse_float=Decimal), lang)


def _play(say: Voice, number: int, step: "Step", scene: "Scene") -> dict[str, Any]:
    """One step, told as it is done."""
    from perfeval.cli.rehearsal import Ran, run

    in_english = say.lang != "th"
    title, shown = step.title[in_english], " ".join(("perfeval", *step.words))
    command = shown if step.words else None
    say.say(*[f"{number:2}. {title}" + (f"  [{shown}]" if command else "")] * 2)
    if step.before:
        step.before(scene)
    ran = Ran(Exit.DONE, {"summary": {}, "files": []})
    if step.words:
        ran = run(_from_here(step.words, scene.folder), scene.folder, say.lang)
    facts = {**ran.answer["summary"], "written": len(ran.answer["files"])}
    facts |= step.facts(scene, ran.answer) if step.facts else {}
    told = step.told[in_english].format(**facts)
    say.say(*[f"    {told}"] * 2)
    return {
        "step": number,
        "title": title,
        "command": command,
        "exit": int(ran.code),
        "told": told,
        "files": ran.answer["files"],
    }


def _from_here(words: tuple[str, ...], folder: Path) -> tuple[str, ...]:
    """The words with the paths that stand in the round's folder as given here."""
    from perfeval.cli.demo_scene import FILLED
    from perfeval.cli.demo_story import RETURNED

    own = {FILLED, RETURNED, "agreements"}
    return tuple(str(folder / word) if word in own else word for word in words)


def _files(folder: Path, steps: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """Every file that a step wrote and that is there at the end, as it is now."""
    kinds = {one["path"]: one["kind"] for step in steps for one in step["files"]}
    for shown, kind in sorted(kinds.items()):
        path = folder / shown
        if path.is_file():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield {"kind": kind, "path": path.as_posix(), "sha256": digest}


def _tell_tree(say: Voice, folder: Path) -> None:
    """What was made: a line a folder, and each paper of out/."""
    from perfeval.cli.demo_scene import FILLED

    say.say(*[f"\n{folder.as_posix()}/"] * 2)
    for name in ("round.toml", "roster.xlsx", FILLED):
        say.say(*[f"  {name}"] * 2)
    for name, (th, en) in FOLDERS.items():
        count = _count(folder / name)
        line = f"  {name + '/':12} {count:3}"
        say.say(f"{line} ไฟล์  {th}", f"{line} files  {en}")
        for paper in sorted((folder / name).iterdir()) if name == "out" else ():
            more = f"/ {_count(paper)}" if paper.is_dir() else ""
            say.say(*[f"    {paper.name}{more}"] * 2)


def _count(folder: Path) -> int:
    return sum(one.is_file() for one in folder.rglob("*"))
