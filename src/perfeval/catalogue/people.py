"""PE220-229: the people of an evaluation, its round, its papers."""

from perfeval.catalogue.entry import error, warning

ENTRIES = {
    "PE220": error(
        (
            "ผู้ประเมินเป็นคนเดียวกับผู้รับการประเมิน (“{found}”)",
            "แก้ชื่อหรือรหัสผู้ประเมินให้เป็นผู้บังคับบัญชาที่มีอำนาจหน้าที่ประเมิน",
        ),
        (
            "The evaluator is the same person as the employee (“{found}”).",
            "Correct the evaluator's name or id.",
        ),
    ),
    "PE221": warning(
        (
            "ไม่ยินยอมลงลายมือชื่อ มีพยาน {found} คน ต้องมีอย่างน้อย {wanted} คน{kind}",
            "พิมพ์ชื่อพยานให้ครบ {wanted} คน",
        ),
        (
            "Signing was refused with {found} witness(es); {wanted} are needed{kind}.",
            "Type the names of {wanted} witnesses.",
        ),
    ),
    "PE222": warning(
        (
            "“{found}” เป็นพยานไม่ได้ เพราะเป็น{role}",
            "ให้บุคคลอื่นเป็นพยานแล้วพิมพ์ชื่อแทน",
        ),
        (
            "“{found}” cannot be a witness, being the {role}.",
            "Have another person witness and type that name.",
        ),
    ),
    "PE223": warning(
        (
            "ผู้บังคับบัญชาเหนือขึ้นไปเห็นแตกต่างแต่ยังไม่ครบ: ขาด{lacking}",
            "กรอก{lacking}",
        ),
        (
            "The next supervisor differs, but {lacking} is missing.",
            "Fill in {lacking}.",
        ),
    ),
    "PE224": error(
        ("คะแนน {found} อยู่นอกช่วง 0 ถึง {whole}", "พิมพ์คะแนน 0 ถึง {whole}"),
        (
            "Points of {found} are outside 0 to {whole}.",
            "Type points from 0 to {whole}.",
        ),
    ),
    "PE225": warning(
        (
            "คะแนนรวมที่แบบแสดง {found} ไม่ตรงกับที่คำนวณจากช่องที่กรอก คือ {total} (ใช้ {total})",
            "สูตรในช่องนี้อาจถูกพิมพ์ทับ ตรวจช่องที่กรอกด้วย perfeval explain",
        ),
        (
            "The form shows {found}; its cells come to {total}, which is used.",
            "The formula may be overtyped; check with `perfeval explain`.",
        ),
    ),
    "PE226": warning(
        (
            "อ่านรอบการประเมินไม่ได้: ปีงบประมาณ “{year}” ครั้งที่ “{round}”",
            "พิมพ์ปี พ.ศ. สี่หลัก เช่น 2568 และครั้งที่ {rounds}",
        ),
        (
            "The round cannot be read: fiscal year “{year}”, round “{round}”.",
            "Type a four-digit year such as 2568 and the round ({rounds}).",
        ),
    ),
    "PE227": warning(
        (
            "วันที่ประเมิน {found} อยู่ก่อนวันเริ่มรอบการประเมิน ({starts})",
            "ตรวจสอบวันที่ประเมินและรอบการประเมิน",
        ),
        (
            "The evaluation is dated {found}, before the round begins ({starts}).",
            "Check the date and the round.",
        ),
    ),
    "PE228": warning(
        (
            "การเปลี่ยนแปลงข้อตกลงยังไม่มี{lacking}",
            "กรอก{lacking} การเปลี่ยนแปลงจึงจะใช้ได้",
        ),
        (
            "A change of the agreement lacks {lacking}.",
            "Fill in {lacking}; only then does the change hold.",
        ),
    ),
    "PE229": warning(
        (
            "ระบุว่าทดลองปฏิบัติหน้าที่ราชการ แต่หลักเกณฑ์นี้ไม่ได้กำหนดสัดส่วนไว้ จึงใช้สัดส่วนปกติ",
            "ตรวจสอบว่าเลือกหลักเกณฑ์ถูกต้อง",
        ),
        (
            "Probation is marked, but this regulation has no weights for it.",
            "Check that the right regulation is used; the usual weights are.",
        ),
    ),
    "PE234": warning(
        (
            "ระดับที่แบบแสดง “{found}” ไม่ตรงกับระดับของคะแนนที่คำนวณได้ {total} คือ {band} "
            "(ใช้ {band})",
            "สูตรในช่องนี้อาจถูกพิมพ์ทับ ตรวจช่องที่กรอกด้วย perfeval explain",
        ),
        (
            "The form shows the band “{found}”; the total that its cells come to, "
            "{total}, is in the band {band}, which is used.",
            "The formula may be overtyped; check with `perfeval explain`.",
        ),
    ),
}
