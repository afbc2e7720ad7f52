"""
What is held of a form once it was judged: no tables, no working of the score.

Papers over a whole round ask for neither, and a round has thousands of forms. What
the tables said is held as a digest, by which several forms of one person are told
apart; `explain` and the notices, which show the tables, read them anew.
"""

from perfeval.appraise.outcome import Appraisal, content
from perfeval.appraise.score import Result
from perfeval.model import Evaluation


def of_appraisal(one: Appraisal, typed: Evaluation | None = None) -> Appraisal:
    """
    An appraisal with only what papers over many forms need.

    Args:
        typed: the form as it was typed, where the roster decided over it.
    """
    kept = one.evaluation.without_tables()
    alike = content(typed or one.evaluation, one.findings)
    result = _of_result(one.result, kept) if one.result else None
    return one._replace(evaluation=kept, result=result, alike=alike)


def _of_result(result: Result, kept: Evaluation) -> Result:
    parts = tuple(part._replace(lines=()) for part in result.parts)
    return result._replace(evaluation=kept, parts=parts)
