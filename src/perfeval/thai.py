"""
Thai text, digits and dates: repair what keyboards spoil, read, print, sort.

Never a Unicode compatibility form: it breaks sara am.
"""

import re
from datetime import date

BUDDHIST_ERA = 543  # years between the Common Era and the Buddhist Era
LATEST_COMMON_YEAR = 2400  # a later year was typed in the Buddhist Era
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TO_ASCII = str.maketrans(_THAI_DIGITS, "0123456789")
_TO_THAI = str.maketrans("0123456789", _THAI_DIGITS)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile(r"\s+")
_UPPER_VOWELS = "\u0e31\u0e34-\u0e37"
_TONES = "\u0e48-\u0e4c"
_REPAIRS = (
    (re.compile("\u0e40\u0e40"), "\u0e41"),  # two sara e, typed for sara ae
    # nikhahit and sara aa, typed for sara am, also around a tone mark
    (re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32"), "\\1\u0e33"),
    (re.compile(f"([{_TONES}])([{_UPPER_VOWELS}\u0e38\u0e39])"), r"\2\1"),
    (re.compile("\u0e33([\u0e48-\u0e4b])"), "\\1\u0e33"),  # tone typed after am
)
_PREFIXES = ("นางสาว", "นาง", "นาย", "น.ส.", "ว่าที่ร้อยตรีหญิง", "ว่าที่ร้อยตรี", "ดร.")
MONTHS = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน "
    "กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
).split()
_SHORT_MONTHS = "มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค".split()
_DATE_WORDS = re.compile(r"(\d{1,2})\s*([\u0e00-\u0e4f.]+?)\s*(?:พ\.?ศ\.?)?\s*(\d{4})")
_DATE_DIGITS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_DATE_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.0+)?)?")


def tidy(text: str) -> str:
    """Text as it was meant: no invisible marks, one blank, vowels in order."""
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()
    for pattern, repaired in _REPAIRS:
        text = pattern.sub(repaired, text)
    return text


def is_disguised(text: str) -> bool:
    """True when the text holds marks that nobody sees, or misplaced vowels."""
    return tidy(text) != _SPACES.sub(" ", text).strip()


def label_key(text: str) -> str:
    """A label for comparison only: tidy, no blanks, digits alike, no `:` or `*`."""
    return tidy(text).translate(_TO_ASCII).replace(" ", "").rstrip(":*").casefold()


def name_key(name: str) -> str:
    """A person's name for comparison only: tidy, without prefix and blanks."""
    key = tidy(name).replace(" ", "")
    for prefix in _PREFIXES:
        if key.startswith(prefix):
            return key.removeprefix(prefix)
    return key


def id_key(identifier: str) -> str:
    """An id for comparison only: ASCII digits, no blanks or dashes."""
    return re.sub(r"[\s\-–]", "", ascii_digits(tidy(identifier))).casefold()


def ascii_digits(text: str) -> str:
    """The text with Thai digits turned into 0-9."""
    return text.translate(_TO_ASCII)


def thai_digits(text: str) -> str:
    """The text with 0-9 turned into Thai digits."""
    return text.translate(_TO_THAI)


def long_date(day: date) -> str:
    """A date in full, Buddhist Era: 31 มีนาคม 2568."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"


def read_date(text: str) -> date | None:
    """
    A date that a person typed as text; None when it is not one for certain.

    Day, month, four-digit year, in digits or with the Thai name of the month; or
    ISO. A year after 2400 is Buddhist Era. Two-digit years are not guessed.
    """
    text = ascii_digits(tidy(text)).removeprefix("วันที่").strip()
    if found := _DATE_ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DATE_DIGITS.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _DATE_WORDS.fullmatch(text):
        day, month, year = int(found[1]), _month(found[2]), int(found[3])
    else:
        return None
    try:
        return common_era(year, month, day)
    except ValueError:
        return None


def common_era(year: int, month: int, day: int) -> date:
    """The date, its year taken as Buddhist Era after 2400; ValueError if none."""
    return date(year - BUDDHIST_ERA if year > LATEST_COMMON_YEAR else year, month, day)


def _month(word: str) -> int:
    """The number of a Thai month, full or short; 0 when it is none."""
    if word in MONTHS:
        return MONTHS.index(word) + 1
    short = word.replace(".", "")
    return _SHORT_MONTHS.index(short) + 1 if short in _SHORT_MONTHS else 0


def sort_key(text: str) -> tuple[str, str]:
    """Thai dictionary order: leading vowel after its consonant, tones second."""
    swapped = re.sub("([\u0e40-\u0e44])([\u0e01-\u0e2e])", r"\2\1", tidy(text))
    marks = f"[{_TONES}]"
    return re.sub(marks, "", swapped), "".join(re.findall(marks, swapped))
