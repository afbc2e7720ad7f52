"""What came back, before it is held together with the roster: plain data."""

from dataclasses import dataclass, field, replace

from perfeval.appraise import let_go
from perfeval.appraise.outcome import Appraisal, content
from perfeval.appraise.standing import FileState, Reason
from perfeval.findings import Finding
from perfeval.model import Evaluation
from perfeval.roster import Person


@dataclass(frozen=True, slots=True)
class Form:
    """
    One form that came back.

    typed: as it was typed; the appraisal holds it as the roster decides.
    person: whose it is; None where the roster knows nobody of that id.
    """

    typed: Evaluation
    person: Person | None
    state: FileState
    appraisal: Appraisal
    reason: Reason = field(default_factory=Reason)

    @property
    def place(self) -> str:
        """File and sheet, as messages name a form."""
        return f"{self.typed.file} ({self.typed.sheet})"

    @property
    def content(self) -> bytes:
        """The digest of everything typed, wherever it stands in the form."""
        judged = self.appraisal
        return judged.alike or content(self.typed, judged.findings)

    def lightly(self) -> "Form":
        """The same with only what papers over many forms need; see `let_go`."""
        typed, judged = self.typed, self.appraisal.evaluation
        appraisal = let_go.of_appraisal(self.appraisal, typed)
        is_spelled_alike = typed.employee_id == judged.employee_id
        kept = appraisal.evaluation if is_spelled_alike else typed.without_tables()
        return replace(self, typed=kept, appraisal=appraisal)


@dataclass(frozen=True, slots=True)
class Received:
    """
    One entry of the inbox.

    sha256: None where its bytes could not be read.
    saved_at: when the file was saved, in nanoseconds; only a rule of choice that
        the officer asked for looks at it.
    findings: of the file and of sheets whose form nobody can attribute.
    """

    file: str
    sha256: str | None = None
    saved_at: int = 0
    forms: tuple[Form, ...] = ()
    findings: tuple[Finding, ...] = ()
