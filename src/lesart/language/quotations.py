"""Pairs of quotation marks: „…“, „…”, „…", »…«, «…», “…”, "…", and ‚…‘, ›…‹, ‹…›, ‘…’, '…' inside them.

A mark opens or closes by its shape and by the white space around it. A quotation ends with its paragraph: where the
next paragraph begins with the same opening mark it goes on there (the way newspapers set long quotations); where it
does not, the mark was left unclosed and is passed over.
"""

from __future__ import annotations

from lesart.language.layer import BREAK, MARK, Quotation, Token

_CLOSERS = {
    "„": '“”"»',
    "“": '”"“',
    "”": '”"',
    "»": "«",
    "«": "»",
    '"': '"“”',
    "‚": "‘’'",
    "‘": "’'",
    "’": "’",
    "›": "‹",
    "‹": "›",
    "'": "'’",
}
"""Which marks close a quotation that began with this one."""
_ONLY_OPENS = "„‚"


def _opens(text: str, token: Token) -> bool:
    """Whether this mark can open: white space, a bracket or another mark before it, none after it."""
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([{„“»«‚‘›‹\"'–—-/:")


def _closes(text: str, token: Token) -> bool:
    """Whether this mark can close: no white space before it."""
    return token.start > 0 and not text[token.start - 1].isspace()


def pair(text: str, tokens: list[Token]) -> list[Quotation]:
    """All quotations, in order of their opening marks."""
    found: list[Quotation] = []
    open_marks: list[Token] = []
    pending: list[tuple[Token, int]] = []
    for token in tokens:
        if token.kind == MARK:
            if _close(text, token, open_marks, found):
                continue
            if token.text in _ONLY_OPENS or _opens(text, token):
                open_marks.append(token)
        elif token.kind == BREAK and token.text.count("\n") > 1 and open_marks:
            pending.append((open_marks[0], token.index))
            open_marks.clear()
    found += [
        Quotation(mark.index, end - 1, 0)
        for mark, end in pending
        if end + 1 < len(tokens) and tokens[end + 1].text == mark.text and mark.text in '„»«“"'
    ]
    found.sort(key=lambda quotation: (quotation.first, -quotation.last))
    return _with_depth(found)


def _close(text: str, token: Token, open_marks: list[Token], found: list[Quotation]) -> bool:
    """Close the innermost open quotation that this mark can close; say whether there was one."""
    if not open_marks or token.text in _ONLY_OPENS or not _closes(text, token):
        return False
    for place in range(len(open_marks) - 1, max(-1, len(open_marks) - 4), -1):
        if token.text in _CLOSERS[open_marks[place].text]:
            found.append(Quotation(open_marks[place].index, token.index, 0))
            del open_marks[place:]
            return True
    return False


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    """The same quotations, each with the number of quotations around it."""
    result: list[Quotation] = []
    ends: list[int] = []
    for quotation in found:
        while ends and ends[-1] < quotation.first:
            ends.pop()
        result.append(Quotation(quotation.first, quotation.last, len(ends)))
        ends.append(quotation.last)
    return result
