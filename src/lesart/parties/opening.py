"""Who takes the floor in a sentence without a statement: "Ein anderes Bild zeichnete Petz. Zwei Blocks seien ..."."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.clause import MAIN
from lesart.model import Statement
from lesart.parties.cluster import Cluster
from lesart.parties.coreference import Resolver
from lesart.parties.scenes import Scenes, is_subjunctive, subject_of
from lesart.statements.rules.verb_frames import is_passive


class Openings:
    """The sentences of one article that tell nothing themselves, and whom they bring in."""

    def __init__(self, statements: Sequence[Statement], resolver: Resolver, scenes: Scenes) -> None:
        self._resolver, self._scenes = resolver, scenes
        spans = [span for one in statements for span in (*one.content, *one.frame)]
        self._told = {scenes.begin(span.start) for span in spans}

    def brings_in(self, statement: Statement) -> bool:
        """Whether the phrase of a statement's speaker stands in the sentence before it, which tells nothing."""
        scene = self._scenes.before(statement.content[0].start)
        start = scene.view.words[0].start if scene else -1
        return start not in self._told and start == self._scenes.begin(statement.speaker[0].start)

    def speaker(self, statement: Statement) -> Cluster | None:
        """Who is the subject of the sentence before a statement, where that tells nothing and is in the indicative."""
        scene = self._scenes.before(statement.content[0].start)
        if scene is None or scene.view.words[0].start in self._told:
            return None
        clauses = [one for one in scene.clauses if one.kind == MAIN and one.verb >= 0]
        so = (one for one in clauses if scene.view.words[one.first].low in scene.lexicon.words["so"])
        clause = next(so, clauses[0] if clauses else None)
        subject = subject_of(scene, clause) if clause else None
        if clause is None or is_subjunctive(scene, clause) or is_passive(scene, clause):
            return None
        found, words = self._resolver.known(*subject) if subject else None, scene.view.words
        found = found or self._resolver.named_in(words[clause.first].index, words[clause.last].index)
        return found if found is not None and found.kind in ("person", "organisation") else None
