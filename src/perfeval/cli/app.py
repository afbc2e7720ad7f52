"""All commands of perfeval."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from perfeval import __version__
from perfeval.cli.help import Command, Group
from perfeval.cli.options import Lang

# Command -> the module of this package that holds a function, or an `app`, of its
# own. In the order of help, in which a group of commands stands last.
COMMANDS = {
    "init": "init:init",
    "form": "forms:form",
    "calendar": "calendar:calendar",
    "criteria": "criteria:criteria",
    "forms": "handout:forms",
    "agree": "agree:agree",
    "attendance": "attendance:attendance",
    "inspect": "forms:inspect",
    "check": "score:check",
    "score": "score:score",
    "status": "status:status",
    "rank": "rank:rank",
    "explain": "explain:explain",
    "summary": "summary:summary",
    "decide": "decide:decide",
    "close": "close:close",
    "announce": "announce:announce",
    "notices": "announce:notices",
    "pay": "pay:pay",
    "seal": "seal:seal",
    "verify": "verify:verify",
    "reopen": "seal:reopen",
    "doctor": "doctor:doctor",
    "demo": "demo:demo",
    "regulations": "regulations:app",
}


def command_of(words: Sequence[str]) -> str | None:
    """The name of the command that a command line begins with; None for no command."""
    if not words or words[0] not in COMMANDS:
        return None
    is_group = COMMANDS[words[0]].endswith(":app")
    inner = [word for word in words[1:2] if is_group and not word.startswith("-")]
    return " ".join([words[0], *inner])


def app_for(words: Sequence[str]) -> typer.Typer:
    """
    The command that a command line begins with; all of them where it names none.

    Typer builds every command that it is given, whichever is called.
    """
    called = [name for name in words[:1] if name in COMMANDS]
    app = typer.Typer(
        cls=Group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        help="สร้างแบบประเมินผล ตรวจแบบที่กรอกแล้ว และคิดคะแนนที่อธิบายที่มาได้ทุกขั้น "
        "|| Makes appraisal forms, checks the filled ones, and gives exact scores that "
        "explain themselves.",
    )
    app.callback()(start)
    for name in called or COMMANDS:
        module, _, member = COMMANDS[name].partition(":")
        command = getattr(import_module(f"perfeval.cli.{module}"), member)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name, cls=Command)(command)
    return app


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"perfeval {__version__}")
        raise typer.Exit


def start(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=lambda wanted: _version(wanted=wanted),
            help="แสดงรุ่นของโปรแกรม || Show the version.",
        ),
    ] = False,
    lang: Lang = "th",
) -> None:
    """Options before the command."""
