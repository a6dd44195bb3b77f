"""Who takes the floor in a sentence without a statement: "Ein anderes Bild zeichnete Petz. Zwei Blocks seien ..."."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lesart.language.clause import MAIN, Clause
from lesart.model import Statement
from lesart.parties.cluster import Cluster
from lesart.parties.coreference import Resolver
from lesart.parties.scenes import Scenes, is_subjunctive, subject_of
from lesart.statements.grammar import Scene
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
        """Who is the subject of a sentence before a statement in its paragraph, where that and what stands between
        tells nothing, and is in the indicative: the nearest such."""
        for scene in self._scenes.all_before(statement.content[0].start):
            if scene.view.words[0].start in self._told:
                return None
            found = self._brought_in(scene)
            if found is not None:
                return found
        return None

    def just_before(self, statement: Statement) -> Cluster | None:
        """Who is the subject of the sentence right before a statement, if that tells nothing: "Ein Beamter erzählt es
        anders. Demnach ..."."""
        scene = self._scenes.before(statement.content[0].start)
        told = scene is None or scene.view.words[0].start in self._told
        return None if scene is None or told else self._brought_in(scene)

    def before_colon(self, statement: Statement) -> Cluster | None:
        """Who says by the clause before a colon how it was: "Der Chef gibt es so wieder: Busk habe versichert, ..."."""
        scene = self._scenes.around(statement.content[0].start)
        start = min(span.start for span in (*statement.content, *statement.frame))
        words = scene.view.words
        for before, clause in pairwise(scene.clauses):
            behind = clause.sign == ":" and words[clause.first].start <= start
            if behind and before.kind == MAIN and before.verb >= 0 and not is_subjunctive(scene, before):
                found = self._subject(scene, before)
                return found if found is not None and found.kind in ("person", "organisation") else None
        return None

    def _brought_in(self, scene: Scene) -> Cluster | None:
        """Whom the first main clause of a sentence brings in that brings in anybody; "so" opens the one that counts."""
        clauses = [one for one in scene.clauses if one.kind == MAIN and one.verb >= 0]
        so = [one for one in clauses if scene.view.words[one.first].low in scene.lexicon.words["so"]]
        if any(is_subjunctive(scene, one) or is_passive(scene, one) for one in (so or clauses)[:1]):
            return None
        found = (self._subject(scene, one) for one in so or clauses)
        return next((one for one in found if one is not None and one.kind in ("person", "organisation")), None)

    def _subject(self, scene: Scene, clause: Clause) -> Cluster | None:
        subject, words = subject_of(scene, clause), scene.view.words
        found = self._resolver.known(*subject) if subject else None
        return found or self._resolver.named_in(words[clause.first].index, words[clause.last].index)
