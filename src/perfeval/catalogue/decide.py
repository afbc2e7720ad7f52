"""PE606-616: the summary workbook as it came back, with what was decided."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE606": error(
        (
            "คะแนนของ{layer}เปลี่ยนจาก {before} เป็น {found} แต่ไม่มีเหตุผล",
            "พิมพ์เหตุผลในช่องนี้ หรือลบคะแนนที่เปลี่ยน",
        ),
        (
            "The {layer} changed {before} to {found} without a reason.",
            "Type the reason in this cell, or clear the changed total.",
        ),
    ),
    "PE607": error(
        (
            "คะแนน {found} ของ{layer}อยู่นอกช่วง 0 ถึง {whole}",
            "พิมพ์คะแนน 0 ถึง {whole} หรือเว้นว่างไว้หากเห็นชอบตามที่เสนอ",
        ),
        (
            "The total {found} of the {layer} is outside 0 to {whole}.",
            "Type 0 to {whole}, or leave it blank to agree.",
        ),
    ),
    "PE608": error(
        (
            "รหัส “{found}” ไม่อยู่ในบัญชีรายชื่อของรอบนี้",
            "สั่ง perfeval summary ใหม่ แล้วย้ายความเห็นของคณะกรรมการไปกรอก",
        ),
        (
            "The id “{found}” is not on the roster of this round.",
            "Run `perfeval summary` again and carry the opinions over.",
        ),
    ),
    "PE609": error(
        (
            "รหัส “{found}” อยู่ในตารางมากกว่าหนึ่งแถว",
            "เหลือไว้เพียงแถวเดียว หรือสั่ง perfeval summary ใหม่แล้วกรอกอีกครั้ง",
        ),
        (
            "The id “{found}” stands in more than one row.",
            "Keep one row, or run `perfeval summary` again and fill it in.",
        ),
    ),
    "PE610": error(
        (
            "ไม่พบแถวของ {name} (รหัส {found}) ซึ่งต้องพิจารณา",
            "สั่ง perfeval summary ใหม่ แล้วย้ายความเห็นของคณะกรรมการไปกรอก",
        ),
        (
            "There is no row for {name} (id {found}), who must be decided on.",
            "Run `perfeval summary` again and carry the opinions over.",
        ),
    ),
    "PE611": error(
        (
            "คะแนนรวมในแถวนี้คือ {found} แต่คะแนนปัจจุบันคือ {present}",
            "ผลการประเมินเปลี่ยนหลังจากทำสรุปฉบับนี้ สั่ง perfeval summary ใหม่"
            " แล้วให้คณะกรรมการพิจารณาอีกครั้ง",
        ),
        (
            "The total of this row is {found}; the present one is {present}.",
            "Results changed since this summary: run `perfeval summary` again and "
            "have it decided anew.",
        ),
    ),
    "PE612": error(
        (
            "{name} ยังไม่ได้จัดลำดับ ({state}) จึงพิจารณาคะแนนไม่ได้",
            "ลบสิ่งที่กรอกในแถวนี้ แล้วแก้ตามเหตุที่ยังไม่จัดลำดับก่อน",
        ),
        (
            "{name} is not ranked ({state}) and cannot be decided on.",
            "Clear this row; first see to why there is no rank.",
        ),
    ),
    "PE613": error(
        (
            "ยังไม่กรอก{label}",
            "กรอก{label}ในช่องนี้ เมื่อครบทั้งสองช่องจึงถือว่ารอบนี้พิจารณาแล้ว",
        ),
        (
            "“{label}” is blank.",
            "Fill it in; with both fields filled the round counts as decided.",
        ),
    ),
    "PE614": error(
        (
            "อ่านวันที่พิจารณา “{found}” ไม่ได้",
            "พิมพ์ วัน/เดือน/ปี พ.ศ. เช่น 30/4/2568",
        ),
        (
            "The date “{found}” cannot be read.",
            "Type day, month and year, such as 30/4/2568.",
        ),
    ),
    "PE615": error(
        (
            "ไม่ใช่สมุดสรุปเสนอคณะกรรมการของรอบนี้: {why}",
            "ใช้ไฟล์ out/summary.xlsx ที่ perfeval summary สร้างให้รอบนี้",
        ),
        (
            "This is not the summary workbook of this round: {why}.",
            "Use the out/summary.xlsx that `perfeval summary` made for it.",
        ),
    ),
    "PE616": note(
        (
            "{layer}มีความเห็นแต่ไม่ได้กรอกคะแนน จึงใช้คะแนนเดิม {before}",
            "หากต้องการเปลี่ยนคะแนน ให้พิมพ์คะแนนด้วย",
        ),
        (
            "The {layer} gave an opinion but no total; {before} stands.",
            "Type a total as well if it is to change.",
        ),
    ),
    "PE618": error(
        (
            "ไม่พบ “{expected}” ในแผ่นงานนี้ (อาจถูกลบหรือแก้ไข)",
            "ใช้ไฟล์ที่ perfeval summary สร้าง และกรอกเฉพาะช่องสีครีม",
        ),
        (
            "“{expected}” is not on this sheet; it may have been deleted or changed.",
            "Use the file that `perfeval summary` made; fill in the pale cells only.",
        ),
    ),
    "PE619": warning(
        (
            "วันที่พิจารณา {day} อยู่ก่อนวันสิ้นรอบการประเมิน ({ends})",
            "ตรวจปีของวันที่ในช่องนี้ หากไม่ถูกต้อง ให้แก้แล้วสั่ง perfeval decide อีกครั้ง",
        ),
        (
            "The day of the decision, {day}, is before the end of the round ({ends}).",
            "Check the year in this cell; if it is wrong, correct it and run "
            "perfeval decide again.",
        ),
    ),
    "PE626": warning(
        (
            "วันที่พิจารณา {day} ยังมาไม่ถึง (วันนี้ {today})",
            "ตรวจวันที่ในช่องนี้ หากไม่ถูกต้อง ให้แก้แล้วสั่ง perfeval decide อีกครั้ง",
        ),
        (
            "The day of the decision, {day}, has not come yet; today is {today}.",
            "Check the date in this cell; if it is wrong, correct it and run "
            "perfeval decide again.",
        ),
    ),
}
