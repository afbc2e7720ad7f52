"""What the states of people and files are called."""

from perfeval.appraise.standing import FileState, PersonState

STATES = {
    "th": {
        PersonState.RANKED: "ได้ผลแล้ว",
        PersonState.HELD: "รอแก้ไข",
        PersonState.MISSING: "ยังไม่ส่ง",
        PersonState.EXCLUDED: "ไม่จัดลำดับ",
    },
    "en": {state: state.value for state in PersonState},
}
FILES = {
    "th": {
        FileState.ACCEPTED: "ใช้ได้",
        FileState.HELD: "รอแก้ไข",
        FileState.REFUSED: "ไม่รับ",
        FileState.DUPLICATE: "ซ้ำ",
        FileState.IGNORED: "ไม่นับ",
    },
    "en": {state: state.value for state in FileState},
}
