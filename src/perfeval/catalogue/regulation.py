"""PE4xx: regulation, form and round files. `{at_th}` and `{at_en}` say the place."""

from perfeval.catalogue import days, marking, matching
from perfeval.catalogue.entry import error

AS_FILE = "ตรวจว่าไฟล์ยังอยู่ เปิดด้วย Notepad แล้วเลือก บันทึกเป็น > การเข้ารหัส: UTF-8 จากนั้นสั่งอีกครั้ง"
AS_FILE_EN = "Check that it is there, open it in Notepad and save it as UTF-8."

ENTRIES = {
    **days.ENTRIES,
    **marking.ENTRIES,
    **matching.OF_FILES,
    "PE401": error(
        ("อ่านไฟล์ไม่ได้: {reason_th}", AS_FILE),
        ("The file cannot be read: {reason_en}.", AS_FILE_EN),
    ),
    "PE402": error(
        (
            "{at_th}: เขียนไม่ถูกรูปแบบ TOML พบ “{found}”",
            "พิมพ์{typed_th}",
        ),
        (
            "{at_en}: this is not TOML: {reason}; found “{found}”.",
            "Type {typed_en}.",
        ),
    ),
    "PE403": error(
        ("{at_th}: ไม่รู้จักชื่อ “{found}”", "แก้ชื่อเป็น {meant} หรือลบบรรทัดนี้ออก"),
        (
            "{at_en}: the key “{found}” is not known.",
            "Change it to {meant}, or delete the line.",
        ),
    ),
    "PE404": error(
        ("{at_th}: ยังไม่มี “{missing}”", "เพิ่มบรรทัด {missing} = … ในบล็อกนี้"),
        ("{at_en}: “{missing}” is missing.", "Add a line {missing} = … to this block."),
    ),
    "PE405": error(
        ("{at_th}: ค่า “{found}” ใช้ไม่ได้", "พิมพ์{expected_th}"),
        ("{at_en}: the value “{found}” cannot be used.", "Type {expected_en}."),
    ),
    "PE406": error(
        (
            "{at_th}: {which} ของทุกองค์ประกอบรวมได้ {found} ({working}) ไม่ใช่ 100",
            "แก้ {which} ขององค์ประกอบให้รวมได้ 100 พอดี",
        ),
        (
            "{at_en}: {which} of all components totals {found} ({working}), not 100.",
            "Change {which} of the components so that they total exactly 100.",
        ),
    ),
    "PE407": error(
        (
            "{at_th}: สัดส่วน “{label}” ร้อยละ {found} ต่ำกว่าขั้นต่ำร้อยละ {least}"
            " ที่หลักเกณฑ์กำหนด",
            "กำหนด weight ตั้งแต่ {least} ขึ้นไป และปรับองค์ประกอบอื่นให้รวมได้ 100",
        ),
        (
            "{at_en}: the share of “{label}”, {found} percent, is below the {least}"
            " that the source demands.",
            "Set weight to {least} or more and let all components total 100.",
        ),
    ),
    "PE408": error(
        (
            "{at_th}: มีช่วงคะแนนที่ไม่อยู่ในระดับใด: “{label}” ไม่ถึง {found}"
            " แต่ “{above}” เริ่มที่ {floor}",
            "กำหนด below ของ “{label}” ให้เท่ากับ at_least ของ “{above}” คือ {floor}",
        ),
        (
            "{at_en}: scores from {found} have no band: “{label}” ends there and"
            " “{above}” starts at {floor}.",
            "Set below of “{label}” to the at_least of “{above}”, {floor}.",
        ),
    ),
    "PE409": error(
        (
            "{at_th}: ช่วงคะแนนซ้อนกัน: “{label}” ไม่ถึง {found} แต่ “{above}” เริ่มที่ {floor}",
            "กำหนด below ของ “{label}” ให้เท่ากับ at_least ของ “{above}” คือ {floor}",
        ),
        (
            "{at_en}: two bands overlap: “{label}” ends at {found} but “{above}”"
            " starts at {floor}.",
            "Set below of “{label}” to the at_least of “{above}”, {floor}.",
        ),
    ),
    "PE410": error(
        (
            "{at_th}: ระดับผลการประเมินไม่ครอบคลุมคะแนน 0 ถึง 100 พบ {found}",
            "กำหนด {end} ที่ระดับนี้",
        ),
        (
            "{at_en}: the bands do not cover 0 to 100; found {found}.",
            "Set {end} in this band.",
        ),
    ),
    "PE411": error(
        ("{at_th}: ระดับ “{found}” ที่ให้ประกาศไม่มีในหลักเกณฑ์นี้", "ใช้ key ของระดับที่มี: {known}"),
        (
            "{at_en}: the announced band “{found}” does not exist.",
            "Use the key of a band that does: {known}.",
        ),
    ),
    "PE412": error(
        (
            "{at_th}: ยังไม่ได้ระบุข้อของประกาศที่กำหนดเรื่องนี้",
            'เพิ่มข้อของประกาศ เช่น clause = "ข้อ ๓ (๑)" หากหน่วยงานกำหนดเองให้ระบุที่มา'
            ' และใส่ basis = "house"',
        ),
        (
            "{at_en}: the clause that rules this is missing.",
            'Give the clause, such as clause = "ข้อ ๓ (๑)"; for a decision of your own'
            ' say where it stands and set basis = "house".',
        ),
    ),
    "PE413": error(
        (
            "{at_th}: “{found}” ซ้ำกับบรรทัด {first}",
            "เก็บไว้เพียงแห่งเดียวหรือตั้งชื่อให้ต่างกัน หากเป็นรายการใหม่ให้เริ่มด้วยบรรทัด [[…]]",
        ),
        (
            "{at_en}: “{found}” already stands in line {first}.",
            "Keep one or give this one another name; start a new entry with [[…]].",
        ),
    ),
    "PE414": error(
        ("{at_th}: อ้างถึง “{found}” ซึ่งไม่มีในหลักเกณฑ์นี้", "ใช้ชื่อที่มี: {known}"),
        (
            "{at_en}: “{found}” does not exist in this regulation.",
            "Use one that does: {known}.",
        ),
    ),
    "PE415": error(
        (
            "{at_th}: วันที่ {found} น่าจะพิมพ์เป็นปี พ.ศ.",
            "พิมพ์เป็นปี ค.ศ. คือ {year} (ปี พ.ศ. ลบ 543)",
        ),
        (
            "{at_en}: the date {found} seems to be in the Buddhist era.",
            "Type the Christian year, {year} (the year less 543).",
        ),
    ),
    "PE416": error(
        (
            "{at_th}: องค์ประกอบ “{label}” ไม่มีสัดส่วนของผู้ทดลองปฏิบัติราชการ แต่องค์ประกอบอื่นมี",
            "เพิ่ม probation_weight และ probation_clause ให้ครบทุกองค์ประกอบ หรือลบออกทั้งหมด",
        ),
        (
            "{at_en}: “{label}” has no probation weight, but another has one.",
            "Give probation_weight and probation_clause everywhere or nowhere.",
        ),
    ),
    "PE417": error(
        (
            "{at_th}: ระดับ “{label}” (ตั้งแต่ {found}) สูงกว่า “{above}” ที่อยู่ก่อนหน้า",
            "เรียงบล็อก [[bands]] จากระดับสูงสุดไปต่ำสุด",
        ),
        (
            "{at_en}: “{label}” (from {found}) is higher than “{above}” before it.",
            "Put the [[bands]] blocks in order, the highest first.",
        ),
    ),
    "PE418": error(
        (
            "{at_th}: ขอบบนของระดับ “{label}” ต้องเขียนด้วย {right} เพียงค่าเดียว",
            "เขียน {right} = … โดยระดับสูงสุดใช้ at_most ระดับอื่นใช้ below",
        ),
        (
            "{at_en}: the upper limit of “{label}” is written with {right} alone.",
            "Write {right} = …; the highest band has at_most, every other one below.",
        ),
    ),
    "PE419": error(
        (
            "{at_th}: ขอบบน {found} ไม่สูงกว่าขอบล่าง {floor} ระดับนี้จึงไม่มีคะแนนใดอยู่",
            "แก้ขอบบนให้มากกว่า at_least ของระดับเดียวกัน",
        ),
        (
            "{at_en}: the upper limit {found} is not above the floor {floor}.",
            "Set it above the at_least of the same band.",
        ),
    ),
    "PE420": error(
        (
            "{at_th}: ระดับสูงสุดของมาตรวัด ({found}) ต้องมากกว่าระดับต่ำสุด ({lowest})",
            "กำหนด highest ให้มากกว่า lowest เช่น lowest = 1 และ highest = 5",
        ),
        (
            "{at_en}: the highest level ({found}) must be above the lowest ({lowest}).",
            "Set highest above lowest, such as lowest = 1 and highest = 5.",
        ),
    ),
    "PE421": error(
        (
            "{at_th}: step {found} แบ่งช่วง {lowest} ถึง {highest} ไม่ลงตัว",
            "กำหนด step ที่แบ่งลงตัว เช่น 1 หรือ 0.5 หรือลบบรรทัดนี้เพื่อให้พิมพ์ทศนิยมใดก็ได้",
        ),
        (
            "{at_en}: the step {found} does not divide {lowest} to {highest}.",
            "Set one that does, such as 1 or 0.5; without it any decimal goes.",
        ),
    ),
    "PE422": error(
        (
            "{at_th}: ระดับ {found} อยู่นอกมาตรวัด {lowest} ถึง {highest}",
            "กำหนด level ตั้งแต่ {lowest} ถึง {highest}",
        ),
        (
            "{at_en}: the level {found} is off the scale {lowest} to {highest}.",
            "Set level to a value from {lowest} to {highest}.",
        ),
    ),
    "PE423": error(
        (
            "{at_th}: จำนวนสมรรถนะสูงสุด {found} น้อยกว่าจำนวนต่ำสุด {least}",
            "กำหนด at_most ตั้งแต่ {least} ขึ้นไป หรือลบบรรทัด at_most หากไม่จำกัด",
        ),
        (
            "{at_en}: at_most {found} is less than at_least {least}.",
            "Set at_most to {least} or more, or delete it for no limit.",
        ),
    ),
    "PE424": error(
        (
            "{at_th}: พิมพ์ชื่อสมรรถนะไว้ {found} ชื่อ เกินจำนวนสูงสุด {most}",
            "ลบชื่อใน titles ให้เหลือไม่เกิน {most} หรือเพิ่ม at_most",
        ),
        (
            "{at_en}: {found} titles are more than at_most {most}.",
            "Leave no more than {most} titles, or raise at_most.",
        ),
    ),
    "PE427": error(
        ("{at_th}: ไม่มีแบบประเมิน “{found}”", "ใช้รหัสของแบบประเมินที่มี: {known}"),
        (
            "{at_en}: there is no form “{found}”.",
            "Use the id of a form that exists: {known}.",
        ),
    ),
    "PE428": error(
        (
            "{at_th}: องค์ประกอบ “{label}” มี key “{found}” กับ method “{method}”"
            " ซึ่งแบบประเมินไม่มีตารางให้กรอก",
            "ใช้ {known} อย่างละหนึ่งองค์ประกอบ",
        ),
        (
            "{at_en}: “{label}” has the key “{found}” and the method “{method}”,"
            " for which no form has a table.",
            "Use {known}, one component each.",
        ),
    ),
    "PE429": error(
        (
            "{at_th}: ไม่มีองค์ประกอบ “{missing}” ที่คิดคะแนนด้วย method “{method}”",
            'เพิ่มบล็อก [[components]] ที่มี key = "{missing}" และ method = "{method}"',
        ),
        (
            "{at_en}: the component “{missing}” with the method “{method}” is missing.",
            'Add a [[components]] block with key = "{missing}", method = "{method}".',
        ),
    ),
    "PE430": error(
        (
            "{at_th}: ให้มีพยานอย่างน้อย {found} คน แต่แบบประเมินมีช่องพยานเพียง {most} ช่อง",
            "กำหนด at_least ไม่เกิน {most}",
        ),
        (
            "{at_en}: {found} witnesses are asked for; the form has room for {most}.",
            "Set at_least to {most} or less.",
        ),
    ),
    "PE486": error(
        (
            "{at_th}: ตัวเลขพิมพ์เป็นเลขไทย พบ “{found}”",
            "พิมพ์ด้วยเลข 0-9 เช่น {typed}",
        ),
        (
            "{at_en}: Thai digits where a number belongs: found “{found}”.",
            "Type it with the digits 0-9: {typed}.",
        ),
    ),
    "PE431": error(
        (
            "{at_th}: “{found}” มีจุลภาค (,) ซึ่ง Excel ใช้แบ่งตัวเลือกในรายการ",
            "ลบจุลภาคออก หรือใช้เว้นวรรคหรือ “และ” แทน",
        ),
        (
            "{at_en}: “{found}” has a comma, at which Excel splits a list of choices.",
            "Write it without the comma.",
        ),
    ),
}
