"""What Excel itself lets people type into the open cells of a paper."""

from perfeval.book import Rule

# Characters that Excel allows; beyond them it calls the file damaged.
TITLE, PROMPT, REFUSAL_TITLE, REFUSAL, LIST = 32, 255, 32, 224, 255
REFUSED = "ค่าที่กรอกใช้ไม่ได้"


def validation(rule: Rule) -> dict[str, object]:
    """
    The rule as XlsxWriter takes it.

    Raises:
        ValueError: a text is longer than Excel allows.
    """
    limits = (
        (rule.title, TITLE),
        (rule.prompt, PROMPT),
        (rule.refusal, REFUSAL),
        (",".join(rule.choices), LIST),
    )
    for words, most in limits:
        if len(words) > most:
            raise ValueError(f"{len(words)} characters, {most} at most: {words}")
    told: dict[str, object] = _allowed(rule)
    if rule.prompt:
        told |= {"input_title": rule.title, "input_message": rule.prompt}
    if rule.refusal:
        told |= {"error_title": REFUSED, "error_message": rule.refusal}
    return told


def _allowed(rule: Rule) -> dict[str, object]:
    if rule.kind == "number":
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": float(rule.at_least),
            "maximum": float(rule.at_most),
        }
    if rule.kind == "choice":
        return {"validate": "list", "source": list(rule.choices)}
    return {"validate": "any"}  # a date may be typed in words, in either era
