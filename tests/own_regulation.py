"""An office's own regulation files, made of what `regulations copy` writes."""

from pathlib import Path

from perfeval.regulations.load import Loaded, copy, load

RATING = 'method = "rating"'
SOMEBODY = {  # a worker of contract, who is evaluated and by whom
    ("employee_id",): "TT-0900",
    ("name",): "นางสาวทดสอบ ตัวอย่างดี",
    ("evaluator_name",): "นายผู้ประเมิน ตัวอย่างเที่ยง",
    ("staff_group",): "พนักงานจ้างทั่วไป",
    ("fiscal_year",): "2568",
    ("round_number",): "1",
}


def uncommented(text: str, block: str) -> str:
    """The text with the lines of one commented block made valid, its clause named."""
    before, heading, after = text.partition(f"# [{block}]\n")
    assert heading, block
    lines = after.split("\n")
    end = next(n for n, line in enumerate(lines) if line in ("#", ""))
    said = [line.removeprefix("# ").replace("ข้อ …", "ข้อ ๗") for line in lines[:end]]
    return "\n".join([f"{before}[{block}]", *said, *lines[end:]])


def with_method(regulation_id: str, method: str) -> str:
    """A copy that measures competencies by another method, as its comments say."""
    text = copy(regulation_id, Path("own.toml"))
    return uncommented(
        text.replace(RATING, f'method = "{method}"'), f"matching.{method}"
    )


def kept(path: Path, text: str) -> Loaded:
    """The regulation of a file with that text."""
    path.write_text(text, encoding="utf-8")
    return load(path)
