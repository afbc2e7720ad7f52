"""PE240-259: the agreement of the start of a round, and forms held against it."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE240": warning(
        (
            "ยังไม่กรอกระดับที่คาดหวังของ “{title}”",
            "กรอกระดับที่คาดหวัง (ที่แนะนำสำหรับระดับตำแหน่งนี้คือ {advised})",
        ),
        (
            "The expected level of “{title}” is blank.",
            "Type the expected level (advised for this position: {advised}).",
        ),
    ),
    "PE241": error(
        (
            "ระดับที่คาดหวัง {found} อยู่นอกช่วง {lowest} ถึง {highest}",
            "แก้เป็นค่าตั้งแต่ {lowest} ถึง {highest}",
        ),
        (
            "The expected level {found} is off the scale of {lowest} to {highest}.",
            "Type a level from {lowest} to {highest}.",
        ),
    ),
    "PE242": error(
        (
            "{label}ของ “{title}” เป็น {now} แต่ข้อตกลงที่บันทึกไว้คือ {agreed}",
            "แก้กลับเป็น {agreed} หรือบันทึกในตารางการเปลี่ยนแปลงข้อตกลง: ชื่อตามตาราง วันที่ "
            "และชื่อผู้ประเมินที่อนุมัติ",
        ),
        (
            "The {label} of “{title}” is {now}; the recorded agreement says {agreed}.",
            "Restore {agreed}, or enter the change in the table of changes: the title "
            "as in the table, the date and the approving evaluator.",
        ),
    ),
    "PE243": error(
        (
            "ไม่พบ{table} “{title}” ซึ่งมีในข้อตกลงที่บันทึกไว้",
            "ใส่กลับตามข้อตกลง หรือบันทึกในตารางการเปลี่ยนแปลงข้อตกลงพร้อมวันที่และผู้อนุมัติ",
        ),
        (
            "The {table} “{title}” of the recorded agreement is missing.",
            "Put it back, or enter the change in the table of changes with its date "
            "and approval.",
        ),
    ),
    "PE244": error(
        (
            "{table} “{found}” ไม่มีในข้อตกลงที่บันทึกไว้",
            "ลบแถวนี้ หรือบันทึกในตารางการเปลี่ยนแปลงข้อตกลงพร้อมวันที่และผู้อนุมัติ",
        ),
        (
            "The {table} “{found}” is not in the recorded agreement.",
            "Delete the row, or enter the change in the table of changes with its date "
            "and approval.",
        ),
    ),
    "PE245": warning(
        (
            "{label}ของ “{title}” เป็น {now} แต่ข้อตกลงที่บันทึกไว้คือ {agreed}",
            "แก้กลับเป็น {agreed} หรือตรวจว่าการเปลี่ยนถูกต้อง",
        ),
        (
            "The {label} of “{title}” is {now}; the recorded agreement says {agreed}.",
            "Restore {agreed}, or check that the change is right.",
        ),
    ),
    "PE246": warning(
        (
            "ผู้อนุมัติการเปลี่ยนแปลงคือ “{found}” ไม่ใช่ผู้ประเมิน (“{evaluator}”) "
            "จึงยังไม่นับเป็นการอนุมัติ",
            "ให้ผู้ประเมินอนุมัติ แล้วพิมพ์ชื่อผู้ประเมินในช่องนี้",
        ),
        (
            "The change was approved by “{found}”, not by the evaluator "
            "(“{evaluator}”), so it does not hold.",
            "Have the evaluator approve it and type that name here.",
        ),
    ),
    "PE247": note(
        (
            "“{title}” เปลี่ยนจากข้อตกลงที่บันทึกไว้ โดย {approved_by} อนุมัติเมื่อ {changed_on}",
            "ไม่ต้องทำอะไร",
        ),
        (
            "“{title}” differs from the recorded agreement, approved by {approved_by} "
            "({changed_on}).",
            "Nothing to do.",
        ),
    ),
    "PE248": warning(
        (
            "การเปลี่ยนแปลงข้อตกลง “{found}” ไม่ตรงกับแถวใดที่ต่างจากข้อตกลงที่บันทึกไว้",
            "พิมพ์ชื่อตัวชี้วัดหรือสมรรถนะให้ตรงกับในตาราง",
        ),
        (
            "The change “{found}” names no row that differs from the agreement.",
            "Type the title of the indicator or competency as it stands in its table.",
        ),
    ),
    "PE249": error(
        (
            "พบข้อตกลงของรหัส {found} มากกว่าหนึ่งฉบับและต่างกัน: {others} จึงยังไม่บันทึกทุกฉบับ",
            "ตรวจว่าฉบับใดถูกต้อง แล้วสั่ง perfeval agree กับไฟล์นั้น",
        ),
        (
            "Several different agreements carry the id {found}: {others}. None is "
            "recorded.",
            "Find out which is right and run `perfeval agree` on that file.",
        ),
    ),
    "PE250": note(
        (
            "ข้อตกลงนี้บันทึกไว้แล้ว (ฉบับที่ {number} เมื่อ {recorded_on})",
            "ไม่ต้องทำอะไร",
        ),
        (
            "This agreement is recorded already (version {number}, {recorded_on}).",
            "Nothing to do.",
        ),
    ),
    "PE251": note(
        (
            "แบบนี้ประเมินแล้ว จึงไม่บันทึกเป็นข้อตกลงต้นรอบ",
            "หากต้องการบันทึกข้อตกลง ให้ใช้แบบที่ยังไม่กรอกระดับ ผลงานจริง หรือคะแนนที่ได้",
        ),
        (
            "This form is evaluated already; it is not recorded as an agreement.",
            "To record one, use a form without levels, actuals and marks.",
        ),
    ),
}
