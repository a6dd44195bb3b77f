"""Bytes to text: UTF-8 with or without a byte order mark, else what charset-normalizer recognises."""

from __future__ import annotations

from lesart.errors import Reason, ReportError

_BOM = b"\xef\xbb\xbf"
_SAMPLE = 200_000
"""Bytes on which the encoding is guessed."""


def decode(data: bytes, report: str) -> tuple[str, str | None]:
    """The text, and the name of its encoding where it is not UTF-8. A byte order mark is no part of the text.

    Raises ReportError for binary data and for an encoding that is not recognised.
    """
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, report)
    if "\0" in text:
        raise ReportError(report, Reason.NOT_TEXT)
    return text, None


def _guess(data: bytes, report: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\0" in data and not utf16:
        raise ReportError(report, Reason.NOT_TEXT)
    best = from_bytes(data[:_SAMPLE] if not utf16 else data, threshold=0.3).best()
    if best is None or _looks_binary(data):
        raise ReportError(report, Reason.NOT_TEXT if _looks_binary(data) else Reason.NOT_DECODABLE)
    encoding = "cp1252" if best.encoding in _LATIN else best.encoding
    try:
        return data.decode(encoding).removeprefix("\ufeff"), encoding
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


_LATIN = frozenset(["latin_1", "cp1250", "cp1252", "iso8859_15", "iso8859_2", "cp1254", "cp1257", "cp850", "cp437"])
"""Encodings that differ little on German and English text; the commonest is taken for all of them."""


def _looks_binary(data: bytes) -> bool:
    """Whether more than a twentieth of the bytes are control characters."""
    sample = data[:_SAMPLE]
    control = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in sample)
    return data[:2] not in (b"\xff\xfe", b"\xfe\xff") and control * 20 > len(sample)
