"""PE340-369: a form held against the roster, several forms, what was sent again."""

from perfeval.catalogue.entry import error, note, warning

ENTRIES = {
    "PE340": error(
        (
            "ไม่มีรหัส “{found}” ในบัญชีรายชื่อ{near} จึงไม่รับแบบนี้",
            "แก้รหัสพนักงานในแบบ หรือเพิ่มผู้นี้ในบัญชีรายชื่อ",
        ),
        (
            "The roster has no id “{found}”{near}; the form is refused.",
            "Correct the id in the form, or add the person to the roster.",
        ),
    ),
    "PE341": error(
        (
            "แบบนี้เป็นของรอบ {found} ไม่ใช่รอบ {expected} จึงไม่รับ",
            "ขอแบบของรอบ {expected} หรือแก้ปีและครั้งที่หากพิมพ์ผิด",
        ),
        (
            "The form is of round {found}, not of {expected}; it is refused.",
            "Ask for the form of {expected}, or correct year and round.",
        ),
    ),
    "PE342": error(
        (
            "แบบนี้เป็นของหน่วยงาน “{found}” ไม่ใช่ “{expected}” จึงไม่รับ",
            "ส่งคืนหน่วยงานนั้น หรือแก้ชื่อหน่วยงานหากพิมพ์ผิด",
        ),
        (
            "The form is of the office “{found}”, not of “{expected}”; it is refused.",
            "Send it back to that office, or correct the name of the office.",
        ),
    ),
    "PE343": error(
        (
            "ชื่อในแบบ “{found}” ไม่ตรงกับรหัส {employee} ซึ่งในบัญชีรายชื่อคือ “{roster}”{near}",
            "ตรวจว่าเป็นแบบของผู้ใด แล้วแก้รหัสหรือชื่อให้ตรงกัน",
        ),
        (
            "The name “{found}” does not belong to the id {employee}, which is"
            " “{roster}” on the roster{near}.",
            "Find out whose form it is, then correct the id or the name.",
        ),
    ),
    "PE344": warning(
        (
            "ชื่อในแบบ “{found}” สะกดต่างจากบัญชีรายชื่อ “{roster}” ใช้ชื่อตามบัญชีรายชื่อ",
            "ตรวจการสะกดหรือการเปลี่ยนชื่อ แล้วแก้ฝ่ายที่ผิด",
        ),
        (
            "The name “{found}” is spelt “{roster}” on the roster, which is used.",
            "Check the spelling or a change of name, and correct the wrong one.",
        ),
    ),
    "PE345": warning(
        (
            "{label}ในแบบคือ “{found}” ต่างจากบัญชีรายชื่อ “{roster}” ใช้ตามบัญชีรายชื่อ",
            "ตรวจว่าฝ่ายใดถูก แล้วแก้แบบหรือบัญชีรายชื่อ",
        ),
        (
            "The form gives the {label} as “{found}”, the roster as “{roster}”, which"
            " is used.",
            "Find out which is right, and correct the form or the roster.",
        ),
    ),
    "PE346": error(
        (
            "แบบนี้ทำตามหลักเกณฑ์ {found} แต่กลุ่มของผู้นี้ใช้ {expected}",
            "ให้กรอกแบบของหลักเกณฑ์ {expected} หรือแก้กลุ่มในบัญชีรายชื่อ",
        ),
        (
            "The form was made for {found}; the group of this person is under"
            " {expected}.",
            "Have the form of {expected} filled in, or correct the group.",
        ),
    ),
    "PE347": error(
        (
            "ผู้ประเมินในแบบคือ “{found}” แต่บัญชีรายชื่อกำหนดเป็น {roster}",
            "ให้ผู้มีหน้าที่ประเมินเป็นผู้ประเมิน หรือแก้ผู้ประเมินในบัญชีรายชื่อ",
        ),
        (
            "The form was evaluated by “{found}”; the roster says {roster}.",
            "Have the right person evaluate, or correct the evaluator in the roster.",
        ),
    ),
    "PE348": warning(
        (
            "{label}ในแบบ “{found}” ไม่ตรงกับบัญชีรายชื่อ {roster} แม้อีกค่าหนึ่งตรงกัน",
            "ตรวจรหัสและชื่อผู้ประเมิน แล้วแก้ค่าที่ผิด",
        ),
        (
            "The {label} “{found}” differs from the roster ({roster}); the other one"
            " agrees.",
            "Check id and name of the evaluator, and correct the wrong one.",
        ),
    ),
    "PE349": warning(
        (
            "แบบไม่ได้ระบุรอบการประเมิน จึงถือว่าเป็นรอบ {expected}",
            "ตรวจว่าเป็นแบบของรอบ {expected} แล้วพิมพ์ปีและครั้งที่",
        ),
        (
            "The form does not say its round; it is taken to be {expected}.",
            "Make sure that it is, and type year and round.",
        ),
    ),
    "PE350": note(
        (
            "ใช้ฉบับนี้ซึ่งบันทึกไว้ใหม่ที่สุดตามที่เจ้าหน้าที่เลือก ไม่ใช้ {others}",
            "ตรวจว่าเป็นฉบับที่ผู้ประเมินรับรอง",
        ),
        (
            "This form is used as the newest one, as the officer chose; not {others}.",
            "Make sure that the evaluator stands by it.",
        ),
    ),
    "PE351": note(
        (
            "ไม่ใช้ฉบับนี้ เพราะมีฉบับที่ใหม่กว่าคือ {newest} ตามที่เจ้าหน้าที่เลือก",
            "ไม่ต้องทำอะไร หากฉบับใหม่ถูกต้อง",
        ),
        (
            "This form is not used: {newest} is newer, as the officer chose.",
            "Nothing to do if the newer one is right.",
        ),
    ),
    "PE352": warning(
        (
            "ยังไม่มีความเห็นของผู้บังคับบัญชาเหนือขึ้นไป ({roster})",
            "ให้ผู้บังคับบัญชาเหนือขึ้นไปเลือก “เห็นด้วย” หรือ “แตกต่าง”",
        ),
        (
            "The opinion of the next supervisor ({roster}) is missing.",
            "Have the next supervisor say whether he or she agrees.",
        ),
    ),
    "PE353": warning(
        (
            "ผู้นี้ไปช่วยราชการ แต่ยังไม่มีข้อมูลและความเห็นของหน่วยงานที่ไปช่วยราชการ",
            "ขอข้อมูลและความเห็นจากหัวหน้าหน่วยงานนั้น แล้วกรอกในแบบ",
        ),
        (
            "This person is seconded, but the host's information and opinion are"
            " missing.",
            "Ask the head of the host office for them, and fill them in.",
        ),
    ),
    "PE354": warning(
        (
            "โอนไปเมื่อ {found} ซึ่งไม่หลังวันที่ {day} ต้นสังกัดใหม่จึงเป็นผู้ประเมิน แต่ยังอยู่ในบัญชีรายชื่อ",
            "ลบผู้นี้ออกจากบัญชีรายชื่อ หรือกรอกเหตุผลที่ไม่จัดลำดับ",
        ),
        (
            "Transferred out on {found}, not after {day}: the new office evaluates,"
            " yet the person is on the roster.",
            "Take the person off the roster, or give a reason for not ranking.",
        ),
    ),
    "PE355": warning(
        (
            "ผู้นี้{movement}หลังวันที่ {day} ผู้บังคับบัญชาเดิมเป็นผู้ประเมิน ในแบบคือ “{found}”"
            " บัญชีรายชื่อคือ {roster}",
            "ตรวจว่าเป็นผู้บังคับบัญชาเดิม แล้วระบุในบัญชีรายชื่อ",
        ),
        (
            "This person {movement} after {day}: the former supervisor evaluates. The"
            " form says “{found}”, the roster {roster}.",
            "Make sure that it is the former supervisor, and put that in the roster.",
        ),
    ),
    "PE356": error(
        (
            "แถวของ {employee} ในบัญชีรายชื่อมีข้อที่ต้องแก้ไข จึงยังไม่คิดคะแนน",
            "แก้บัญชีรายชื่อก่อน แบบนี้ไม่ต้องส่งใหม่",
        ),
        (
            "The row of {employee} in the roster holds an error; no score yet.",
            "Correct the roster first; the form need not be sent again.",
        ),
    ),
    "PE357": warning(
        (
            "โอนไปเมื่อ {found} แต่หลักเกณฑ์ของผู้นี้ไม่ได้กำหนดเรื่องการโอน จึงยังจัดลำดับตามปกติ",
            "หากต้องส่งผลไปยังต้นสังกัดใหม่และไม่จัดลำดับ ให้กรอกเหตุที่ไม่จัดลำดับในบัญชีรายชื่อ",
        ),
        (
            "Transferred out on {found}, of which the regulation says nothing: the "
            "person is ranked like everybody.",
            "If the result is to be sent to the new office and not ranked, give the "
            "reason for not ranking on the roster.",
        ),
    ),
    "PE360": note(
        (
            "ส่งใหม่: {label} เปลี่ยนจาก “{old}” เป็น “{found}”"
            " (ฉบับก่อนได้รับเมื่อ {day}: {file})",
            "ตรวจว่าผู้ประเมินตั้งใจแก้",
        ),
        (
            "Sent again: {label} changed from “{old}” to “{found}” (the version before"
            " came on {day}: {file}).",
            "Make sure that the evaluator meant to change it.",
        ),
    ),
    "PE361": note(
        (
            "ส่งใหม่: เปลี่ยน {count} ช่อง (ฉบับก่อนได้รับเมื่อ {day}: {file})",
            "ตรวจว่าผู้ประเมินตั้งใจแก้ ค่าเดิมและค่าใหม่ทุกช่องดูได้ด้วย --json "
            "หรือใน out/findings.xlsx เมื่อสั่ง perfeval close",
        ),
        (
            "Sent again: {count} cells changed (the version before came on {day}:"
            " {file}).",
            "Make sure that the evaluator meant it. --json and out/findings.xlsx of "
            "`perfeval close` show the old and the new value of each.",
        ),
    ),
}
