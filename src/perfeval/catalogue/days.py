"""PE425, PE426, PE432, PE487: days, rounds and steps of a regulation."""

from perfeval.catalogue.entry import error

ENTRIES = {
    "PE487": error(
        (
            "{at_th}: ไม่มีวันที่ {found} ในปฏิทิน",
            "พิมพ์วันที่ที่มีจริง เป็นปี ค.ศ. วันสุดท้ายของเดือนนั้นคือ {last}",
        ),
        (
            "{at_en}: there is no such day as {found}.",
            "Type a day that exists, in the Common Era: that month ends on {last}.",
        ),
    ),
    "PE425": error(
        ("{at_th}: เดือนที่ {month} มีไม่ถึง {found} วันทุกปี", "กำหนด day ไม่เกิน {last}"),
        (
            "{at_en}: month {month} does not have {found} days every year.",
            "Set day to {last} or less.",
        ),
    ),
    "PE426": error(
        (
            "{at_th}: รอบการประเมินที่ {round} สิ้นสุดก่อนวันเริ่มรอบ",
            "ตรวจ month, day และ year ของ starts และ ends (year = -1 คือปีก่อนปีงบประมาณ)",
        ),
        (
            "{at_en}: round {round} ends before it starts.",
            "Check starts and ends (year = -1 is the year before).",
        ),
    ),
    "PE432": error(
        (
            "{at_th}: ขั้นตอน “{found}” สิ้นสุดก่อนวันเริ่ม",
            "ตรวจ month, day และ year ของ starts และ ends (year = -1 คือปีก่อนปีงบประมาณ)",
        ),
        (
            "{at_en}: the step “{found}” ends before it starts.",
            "Check starts and ends (year = -1 is the year before).",
        ),
    ),
}
