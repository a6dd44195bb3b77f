"""Who relays a statement beside its speaker, or is cited by him, as the words of its own sentence say."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.language.layer import WORD, Token
from lesart.model import Span, Statement
from lesart.parties.cluster import Cluster
from lesart.parties.context import Context
from lesart.parties.coreference import Resolver
from lesart.parties.scenes import Scenes, is_hearsay, is_subjunctive, subject_of
from lesart.parties.shared import frame_subject, subject_in

_PHRASE = 4
"""Words from a preposition to the noun of a source phrase, and from there to the name."""
_STOPS = ".;:!?"
"""Signs at which a source's own sentence ends."""
_RELIES = 12
"""Words of a relative clause that says on whom a source relies."""


class Relays:
    """Finds them in one article."""

    def __init__(self, resolver: Resolver, context: Context, scenes: Scenes) -> None:
        self._resolver, self._context, self._scenes = resolver, context, scenes
        self._tokens = context.layer.tokens

    def cited(self, statement: Statement) -> Cluster | None:
        """Whom the frame cites: "unter Berufung auf X"."""
        words, tokens = self._context.cues.words, self._tokens
        for span in statement.frame:
            last = self._context.ends(span.end)
            for place in range(self._context.at(span.start), last - 2):
                if tokens[place].low in words["relay"] and tokens[place + 1].low in words["relay_noun"]:
                    start = place + 3
                    ends = (n for n in range(start, last + 1) if tokens[n].kind == "point" or self._is_verb(n))
                    stop = next(ends, last + 1)
                    return self._resolver.speaker(start, stop - 1) if stop > start else None
        return self._relied_on(statement) or self._relied_on_besides(statement) or self._quoted(statement)

    def teller(self, statement: Statement) -> Cluster | None:
        """Who says something in a frame that has its source by the way: "antwortete Deresch nach einem Bericht"."""
        at = self._context.at(statement.speaker[0].start) if statement.speaker and statement.cue else 0
        if at == 0 or not self._is_source(at - 1) or not self._is_report(statement.speaker[0]):
            return None
        own = frame_subject(statement, self._scenes, True)
        return self._resolver.known(*own) if own and own[1] < at - 1 else None

    def written_in(self, statement: Statement) -> Cluster | None:
        """Whose document quotes the speaker: "wird Ostrup in der Mitteilung zitiert"."""
        words, tokens = self._context.cues.words, self._tokens
        for span in statement.frame:
            first, last = self._context.at(span.start), self._context.ends(span.end)
            if any(tokens[n].low in words["citing"] for n in range(first, last + 1)):
                nouns = [n for n in range(first, last + 1) if self._context.lexicon.is_document(tokens[n].low)]
                if nouns:
                    return self._context.documents.get(tokens[nouns[0]].low) or self._resolver.author_before(nouns[0])
        return None

    def through(self, statement: Statement) -> Cluster | None:
        """Through whom a speaker lets something be known: "ließ Orvath über seine Anwältin Ina Prell ausrichten"."""
        words, tokens = self._context.cues.words, self._tokens
        for span in statement.frame:
            first, last = self._context.at(span.start), self._context.ends(span.end)
            if not any(tokens[n].low in words["lets"] for n in range(first, last + 1)):
                continue
            for place in range(first, last - 1):
                low = tokens[place + 1].low
                known = low in self._context.lexicon.articles - self._context.lexicon.indefinite
                if tokens[place].low in words["through"] and (known or low in self._context.lexicon.possessives):
                    end = self._end_of_name(place + 2, last)
                    return self._resolver.speaker(place + 1, end) if end > place + 1 else None
        return None

    def _end_of_name(self, place: int, last: int) -> int:
        """Where a phrase for a person ends whose first word behind the article is given."""
        tokens = self._tokens
        end = place - 1
        while place <= last:
            joins = not tokens[place].capital and place < last and tokens[place + 1].capital
            if tokens[place].kind != WORD or not (tokens[place].capital or joins):
                break
            end, place = (place if tokens[place].capital else end), place + 1
        return end

    def by_the_way(self, statement: Statement, speaker: Cluster | None) -> Cluster | None:
        """Another source in a clause whose subject is the speaker: "Pelk bedauerte nach den Worten der Ministerin"."""
        spans = statement.frame or (statement.content if statement.form == "reported" else ())
        by_frame = bool(statement.frame)
        subject = frame_subject(statement, self._scenes, True) if by_frame else subject_in(statement, self._scenes)
        if speaker is None or not spans or subject is None or self._resolver.known(*subject) is not speaker:
            return None
        for span in spans:
            for place in range(self._context.at(span.start), self._context.ends(span.end)):
                found = self._source_at(place)
                if found is not None and found is not speaker:
                    return found
        return None

    def outer(self, statement: Statement) -> Cluster | None:
        """Who tells in a statement's sentence that it was said: "Ohm habe ihr versprochen, zu bauen, sagte Kolb"."""
        scene = self._scenes.around(statement.content[0].start)
        own = self._scenes.saying(statement.cue[-1]) if statement.cue else None
        words = scene.view.words
        for clause in scene.clauses:
            verb = words[clause.verb].start if clause.verb >= 0 else -1
            if verb < 0 or clause.lemma not in scene.lexicon.verbs or is_subjunctive(scene, clause):
                continue
            inside = any(span.start <= verb < span.end for span in statement.content)
            if inside or (own is not None and own[1] == clause) or is_hearsay(scene, clause):
                continue
            subject = subject_of(scene, clause)
            found = self._resolver.known(*subject) if subject else None
            if found is not None:
                return found
        return self._behind_so(words)

    def source_inside(self, statement: Statement) -> Cluster | None:
        """The source that stands inside the one clause that somebody relays: "Es fehlten dem Betriebsrat zufolge neun
        Stellen, sagte Matthes"."""
        if statement.form != "indirect" or not statement.frame or not self._scenes.is_one_clause(statement.content):
            return None
        cues, registry = self._context.cues.words, self._context.registry
        for span in statement.content:
            for place in range(self._context.at(span.start) + 1, self._context.ends(span.end)):
                low = self._tokens[place].low
                sure = (place + 1, place + 2) if low in cues["sure"] else ()
                beside = (place - 1,) if low in cues["behind"] else sure
                found = next(filter(None, (registry.around((one, one)) for one in beside)), None)
                if found is not None:
                    return found
        return None

    def _relied_on(self, statement: Statement) -> Cluster | None:
        """On whom a source relies in the relative clause behind it: "der Agentur Halvinform, die sich auf X beruft"."""
        words, tokens = self._context.cues.words, self._tokens
        for span in statement.speaker:
            comma = self._context.ends(span.end) + 1
            stop = min(len(tokens), comma + _RELIES)
            verb = next((n for n in range(comma, stop) if tokens[n].low in words["relies"]), 0)
            lead = [n for n in range(comma, verb) if tokens[n].low in words["relies_on"]]
            if verb and lead and tokens[comma].text == "," and lead[-1] + 1 < verb:
                return self._resolver.speaker(lead[-1] + 1, verb - 1)
        return None

    def _relied_on_besides(self, statement: Statement) -> Cluster | None:
        """On whom a source relies in the same sentence: "meldet die Agentur Gulfwire und stützt sich dabei auf X"."""
        words, tokens = self._context.cues.words, self._tokens
        for span in statement.speaker:
            first = self._context.ends(span.end) + 1
            stop = next((n for n in range(first, len(tokens)) if tokens[n].text in _STOPS), len(tokens))
            verb = next((n for n in range(first, stop) if tokens[n].low in words["relies"]), 0)
            lead = [n for n in range(first, stop) if tokens[n].low in words["relies_on"]]
            if not verb or not lead or not any(tokens[n].low in words["reflexive"] for n in range(first, stop)):
                continue
            end = verb if lead[-1] < verb else stop
            if lead[-1] + 1 < end:
                return self._resolver.speaker(lead[-1] + 1, end - 1)
        return None

    def _quoted(self, statement: Statement) -> Cluster | None:
        """Whom a frame quotes: "die Agentur zitierte Orvath mit den Worten", "..., zitierte die Agentur Orvath"."""
        words, tokens = self._context.cues.words, self._tokens
        for span in statement.frame:
            first, last = self._context.at(span.start), self._context.ends(span.end)
            verb = next((n for n in range(first, last) if tokens[n].low in words["citing"]), 0)
            end = next((n for n in range(verb + 1, last + 1) if tokens[n].low in words["cited_with"]), 0)
            if verb and end > verb + 1:
                return self._resolver.speaker(verb + 1, end - 1)
            named = [one for n in range(verb + 1, last + 1) for _, one in self._context.registry.starting_at(n)]
            if verb and any(one is not named[-1] for one in named):
                return named[-1]
        return None

    def _is_verb(self, place: int) -> bool:
        """Whether a verb ends the phrase before it; articles that look like verbs ("einen") do not."""
        token = self._tokens[place]
        return bool(token.form) and not token.capital and token.low not in self._context.lexicon.articles

    def _is_source(self, place: int) -> bool:
        cues = self._context.cues.words
        return self._tokens[place].low in cues["nach"] | cues["before"]

    def _is_report(self, span: Span) -> bool:
        """Whether a phrase begins with what somebody wrote or told."""
        return any(self._context.is_said(n) for n in self._context.places([span]))

    def _source_at(self, place: int) -> Cluster | None:
        """The source that a word leads to, or stands behind: "zufolge", "laut", "nach den Worten der ..."."""
        cues, tokens, registry = self._context.cues.words, self._tokens, self._context.registry
        low = tokens[place].low
        if low in cues["behind"]:
            return registry.around((place - 1, place - 1))
        sure = low in cues["sure"]
        noun = next((n for n in range(place + 1, min(place + _PHRASE, len(tokens))) if self._context.is_said(n)), 0)
        if not sure and not (low in cues["nach"] and noun):
            return None
        start = noun if noun else place
        named = (found for n in range(start + 1, start + _PHRASE) for _, found in registry.starting_at(n))
        return next(named, None)

    def _behind_so(self, words: Sequence[Token]) -> Cluster | None:
        """Who is named at the end of a sentence: "..., so Kolb"."""
        cues = self._context.cues.words["so"]
        at = next((n for n in range(len(words) - 2, 0, -1) if words[n].low in cues and words[n - 1].text == ","), 0)
        last = next((n for n in range(len(words) - 1, at, -1) if words[n].kind == WORD), 0) if at else 0
        return self._resolver.known(words[at + 1].index, words[last].index) if at and last > at else None
