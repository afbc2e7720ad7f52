"""PE201-219, PE230-: indicators and competencies, weights, ladders and levels."""

from perfeval.catalogue.entry import error, warning

ENTRIES = {
    "PE201": error(
        (
            "น้ำหนักของ{table}รวมได้ {total} ต้องเป็น {whole}",
            "แก้น้ำหนักให้รวมกันได้ {whole} พอดี (ขณะนี้{difference})",
        ),
        (
            "The weights ({table}) total {total}; they must total {whole}.",
            "Change the weights so that they total {whole} exactly (now {difference}).",
        ),
    ),
    "PE202": error(
        ("น้ำหนัก {found} ใช้ไม่ได้", "พิมพ์น้ำหนักที่มากกว่า 0 และไม่เกิน {whole} เช่น 15"),
        ("A weight of {found} cannot be.", "Type one above 0, at most {whole}."),
    ),
    "PE203": error(
        (
            "ยังไม่กรอกระดับของ “{title}” ช่องว่างไม่นับเป็นศูนย์",
            "พิมพ์ระดับ {lowest} ถึง {highest} ในช่องนี้",
        ),
        (
            "The level of “{title}” is blank; blank is not zero.",
            "Type a level from {lowest} to {highest} in this cell.",
        ),
    ),
    "PE204": error(
        (
            "ระดับ {found} อยู่นอกช่วง {lowest} ถึง {highest}",
            "แก้ไขเป็นค่าตั้งแต่ {lowest} ถึง {highest}",
        ),
        (
            "Level {found} is off the scale of {lowest} to {highest}.",
            "Type a level from {lowest} to {highest}.",
        ),
    ),
    "PE205": error(
        (
            "ระดับ {found} ไม่ตรงขั้นที่กำหนด (ขั้นละ {step})",
            "แก้ไขเป็นค่าที่หารด้วย {step} ลงตัว",
        ),
        (
            "Level {found} is not a multiple of {step}.",
            "Type a level in steps of {step}.",
        ),
    ),
    "PE206": error(
        (
            "ค่าเป้าหมายของ “{title}” กรอกไว้ {count} จาก {wanted} ระดับ",
            "กรอกค่าเป้าหมายให้ครบ {wanted} ระดับ หรือลบออกทั้งหมดแล้วพิมพ์ระดับที่ได้",
        ),
        (
            "“{title}” has {count} of {wanted} targets.",
            "Fill in all {wanted}, or delete them all and type the level.",
        ),
    ),
    "PE207": error(
        (
            "ค่าเป้าหมายของ “{title}” ไม่เรียงขึ้นหรือลงตลอด: {found}",
            "แก้ให้ค่าเป้าหมายจากระดับ 1 เพิ่มขึ้นทุกระดับ หรือลดลงทุกระดับ",
        ),
        (
            "The targets of “{title}” neither rise nor fall throughout: {found}",
            "Make each target higher than the one before, or each lower.",
        ),
    ),
    "PE208": error(
        (
            "ระดับที่กรอก {found} ไม่ตรงกับผลงานจริง {actual} ซึ่งได้ระดับ {earned}",
            "ตรวจสอบแล้วแก้ระดับหรือผลงานจริงให้ตรงกัน หรือลบช่องใดช่องหนึ่ง",
        ),
        (
            "Level {found} disagrees with the actual {actual}, which earns {earned}.",
            "Correct the level or the actual, or clear one of the two.",
        ),
    ),
    "PE209": error(
        ("ยังไม่มีตัวชี้วัดแม้แต่ข้อเดียว", "กรอกตัวชี้วัด น้ำหนัก และระดับที่ได้อย่างน้อยหนึ่งข้อ"),
        (
            "There is no indicator at all.",
            "Fill in at least one indicator with its weight and level.",
        ),
    ),
    "PE210": warning(
        (
            "มีตัวชี้วัด {found} ข้อ โดยหลักการไม่ควรเกิน {most} ข้อ",
            "พิจารณารวมหรือลดตัวชี้วัดในรอบต่อไป",
        ),
        (
            "There are {found} indicators; {most} at most are advised.",
            "Consider fewer indicators next round.",
        ),
    ),
    "PE211": error(
        (
            "{kind}มี {found} ข้อ ต้องมีอย่างน้อย {wanted} ข้อ{absent}",
            "พิมพ์ชื่อ{kind}ที่ขาดและกรอกระดับที่ได้",
        ),
        (
            "{kind}: {found} given, at least {wanted} are required.{absent}",
            "Type the missing names and their levels.",
        ),
    ),
    "PE212": error(
        ("สมรรถนะ “{found}” ซ้ำกันมากกว่าหนึ่งแถว", "ลบแถวที่ซ้ำหรือแก้ชื่อให้ถูกต้อง"),
        (
            "The competency “{found}” stands in more than one row.",
            "Delete the double row or correct its name.",
        ),
    ),
    "PE213": error(
        (
            "{kind}มี {found} ข้อ ต้องมีอย่างน้อย {wanted} ข้อ",
            "พิมพ์ชื่อ{kind}ตามมาตรฐานกำหนดตำแหน่ง พร้อมระดับที่ได้ ให้ครบ {wanted} ข้อ",
        ),
        (
            "{kind}: {found} given, at least {wanted} are required.",
            "Type the names from the position standard and their levels.",
        ),
    ),
    "PE214": warning(
        (
            "ระดับที่คาดหวัง {found} ต่างจากที่แนะนำสำหรับ{position} คือ {advised}",
            "ตรวจสอบกับมาตรฐานกำหนดตำแหน่ง หากตั้งใจให้ต่างไม่ต้องแก้ไข",
        ),
        (
            "Expected level {found} differs from the advised {advised} ({position}).",
            "Check it with the position standard; leave it if intended.",
        ),
    ),
    "PE215": error(
        ("แถวนี้มีข้อมูลแต่ไม่มีชื่อ{table}", "พิมพ์ชื่อ{table} หรือลบข้อมูลทั้งแถว"),
        (
            "This row has values but no title ({table}).",
            "Type the title, or clear the whole row.",
        ),
    ),
    "PE216": error(
        ("ยังไม่กรอกน้ำหนักของ “{title}”", "พิมพ์น้ำหนักเป็นร้อยละ เช่น 15"),
        (
            "The weight of “{title}” is blank.",
            "Type the weight in percent, such as 15.",
        ),
    ),
    "PE217": error(
        (
            "“{title}” มีผลงานจริงแต่ยังไม่มีระดับ และค่าเป้าหมายไม่ใช่ตัวเลขที่เทียบเป็นระดับได้",
            "พิมพ์ระดับที่ได้ {lowest} ถึง {highest} ในช่องนี้",
        ),
        (
            "“{title}” has an actual but no level, and its targets cannot measure it.",
            "Type the level, {lowest} to {highest}, in this cell.",
        ),
    ),
    "PE218": warning(
        (
            "สมรรถนะหลัก “{found}” ไม่อยู่ในรายการของหลักเกณฑ์",
            "ตรวจชื่อสมรรถนะ: {listed}",
        ),
        (
            "The core competency “{found}” is not on the list of the regulation.",
            "Check the name: {listed}",
        ),
    ),
    "PE219": error(
        (
            "ผลงานจริง “{found}” ของ “{title}” ไม่ใช่ตัวเลขในหน่วยเดียวกับค่าเป้าหมาย",
            "พิมพ์ตัวเลขอย่างเดียวกับค่าเป้าหมาย เช่น {example} คำอธิบายให้พิมพ์ในช่องหลักฐาน",
        ),
        (
            "The actual “{found}” of “{title}” is no number in the targets' unit.",
            "Type it as the targets are, such as {example}; explain as evidence.",
        ),
    ),
    "PE230": warning(
        (
            "{kind}มี {found} ข้อ หลักเกณฑ์ให้มีไม่เกิน {most} ข้อ ทุกข้อถูกนำมาคิดคะแนน",
            "ตรวจว่ามีข้อใดเกินมาหรือเลือกประเภทผิด แล้วลบหรือแก้ไข",
        ),
        (
            "{kind}: {found} given, the regulation has at most {most}; all count.",
            "Check for one too many or of the wrong kind, and delete or correct it.",
        ),
    ),
    "PE231": warning(
        (
            "“{title}” ยังไม่ระบุประเภทสมรรถนะ แต่ถูกนำมาคิดคะแนน",
            "เลือกประเภทสมรรถนะในช่องนี้ หรือลบทั้งแถวหากไม่ใช้",
        ),
        (
            "“{title}” has no kind of competency; it is counted all the same.",
            "Choose its kind in this cell, or clear the whole row.",
        ),
    ),
    "PE232": error(
        (
            "ยังไม่มีสมรรถนะแม้แต่ข้อเดียว",
            "พิมพ์ชื่อสมรรถนะ เลือกประเภท และกรอกระดับที่ได้อย่างน้อยหนึ่งข้อ",
        ),
        (
            "There is no competency at all.",
            "Fill in at least one competency with its kind and level.",
        ),
    ),
    "PE233": error(
        (
            "ค่าเป้าหมายของ “{title}” ปนกันระหว่างร้อยละกับตัวเลขธรรมดา: {found}",
            "พิมพ์ค่าเป้าหมายให้เป็นแบบเดียวกันทุกระดับ เช่น 60 70 80 90 100",
        ),
        (
            "The targets of “{title}” mix percent and plain figures: {found}",
            "Type all five alike, such as 60 70 80 90 100.",
        ),
    ),
}
