"""Clauses that hang on a verb of saying: "X sagte, dass ...", "..., teilte X mit", "wie X mitteilte, ..."."""

from __future__ import annotations

from lesart.language.clause import (
    AS,
    COMPLEMENT,
    FRAGMENT,
    INFINITIVE,
    MAIN,
    QUESTION,
    RELATIVE,
    SUBORDINATE,
    TAG,
    Clause,
)
from lesart.language.forms import Form
from lesart.statements.draft import Draft, Range
from lesart.statements.grammar import Scene
from lesart.statements.lexicon import CueVerb


def verb_frames(scene: Scene) -> list[Draft]:
    """A statement for every verb of saying that has a clause or an infinitive as its content."""
    drafts = []
    for place, clause in enumerate(scene.clauses):
        verb = scene.lexicon.verbs.get(clause.lemma) if clause.verb >= 0 else None
        if verb is None or (clause.lemma in scene.lexicon.words["only_active"] and is_passive(scene, clause)):
            continue
        if clause.lemma in scene.lexicon.words["heard"] and not _is_heard(scene, clause):
            continue
        content = _content(scene, place, verb)
        if content:
            drafts.append(_draft(scene, place, verb, *content))
    return drafts


def _content(scene: Scene, place: int, verb: CueVerb) -> tuple[str, list[Range]] | None:
    """The rule that found it and the content of a frame, as places in the sentence."""
    clause, view = scene.clauses[place], scene.view
    if clause.kind == AS:
        before = [(0, clause.first - 2)] if clause.first > 1 else []
        behind = [(clause.last + 1, view.end)] if clause.last < view.end else []
        return "as", before + behind
    if is_behind(scene, place):
        told = any(other.kind == MAIN and other.mood == 1 for other in scene.clauses[:place])
        if "c" not in verb.takes or ("w" in verb.takes and not told) or not view.outside[max(0, clause.first - 2)]:
            return None
        content = [(0, clause.first - 2)]
        after = scene.clauses[place + 1 :]
        if after and after[0].sign != ";" and after[0].kind != RELATIVE:
            content.append((clause.last + 1, view.end))
        return "behind", content
    return _complement(scene, place, verb)


def is_behind(scene: Scene, place: int) -> bool:
    """Whether the clause at `place` stands behind or inside what it introduces: "..., sagte X"."""
    clause = scene.clauses[place]
    if clause.kind == TAG:
        return place > 0
    if clause.kind != MAIN or place == 0:
        return False
    so_first = scene.view.words[clause.first].low in scene.lexicon.words["so"] and clause.verb == clause.first + 1
    if not (clause.verb_first or so_first) or clause.sign == ":":
        return False
    before = scene.clauses[:place]
    if before[0].kind == AS or any(
        scene.view.words[at].low in scene.grammar.COORDINATORS
        for at in range(clause.verb, min(clause.verb + 3, clause.last))
    ):
        return False
    if any(other.kind == MAIN for other in before) or before[0].kind in (COMPLEMENT, QUESTION):
        return _has_subject_behind(scene, clause)
    if _inserted(scene, place):
        return True
    if all(other.kind in (FRAGMENT, RELATIVE) for other in before):
        # "Varro, der Berater von Merkat, bestritt ...": the clause goes on; "Herr Solling", sagte sie: quoted before
        return not scene.view.outside[before[0].first]
    return False


def _has_subject_behind(scene: Scene, clause: Clause) -> bool:
    """Whether the verb's subject stands right behind it, as in a frame, and the clause does not merely go on."""
    subject = scene.grammar.subject(scene.view.words, clause)
    if subject is None:
        return clause.lemma in scene.lexicon.words["heard"]
    return subject[0] <= clause.verb + 3


def _is_heard(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what can be heard, and not who hears it: "ist zu hören", "hört man"."""
    subject = scene.grammar.subject(scene.view.words, clause)
    return subject is None or is_nobody(scene, subject)


def _inserted(scene: Scene, place: int) -> bool:
    """Whether a frame with its subject stands before the verb of its content: "Seit März, sagte er, sei ..."."""
    clause, view = scene.clauses[place], scene.view
    if place + 1 >= len(scene.clauses) or clause.last - clause.first > 8:
        return False
    after = scene.clauses[place + 1]
    subject = scene.grammar.subject(view.words, clause)
    return after.verb_first and after.sign == "," and subject is not None and subject[0] == clause.verb + 1


def _complement(scene: Scene, place: int, verb: CueVerb) -> tuple[str, list[Range]] | None:
    """The content that follows its frame."""
    following = place + 1
    while following < len(scene.clauses) and _is_aside(scene, following):
        following += 1
    if following >= len(scene.clauses):
        return None
    clause = scene.clauses[following]
    kind = _kind_of_complement(scene, clause, verb)
    if not kind:
        return None
    return kind, [(clause.first, _end(scene, following, scene.clauses[place].mood == 1))]


def _is_aside(scene: Scene, place: int) -> bool:
    """Whether a clause only tells more of the frame: a relative clause, an apposition before "dass"."""
    clause = scene.clauses[place]
    after = scene.clauses[place + 1] if place + 1 < len(scene.clauses) else None
    apposed = clause.kind == FRAGMENT and after is not None and after.kind == COMPLEMENT
    return clause.kind == RELATIVE or (apposed and clause.sign == ",")


def _kind_of_complement(scene: Scene, clause: Clause, verb: CueVerb) -> str:
    """The name of the rule by which a clause is the content of a verb; empty if it is not."""
    if not scene.view.outside[clause.first]:
        return ""
    sure = "w" not in verb.takes
    if clause.kind == INFINITIVE:
        return "infinitive" if "i" in verb.takes and clause.sign == "," else ""
    if "c" not in verb.takes:
        return ""
    if clause.kind in (COMPLEMENT, QUESTION, AS):
        return "complement" if clause.sign != ";" else ""
    if clause.sign == ":":
        return "colon" if sure else ""
    if clause.kind == MAIN and clause.mood == 1:
        return "subjunctive"
    if clause.kind == MAIN and clause.sign == "," and sure:
        opens = scene.view.words[clause.first].low not in scene.grammar.COORDINATORS
        return "main" if opens and not clause.verb_first else ""
    if clause.kind in (SUBORDINATE, FRAGMENT) and sure:
        later = next((other for other in scene.clauses if other.first > clause.last), None)
        return "subjunctive" if later and later.mood == 1 else ""
    return ""


def _end(scene: Scene, start: int, relayed: bool) -> int:
    """The last place of a content that begins with clause `start`: where the article speaks again, it ends.

    Inside somebody else's words (`relayed`) it ends with a semicolon, too.
    """
    for clause in scene.clauses[start + 1 :]:
        if relayed and clause.sign == ";":
            return clause.first - 2
        if clause.kind != MAIN or clause.mood == 1:
            continue
        coordinated = scene.view.words[clause.first].low in scene.grammar.COORDINATORS
        cue = clause.lemma in scene.lexicon.verbs
        told = clause.mood == 0 or scene.view.words[clause.verb].form & Form.PRETERITE
        other = cue and told and clause.sign == "," and not clause.verb_first
        if (clause.sign == ";" and clause.mood == 0) or (coordinated and cue) or other or (clause.sign in "–—"):
            return clause.first - 2
    return scene.view.end


def _draft(scene: Scene, place: int, verb: CueVerb, rule: str, content: list[Range]) -> Draft:
    clause, view = scene.clauses[place], scene.view
    speaker, addressee = persons(scene, clause, verb)
    trimmed = [part for part in (view.trimmed(*span) for span in content) if part]
    return Draft(
        rule=rule,
        form="indirect",
        medium=verb.medium,
        content=trimmed or [view.span(clause.last, clause.last)],
        speaker=[view.span(*speaker)] if speaker else [],
        cue=cue_of(scene, clause),
        addressee=[view.span(*addressee)] if addressee else [],
        frame=_frame(scene, place, rule, content),
        modality=verb.modality,
        carried=speaker is None and clause.lemma in scene.lexicon.words["impersonal_verbs"],
    )


def cue_of(scene: Scene, clause: Clause) -> list[Range]:
    """The words of the predicate, each by itself."""
    places = sorted({clause.verb, clause.main, clause.particle} - {-1})
    if clause.kind == AS:
        places.insert(0, clause.first)
    return [scene.view.span(at, at) for at in places]


def persons(scene: Scene, clause: Clause, verb: CueVerb) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Speaker and addressee of a frame, as places in the sentence."""
    words, grammar = scene.view.words, scene.grammar
    subject = broken_subject(scene, clause) or grammar.subject(words, clause)
    if is_passive(scene, clause):
        return agent(scene, clause), subject
    impersonal = subject and words[subject[0]].low in scene.lexicon.words["impersonal"] and subject[0] == subject[1]
    heard = clause.lemma in scene.lexicon.words["heard"]
    if impersonal or heard or (subject is None and clause.lemma in scene.lexicon.words["impersonal_verbs"]):
        return _place_phrase(scene, clause), None
    addressee = grammar.addressee(words, clause, "p" in verb.takes)
    if addressee and subject and addressee[0] <= subject[1] and subject[0] <= addressee[1]:
        addressee = None
    return subject, addressee


def is_nobody(scene: Scene, subject: tuple[int, int]) -> bool:
    """Whether a subject is a word that speaks for nobody in particular: "man", "das", but not "das Ministerium"."""
    return subject[0] == subject[1] and scene.view.words[subject[0]].low in scene.lexicon.words["nobody"]


def is_passive(scene: Scene, clause: Clause) -> bool:
    """Whether the predicate is a passive: a participle with werden, or with sein for a verb that takes haben."""
    words = scene.lexicon.words
    participle = scene.view.words[clause.main].form & Form.PARTICIPLE and clause.main != clause.verb
    return bool(participle) and clause.auxiliary in words["passive"] and clause.lemma not in words["perfect_with_be"]


def broken_subject(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """In "Varro, der Berater von Merkat, bestritt ..." the subject, which stands before an apposition."""
    before = [other for other in scene.clauses if other.last < clause.first]
    if not clause.verb_first or not before or not all(c.kind in (FRAGMENT, RELATIVE) for c in before):
        return None
    answered = scene.view.words[0].low in scene.lexicon.words["answers"]
    if answered or not scene.view.outside[0] or _inserted(scene, len(before)):
        return None
    end = scene.grammar.noun_phrase(scene.view.words, 0)
    return (0, end - 1) if end == before[0].last + 1 else None


def agent(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """Who acts in a passive: "von X", "durch X"."""
    words = scene.view.words
    for at in range(clause.first, clause.last):
        if words[at].low in scene.lexicon.words["agents"]:
            end = scene.grammar.noun_phrase(words, at + 1)
            if end > at + 1:
                return at + 1, min(end, clause.last + 1) - 1
    return None


def _place_phrase(scene: Scene, clause: Clause) -> tuple[int, int] | None:
    """Whom "hieß es" goes back to: "aus dem Ministerium", "in der Mitteilung"."""
    words = scene.view.words
    for at in range(clause.first, clause.last):
        if words[at].low in scene.lexicon.words["places"]:
            end = scene.grammar.noun_phrase(words, at + 1)
            if end > at + 1:
                return at + 1, min(end, clause.last + 1) - 1
    return None


def _frame(scene: Scene, place: int, rule: str, content: list[Range]) -> list[Range]:
    clause, view = scene.clauses[place], scene.view
    if rule in ("as", "behind"):
        return [view.span(clause.first, clause.last)]
    first = clause.first
    for other in reversed(scene.clauses[:place]):
        if other.kind in (MAIN, AS) and other.verb >= 0:
            break
        first = other.first
    return [view.span(first, content[0][0] - 1)]
