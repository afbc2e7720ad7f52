"""What the documents promise: every command is run, every answer compared."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from perfeval.cli.app import app_for
from perfeval.cli.exits import Exit
from shell import ROOT, Shell
from test_cli import COMMANDS

READMES = {"en": ROOT / "README.md", "th": ROOT / "README.th.md"}
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("[a-z]*/*.md")])
LISTED = [one for one in COMMANDS if one != ("regulations",)]  # a group of four
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
OURS = {".py", ".toml", ".md", ".txt", ".yaml", ""}
ANYTHING = "…"  # in a transcript: alone on a line any lines, in a line any words


@dataclass(frozen=True)
class Step:
    """A command line of a document; answer: None where none is shown."""

    line: str
    answer: tuple[str, ...] | None = None


def steps(text: str) -> Iterator[Step]:
    """Every command line of the blocks of a document, in order."""
    for kind, block in BLOCK.findall(text):
        if kind == "sh":
            lines = (line.partition("#")[0].strip() for line in block.splitlines())
            yield from (Step(line) for line in lines if line)
        elif kind == "console":
            for part in block.removeprefix("$ ").split("\n$ "):
                line, *answer = part.splitlines()
                yield Step(line, tuple(answer))


def shown_by(answer: tuple[str, ...]) -> re.Pattern[str]:
    """What an answer may be, as a document shows it."""
    lines = [
        "(?s:.*)" if line == ANYTHING else re.escape(line).replace(ANYTHING, ".*")
        for line in answer
    ]
    return re.compile("\n".join(lines))


def commands(lang: str) -> list[str]:
    """The command lines of a README; English ones without their language."""
    lines = [step.line for step in steps(READMES[lang].read_text(encoding="utf-8"))]
    return [line.replace(" --lang en", "") for line in lines]


@pytest.fixture
def sh(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs a command in this process."""
    return Shell(capsys)


def test_both_readmes_have_the_same_commands_in_the_same_order() -> None:
    assert commands("en") == commands("th")
    assert commands("en")[1:3] == ["make demo", "make check"]


@pytest.mark.parametrize("lang", READMES)
def test_every_command_of_a_readme_does_what_it_shows(
    sh: Shell, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PERFEVAL_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    code = 0
    for step in steps(READMES[lang].read_text(encoding="utf-8")):
        program, *words = shlex.split(step.line)
        said: list[str] = []
        if program == "perfeval":
            ran = sh(*words)
            code, said = ran.code, ran.told.splitlines()
            assert code in (Exit.DONE, Exit.FINDINGS), (step.line, ran.err)
        elif program == "cd":
            monkeypatch.chdir(words[0])
        elif program == "echo":
            said = [str(int(code))]
        if step.answer is not None:
            assert shown_by(step.answer).fullmatch("\n".join(said)), (step.line, said)


def test_only_known_programs_are_called() -> None:
    programs = {line.split()[0] for line in commands("en")}

    assert programs == {"perfeval", "make", "pipx", "uv", "cd", "echo"}


@pytest.mark.parametrize("lang", READMES)
@pytest.mark.parametrize("command", LISTED)
def test_every_command_has_its_line_in_a_readme(
    lang: str, command: tuple[str, ...]
) -> None:
    text = READMES[lang].read_text(encoding="utf-8")

    assert re.search(rf"^\| `perfeval {' '.join(command)}\b", text, re.MULTILINE)


def test_no_command_is_missing_from_our_list() -> None:
    app = app_for([])
    groups = {group.name: group.typer_instance for group in app.registered_groups}
    there = {(one.name,) for one in app.registered_commands}
    for name, group in groups.items():
        there |= {(name,)} | {(name, one.name) for one in group.registered_commands}

    assert there == set(COMMANDS)


@pytest.mark.parametrize("lang", READMES)
def test_a_readme_links_the_other_one_first(lang: str) -> None:
    (other,) = (path.name for name, path in READMES.items() if name != lang)
    first = READMES[lang].read_text(encoding="utf-8").splitlines()[0]

    assert first.endswith(f"({other})")


@pytest.mark.parametrize("lang", READMES)
def test_a_readme_lists_every_exit_code(lang: str) -> None:
    text = READMES[lang].read_text(encoding="utf-8")
    listed = re.findall(r"^\| (\d+) \|", text, re.MULTILINE)

    assert listed == [str(int(code)) for code in Exit]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))

    broken = [
        link
        for link in links
        if "://" not in link and not (path.parent / link).exists()
    ]
    assert not broken


def test_every_make_target_of_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    texts = (path.read_text(encoding="utf-8") for path in DOCUMENTS)
    named = {target for text in texts for target in re.findall(r"`make (\w+)`", text)}
    named |= {line.split()[1] for line in commands("en") if line.startswith("make ")}

    assert named
    assert not [one for one in named if not re.search(rf"^{one}:", makefile, re.M)]


def test_the_manual_check_starts_with_a_command_that_works(
    sh: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (step,) = steps((ROOT / "docs" / "manual-check.md").read_text(encoding="utf-8"))

    assert sh(*shlex.split(step.line)[1:]).code == Exit.DONE


def project_files() -> Iterator[Path]:
    """Every text file of the project, but not what is built or installed."""
    yield from (p for p in ROOT.iterdir() if p.is_file() and p.name != ".git")
    for folder in (".ci", "bench", "docs", "examples", "src", "templates", "tests"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file())


def test_no_file_tells_of_the_machine_it_was_written_on() -> None:
    words = ["/" + "work/", "/" + "home/", "/" + "tmp/", "issue " + "#", "ses" + "sion"]
    allowed = {"scope=" + '"' + words[-1] + '"'}  # the word of pytest
    found = []
    for path in project_files():
        if path.suffix not in OURS or path.name.startswith(".coverage"):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for word in allowed:
            text = text.replace(word, "")
        found += [f"{path.name}: {word}" for word in words if word in text.casefold()]

    assert not found
