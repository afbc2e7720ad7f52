"""Why a person or a file is in its state, in words; both languages side by side."""

from collections.abc import Sequence
from datetime import date

from perfeval.appraise.standing import Reason
from perfeval.findings import Finding, has_error
from perfeval.thai import long_date

MISSING = Reason("ยังไม่ได้รับแบบประเมิน", "no form has come back")
AGREEMENT_ONLY = Reason(
    "ได้รับแต่ข้อตกลง ยังไม่ได้กรอกผลการประเมิน", "only the agreement has come back"
)
FAULTY_ROW = Reason(
    "ข้อมูลในบัญชีรายชื่อต้องแก้ไขก่อน", "the row of the roster must be corrected first"
)
AGREEMENT = Reason("เป็นข้อตกลง ยังไม่มีผลการประเมิน", "an agreement, not evaluated yet")
SUPERSEDED = Reason(
    "มีฉบับที่บันทึกใหม่กว่า (เจ้าหน้าที่เลือกใช้ฉบับใหม่ที่สุด)",
    "a newer one is used, as the officer chose",
)


def first_of(findings: Sequence[Finding]) -> Reason:
    """What is wrong: the first error, and how many more there are."""
    errors = [one for one in findings if has_error([one])]
    told = (errors or list(findings))[:1]
    more = len(errors) - 1
    th = "".join(f"{one.code} {one.message('th')}" for one in told)
    en = "".join(f"{one.code} {one.message('en')}" for one in told)
    if more > 0:
        return Reason(f"{th} (และอีก {more} ข้อ)", f"{en} (and {more} more)")
    return Reason(th, en)


def same_as(file: str) -> Reason:
    """Of a copy."""
    return Reason(f"เนื้อหาเหมือนกับ {file}", f"the same content as {file}")


def differ(files: Sequence[str]) -> Reason:
    """Of several forms of one person."""
    listed = ", ".join(files)
    return Reason(
        f"ได้รับมากกว่าหนึ่งฉบับและเนื้อหาต่างกัน: {listed}",
        f"several forms that differ: {listed}",
    )


def unusable(files: Sequence[str], why: Reason) -> Reason:
    """Of a person whose only files were refused."""
    listed = ", ".join(files)
    return Reason(
        f"ยังไม่มีแบบที่ใช้ได้ ({listed}: {why.th})", f"no usable form ({listed}: {why.en})"
    )


def excluded(words: str) -> Reason:
    """As the roster says, in its own words."""
    return Reason(words, words)


def transferred_out(moved_on: date, day: date) -> Reason:
    """Of a person whose result goes to the new office."""
    return Reason(
        f"โอนไปเมื่อ {long_date(moved_on)} (หลังวันที่ {long_date(day)}): "
        "ผู้บังคับบัญชาเดิมประเมิน จัดส่งผลไปยังต้นสังกัดใหม่ ไม่จัดลำดับ",
        f"transferred out on {moved_on} (after {day}): evaluated by the former "
        "supervisor, the result is sent to the new office, not ranked",
    )


def transferred_in(moved_on: date, day: date) -> Reason:
    """Of a person whose result comes from the former office."""
    return Reason(
        f"โอนมาเมื่อ {long_date(moved_on)} (หลังวันที่ {long_date(day)}): "
        "รอผลการประเมินจากต้นสังกัดเดิม ไม่จัดลำดับ",
        f"transferred in on {moved_on} (after {day}): the result is due from the "
        "former office, not ranked",
    )


def moved(moved_on: date, day: date) -> Reason:
    """Of a person who is ranked in the present division."""
    return Reason(
        f"ย้ายเมื่อ {long_date(moved_on)} (หลังวันที่ {long_date(day)}): "
        "ผู้บังคับบัญชาเดิมประเมิน จัดลำดับในสังกัดปัจจุบัน",
        f"moved on {moved_on} (after {day}): evaluated by the former supervisor, "
        "ranked in the present division",
    )


def with_trouble(why: Reason, trouble: Reason) -> Reason:
    """Of a person who is not ranked and whose form needs a telephone call as well."""
    return Reason(f"{why.th}; {trouble.th}", f"{why.en}; {trouble.en}")
