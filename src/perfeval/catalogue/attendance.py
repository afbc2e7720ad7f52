"""PE501-519: leave and lateness, row by row and as a whole."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE501": error(
        (
            "ไม่พบตารางการลาและการมาสายในสมุดงานนี้",
            "ใช้ attendance.xlsx ที่คำสั่ง perfeval attendance สร้างให้ แล้วกรอกลงในนั้น",
        ),
        (
            "This workbook holds no table of leave and lateness.",
            "Take the attendance.xlsx that `perfeval attendance` writes; fill it in.",
        ),
    ),
    "PE502": error(
        (
            "ไม่พบรหัสพนักงาน “{found}” ในบัญชีรายชื่อ",
            "พิมพ์รหัสตามบัญชีรายชื่อ{near_th} หรือลบแถวนี้ออก",
        ),
        (
            "The employee id “{found}” is not on the roster.",
            "Type an id of the roster{near_en}, or delete the row.",
        ),
    ),
    "PE503": error(
        (
            "หลักเกณฑ์ไม่มีประเภทการลา “{found}”",
            "แก้เป็น {near} (เลือกได้จาก: {choices})",
        ),
        (
            "The regulation has no kind of leave “{found}”.",
            "Change it to {near}; there are: {choices}",
        ),
    ),
    "PE504": error(
        (
            "“{found}” ในช่อง “{label}” ไม่ใช่วันที่ที่อ่านได้แน่ชัด",
            "พิมพ์วัน/เดือน/ปี พ.ศ. สี่หลัก เช่น 5/3/2568",
        ),
        (
            "“{found}” in “{label}” cannot be read as a date.",
            "Type day/month/four-digit year, such as 5/3/2568.",
        ),
    ),
    "PE505": error(
        (
            "การลาตั้งแต่ {begins} ถึง {ends} อยู่นอกรอบนี้ทั้งหมด ({starts} ถึง {stops})",
            "ตรวจปีและเดือน หากเป็นการลาของรอบอื่น ลบแถวนี้ออก",
        ),
        (
            "The leave from {begins} to {ends} lies outside the round "
            "({starts} to {stops}).",
            "Check year and month; if it belongs to another round, delete the row.",
        ),
    ),
    "PE506": error(
        (
            "“{label}” อยู่ก่อนวันแรกของการลา ({begins})",
            "ตรวจทั้งสองวันแล้วพิมพ์ใหม่ ลาวันเดียวให้พิมพ์วันเดียวกันทั้งสองช่อง",
        ),
        (
            "“{label}” lies before the first day of the leave ({begins}).",
            "Check both dates; for one day type the same date into both cells.",
        ),
    ),
    "PE507": error(
        (
            "การลาของรหัส {employee} ซ้อนวันกัน ({places})",
            "แก้วันที่ของแถวที่ผิด หรือลบแถวที่ซ้ำ ลาสองประเภทในวันเดียวให้กรอกวันลาแถวละ 0.5",
        ),
        (
            "Leaves of {employee} overlap ({places}).",
            "Correct the dates, or delete the doubled row; for two kinds of leave on "
            "one day type 0.5 days in each row.",
        ),
    ),
    "PE508": error(
        (
            "“{found}” ในช่อง “{label}” ไม่ใช่จำนวนที่ใช้ได้",
            "พิมพ์ตัวเลขอย่างเดียว จำนวนครั้งเป็นจำนวนเต็ม จำนวนวันมีครึ่งวันได้ เช่น 2.5 ไม่มีให้พิมพ์ 0",
        ),
        (
            "“{found}” in “{label}” is no such number.",
            "Type digits alone: whole times, days with halves (2.5); 0 for none.",
        ),
    ),
    "PE509": error(
        (
            "“{found}” ในช่อง “{label}” มากกว่าที่เป็นได้คือ {most}",
            "ตรวจจำนวนอีกครั้ง นับเฉพาะที่อยู่ในรอบนี้",
        ),
        (
            "“{found}” in “{label}” is more than the {most} that there can be.",
            "Check the number; only what lies inside this round counts.",
        ),
    ),
    "PE510": error(
        (
            "รหัส {employee} มีทั้งรายการลา ({places}) และจำนวนที่นับแล้ว จึงไม่รู้ว่าใช้อย่างใด",
            "เลือกอย่างเดียว: ลบจำนวนครั้งและวันในช่องนี้ หรือลบรายการลาของคนนี้",
        ),
        (
            "{employee} has leaves ({places}) and counted sums; which of them holds "
            "is unsure.",
            "Keep one: delete times and days here, or the leaves of this person.",
        ),
    ),
    "PE511": error(
        (
            "รหัสพนักงาน {found} มีมากกว่าหนึ่งแถว ({places})",
            "รวมไว้ในแถวเดียว แล้วลบแถวอื่น",
        ),
        (
            "The employee id {found} stands in more than one row ({places}).",
            "Keep one row and delete the others.",
        ),
    ),
    "PE512": error(
        (
            "ยังไม่เลือก “{label}” ซึ่งกำหนดว่าจะนับการลาครั้งนี้หรือไม่",
            "เลือก {choices}",
        ),
        (
            "“{label}” is blank, and decides whether this leave counts.",
            "Choose one of: {choices}",
        ),
    ),
    "PE513": error(
        (
            "กรอกจำนวนการลาไม่ครบ: “{label}” ยังว่าง",
            "กรอกทั้งจำนวนครั้งและจำนวนวัน หรือเว้นว่างทั้งคู่แล้วกรอกในแผ่นการลา ไม่มีให้พิมพ์ 0",
        ),
        (
            "Times or days of leave are missing: “{label}” is blank.",
            "Type both, 0 for none; or leave both blank and list the leaves.",
        ),
    ),
    "PE514": error(
        (
            "ลา {times} ครั้ง แต่วันลา {found} วัน น้อยกว่าครั้งละครึ่งวัน",
            "ตรวจว่าไม่ได้พิมพ์จำนวนครั้งกับจำนวนวันสลับช่องกัน",
        ),
        (
            "{times} times of leave cannot come to {found} days.",
            "Check that times and days do not stand in each other's cell.",
        ),
    ),
    "PE515": error(
        (
            "ชื่อ “{found}” ไม่ใช่ชื่อของรหัส {employee} ในบัญชีรายชื่อ ({roster})",
            "แก้รหัสหรือชื่อให้เป็นคนเดียวกัน",
        ),
        (
            "“{found}” is not the name that the roster has for {employee} ({roster}).",
            "Correct the id or the name, so that they are of one person.",
        ),
    ),
    "PE516": note(
        (
            "หลักเกณฑ์ของ {who} ไม่มีข้อกำหนดเรื่องการลาและการมาสาย จึงไม่ได้ใช้ข้อมูลนี้",
            "ไม่ต้องแก้ไข",
        ),
        (
            "The regulation of {who} does not limit leave and lateness; not used.",
            "Nothing is to be done.",
        ),
    ),
    "PE517": warning(
        (
            "ลา {times} ครั้ง ไม่เกิน {limit} ครั้ง แต่รวม {found} วัน เกิน {most} วัน "
            "ซึ่งหลักเกณฑ์ไม่ได้กล่าวถึง",
            "เสนอคณะกรรมการพิจารณา และตรวจจำนวนวันลากับทะเบียนการลา",
        ),
        (
            "Leave of {times} times, at most {limit}, but {found} days, above {most}: "
            "the regulation does not speak of that.",
            "Put it before the committee, and check the days against the register.",
        ),
    ),
    "PE518": warning(
        (
            "ลา {times} ครั้ง นับตามปฏิทินได้ {found} วัน เกิน {most} วัน "
            "แต่นับเฉพาะจันทร์ถึงศุกร์ได้ {weekdays} วัน สถานะจึงขึ้นกับวิธีนับ",
            "กรอก “วันลาในรอบนี้” ของแต่ละครั้งตามทะเบียนการลา",
        ),
        (
            "Leave of {times} times is {found} days of the calendar, above {most}, but "
            "{weekdays} from Monday to Friday: the status hangs on how they count.",
            "Type the days of each leave as the register has them.",
        ),
    ),
    "PE519": warning(
        (
            "ยังไม่รู้การลาหรือการมาสายของ {count} คน: {who}",
            "กรอกให้ครบ ไม่มีให้พิมพ์ 0 หรือหากไฟล์นี้ครบทุกคนแล้ว เลือก “ใช่” ที่ช่องบันทึกครบทุกคน",
        ),
        (
            "Leave or lateness of {count} people is not known: {who}",
            "Fill it in, 0 for none; or say above the list that it is complete.",
        ),
    ),
}
