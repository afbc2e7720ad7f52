"""What Excel itself lets people type into a cell of the form."""

from xlsxwriter.worksheet import Worksheet

from perfeval.excel.live import WHOLE, figure
from perfeval.forms.fields import offers
from perfeval.forms.schema import Input
from perfeval.regulations.schema import Rating, Regulation

TITLE, LIST = 32, 255  # characters: Excel's limits for a prompt's title, a list
HOW = "วิธีกรอก"  # the title of a prompt whose label is too long for one


def validate(
    out: Worksheet,
    rows: tuple[int, int],
    column: int,
    spec: Input,
    regulation: Regulation,
) -> None:
    """Put the rule and the prompt of one input on its cells (1-based places)."""
    rule = _rule(spec, regulation)
    if spec.prompt:
        rule["input_message"] = spec.prompt
    if "input_message" in rule:
        rule["input_title"] = spec.label if len(spec.label) <= TITLE else HOW
    if rule:
        rule.setdefault("validate", "any")
        out.data_validation(rows[0] - 1, column - 1, rows[1] - 1, column - 1, rule)


def _rule(spec: Input, regulation: Regulation) -> dict[str, object]:
    if spec.kind == "level":
        return _level(regulation.rating)
    if spec.kind in ("percent", "number"):
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": WHOLE,
            "error_title": "ต้องเป็นตัวเลข",
            "error_message": f"พิมพ์ตัวเลข 0 ถึง {WHOLE} เช่น 15",
        }
    if spec.choices or spec.choices_from:
        rule = _list(list(offers(regulation).of(spec)))
        if rule and not spec.strict_choice:
            rule["error_type"] = "warning"  # a word of the office's own may stand
        return rule
    return {}


def _level(rating: Rating) -> dict[str, object]:
    lowest, highest = figure(rating.lowest), figure(rating.highest)
    if rating.step == 1:
        whole = range(int(rating.lowest), int(rating.highest) + 1)
        return _list([str(level) for level in whole])
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": float(rating.lowest),
        "maximum": float(rating.highest),
        "input_message": f"พิมพ์ {lowest} ถึง {highest} มีทศนิยมได้ เช่น 4 หรือ 3.5",
        "error_title": "ระดับอยู่นอกช่วง",
        "error_message": f"พิมพ์ตัวเลข {lowest} ถึง {highest} เช่น 4 หรือ 3.5",
    }


def _list(labels: list[str]) -> dict[str, object]:
    """A dropdown; Excel keeps a literal list only up to its limit."""
    offered = list(dict.fromkeys(labels))
    if len(",".join(offered)) > LIST:
        return {}
    return {
        "validate": "list",
        "source": offered,
        "error_title": "ไม่อยู่ในรายการ",
        "error_message": "เลือกจากรายการที่ปรากฏเมื่อคลิกช่องนี้",
    }
