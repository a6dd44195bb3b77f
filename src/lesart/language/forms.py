"""What a verb form can be, for every language."""

from __future__ import annotations


class Form:
    """Flags: a word that is several forms at once has several. Plain integers, because `&` on an enum is slow."""

    PRESENT = 1
    PRETERITE = 2
    SUBJUNCTIVE1 = 4
    SUBJUNCTIVE2 = 8
    PARTICIPLE = 16
    INFINITIVE = 32
    ZU_INFINITIVE = 64
    SINGULAR = 128
    PLURAL = 256
    FIRST = 512
    """First person; a form that is first and third person has this flag beside the others."""
    JOINED = 1024
    """Written together with its particle ("mitteilte"), so at the end of a clause."""


FINITE = Form.PRESENT | Form.PRETERITE | Form.SUBJUNCTIVE1 | Form.SUBJUNCTIVE2
PAST_OR_PRESENT = Form.PRESENT | Form.PRETERITE
