"""The neural engine: rules and language give signals, the encoder reads, the best candidates become drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol, cast

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from tokenizers import Tokenizer

from lesart.encoder.model import Encoder, Seen
from lesart.encoder.pieces import Pieces, pieces_of
from lesart.language import module
from lesart.language.layer import Layer, Token
from lesart.statements.draft import Draft, Entity, Found, Range
from lesart.statements.grammar import Grammar
from lesart.statements.lexicon import Lexicon, lexicon
from lesart.statements.neural.candidates import Candidate, Run, f1, places_of, rule_candidates
from lesart.statements.neural.choose import Linked, Scored, chosen, scored, weighed
from lesart.statements.neural.entities import entities_of
from lesart.statements.neural.labels import LEVELS, TAGS
from lesart.statements.neural.merge import merged
from lesart.statements.neural.signals import COLUMNS, Signals, signals
from lesart.statements.neural.tagged import contents
from lesart.statements.neural.views import view_of
from lesart.statements.rules import find_drafts as find_by_rules
from lesart.statements.rules.nesting import with_parents

_SAME = 0.5
"""Token F1 from which a draft of the rules has the modality of the statement."""


def found_by(encoder: Encoder, layer: Layer, language: str) -> Found:
    """The statements of an article, in order of the text, with parents and confidence; and its names.

    Raises ValueError for an encoder that was trained with other signals.
    """
    settings = encoder.settings
    if settings.columns != COLUMNS:
        raise ValueError(f"The weights of {settings.name} were trained with other signals than these.")
    article = words_of(layer, language, encoder.tokenizer)
    linked, chances, named = linked_of(article, encoder)
    found = [scored(one, chances) for one in linked]
    grammar, cues = cast(Grammar, module(language)), lexicon(language)
    kept = chosen(found, settings.keep, settings.least)
    words = article.words
    drafts = with_parents([_draft(one, words, grammar, cues, weighed(one, settings.confidence)) for one in kept])
    entities = entities_of(named, settings.entities)
    return Found(drafts, [Entity(words[e.first].index, words[e.last].index, e.kind) for e in entities])


class Words(Struct, frozen=True):
    """An article as the encoder reads it."""

    text: str
    words: list[Token]
    signals: Signals
    sentences: list[int]
    """The first word of each sentence."""
    pieces: Pieces
    ruled: list[Candidate]
    """What the rules found."""


class Reader(Protocol):
    """The encoder, or the same network while it is trained."""

    def read(self, pieces: Pieces, signals: Signals, sentences: Sequence[int]) -> Seen:
        """What the trunk says of an article's words."""
        ...

    def link(
        self, states: Signals, signals: Signals, marks: NDArray[np.int64], hints: Signals, about: Signals
    ) -> Sequence[Any]:
        """Roles, form, medium and quality of one candidate."""
        ...


def words_of(layer: Layer, language: str, tokenizer: Tokenizer) -> Words:
    """The words of an article with their signals, and what the rules find in it."""
    ruled = find_by_rules(layer, language)
    words, table = signals(layer, language, ruled)
    places = {word.index: place for place, word in enumerate(words)}
    pieces = pieces_of(tokenizer, layer.text, [(word.start, word.end) for word in words])
    return Words(layer.text, words, table, _sentences(layer, places), pieces, rule_candidates(ruled, places))


class Look(NamedTuple):
    """What the encoder says of an article."""

    linked: list[Linked]
    """The candidates as the linker sees them."""
    chances: NDArray[np.float32]
    """The tagger's, [levels, words, tags]."""
    entities: NDArray[np.float32]
    """Scores of the labels of named entities, [words, labels]."""


def linked_of(article: Words, encoder: Reader) -> Look:
    """Read an article with the encoder."""
    words = len(article.words)
    if not len(article.pieces.ids):
        return Look([], np.zeros((LEVELS, words, TAGS), np.float32), np.zeros((0, 0), np.float32))
    seen = encoder.read(article.pieces, article.signals, article.sentences)
    scores = seen.tags.reshape(words, LEVELS, TAGS).transpose(1, 0, 2)
    scores = scores - np.logaddexp.reduce(scores, axis=-1, keepdims=True)
    found = []
    for candidate in merged(contents(scores), article.ruled):
        view = view_of(candidate, article.sentences, words)
        here = slice(view.start, view.stop)
        said = encoder.link(seen.states[here], article.signals[here], view.marks, view.hints, view.about)
        found.append(Linked(candidate, view.start, said[0], said[1], said[2], float(said[3])))
    return Look(found, np.exp(scores), seen.entities)


def _sentences(layer: Layer, places: dict[int, int]) -> list[int]:
    """The first word of each sentence."""
    found = []
    for sentence in layer.sentences:
        first = next((places[n] for n in range(sentence.first, sentence.last + 1) if n in places), None)
        if first is not None:
            found.append(first)
    return found


def _draft(one: Scored, words: Sequence[Token], grammar: Grammar, cues: Lexicon, confidence: float) -> Draft:
    return Draft(
        rule="neural",
        form=one.form,
        medium=one.medium,
        content=_tokens(one.content, words),
        speaker=_tokens(_whole_names(one, words), words),
        cue=_tokens(one.roles["cue"], words),
        addressee=_tokens(one.roles["addressee"], words),
        frame=_tokens(one.roles["frame"], words),
        modality=_modality(one, words, grammar, cues),
        confidence=confidence,
    )


def _whole_names(one: Scored, words: Sequence[Token]) -> list[Run]:
    """The speaker; where it ends inside a name ("Ministerin Jana | Kolb") it goes on as far as the rules' speaker."""
    draft = one.candidate.draft
    ruled = places_of(draft.speaker) if draft else set()
    found = []
    for first, last in one.roles["speaker"]:
        while last + 1 in ruled and words[last].capital and words[last + 1].capital:
            last += 1
        found.append((first, last))
    return found


def _tokens(runs: Sequence[Run], words: Sequence[Token]) -> list[Range]:
    return [(words[first].index, words[last].index) for first, last in runs]


def _modality(one: Scored, words: Sequence[Token], grammar: Grammar, cues: Lexicon) -> str:
    """What the cue makes of the content: as the rules say where they found it too, else by the cue's verb."""
    draft = one.candidate.draft
    if draft is not None and f1(places_of(draft.content), one.candidate.places) >= _SAME:
        return draft.modality
    low = [words[place].low for first, last in one.roles["cue"] for place in range(first, last + 1)]
    for word in low:
        lemma = grammar.look_up(word)[1]
        for verb in (*(other + lemma for other in low if other != word), lemma):
            if verb in cues.verbs:
                return cues.verbs[verb].modality
    return "asserted"
