"""The user's phrases fitted for the sentences of a template, each still knowing the field it came from."""

from __future__ import annotations

from followup_letters.lexicon import verbs, words
from followup_letters.models import Company
from followup_letters.patterns import pattern
from followup_letters.templating.told import Missing, Told, becoming
from followup_letters.wording.bullets.forms import Form, form_of
from followup_letters.wording.bullets.saying import first_person
from followup_letters.wording.grammar.being import what_i_am
from followup_letters.wording.grammar.clauses import cannot_follow_i, tells_of_another
from followup_letters.wording.grammar.nouns import is_common
from followup_letters.wording.grammar.phrases import continuing, without_stop
from followup_letters.wording.grammar.splices import sentences_of
from followup_letters.wording.lead_ins import without_lead_in
from followup_letters.wording.names import running_name
from followup_letters.wording.promising import as_promised

Value = Told | Missing
"""A text of the input, or Missing."""

_TITLE_IS_THE_JOB = ("position", "role", "job", "post", "vacancy")

_MONTHS = frozenset("march may august".split())  # whose small form is another word
_I_AM = pattern(r"\AI['’](m|ve)\b")  # at its beginning, after which another "I" would stand
_I = pattern(r"(?:I|my)(?: |['’‘`´])")


def phrase(text: str | None, path: str, *, lead: str = "") -> Value:
    """A phrase of the input as it goes on inside a sentence that has `lead` already, and what else leads up to it."""
    return Missing(path) if text is None else Told(continuing(without_lead_in(text, path), lead), path)


def my_clause(text: str | None, path: str) -> Value:
    """A phrase of the input as a clause of the writer's: "I ran nights for two years", however it was typed.

    What has a subject of its own keeps that: "the last three studies were on oats".
    """
    if text is None:
        return Missing(path)
    if said := what_i_am(without_stop(without_lead_in(text, path))):
        return Told(said, path)
    if tells_of_another(without_lead_in(text, path)):
        return _begun_small(phrase(text, path))
    text = _I_AM.sub(lambda found: {"m": "am", "ve": "have"}[found[1]], without_lead_in(text, path))
    is_what_i_am = form_of(text) in {Form.ADJECTIVE, Form.STANDING}  # "certified in CPR", "fluent Spanish"
    clause = first_person(text) if text[:1].isupper() or is_what_i_am or cannot_follow_i(text) else None
    said = clause or continuing(text, lead="I")
    begins_with_a_verb = said.partition(" ")[0].lower() in verbs().base  # "Speak some Welsh"
    said = said[0].lower() + said[1:] if begins_with_a_verb and not said.split()[0].isupper() else said
    return Told(said if _I.match(said) else f"I {said}", path)


def _begun_small(clause: Value) -> Value:
    """A clause with the small letter that its first word has inside a sentence: "Wire, drill and derrick are …"."""
    first, _, rest = str(clause).partition(" ")
    small = first.lower().strip(",")
    is_opened = small in words("prepositions") | {"since", "when", "while", "although", "because"}  # "Since March I …"
    is_small = first.istitle() and (is_opened or (rest[:1].islower() and is_common(small) and small not in _MONTHS))
    return becoming(clause, f"{clause[0].lower()}{clause[1:]}") if is_small and isinstance(clause, Told) else clause


def promise(text: str | None, path: str) -> Value:
    """What was promised, as it finishes "I promised you …"; what surely does not is as it was typed, and an error."""
    said = None if text is None else as_promised(without_lead_in(text, path))
    return phrase("; ".join(sentences_of(said or text)) if text else None, path)


def company_name(company: Company) -> Value:
    """The company in running text: the short name, or the name without its legal suffix."""
    path = "company.name" if company.short_name is None else "company.short_name"
    return Told(company.short_name or running_name(company.name), path)


def article_apart(company: Company) -> Company:
    """`company`, whose short name "the Harbor Museum" is "Harbor Museum" and has its article: no sentence begins so.

    Where `article` is false, it has none.
    """
    article, _, name = (company.short_name or "").partition(" ")
    is_said = company.article is not False
    return company.with_(short_name=name, article=is_said) if article == "the" and name else company


def names_a_job(title: str) -> bool:
    """True if the title of a job says already that it is one, as "Sales Role" does."""
    return title.casefold().endswith(_TITLE_IS_THE_JOB)
