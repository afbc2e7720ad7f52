"""Thai text as keyboards spoil it, and what is meant: expected values by hand."""

from datetime import date

import pytest

from perfeval import thai


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("การมุ่งผลสัมฤทธิ์", "การมุ่งผลสัมฤทธิ์"),
        ("  ใจดี   ตัวอย่าง ", "ใจดี ตัวอย่าง"),
        ("ใจดี\u00a0\u00a0ตัวอย่าง", "ใจดี ตัวอย่าง"),
        ("ใจดี\n\tตัวอย่าง", "ใจดี ตัวอย่าง"),
        ("ใจ\u200bดี", "ใจดี"),  # zero width space
        ("\ufeffใจดี\u200e", "ใจดี"),  # byte order mark, direction
        ("ใจ\u00adดี", "ใจดี"),  # soft hyphen
        ("\u2066ใจดี\u2069", "ใจดี"),  # isolates, as telephones send them
        ("ใจดี\ufe0f", "ใจดี"),  # variation selector
        ("ใจ\x07ดี", "ใจดี"),  # control character
        ("เเดง", "แดง"),  # sara e twice
        ("น\u0e4d\u0e32", "น\u0e33"),  # nikhahit and sara aa
        ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),  # tone before nikhahit
        ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),  # tone behind nikhahit
        ("น\u0e33\u0e49", "น\u0e49\u0e33"),  # tone behind sara am
        ("ท\u0e48\u0e35", "ท\u0e35\u0e48"),  # tone before the upper vowel
        ("ช\u0e49\u0e39", "ช\u0e39\u0e49"),  # tone before the lower vowel
        ("สิทธ\u0e4c\u0e34", "สิทธ\u0e34\u0e4c"),  # silencer before the vowel
        ("ครู", "ครู"),
        ("", ""),
        ("\u200b \u00a0", ""),
    ],
)
def test_text_is_repaired_to_what_was_meant(typed, meant):
    assert thai.tidy(typed) == meant


def test_repaired_text_stays_as_it_is():
    repaired = thai.tidy("เเม\u200bน\u0e49\u0e4d\u0e32  ท\u0e48\u0e35\u00a0ดี")

    assert repaired == "แมน\u0e49\u0e33 ท\u0e35\u0e48 ดี"
    assert thai.tidy(repaired) == repaired


def test_sara_am_is_one_character_and_is_never_taken_apart():
    assert thai.tidy("ทำงาน") == "ทำงาน"
    assert len(thai.tidy("ทำ")) == 2


@pytest.mark.parametrize(
    ("typed", "is_disguised"),
    [
        ("ใจดี ตัวอย่าง", False),
        (" ใจดี   ตัวอย่าง ", False),  # blanks are seen
        ("ใจ\u200bดี", True),
        ("เเดง", True),
        ("ท\u0e48\u0e35", True),
    ],
)
def test_only_what_nobody_sees_is_a_disguise(typed, is_disguised):
    assert thai.is_disguised(typed) is is_disguised


@pytest.mark.parametrize(
    ("typed", "is_seen"),
    [("0", True), (" ก ", True), ("", False), (" \u00a0\t", False), ("\u200b", False)],
)
def test_text_is_seen_when_a_single_mark_of_it_is(typed, is_seen):
    assert thai.is_seen(typed) is is_seen


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("ระดับที่ได้ (1–5)", "ระดับที่ได้ (๑–๕)", True),
        ("ตัวชี้วัด", " ตัวชี้ วัด :", True),
        ("ตัวชี้วัด", "ตัวชี้วัด*", True),
        ("ตัวชี้วัด", "ตัวช\u0e49\u0e35วัด", True),
        ("PERFEVAL", "perfeval", True),
        ("ตัวชี้วัด", "ตัวชี้วัดที่เปลี่ยน", False),
        ("เป้าหมาย ระดับ 1", "เป้าหมาย ระดับ 2", False),
    ],
)
def test_labels_are_compared_in_their_normal_form(one, other, alike):
    assert (thai.label_key(one) == thai.label_key(other)) is alike


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("นางสาวใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("นาง ใจดี  ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("นายใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("น.ส. ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("นส.ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("ดร.ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("ว่าที่ร้อยตรี ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("ว่าที่ ร.ต. ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("ว่าที่ร้อยตรีหญิงใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("จ่าเอก ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("พ.จ.อ.ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("ส.อ. ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("ใจดี ตัวอย่าง", "ใจดีตัวอย่าง"),
        ("นายหญิง ตัวอย่าง", "หญิงตัวอย่าง"),  # a name, not part of a rank
        ("สิริ นายดี", "สิรินายดี"),  # only in front
    ],
)
def test_a_name_is_compared_without_its_prefix_and_blanks(name, key):
    assert thai.name_key(name) == key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("TT-0900", "tt0900"),
        ("tt ๐๙๐๐", "tt0900"),
        ("TT–0900", "tt0900"),  # en dash
        ("TT\u20110900", "tt0900"),  # no-break hyphen
        ("TT\u22120900", "tt0900"),  # minus
        ("0012", "0012"),
        ("12", "12"),
        ("1\u200b2", "12"),
    ],
)
def test_an_id_is_compared_without_blanks_and_dashes_but_with_its_zeros(typed, key):
    assert thai.id_key(typed) == key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("31/3/2568", date(2025, 3, 31)),
        ("31-03-2568", date(2025, 3, 31)),
        ("31.3.2568", date(2025, 3, 31)),
        ("๓๑/๓/๒๕๖๘", date(2025, 3, 31)),
        ("31 มีนาคม 2568", date(2025, 3, 31)),
        ("วันที่ 31 มีนาคม พ.ศ. 2568", date(2025, 3, 31)),
        ("31 มี.ค. 2568", date(2025, 3, 31)),
        ("31 มีค 2568", date(2025, 3, 31)),
        ("31มี.ค.2568", date(2025, 3, 31)),
        ("1 ต.ค. ๒๕๖๗", date(2024, 10, 1)),
        ("2025-03-31", date(2025, 3, 31)),
        ("2568-03-31", date(2025, 3, 31)),
        ("2025-03-31T00:00:00", date(2025, 3, 31)),
        ("31/3/2025", date(2025, 3, 31)),
        ("29/2/2567", date(2024, 2, 29)),  # 2024 is a leap year
        ("29/2/2568", None),  # 2025 is none
        ("31/4/2568", None),
        ("3/31/2568", None),  # the day comes first
        ("31/3/68", None),  # two digits are not guessed
        ("31 March 2025", None),
        ("มีนาคม 2568", None),
        ("สิ้นปี", None),
        ("31 มีนา 2568", None),
        ("３１/３/２５６８", None),  # full-width digits
        ("", None),
    ],
)
def test_a_date_is_read_only_where_it_is_certain(typed, meant):
    assert thai.read_date(typed) == meant


@pytest.mark.parametrize(
    ("year", "meant"), [(2400, 2400), (2401, 1858), (2568, 2025), (2025, 2025)]
)
def test_a_year_after_2400_is_buddhist(year, meant):
    assert thai.common_era(year, 1, 1) == date(meant, 1, 1)


def test_every_month_has_its_full_and_its_short_name():
    full = [thai.read_date(f"1 {month} 2568") for month in thai.MONTHS]
    shorts = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
    short = [thai.read_date(f"1 {month} 2568") for month in shorts.split()]

    assert full == short == [date(2025, month, 1) for month in range(1, 13)]


def test_a_date_is_written_out_in_the_buddhist_era():
    assert thai.long_date(date(2025, 3, 31)) == "31 มีนาคม 2568"
    assert thai.long_date(date(2024, 10, 1)) == "1 ตุลาคม 2567"


def test_digits_are_turned_both_ways():
    assert thai.thai_digits("31/3/2568 ก") == "๓๑/๓/๒๕๖๘ ก"
    assert thai.ascii_digits("๓๑/๓/๒๕๖๘ ก") == "31/3/2568 ก"


@pytest.mark.parametrize(
    "sorted_by_hand",
    [
        ["กา", "เก", "ขา", "แข"],  # by consonant, the leading vowel behind it
        ["กา", "ก้า", "กาง"],  # a tone matters only where letters are alike
        ["เกม", "แก", "โก", "ใก", "ไก"],  # leading vowels in their order
        ["กก", "กะ", "กา", "กำ", "กิ", "กี", "กุ", "กู"],
        ["แพทย์", "แม่", "ไม้", "ยา"],
    ],
)
def test_names_are_sorted_as_in_a_thai_dictionary(sorted_by_hand):
    assert sorted(reversed(sorted_by_hand), key=thai.sort_key) == sorted_by_hand


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("2568", "2568"),
        ("๒๕๖๘", "2568"),
        ("พ.ศ. 2568", "2568"),
        ("พศ 2568", "2568"),
        ("2025", None),  # Common Era
        ("68", None),
        ("0100", None),
        ("ปี 2568", None),
        ("", None),
    ],
)
def test_a_fiscal_year_is_four_digits_of_the_buddhist_era(typed, year):
    assert thai.read_year(typed) == year


@pytest.mark.parametrize("key", [thai.tidy, thai.label_key, thai.office_key])
def test_only_short_texts_are_remembered_and_long_ones_are_read_alike(key):
    asked: list[str] = []

    def read(text: str) -> str:
        asked.append(text)
        return key(text)

    reader = thai.remembered(read)
    short, long = "เเผน  งาน", "เเผน  งาน" * 100
    expected = {short: key(short), long: key(long)}

    assert [reader(text) for text in (short, long, short, long)] == [
        *(expected[short], expected[long]),
        *(expected[short], expected[long]),
    ]
    assert asked == [short, long, long]
