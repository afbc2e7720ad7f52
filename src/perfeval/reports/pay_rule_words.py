"""The words in which rules on pay are shown, Thai and English."""

PAY_WORDS = {
    "pay_base": (
        "เลื่อนเงินเดือนเป็นร้อยละของฐานในการคำนวณ ตอนบนหรือตอนล่างตามเงินเดือน",
        "Raises are percents of the base for calculation, upper or lower by salary",
    ),
    "pay_limits": (
        "ร้อยละที่เลื่อนได้: {lowest} ถึง {highest}",
        "Percents that may be given: {lowest} to {highest}",
    ),
    "pay_range": (
        "{band}: ร้อยละ {least} ถึง {most}",
        "{band}: {least} to {most} percent",
    ),
    "pay_only": ("{band}: ร้อยละ {least}", "{band}: {least} percent"),
    "pay_none": ("{band}: ไม่ได้เลื่อนเงินเดือน", "{band}: no raise"),
    "pay_pool": (
        "วงเงิน: ร้อยละ {percent} ของเงินเดือนผู้ครองตำแหน่งในวันที่นับ",
        "Pool: {percent} percent of the salaries of all who hold a post on the day",
    ),
    "pay_days": (
        "รอบที่ {round}: นับเงินเดือน ณ {counted} เลื่อนตั้งแต่ {raised}",
        "Round {round}: salaries of {counted}, raised on {raised}",
    ),
    "pay_group": ("กลุ่มวงเงิน{label}: ประเภท{types}", "Money group {label}: {types}"),
    "pay_shared": (
        "ใช้วงเงินในแต่ละกลุ่มก่อน หากเหลือจึงเกลี่ยให้กลุ่มอื่น",
        "A group uses its own money first; what is left is shared",
    ),
    "pay_divisions": (
        "จัดสรรวงเงินให้สำนัก/กองด้วย",
        "The pool is allotted to the divisions as well",
    ),
    "pay_other": ("วงเงินแยก: {label} ({who})", "A pool apart: {label} ({who})"),
    "pay_rounding": (
        "จำนวนเงินที่เลื่อนปัดขึ้นเป็นทวีคูณของ {up_to} บาท",
        "Raises are rounded up to multiples of {up_to} baht",
    ),
    "pay_special": (
        "ส่วนที่เกินเพดานเป็นค่าตอบแทนพิเศษ จากจำนวนก่อนปัดเศษ นับรวมในวงเงิน",
        "What exceeds the ceiling is special pay, from the unrounded amount; it counts "
        "in the pool",
    ),
    "pay_special_apart": (
        "ส่วนที่เกินเพดานเป็นค่าตอบแทนพิเศษ จากจำนวนก่อนปัดเศษ ไม่นับรวมในวงเงิน",
        "What exceeds the ceiling is special pay, from the unrounded amount, outside "
        "of the pool",
    ),
    "pay_rates": (
        "ผลการประเมินใช้พิจารณาเลื่อนค่าตอบแทน อัตราเป็นไปตามตารางที่หน่วยงานกำหนด",
        "Results are used for the raise; the rates are those of the office's table",
    ),
    "pay_not_raised": ("ไม่ได้เลื่อน: {bands}", "No raise: {bands}"),
}
