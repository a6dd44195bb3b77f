"""Who says each statement of an article, to whom, and who relays it: from its speaker's phrase, the floor, its act."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from lesart.language.layer import NUMBER, Token
from lesart.model import Span, Statement
from lesart.parties.cluster import Cluster
from lesart.parties.context import Context
from lesart.parties.coreference import Resolver
from lesart.parties.floor import Floor
from lesart.parties.innermost import innermost_speaker
from lesart.parties.matching import fits
from lesart.parties.mute import Mute
from lesart.parties.number import number_of
from lesart.parties.opening import Openings
from lesart.parties.relays import Relays
from lesart.parties.scenes import Scenes
from lesart.parties.shared import frame_subject, shared_subject, subject_in


class Said(NamedTuple):
    """Whose words a statement is, to whom they go, and who relays them, nearest to the speaker first."""

    speaker: Cluster | None
    spoken_to: Cluster | None
    relays: tuple[Cluster, ...]


def who_says(statements: Sequence[Statement], resolver: Resolver, scenes: Scenes, context: Context) -> dict[str, Said]:
    """By id of the statement; statements come in order of the text. What nesting adds is not yet part of it."""
    relaying = Relays(resolver, context, scenes)
    phrases = _Phrases(resolver, context, scenes, relaying)
    floor, openings = Floor(scenes), Openings(statements, resolver, scenes)
    found: dict[str, Said] = {}
    last: Cluster | None = None
    before: tuple[Cluster | None, tuple[Cluster, ...]] = None, ()
    told: set[int] = set()
    for statement in statements:
        speaker, relays = phrases.speaker(statement, last, floor.holder)
        anaphoric = phrases.is_anaphoric(statement)
        if anaphoric and speaker is last:
            speaker, relays = before
        goes_on = statement.form == "direct" or floor.in_subjunctive(statement)
        bare = not (statement.speaker or statement.frame or statement.cue)
        colon = openings.before_colon(statement)
        if colon is not None and colon is not floor.holder and colon is not speaker:
            floor.take(colon, (), statement.content[0].start)
        opener = openings.speaker(statement) if goes_on and (bare or floor.is_carried(statement)) else None
        begin = scenes.begin(statement.content[0].start)
        opener = openings.just_before(statement) if anaphoric and begin not in told else opener
        told.add(begin)
        if opener is not None:
            speaker, relays = opener, ()
            floor.take(opener, (), statement.content[0].start)
        elif phrases.is_hearsay(statement) and not floor.is_carried(statement):
            floor.leave()
        elif (
            floor.is_carried(statement)
            and floor.holder
            and (floor.in_subjunctive(statement) or floor.is_later(statement))
        ):
            brought_in = openings.brings_in(statement)
            if speaker is None or not (brought_in or floor.is_newer(statement.speaker[0], speaker)):
                speaker, relays = floor.holder, floor.chain
        elif floor.is_relayed(statement):
            outer = relaying.outer(statement)
            if speaker is None:
                speaker, relays = floor.holder, floor.chain
            elif outer is not None and outer is not speaker and statement.parent is None:
                relays += (outer, *(floor.chain if outer is floor.holder else ()))
            elif statement.parent is None:
                relays += floor.relays(speaker)
        elif speaker and statement.parent is None and not floor.is_carried(statement) and not floor.is_aside(statement):
            floor.take(speaker, relays, statement.content[0].start)
        elif speaker is None and not phrases.is_impersonal(statement) and floor.in_subjunctive(statement):
            speaker, relays = floor.holder, floor.chain
        if speaker is None and statement.parent is None:
            speaker = phrases.told_before(statement)
        if speaker is not None:
            speaker.speaks = speaker.used = True
        inner = innermost_speaker(statement, scenes)
        teller = phrases.performer(inner, speaker) if inner else relaying.source_inside(statement)
        if teller is not None and speaker is not None and teller is not speaker:
            teller.used = True
            speaker, relays = teller, (speaker, *relays)
        relays = relays if speaker else ()
        found[statement.id] = Said(speaker, phrases.resolve(statement.addressee), relays)
        last = (relays[-1] if relays else speaker) or last
        before = (speaker, relays) if speaker else before
    return found


class _Phrases:
    """The phrases of statements that name somebody."""

    def __init__(self, resolver: Resolver, context: Context, scenes: Scenes, relays: Relays) -> None:
        self._resolver, self._context, self._scenes = resolver, context, scenes
        self._mute = Mute(context)
        self._tokens = context.layer.tokens
        self._openings = {sentence.first for sentence in context.layer.sentences}
        self._relays = relays

    def speaker(
        self, statement: Statement, last: Cluster | None, floor: Cluster | None
    ) -> tuple[Cluster | None, tuple[Cluster, ...]]:
        """Whose words a statement is by its own phrases, and who relays them."""
        author = self._author(statement)
        if author is not None:
            return author, ()
        speaker = self._named(statement, last, floor)
        cited = self._relays.cited(statement) or self._relays.teller(statement)
        if cited is not None and cited is speaker and floor not in (None, cited) and self._is_pronoun(statement):
            return cited, (floor,) if floor else ()
        if cited is None or cited is speaker:
            relay = self._relays.through(statement) or self._relays.written_in(statement)
            relay = relay or self._relays.by_the_way(statement, speaker)
            return speaker, (relay,) if relay is not None and relay is not speaker else ()
        return cited, (speaker,) if speaker else ()

    def performer(self, place: tuple[int, int], teller: Cluster | None) -> Cluster | None:
        """Who performs a speech act that somebody tells of; "er" and "sie" only mean another where a man tells of a
        woman or a woman of a man."""
        word = self._tokens[place[0]]
        gender = self._context.lexicon.pronouns.get(word.low, "") if place[0] == place[1] else ""
        if not gender or teller is None or teller.kind != "person":
            return self._resolver.known(*place)
        several = number_of(self._tokens, place[0]) == "p"
        if gender not in ("m", "f") or several or fits(teller.gender, gender):
            return None
        found = self._resolver.resolve(*place)
        return found if found is not None and found.kind == "person" else None

    def is_hearsay(self, statement: Statement) -> bool:
        """Whether the speaker's phrase names what was said and nobody who said it."""
        return bool(statement.speaker) and self._resolver.is_hearsay(*self._phrase(statement.speaker[0]))

    def told_before(self, statement: Statement) -> Cluster | None:
        """Who does what the sentence before tells, where a frame only says that it was said there.

        "Der Verband legte Zahlen vor. Um ein Viertel seien die Ausfuhren gesunken, hieß es dort."
        """
        return self._subject_before(statement) if self._points_there(statement) else None

    def _subject_before(self, statement: Statement) -> Cluster | None:
        """Who is named first in the sentence before a statement, if that stands in its paragraph."""
        sentences = self._context.layer.sentences
        at = bisect_right([sentence.first for sentence in sentences], self._context.at(statement.content[0].start)) - 1
        before = sentences[at - 1] if at else None
        if before is None or before.paragraph != sentences[at].paragraph:
            return None
        return self._resolver.named_in(before.first, before.last)

    def _points_there(self, statement: Statement) -> bool:
        """Whether the frame says that it was said there, and not by whom."""
        places = self._context.places(statement.frame)
        return not statement.speaker and any(self._tokens[n].low in self._context.lexicon.there for n in places)

    def is_anaphoric(self, statement: Statement) -> bool:
        """Whether a statement is said to be that of the last source: "demnach"."""
        spans = statement.speaker or statement.frame or statement.cue
        return bool(spans) and self._points_back(self._tokens[self._phrase(spans[0])[0]])

    def _points_back(self, word: Token) -> bool:
        cues, words = self._context.cues.words, self._context.lexicon
        return word.low in cues["anaphoric"] or word.low in cues["relative"] or word.low in words.anaphoric

    def is_impersonal(self, statement: Statement) -> bool:
        """Whether the frame says that nobody in particular speaks: "heißt es"."""
        nobody = self._context.cues.words["nobody"] - self._context.lexicon.speaking
        places = self._context.places(statement.frame)
        return any(self._tokens[place].low in nobody for place in places)

    def resolve(self, spans: Sequence[Span]) -> Cluster | None:
        """The party of the first of some spans."""
        return (
            self._resolver.resolve(self._context.at(spans[0].start), self._context.ends(spans[0].end))
            if spans
            else None
        )

    def _named(self, statement: Statement, last: Cluster | None, floor: Cluster | None) -> Cluster | None:
        """Whom the speaker's phrase names; "demnach" speaks for the last source."""
        spans = statement.speaker or statement.frame or statement.cue
        if not spans:
            return None
        words = self._context.lexicon
        circle = self._circle(statement)
        first, last_token = circle or self._phrase(spans[0])
        word = self._tokens[first]
        if self._points_back(word):
            return last or self._resolver.standing_out(first)
        source = bool(statement.frame) and self._scenes.holds(statement.frame, "behind")
        oblique = self._is_oblique(first, last_token)
        own = frame_subject(statement, self._scenes, not source and oblique)
        if own is None and oblique and statement.form == "reported" and not statement.frame:
            own = subject_in(statement, self._scenes)
        if own and (found := self._resolver.known(*own)):
            return found
        if not statement.speaker and not circle:
            shared = shared_subject(statement, self._scenes)
            return self._resolver.named_in(first, last_token) or (self._resolver.known(*shared) if shared else None)
        if circle:
            return self._resolver.speaker(first, last_token)
        if word.low in words.own:
            subject = subject_in(statement, self._scenes)
            teller = self._resolver.known(*subject) if subject else None
            return teller or self._named_in(statement.content) or last
        named, other = self._instead(statement, first, last_token)
        return other if named else self._resolver.speaker(first, last_token, floor or last)

    def _circle(self, statement: Statement) -> tuple[int, int] | None:
        """The phrase of a frame for people who are not named, where the speaker's phrase is another one.

        "In Hollin hieß es aus Regierungskreisen".
        """
        spoken = {self._context.ends(span.end) for span in statement.speaker}
        for span in statement.frame:
            for place in range(self._context.at(span.start) + 1, self._context.ends(span.end) + 1):
                token, lexicon = self._tokens[place], self._context.lexicon
                compound = lexicon.is_circle(token.low) and token.low not in lexicon.circles
                if compound and place not in spoken and self._tokens[place - 1].low in lexicon.circling:
                    return place, place
        return None

    def _is_oblique(self, first: int, last: int) -> bool:
        """Whether an article shows a phrase to be no subject: "der Agentur"."""
        low, lexicon = self._tokens[first].low, self._context.lexicon
        if low not in lexicon.nominatives:
            return low in lexicon.articles - lexicon.indefinite and low not in lexicon.genitives
        noun = next((token.low for token in self._tokens[first + 1 : last + 1] if token.capital), "")
        return low in lexicon.owner_signs and lexicon.is_body(noun) and lexicon.gender_of_body(noun) == "f"

    def _instead(self, statement: Statement, first: int, last: int) -> tuple[bool, Cluster | None]:
        """Whether a speaker's phrase cannot speak, and who is named beside it: "die Synergien bezifferte Ostrup"."""
        spans = statement.frame or statement.content
        phrase = statement.speaker[0]
        inside = spans[0].start <= phrase.start < spans[-1].end
        other = self._named_in(spans, last if inside else -1)
        if self._mute.names_nobody(first, last):
            return True, other
        thing = not (inside and statement.frame) and self._mute.names_a_thing(first, last)
        return thing and other is not None and other.kind == "person", other

    def _named_in(self, spans: Sequence[Span], behind: int = -1) -> Cluster | None:
        """The first party that is named in the first of some spans, behind a token."""
        return self._resolver.named_in(self._context.at(spans[0].start), self._context.ends(spans[0].end), behind)

    def _phrase(self, span: Span) -> tuple[int, int]:
        """The tokens of a phrase; of one that runs over sentences, which none does, the last sentence's; not the number
        behind what was said: "nach Polizeiangaben | 34 Menschen"."""
        first, last = self._context.at(span.start), self._context.ends(span.end)
        starts = [place for place in range(first + 1, last + 1) if place in self._openings]
        first = starts[-1] if starts else first
        if self._tokens[first].low in self._context.lexicon.speaking and last > first + 2:
            first += 1
        owned = first > 0 and self._tokens[first - 1].low in self._context.lexicon.possessives
        first -= owned and self._context.is_said(first)
        numbers = (n for n in range(first + 1, last + 1) if self._tokens[n].kind == NUMBER)
        return first, next((n for n in numbers if self._context.is_said(n - 1)), last + 1) - 1

    def _author(self, statement: Statement) -> Cluster | None:
        """Whose document a frame like "darin heißt es" goes back to, or who was just told to have written."""
        for span in statement.frame:
            for place in self._context.places([span]):
                if self._tokens[place].low in self._context.lexicon.therein:
                    return self._resolver.author_before(place) or self._subject_before(statement)
        return None

    def _is_pronoun(self, statement: Statement) -> bool:
        """Whether the speaker's phrase is a pronoun, which does not mean whom he cites in the same breath."""
        token = self._tokens[self._context.at(statement.speaker[0].start)] if statement.speaker else None
        return token is not None and token.low in self._context.lexicon.pronouns
