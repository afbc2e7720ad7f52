"""PE540-559: raises, their pool, and the pay workbook as it came back."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE540": error(
        (
            "ยังไม่กรอกเงินเดือน จึงคิดเงินที่เลื่อนไม่ได้ และวงเงินยังไม่รวมผู้นี้",
            "พิมพ์เงินเดือน ณ {day} เป็นบาท เช่น 25180 "
            "หากพิจารณาผลแล้ว ให้รับสมุดสรุปฉบับเดิมอีกครั้งด้วย perfeval decide",
        ),
        (
            "The salary is blank: no raise can be worked out, and the pool lacks it.",
            "Type the salary of {day} in baht, such as 25180; once the round is "
            "decided, take the same summary in again with perfeval decide.",
        ),
    ),
    "PE541": error(
        (
            "ไม่มีตารางฐานในการคำนวณที่ทราบว่าใช้กับการเลื่อนเงินเดือน {day} (รู้ถึง {known})",
            "ใน round.toml เพิ่ม [pay] base_table = “…” เป็นไฟล์ตารางของหน่วยงานที่ใช้ในวันนั้น "
            "หรือรหัสตารางที่มากับโปรแกรมหากยังใช้อยู่ ({ids}) ดู docs/pay.md",
        ),
        (
            "No table of bases is known to be in force for a raise on {day} (known "
            "until {known}).",
            "In round.toml, [pay] base_table names your own table of that day, or a "
            "shipped one that still holds ({ids}); see docs/pay.md.",
        ),
    ),
    "PE542": error(
        (
            "ตาราง {found} ใช้ {begins} ถึง {ends} ไม่ตรงกับวันที่เลื่อน {day}",
            "ระบุตารางที่ใช้ในวันที่เลื่อน หรือแก้ in_force และ until ของตารางหน่วยงาน",
        ),
        (
            "The table {found} is of {begins} to {ends}, not of {day}.",
            "Name a table of the day of the raise, or correct in_force and until of "
            "your own.",
        ),
    ),
    "PE543": error(
        (
            "ไม่มีฐานในการคำนวณของ “{found}” ในตาราง {table}",
            "แก้ประเภทและระดับตำแหน่งในบัญชีรายชื่อ หรือเพิ่มแถวนี้ในตารางของหน่วยงาน",
        ),
        (
            "The table {table} has no base for “{found}”.",
            "Correct type and level on the roster, or add the row to your table.",
        ),
    ),
    "PE544": error(
        (
            "เงินเดือน {found} ไม่อยู่ในช่วงของ{level} ในตาราง {table}: "
            "{floor} ถึง {ceiling} และไม่เท่ากับจุดแบ่ง {boundary}",
            "ตรวจเงินเดือนและระดับตำแหน่ง หากถูกต้องแล้วให้ใช้ตารางของหน่วยงานที่มีช่วงนี้",
        ),
        (
            "The salary {found} is off the row of {level} in the table {table}: "
            "{floor} to {ceiling}, and not the boundary {boundary}.",
            "Check salary and level; if both are right, supply a table that has them.",
        ),
    ),
    "PE545": warning(
        (
            "ตาราง {table} มีค่าอื่นสำหรับบางตำแหน่งของ{level} ({figures}) โดยไม่บอกชื่อตำแหน่ง",
            "หากผู้ใดอยู่ในตำแหน่งนั้น ให้ทำตารางของหน่วยงานและระบุ posts ของแถวนั้น",
        ),
        (
            "The table {table} has other figures for some posts of {level} ({figures}) "
            "that it does not name.",
            "For anybody in such a post, use your own table with posts in its row.",
        ),
    ),
    "PE546": warning(
        (
            "ใช้ตาราง {found} ตามที่ระบุใน round.toml แต่ที่มาของตารางรู้ถึง {known} "
            "จึงไม่ทราบว่ายังใช้กับการเลื่อน {day} หรือไม่",
            "เทียบกับหนังสือเวียนก่อนใช้ หากมีตารางใหม่ให้ระบุไฟล์ตารางของหน่วยงาน",
        ),
        (
            "The table {found} is used as round.toml says; its source knows until "
            "{known}, not whether it holds on {day}.",
            "Compare it with the circular; if there is a newer one, supply your own.",
        ),
    ),
    "PE547": error(
        (
            "ร้อยละ {found} อยู่นอกช่วงที่เลื่อนได้ {lowest} ถึง {highest}",
            "พิมพ์ร้อยละ {lowest} ถึง {highest}",
        ),
        (
            "{found} percent is outside of what may be given, {lowest} to {highest}.",
            "Type {lowest} to {highest}.",
        ),
    ),
    "PE548": warning(
        (
            "ร้อยละ {found} อยู่นอกช่วงของระดับ{band_th} คือ {least} ถึง {most}",
            "ตรวจกับประกาศร้อยละการเลื่อน หากตั้งใจให้เท่านี้ไม่ต้องแก้",
        ),
        (
            "{found} percent is outside of the range of {band_en}, {least} to {most}.",
            "Check it against the announced percents; leave it if it is meant.",
        ),
    ),
    "PE549": error(
        (
            "ใช้เงิน {found} บาท เกินวงเงินทั้งหมด {pool} บาท อยู่ {over} บาท",
            "ลดร้อยละของบางคนในสมุดงาน แล้วสั่ง perfeval pay FILE อีกครั้ง",
        ),
        (
            "{found} baht are used, {over} above the whole pool of {pool}.",
            "Lower some percents in the workbook, then run perfeval pay FILE again.",
        ),
    ),
    "PE550": warning(
        (
            "กลุ่มวงเงิน{group}ใช้ {found} บาท เกินวงเงินของกลุ่ม {pool} บาท อยู่ {over} บาท "
            "กลุ่มอื่นเหลือ {left} บาท (ยังไม่กำหนด {unset} ราย)",
            "ใช้เงินเหลือของกลุ่มอื่นได้หลังจากกลุ่มนั้นกำหนดครบแล้ว มิฉะนั้นให้ลดร้อยละ",
        ),
        (
            "The money group “{group}” uses {found} baht, {over} above its {pool}; the "
            "others leave {left} ({unset} not set yet).",
            "What they leave may be shared once they are all set; else lower percents.",
        ),
    ),
    "PE551": warning(
        (
            "{division}ใช้ {found} บาท เกินวงเงินตามเงินเดือน {pool} บาท อยู่ {over} บาท",
            "ให้ผู้มีอำนาจจัดสรรเพิ่มจากส่วนที่เหลือ หรือลดร้อยละ",
        ),
        (
            "“{division}” uses {found} baht, {over} above its allotted {pool}.",
            "Have more allotted from what is left, or lower percents.",
        ),
    ),
    "PE552": warning(
        (
            "ร้อยละที่กำหนดไว้ของ {who} ไม่ได้นำมาใช้ เพราะผล ระดับ หรือเงินเดือนเปลี่ยนไป",
            "กำหนดร้อยละของผู้นั้นอีกครั้งในสมุดงานฉบับนี้",
        ),
        (
            "The percent set for {who} is not used: result, level or salary changed.",
            "Set it again in the present workbook.",
        ),
    ),
    "PE553": note(
        (
            "หลักเกณฑ์ {found} ไม่ได้กำหนดวิธีเลื่อนเงินเดือน จึงไม่มีบัญชีของกลุ่มนี้",
            "ใช้ผลการประเมินประกอบการเลื่อนขั้นตามระเบียบของหน่วยงานเอง",
        ),
        (
            "The regulation {found} says nothing of pay: no proposal for this group.",
            "Use the results with the rules on pay that your office follows.",
        ),
    ),
    "PE554": error(
        (
            "{label}ในแถวนี้คือ {found} แต่ปัจจุบันคือ {present}",
            "สั่ง perfeval pay ใหม่ แล้วกำหนดร้อยละในสมุดงานฉบับใหม่",
        ),
        (
            "“{label}” of this row is {found}; the present one is {present}.",
            "Run perfeval pay again and set the percents in the new workbook.",
        ),
    ),
    "PE555": error(
        (
            "รหัส “{found}” ไม่อยู่ในกลุ่มบุคลากรนี้",
            "สั่ง perfeval pay ใหม่ แล้วกำหนดร้อยละในสมุดงานฉบับใหม่",
        ),
        (
            "The id “{found}” is not of this staff group.",
            "Run perfeval pay again and set the percents in the new workbook.",
        ),
    ),
    "PE556": error(
        (
            "รหัส “{found}” อยู่ในตารางมากกว่าหนึ่งแถว",
            "เหลือไว้เพียงแถวเดียว หรือสั่ง perfeval pay ใหม่แล้วกรอกอีกครั้ง",
        ),
        (
            "The id “{found}” stands in more than one row.",
            "Keep one row, or run perfeval pay again and fill it in.",
        ),
    ),
    "PE557": error(
        (
            "ไม่พบแถวของ {name} (รหัส {found})",
            "สั่ง perfeval pay ใหม่ แล้วกำหนดร้อยละในสมุดงานฉบับใหม่",
        ),
        (
            "There is no row for {name} (id {found}).",
            "Run perfeval pay again and set the percents in the new workbook.",
        ),
    ),
    "PE558": error(
        (
            "ไม่ใช่สมุดงานเลื่อนเงินเดือนของรอบนี้: {why}",
            "ใช้ไฟล์ out/pay-….xlsx ที่ perfeval pay สร้างให้รอบนี้",
        ),
        (
            "This is not a pay workbook of this round: {why}.",
            "Use the out/pay-….xlsx that `perfeval pay` made for it.",
        ),
    ),
    "PE559": error(
        (
            "{name} ไม่ต้องกำหนดร้อยละในสมุดงานนี้ ({why})",
            "ลบร้อยละในแถวนี้",
        ),
        (
            "No percent is set for {name} here ({why}).",
            "Clear the percent of this row.",
        ),
    ),
}
