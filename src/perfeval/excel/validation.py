"""What Excel itself lets people type into a cell of the form."""

from xlsxwriter.worksheet import Worksheet

from perfeval.forms.fields import offers
from perfeval.forms.schema import Input
from perfeval.regulations.schema import Rating, Regulation

TITLE, PROMPT, ERROR_TITLE, ERROR, LIST = 32, 255, 32, 224, 255  # Excel's limits
WHOLE_POINTS = 100


def validate(
    out: Worksheet, row: int, column: int, spec: Input, regulation: Regulation
) -> None:
    """Put the rule and the prompt of one input on its cell (1-based place)."""
    rule = _rule(spec, regulation)
    if spec.prompt:
        rule["input_title"] = spec.label[:TITLE]
        rule["input_message"] = spec.prompt[:PROMPT]
    if rule:
        rule.setdefault("validate", "any")
        out.data_validation(row - 1, column - 1, row - 1, column - 1, rule)


def _rule(spec: Input, regulation: Regulation) -> dict[str, object]:
    if spec.kind == "level":
        return _level(regulation.rating)
    if spec.kind in ("percent", "number"):
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": WHOLE_POINTS,
            "error_title": "ต้องเป็นตัวเลข",
            "error_message": f"พิมพ์ตัวเลข 0 ถึง {WHOLE_POINTS} เช่น 15",
        }
    if spec.choices or spec.choices_from:
        return _list(list(offers(regulation).of(spec)))
    return {}


def _level(rating: Rating) -> dict[str, object]:
    lowest, highest = f"{rating.lowest:f}", f"{rating.highest:f}"
    if rating.step == 1:
        whole = range(int(rating.lowest), int(rating.highest) + 1)
        return _list([str(level) for level in whole])
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": float(rating.lowest),
        "maximum": float(rating.highest),
        "input_title": "ระดับที่ได้",
        "input_message": f"พิมพ์ {lowest} ถึง {highest} มีทศนิยมได้ เช่น 4 หรือ 3.5",
        "error_title": "ระดับอยู่นอกช่วง",
        "error_message": f"พิมพ์ตัวเลข {lowest} ถึง {highest} เช่น 4 หรือ 3.5",
    }


def _list(labels: list[str]) -> dict[str, object]:
    """A dropdown; Excel keeps a literal list only up to its limit."""
    if len(",".join(labels)) > LIST:
        return {}
    return {
        "validate": "list",
        "source": list(dict.fromkeys(labels)),
        "error_title": "ไม่อยู่ในรายการ",
        "error_message": "เลือกจากรายการที่ปรากฏเมื่อคลิกช่องนี้",
    }
