"""The sentences of an article with their clauses, found when they are first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lesart.language.clause import INFINITIVE, RELATIVE, Clause
from lesart.language.forms import Form
from lesart.language.layer import Layer
from lesart.model import Span
from lesart.statements.draft import views
from lesart.statements.grammar import Grammar, Scene
from lesart.statements.lexicon import Lexicon


class Scenes:
    """The scenes of one article by offset."""

    def __init__(self, layer: Layer, grammar: Grammar, lexicon: Lexicon) -> None:
        self._grammar, self._lexicon = grammar, lexicon
        self._views = views(layer)
        self._starts = [layer.tokens[sentence.first].start for sentence in layer.sentences]
        self._paragraphs = [sentence.paragraph for sentence in layer.sentences]
        self._found: dict[int, Scene] = {}

    def begin(self, offset: int) -> int:
        """Where the sentence around an offset begins."""
        return self._starts[self._place(offset)]

    def around(self, offset: int) -> Scene:
        """The sentence around an offset."""
        place = self._place(offset)
        if place not in self._found:
            view = self._views[place]
            clauses = self._grammar.clauses(view.words, view.outside)
            self._found[place] = Scene(view, clauses, self._lexicon, self._grammar)
        return self._found[place]

    def _place(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def speaks(self, span: Span) -> bool:
        """Whether a phrase stands in a clause whose verb is one of speaking, not of thinking."""
        scene = self.around(span.start)
        for clause in scene.clauses:
            words = scene.view.words
            if clause.verb >= 0 and words[clause.first].start <= span.start < words[clause.last].end:
                verb = scene.lexicon.verbs.get(clause.lemma)
                beside = set(verb.beside.split()) if verb else set()
                inside = {word.low for word in words[clause.first : clause.last + 1]}
                return verb is not None and verb.medium in ("Speech", "SW") and (not beside or bool(beside & inside))
        return False

    def holds(self, spans: Sequence[Span], words: str) -> bool:
        """Whether one of the cue words of a kind stands in the spans."""
        kind = self._lexicon.words[words]
        scenes = (self.around(span.start) for span in spans)
        return any(
            word.low in kind and span.start <= word.start < span.end
            for span, scene in zip(spans, scenes, strict=True)
            for word in scene.view.words
        )

    def clause(self, phrase: Span) -> tuple[Scene, Clause] | None:
        """The clause with a verb that a phrase stands in."""
        scene = self.around(phrase.start)
        words = scene.view.words
        for clause in scene.clauses:
            if clause.verb >= 0 and words[clause.first].start <= phrase.start < words[clause.last].end:
                return scene, clause
        return None

    def saying(self, phrase: Span) -> tuple[Scene, Clause] | None:
        """The clause of saying that a phrase stands in."""
        found = self.clause(phrase)
        return found if found and found[1].lemma in found[0].lexicon.verbs else None

    def before(self, offset: int) -> Scene | None:
        """The sentence before the one around an offset, in the same paragraph."""
        place = self._place(offset)
        if place == 0 or self._paragraphs[place] != self._paragraphs[place - 1]:
            return None
        return self.around(self._starts[place - 1])

    def all_before(self, offset: int) -> Iterator[Scene]:
        """The sentences before the one around an offset in the same paragraph, the nearest first."""
        place = self._place(offset)
        for earlier in range(place - 1, -1, -1):
            if self._paragraphs[earlier] != self._paragraphs[place]:
                return
            yield self.around(self._starts[earlier])

    def is_infinitive(self, spans: Sequence[Span]) -> bool:
        """Whether the first of some spans is what somebody wants done: "mehr zu zahlen"."""
        scene = self.around(spans[0].start)
        clauses = (one for one in scene.clauses if one.kind == INFINITIVE)
        return any(spans[0].start <= scene.view.words[one.last].start < spans[0].end for one in clauses)

    def is_one_clause(self, spans: Sequence[Span]) -> bool:
        """Whether only one finite verb stands inside some spans of one sentence."""
        scene = self.around(spans[0].start)
        words = scene.view.words
        verbs = [words[one.verb].start for one in scene.clauses if one.verb >= 0]
        inside = [start for start in verbs if any(span.start <= start < span.end for span in spans)]
        return len(inside) == 1 and self.begin(spans[-1].start) == self.begin(spans[0].start)

    def predicate(self, spans: Sequence[Span]) -> tuple[Scene, Clause] | None:
        """The first clause of the first span's sentence whose finite verb stands inside the spans."""
        scene = self.around(spans[0].start)
        for clause in scene.clauses:
            if clause.verb >= 0:
                start = scene.view.words[clause.verb].start
                if any(span.start <= start < span.end for span in spans):
                    return scene, clause
        return None


def subject_of(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """First and last token of the subject of a clause, also where an apposition or a frame stands between them.

    "Miriam Tewes, die Sprecherin der Eltern, erhielt kein Wort".
    """
    words, here = scene.view.words, scene.clauses.index(clause)
    found = scene.grammar.subject(words, clause)
    place = here
    while place > 0 and (scene.clauses[place - 1].verb < 0 or scene.clauses[place - 1].kind == RELATIVE):
        place -= 1
    if clause.verb == clause.first and here - place >= (2 if found else 1):
        first = scene.clauses[place].first
        end = scene.grammar.noun_phrase(words, first)
        if end == scene.clauses[place].last + 1:
            found = first, end - 1
    return (words[found[0]].index, words[found[1]].index) if found else None


def is_subjunctive(scene: Scene, clause: Clause) -> bool:
    """Whether a clause can only be told by somebody else: Konjunktiv I, or a Konjunktiv II that is no preterite."""
    form = scene.view.words[clause.verb].form
    if (clause.auxiliary or clause.lemma) in scene.lexicon.words["wish"]:
        return False
    second = form & Form.SUBJUNCTIVE2 and not form & Form.PRETERITE
    return clause.mood == 1 or (clause.mood == 2 and bool(second))


def is_hearsay(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what somebody is told to have done: "soll Greif geantwortet haben"."""
    return scene.view.words[clause.verb].low in scene.lexicon.words["hearsay"]
