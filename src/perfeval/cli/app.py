"""All commands of perfeval."""

from typing import Annotated

import typer

from perfeval import __version__
from perfeval.cli import (
    demo,
    explain,
    forms,
    handout,
    init,
    rank,
    regulations,
    score,
    seal,
    summary,
    verify,
)
from perfeval.cli.help import Command, Group
from perfeval.cli.options import Lang

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


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"perfeval {__version__}")
        raise typer.Exit


@app.callback()
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


app.command("init", cls=Command)(init.init)
app.command("form", cls=Command)(forms.form)
app.command("forms", cls=Command)(handout.forms)
app.command("inspect", cls=Command)(forms.inspect)
app.command("check", cls=Command)(score.check)
app.command("score", cls=Command)(score.score)
app.command("rank", cls=Command)(rank.rank)
app.command("explain", cls=Command)(explain.explain)
app.command("summary", cls=Command)(summary.summary)
app.command("seal", cls=Command)(seal.seal)
app.command("verify", cls=Command)(verify.verify)
app.command("reopen", cls=Command)(seal.reopen)
app.add_typer(regulations.app, name="regulations")
app.command("demo", cls=Command)(demo.demo)
