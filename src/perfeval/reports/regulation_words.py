"""The words in which a regulation is shown, Thai and English."""

from perfeval.reports.pay_rule_words import PAY_WORDS

KINDS = {
    "core": ("สมรรถนะหลัก", "core competencies"),
    "functional": ("สมรรถนะประจำสายงาน", "functional competencies"),
    "managerial": ("สมรรถนะประจำผู้บริหาร", "managerial competencies"),
}

MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

HEADINGS = {
    "regulation": ("หลักเกณฑ์", "Regulation"),
    "staff": ("บุคลากรและตำแหน่ง", "Staff and positions"),
    "rounds": ("รอบการประเมิน", "Rounds"),
    "components": ("องค์ประกอบการประเมิน", "Components"),
    "rating": ("มาตรวัด", "Rating scale"),
    "matching": ("การเทียบกับระดับที่คาดหวัง", "Against the expected level"),
    "level_names": ("ชื่อระดับ", "Names of the levels"),
    "competencies": ("สมรรถนะ", "Competencies"),
    "expected_levels": ("ระดับสมรรถนะที่คาดหวัง (แนะนำ)", "Expected levels (advised)"),
    "items": ("รายการประเมิน", "Items"),
    "proposals": ("ข้อเสนอเลื่อนขั้นเงินเดือนและการจัดกลุ่ม", "Proposals and groups"),
    "bands": ("ระดับผลการประเมิน", "Bands"),
    "announcement": ("การประกาศรายชื่อ", "Announcement of names"),
    "people": ("ผู้ประเมิน การรับทราบผล และการโอนย้าย", "Evaluators and witnesses"),
    "opening": ("เอกสารเปิดรอบ", "Papers that open a round"),
    "provisions": ("ข้อกำหนดที่เป็นถ้อยคำ", "Rules in words"),
    "advice": ("คำแนะนำ", "Advice"),
    "pay": ("การเลื่อนเงินเดือน", "Pay"),
    "attendance": ("การลาและการมาทำงานสาย", "Leave and lateness"),
    "keeping": ("การเก็บแบบประเมิน", "Keeping of the papers"),
    "steps": ("ปฏิทินและขั้นตอน", "Calendar"),
}

WORDS = {
    # marks and joints
    "house": ("[แนวปฏิบัติ]", "[house]"),
    "or": (" หรือ ", " or "),
    "everybody": ("ทุกคน", "everybody"),
    "year_before": ("{day} (ปีก่อนปีงบประมาณ)", "{day} (of the year before)"),
    # rulings
    "id": ("{id}: {title}", "{id}: {title}"),
    "form": ("แบบประเมิน: {form}", "Form: {form}"),
    "in_force": ("ใช้บังคับ: {day}", "In force: {day}"),
    "chief": ("ผู้พิจารณาผล: {chief}", "Chief: {chief}"),
    "source": ("ต้นฉบับ: {title} โดย {issuer}", "Source: {title}, {issuer}"),
    "dated": ("ลงวันที่: {day}", "Dated: {day}"),
    "gazette": ("ราชกิจจานุเบกษา: {gazette}", "Gazette: {gazette}"),
    "link": ("ที่อยู่ต้นฉบับ: {link}", "Link: {link}"),
    "read_on": ("เทียบกับต้นฉบับเมื่อ: {day}", "Compared with the source on: {day}"),
    "file": ("ไฟล์: {file} sha256 {sha256}", "File: {file} sha256 {sha256}"),
    "staff_group": ("{label} ({key})", "{label} ({key})"),
    "staff_group_first": (
        "{label} ({key}) ใช้เมื่อไม่ได้ระบุกลุ่ม",
        "{label} ({key}), where no group is named",
    ),
    "position": ("ประเภท{type}: {levels}", "{type}: {levels}"),
    "round": (
        "รอบที่ {number}: {starts} ถึง {ends}",
        "Round {number}: {starts} to {ends}",
    ),
    "component": ("{label}: ร้อยละ {weight}", "{label}: {weight} percent"),
    "component_marked": (
        "{label}: ตามคะแนนเต็มของรายการ ซึ่งหน่วยงานกำหนด",
        "{label}: as the full marks of its items, which the office sets",
    ),
    "least": ("{label}: ไม่น้อยกว่าร้อยละ {least}", "{label}: at least {least} percent"),
    "probation": (
        "{label}: ร้อยละ {weight} สำหรับผู้ทดลองปฏิบัติราชการในรอบ",
        "{label}: {weight} percent for a person on probation in the round",
    ),
    "method_weighted_levels": (
        "{label}: คะแนน = ผลรวมของระดับ × น้ำหนักของตัวชี้วัด เทียบคะแนนเต็ม 100",
        "{label}: points = sum of level × weight of the indicators, out of 100",
    ),
    "method_rating": (
        "{label}: คะแนน = ผลรวมของคะแนน × น้ำหนักของสมรรถนะ เทียบคะแนนเต็ม 100",
        "{label}: points = sum of rating × weight of the competencies, out of 100",
    ),
    "method_dimensions": (
        "{label}: คะแนน = ผลรวมของน้ำหนัก × คะแนนทุกมิติ ÷ คะแนนเต็ม",
        "{label}: points = sum of weight × points of all dimensions ÷ full points",
    ),
    "dimensions_full": (
        "ตัวชี้วัดหนึ่งตัวได้คะแนนทุกมิติรวมกันเต็ม {full}",
        "An indicator earns {full} points in all its dimensions",
    ),
    "dimension": ("{label}: 0 ถึง {most} คะแนน", "{label}: 0 to {most} points"),
    "method_table": (
        "{label}: คะแนน = ผลรวมของน้ำหนัก × คะแนนจากตาราง ÷ คะแนนเต็มของตาราง",
        "{label}: points = sum of weight × points of the table ÷ its full points",
    ),
    "method_bar": (
        "{label}: คะแนน = ผลรวมของน้ำหนัก × คะแนนตามส่วนต่างจากระดับที่คาดหวัง ÷ คะแนนเต็ม",
        "{label}: points = sum of weight × points by the gap to the expected level "
        "÷ full points",
    ),
    "method_hybrid": (
        "{label}: คะแนน = ผลรวมของระดับที่ได้ × น้ำหนัก เป็นร้อยละของระดับที่คาดหวัง × น้ำหนัก",
        "{label}: points = sum of level × weight, as a percent of the sum of expected "
        "level × weight",
    ),
    "table_full": (
        "ตารางคะแนน เต็ม {full} ระดับที่ได้ {shown}",
        "Table of points, full {full}, shown levels {shown}",
    ),
    "table_row": (
        "คาดหวังระดับ {expected}: {points}",
        "Level {expected} expected: {points}",
    ),
    "bar_full": (
        "คะแนนตามส่วนต่างจากระดับที่คาดหวัง เต็ม {full}",
        "Points by the gap to the expected level, full {full}",
    ),
    "bar_gap": (
        "ต่ำกว่าที่คาดหวังไม่เกิน {at_most} ระดับ: {points} คะแนน",
        "At most {at_most} below the expected level: {points} points",
    ),
    "bar_otherwise": ("ต่ำกว่านั้น: {points} คะแนน", "Farther below: {points} points"),
    "hybrid_most": (
        "คะแนนขององค์ประกอบไม่เกิน {at_most}",
        "The component comes to at most {at_most}",
    ),
    "method_marks": (
        "{label}: คะแนน = ผลรวมของคะแนนที่ได้ในแต่ละรายการ",
        "{label}: points = sum of the marks of its items",
    ),
    "full_marks": (
        "คะแนนเต็มทุกรายการรวมกันได้ 100",
        "The full marks of all items total 100",
    ),
    "item": ("{number} {title} ({part})", "{number} {title} ({part})"),
    "own_items": (
        "{number} {title} ({part}): หน่วยงานตั้งเองได้ {own} รายการ",
        "{number} {title} ({part}): room for {own} of the office's own",
    ),
    "compulsory": (
        "{who}ประเมินรายการ {items} เป็นอย่างน้อย",
        "{who}: marked on {items} at the least",
    ),
    "compulsory_heads": (
        "{who} (ผู้ที่มีผู้ใต้บังคับบัญชา) ประเมินรายการ {items} เป็นอย่างน้อย",
        "{who} (heads): marked on {items} at the least",
    ),
    "other_form": (
        "ระดับตำแหน่ง {levels} ไม่ใช้แบบนี้: {why}",
        "Position level {levels} has another form: {why}",
    ),
    "proposal": (
        "{label}: {step} ขั้น ผลระดับ{bands} (รอบที่ {rounds})",
        "{label}: step {step}, for {bands} (round {rounds})",
    ),
    "proposal_reason": ("{label}: ต้องระบุเหตุผล", "{label}: a reason is compulsory"),
    "grouping": (
        "รอบที่ {round} จัดลำดับเป็นกลุ่มตามระดับผล และทำบัญชีรายชื่อระดับ {bands} ไว้",
        "Round {round} ranks in the groups of the bands and lists {bands}",
    ),
    "aspects": ("{label} พิจารณาจาก: {aspects}", "{label} is judged by: {aspects}"),
    "scale": ("ระดับ {lowest} ถึง {highest}", "Levels {lowest} to {highest}"),
    "step": ("พิมพ์ได้ทีละ {step}", "In steps of {step}"),
    "interpolation": (
        "ผลงานจริงได้ระดับตามสัดส่วนระหว่างค่าเป้าหมายที่อยู่ติดกัน",
        "An actual earns its level in proportion between two targets",
    ),
    "agree": (
        "ระดับที่พิมพ์กับระดับจากผลงานจริงต่างกันได้ไม่เกิน {within}",
        "A typed level may differ from the one its actual earns by {within}",
    ),
    "named": ("{label}: {names}", "{label}: {names}"),
    "count": ("{kind} อย่างน้อย {least} ({who})", "{kind}: {least} or more ({who})"),
    "count_exactly": ("{kind} {least} สมรรถนะ ({who})", "{kind}: {least} ({who})"),
    "count_up_to": (
        "{kind} {least} ถึง {most} สมรรถนะ ({who})",
        "{kind}: {least} to {most} ({who})",
    ),
    "titles": ("{kind}: {titles}", "{kind}: {titles}"),
    "expected": ("{kind} ({who}): {level}", "{kind} ({who}): {level}"),
    "band_up": ("{label}: ตั้งแต่ร้อยละ {floor} ขึ้นไป", "{label}: {floor} and above"),
    "band": (
        "{label}: ตั้งแต่ร้อยละ {floor} แต่ไม่ถึงร้อยละ {below}",
        "{label}: {floor} and above, below {below}",
    ),
    "announced": (
        "{who} ประกาศรายชื่อระดับ {bands} {place}",
        "{who} announces the names of {bands}, {place}",
    ),
    "matter": ("เรื่องที่ประเมิน: {matter}", "What is evaluated: {matter}"),
    "purpose": ("{purpose}", "{purpose}"),
    "cites": ("ฐานที่ประกาศอ้าง: {cited}", "The announcement cites: {cited}"),
    "witnesses": (
        "ไม่ลงลายมือชื่อรับทราบ: พยานอย่างน้อย {least} คน",
        "Refusal to sign: at least {least} witnesses",
    ),
    "witnesses_of_a_kind": (
        "ไม่ลงลายมือชื่อรับทราบ: พยานซึ่งเป็น{kind}อย่างน้อย {least} คน",
        "Refusal to sign: at least {least} witnesses, {kind}",
    ),
    "no_witness": ("ไม่บังคับให้มีพยาน", "No witness is required"),
    "evaluator": ("{who} ประเมิน {employees}", "{who} evaluates {employees}"),
    "consent_if_any": (
        "ความเห็นชอบของผู้บังคับบัญชาเหนือขึ้นไป เมื่อมี",
        "Consent of the next supervisor, if there is one",
    ),
    "consent_always": (
        "ความเห็นชอบของผู้บังคับบัญชาเหนือขึ้นไป ทุกราย",
        "Consent of the next supervisor, always",
    ),
    "transfer": (
        "โอนหรือย้ายหลังวันที่ {days}: ผู้บังคับบัญชาเดิมเป็นผู้ประเมิน",
        "Transferred or moved after {days}: the former supervisor evaluates",
    ),
    "opening_cites": ("ฐานที่เอกสารอ้าง: {cited}", "The papers cite: {cited}"),
    "opening": (
        "บันทึกขอความเห็นชอบ: เสนอโดย{by} ความเห็นของ {opinions}",
        "Memorandum: proposed by {by}, opinions of {opinions}",
    ),
    "duty": (
        "หน้าที่ของคณะกรรมการกลั่นกรอง: {duty}",
        "Duty of the screening committee: {duty}",
    ),
    "seat": (
        "กรรมการกลั่นกรอง: {position} เป็น{role}",
        "Screening committee: {position}, {role}",
    ),
    "chair": ("ประธานกรรมการ", "chair"),
    "member": ("กรรมการ", "member"),
    "member_secretary": ("กรรมการและเลขานุการ", "member and secretary"),
    "secretary": ("เลขานุการ", "secretary"),
    "provision": ("{text}", "{text}"),
    "indicators_at_most": (
        "ตัวชี้วัดไม่ควรเกิน {value} ตัว",
        "No more than {value} indicators are advised",
    ),
    "leave_limit": (
        "ลาได้ไม่เกิน {times} ครั้งในแต่ละรอบ",
        "Leave: at most {times} times in a round",
    ),
    "leave_exception": (
        "ลาเกินจำนวนครั้ง แต่วันลาไม่เกิน {days} วันและมีผลงาน{band}: อาจพิจารณาให้เลื่อนได้",
        "Above it, at most {days} days and the band {band}: a raise may be considered",
    ),
    "leave_band": (
        "ผลงาน{band} คือระดับ{band}ของรอบเดียวกัน",
        "That is the band {band} of the same round",
    ),
    "late_limit": (
        "มาทำงานสายเกิน {times} ครั้ง ถือว่ามาสายเป็นประจำ",
        "Late more than {times} times: habitually late",
    ),
    "late_period": ("จำนวนครั้งที่มาสาย นับทีละรอบ", "Lateness is counted in each round"),
    "days_calendar": (
        "วันลา: จำนวนที่กรอก หากไม่กรอกคือทุกวันตามปฏิทินที่อยู่ในรอบ",
        "Days of leave: as typed, else every day of the calendar inside the round",
    ),
    "times_first_day": (
        "การลาที่คร่อมสองรอบ นับเป็นครั้งในรอบของวันแรก",
        "A leave across two rounds counts once, in the round of its first day",
    ),
    "leave_always": ("{label}: นับ", "{label}: counted"),
    "leave_never": ("{label}: ไม่นับ", "{label}: not counted"),
    "leave_without_certificate": (
        "{label}: นับเมื่อไม่มีใบรับรองแพทย์",
        "{label}: counted without a medical certificate",
    ),
    "kept": (
        "เก็บแบบประเมินอย่างน้อย {rounds} รอบ: {place}",
        "Papers are kept for {rounds} rounds at least: {place}",
    ),
    "calendar_step": ("{title}: {done}", "{title}: {done}"),
    "step_unused": (
        "(ปฏิทินชุดที่ไม่ได้ใช้) {title}: {done}",
        "(of a calendar not in use) {title}: {done}",
    ),
    "step_time": ("    รอบที่ {round}: {when}", "    Round {round}: {when}"),
    "until": ("ภายใน {day}", "by {day}"),
    "from": ("ตั้งแต่ {day}", "from {day}"),
    "no_date": ("ไม่กำหนดวัน", "no date"),
    **PAY_WORDS,
}
