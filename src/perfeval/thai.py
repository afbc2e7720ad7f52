"""
Thai text, digits and dates: repair what keyboards spoil, read, print, sort.

Never a Unicode compatibility form: it breaks sara am.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache, wraps

BUDDHIST_ERA = 543  # years between the Common Era and the Buddhist Era
LATEST_COMMON_YEAR = 2400  # a later year was typed in the Buddhist Era
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_TO_ASCII = str.maketrans(_THAI_DIGITS, "0123456789")
_TO_THAI = str.maketrans("0123456789", _THAI_DIGITS)
# marks of width, direction, joining and variation, and control characters
_UNSEEN = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_SEEN = re.compile(rf"[^\s{_UNSEEN}]")
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
_PREFIX = re.compile(
    r"นางสาว|นาง|นาย|น\.?ส\.|ดร\.|(?:ว่าที่)?(?:ร้อย(?:ตรี|โท|เอก)|ร\.[ตทอ]\.|พันจ่าเอก|"
    r"พ\.จ\.อ\.|จ่าสิบ(?:ตรี|โท|เอก)|จ\.ส\.[ตทอ]\.|จ่า(?:ตรี|โท|เอก)|จ\.[ตทอ]\.|"
    r"สิบ(?:ตรี|โท|เอก)|ส\.[ตทอ]\.)(?:หญิง)?"
)
_WORD = re.compile("[\u0e01-\u0e2e\u0e40-\u0e44A-Za-z]")  # what a name begins with
_OFFICES = (  # short names that people type for what the office is
    (re.compile("^อบต\\.?"), "องค์การบริหารส่วนตำบล"),
    (re.compile("^อบจ\\.?"), "องค์การบริหารส่วนจังหวัด"),
    (re.compile("^(?:ทต\\.?|เทศบาลต\\.)"), "เทศบาลตำบล"),
    (re.compile("^(?:ทม\\.?|เทศบาลม\\.)"), "เทศบาลเมือง"),
    (re.compile("^(?:ทน\\.?|เทศบาลน\\.)"), "เทศบาลนคร"),
)
_WHERE_IT_LIES = re.compile(r"(?<=.)(?:อำเภอ|อ\.|จังหวัด|จ\.).*$")
NEAR = 0.75  # of 1, how alike two spellings of one name are at least
_DASHES = re.compile(r"[\s\-\u2010-\u2015\u2212]")
REMEMBERED = 4_096  # texts; labels come again in every form
LONGEST_REMEMBERED = 256  # letters, so that no file can fill the memory
MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
_SHORT_MONTHS = (
    *("มค", "กพ", "มีค", "เมย", "พค", "มิย"),
    *("กค", "สค", "กย", "ตค", "พย", "ธค"),
)
_YEAR = re.compile(r"(?:พ\.?ศ\.?)? ?([0-9]{4})")
_DATE_WORDS = re.compile(
    r"([0-9]{1,2})\s*([\u0e00-\u0e4f.]+?)\s*(?:พ\.?ศ\.?)?\s*([0-9]{4})"
)
_DATE_DIGITS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_DATE_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T00:00:00(?:\.0+)?)?")


def remembered(read: Callable[[str], str]) -> Callable[[str], str]:
    """A function of a text that remembers what short texts came to."""
    short = lru_cache(maxsize=REMEMBERED)(read)

    @wraps(read)
    def reader(text: str) -> str:
        return short(text) if len(text) <= LONGEST_REMEMBERED else read(text)

    return reader


@remembered
def tidy(text: str) -> str:
    """Text as it was meant: no invisible marks, one blank, vowels in order."""
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()
    for pattern, repaired in _REPAIRS:
        text = pattern.sub(repaired, text)
    return text


def is_seen(text: str) -> bool:
    """True when there is anything in the text that a reader sees."""
    return bool(_SEEN.search(text))


def is_disguised(text: str) -> bool:
    """True when the text holds marks that nobody sees, or misplaced vowels."""
    return tidy(text) != _SPACES.sub(" ", text).strip()


@remembered
def label_key(text: str) -> str:
    """A label for comparison only: tidy, no blanks, digits alike, no `:` or `*`."""
    return tidy(text).translate(_TO_ASCII).replace(" ", "").rstrip(":*").casefold()


def name_key(name: str) -> str:
    """A person's name for comparison only: tidy, without prefix and blanks."""
    key = tidy(name).replace(" ", "")
    found = _PREFIX.match(key)
    return key.removeprefix(found[0]) if found else key


def split_prefix(name: str) -> tuple[str, str]:
    """
    A full name as prefix and name; no prefix where none stands before it.

    A first name may begin like a prefix (นายิกา): what follows must be a word.
    """
    words = tidy(name)
    found = _PREFIX.match(words)
    if found is None:
        return "", words
    rest = words[found.end() :].lstrip()
    return (found[0], rest) if _WORD.match(rest) else ("", words)


def is_near_name(one: str, other: str) -> bool:
    """True where two names may be spellings of one, or only the surname changed."""
    if _given_name(one) == _given_name(other):
        return True
    from difflib import SequenceMatcher  # noqa: PLC0415  seldom needed

    return SequenceMatcher(None, name_key(one), name_key(other)).ratio() >= NEAR


def _given_name(name: str) -> str:
    """The name without prefix and surname."""
    whole = tidy(name)
    found = _PREFIX.match(whole)
    bare = whole.removeprefix(found[0]).strip() if found else whole
    return bare.partition(" ")[0]


@remembered
def office_key(name: str) -> str:
    """An office for comparison only: อบต. in full, without district and province."""
    key = label_key(name)
    for pattern, whole in _OFFICES:
        key = pattern.sub(whole, key, count=1)
    return _WHERE_IT_LIES.sub("", key)


def id_key(identifier: str) -> str:
    """An id for comparison only: ASCII digits, no blanks or dashes."""
    return _DASHES.sub("", ascii_digits(tidy(identifier))).casefold()


def ascii_digits(text: str) -> str:
    """The text with Thai digits turned into 0-9."""
    return text.translate(_TO_ASCII)


def thai_digits(text: str) -> str:
    """The text with 0-9 turned into Thai digits."""
    return text.translate(_TO_THAI)


def long_date(day: date) -> str:
    """A date in full, Buddhist Era: 31 มีนาคม 2568."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"


def official_date(day: date) -> str:
    """A date as papers that are signed say it: 31 มีนาคม พ.ศ. 2568."""
    return f"{day.day} {MONTHS[day.month - 1]} พ.ศ. {day.year + BUDDHIST_ERA}"


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


def read_year(text: str) -> str | None:
    """The four digits of a year of the Buddhist Era; None when it is not one."""
    found = _YEAR.fullmatch(ascii_digits(tidy(text)))
    return found[1] if found and int(found[1]) > LATEST_COMMON_YEAR else None


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
