"""What the scores of the model stand for; their order is that of the model's outputs."""

from __future__ import annotations

from lesart.statements.neural.signals import FORMS

__all__ = ["BEGIN", "CONTINUE", "FORMS", "INSIDE", "LEVELS", "MEDIA", "OUTSIDE", "PARTS", "ROLES", "TAGS"]

OUTSIDE, BEGIN, INSIDE, CONTINUE = range(4)
"""Tags of a word: in no content; the first of a content; in one; the first of a further piece of the same content."""
TAGS = 4
LEVELS = 2
"""Contents may lie inside each other: the outer ones are tagged first, then what lies in them."""
ROLES = ("speaker", "cue", "addressee", "frame")
PARTS = (*ROLES, "content")
"""What the linker says of each word; the content is the candidate's, put right."""
MEDIA = ("Speech", "Writing", "SW", "ST", "Thought", "TW")
