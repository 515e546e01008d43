"""Who is meant by later words: a table of our own sentences, made by rule.

    python benchmarks/grids/speakers.py [--every 7] [--errors] [--only KIND]

Every page is an *introduction* (somebody with office and state, two persons, a body, a document, an unnamed official, a
group; speaking or not), a *distance* (same sentence, next sentence, next paragraph, two paragraphs later, two with another
person named between) and a *statement* whose speaker is called by later words (surname, pronoun, office, description,
body, document, nothing at all) in one of the forms of reported speech. The table says whom a reader takes for the
speaker; ``OPEN`` where a reader could not tell. ``--every`` takes each n-th page of the product, always the same ones.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

OPEN = "?"


class Later(NamedTuple):
    """Later words and whom they mean: a name, ``body:`` and a word of its name, ``words:`` and a word of its description,
    ``state:`` and a country for a speaker without name, or ``OPEN``."""

    words: str
    who: str


class Introduction(NamedTuple):
    """A first paragraph, told as a deed and as speech, and what may take it up."""

    kind: str
    deed: str
    speech: str
    later: tuple[Later, ...]


def later(who: str, *words: str) -> tuple[Later, ...]:
    return tuple(Later(w, who) for w in words)


INTRODUCTIONS = (
    Introduction(
        "foreign minister",
        "Turkish Foreign Minister Kemal Aydin, 57, arrived in Oslo on Monday for two days of talks.",
        "Turkish Foreign Minister Kemal Aydin, 57, said in Oslo on Monday that the visit had begun well.",
        later(
            "Kemal Aydin", "Aydin", "he", "the minister", "the Turkish minister", "the foreign minister", "the top diplomat",
            "the Turkish diplomat", "the 57-year-old", "Turkey's top diplomat", "the veteran diplomat", "the politician",
            "Mr Aydin", "Minister Aydin", "the Turkish foreign minister", "Ankara's top diplomat", "the visiting minister",
            "the Turkish official", "the FM", "the chief diplomat",
        ),
    ),
    Introduction(
        "president",
        "Kenyan President Daniel Otieno flew to Oslo on Monday for two days of talks.",
        "Kenyan President Daniel Otieno said in Oslo on Monday that the visit had begun well.",
        later(
            "Daniel Otieno", "Otieno", "he", "the president", "the Kenyan leader", "the head of state", "the leader",
            "the Kenyan president", "President Otieno", "Kenya's leader", "the East African leader", "the African leader",
            "the Kenyan head of state", "the visiting president", "the 61-year-old leader", "the statesman",
        ),
    ),
    Introduction(
        "prime minister",
        "Mette Holm, the Danish prime minister, arrived in Tokyo on Monday for two days of talks.",
        "Mette Holm, the Danish prime minister, said in Tokyo on Monday that the visit had begun well.",
        later(
            "Mette Holm", "Holm", "she", "the premier", "the prime minister", "the Danish leader", "the head of government",
            "the PM", "Denmark's prime minister", "the Danish premier", "the Nordic leader", "Ms Holm", "the leader",
            "the Danish PM",
        ),
    ),
    Introduction(
        "spokesman",
        "Chinese Foreign Ministry spokesman Li Wei held a regular briefing in Beijing on Monday.",
        "Chinese Foreign Ministry spokesman Li Wei said at a regular briefing on Monday that the visit had begun well.",
        later(
            "Li Wei", "Li", "he", "the spokesman", "the spokesperson", "the ministry spokesman", "the Chinese spokesman",
            "the Foreign Ministry spokesman", "the diplomat", "the official", "the ministry's spokesman",
        )
        + later("state:CN", "the ministry", "the Foreign Ministry", "Beijing", "China"),
    ),
    Introduction(
        "ambassador",
        "Grace Wanjiru, Kenya's ambassador to Norway, called at the Foreign Ministry in Oslo on Monday.",
        "Grace Wanjiru, Kenya's ambassador to Norway, told a newspaper on Monday that the visit had begun well.",
        later(
            "Grace Wanjiru", "Wanjiru", "she", "the ambassador", "the envoy", "the diplomat", "the Kenyan envoy",
            "Ambassador Wanjiru", "the Kenyan ambassador", "the Kenyan diplomat", "the representative",
        ),
    ),
    Introduction(
        "envoy",
        "UN special envoy for Libya Jan Kubik landed in Tunis on Monday for two days of talks.",
        "UN special envoy for Libya Jan Kubik said in Tunis on Monday that the visit had begun well.",
        later(
            "Jan Kubik", "Kubik", "he", "the envoy", "the UN envoy", "the special envoy", "the UN diplomat", "the mediator",
            "the UN official",
        ),
    ),
    Introduction(
        "head of a body",
        "UN Secretary-General Maria Lopes landed in Tunis on Monday for two days of talks.",
        "UN Secretary-General Maria Lopes said in Tunis on Monday that the visit had begun well.",
        later(
            "Maria Lopes", "Lopes", "she", "the UN chief", "the secretary-general", "the UN head", "the UN secretary-general",
            "the United Nations chief", "the world body's chief", "the top UN official",
        ),
    ),
    Introduction(
        "head of a bloc's policy",
        "The European Union's foreign policy chief, Karl Ott, met ministers in Tunis on Monday.",
        "The European Union's foreign policy chief, Karl Ott, said in Tunis on Monday that the visit had begun well.",
        later(
            "Karl Ott", "Ott", "he", "the foreign policy chief", "the EU's top diplomat", "the EU foreign policy chief",
            "the bloc's top diplomat", "the EU chief diplomat", "the European diplomat", "the EU official",
        ),
    ),
    Introduction(
        "defence minister",
        "Indian Defence Minister Arjun Rao opened an air show in Bengaluru on Monday.",
        "Indian Defence Minister Arjun Rao said in Bengaluru on Monday that the visit had begun well.",
        later(
            "Arjun Rao", "Rao", "he", "the minister", "the defence minister", "the Indian minister", "the defence chief",
            "India's defence minister", "the Indian defence minister", "the Raksha Mantri",
        ),
    ),
    Introduction(
        "secretary of state",
        "US Secretary of State John Hale arrived in Oslo on Monday for two days of talks.",
        "US Secretary of State John Hale said in Oslo on Monday that the visit had begun well.",
        later(
            "John Hale", "Hale", "he", "the secretary of state", "the top US diplomat", "the secretary", "Secretary Hale",
            "the American diplomat", "Washington's top diplomat", "the US diplomat", "America's top diplomat",
            "the top American diplomat",
        ),
    ),
    Introduction(
        "senator",
        "US Senator Ann Moore led a group of lawmakers to Taipei on Monday.",
        "US Senator Ann Moore said in Taipei on Monday that the visit had begun well.",
        later("Ann Moore", "Moore", "she", "the senator", "the lawmaker", "the US senator", "the American lawmaker",
              "the legislator", "the politician"),
    ),
    Introduction(
        "former president",
        "Former Finnish president Ole Niemi opened a conference in Geneva on Monday.",
        "Former Finnish president Ole Niemi said in Geneva on Monday that the visit had begun well.",
        later("Ole Niemi", "Niemi", "he", "the former president", "the ex-president", "the former Finnish leader",
              "the former leader", "the former head of state", "the elder statesman"),
    ),
    Introduction(
        "general",
        "General Asim Khan, Pakistan's army chief, arrived in Riyadh on Monday for two days of talks.",
        "General Asim Khan, Pakistan's army chief, said in Riyadh on Monday that the visit had begun well.",
        later("Asim Khan", "Khan", "he", "the general", "the army chief", "the military chief", "the commander",
              "General Khan", "the Pakistani army chief", "the chief of army staff", "the top soldier"),
    ),
    Introduction(
        "two ministers",
        "Turkish Foreign Minister Kemal Aydin met his Greek counterpart Nikos Pappas in Oslo on Monday.",
        "Turkish Foreign Minister Kemal Aydin and his Greek counterpart Nikos Pappas said on Monday that the visit had begun"
        " well.",
        later("Kemal Aydin", "Aydin", "the Turkish minister", "the Turkish diplomat", "Ankara's top diplomat",
              "the Turkish foreign minister")
        + later("Nikos Pappas", "Pappas", "the Greek minister", "the Greek diplomat", "Greece's top diplomat",
                "the Greek foreign minister")
        + later("joint", "the two ministers", "the two", "they", "the ministers", "the pair", "both ministers",
                "the two diplomats", "both sides"),
    ),
    Introduction(
        "two of another kind",
        "French President Marc Duval received Norwegian Prime Minister Ida Berg in Paris on Monday.",
        "French President Marc Duval told Norwegian Prime Minister Ida Berg on Monday that the visit had begun well.",
        later("Marc Duval", "Duval", "he", "the president", "the French leader", "the French president", "the host",
              "the head of state")
        + later("Ida Berg", "Berg", "she", "the prime minister", "the Norwegian leader", "the premier", "the Norwegian premier")
        + later("joint", "the two leaders", "the leaders"),
    ),
    Introduction(
        "body",
        "The Fisheries Ministry of Norway published its yearly figures on Monday.",
        "The Fisheries Ministry of Norway said on Monday that the visit had begun well.",
        later("body:Fisheries", "the ministry", "it", "the Fisheries Ministry", "Norway's Fisheries Ministry"),
    ),
    Introduction(
        "embassy",
        "The Chinese Embassy in Oslo held a reception on Monday.",
        "The Chinese Embassy in Oslo said on Monday that the visit had begun well.",
        later("body:Embassy", "the embassy", "it", "the Chinese embassy", "the mission"),
    ),
    Introduction(
        "paper",
        "The Oslo Courier published a long report about the visit on Monday.",
        "The Oslo Courier reported on Monday that the visit had begun well.",
        later("body:Courier", "the paper", "the newspaper", "it", "the Courier", "the daily", "the report"),
    ),
    Introduction(
        "bloc",
        "The African Union held a meeting on Monday.",
        "The African Union said on Monday that the visit had begun well.",
        later("body:AU", "the bloc", "it", "the AU", "the continental body", "the organisation", "the union"),
    ),
    Introduction(
        "office",
        "The Kremlin put the visit off on Monday.",
        "The Kremlin said on Monday that the visit had begun well.",
        later("state:RU", "the Kremlin", "it", "Moscow", "Russia", "the Russian side"),
    ),
    Introduction(
        "statement of a body",
        "The Foreign Ministry of Japan issued a statement on Monday.",
        "The Foreign Ministry of Japan said in a statement on Monday that the visit had begun well.",
        later("state:JP", "the statement", "the ministry", "it", "the ministry's statement", "the ministry statement",
              "the Japanese ministry", "the document"),
    ),
    Introduction(
        "statement of a person",
        "The office of Kenyan President Daniel Otieno put out a statement on Monday.",
        "Kenyan President Daniel Otieno said in a statement on Monday that the visit had begun well.",
        later("state:KE", "the statement", "the president's statement"),
    ),
    Introduction(
        "joint statement",
        "The foreign ministers of Turkey and Greece issued a joint statement on Monday.",
        "A joint statement by Turkey and Greece said on Monday that the visit had begun well.",
        later("words:statement", "the statement", "the joint statement", "the document"),
    ),
    Introduction(
        "unnamed official",
        "A senior Turkish official, who asked not to be named, came to the briefing on Monday.",
        "A senior Turkish official, who asked not to be named, said on Monday that the visit had begun well.",
        later("words:official", "the official", "he", "the senior official", "the Turkish official", "the same official"),
    ),
    Introduction(
        "unnamed source",
        "A diplomatic source spoke to the Courier on Monday.",
        "A diplomatic source said on Monday that the visit had begun well.",
        later("words:source", "the source", "the same source", "the diplomatic source"),
    ),
    Introduction(
        "group",
        "Three Western diplomats met the press on Monday.",
        "Three Western diplomats said on Monday that the visit had begun well.",
        later("words:diplomats", "the diplomats", "they", "the three", "the three diplomats"),
    ),
    Introduction(
        "plural group",
        "Opposition lawmakers left the hall on Monday.",
        "Opposition lawmakers said on Monday that the visit had begun well.",
        later("words:lawmakers", "the lawmakers", "they"),
    ),
    Introduction(
        "king",
        "King Harald Lund of Norway opened a hospital in Nairobi on Monday.",
        "King Harald Lund of Norway said in Nairobi on Monday that the visit had begun well.",
        later("Harald Lund", "he", "the king", "the monarch", "the Norwegian king", "the Norwegian monarch"),
    ),
    Introduction(
        "deputy",
        "Deputy Foreign Minister Nguyen Thi Lan of Vietnam arrived in Oslo on Monday for two days of talks.",
        "Deputy Foreign Minister Nguyen Thi Lan of Vietnam said in Oslo on Monday that the visit had begun well.",
        later("Nguyen Thi Lan", "Lan", "she", "the deputy minister", "the Vietnamese diplomat", "the deputy foreign minister",
              "the Vietnamese official", "the deputy FM"),
    ),
)  # fmt: skip

CLAUSE = "trade would grow in the coming year"
QUOTE = "Trade will grow in the coming year"

FORMS = {
    "quote before": "“{q},” {s} said.",
    "quote after": "{S} said: “{q}.”",
    "split": "“Trade will grow,” {s} said, “and new roads will be built.”",
    "that": "{S} said that {c}.",
    "no that": "{S} said {c}.",
    "according to": "According to {o}, {c}.",
    "trailing": "Trade would grow in the coming year, {s} said.",
    "added": "{S} added that {c}.",
    "added, trailing": "Trade would grow in the coming year, {s} added.",
    "mixed": "{S} described the growth of trade as “a great gift to both peoples”.",
    "told": "{S} told reporters that {c}.",
    "passive": "{S} was quoted as saying that {c}.",
    "quoted by": "“{q},” {s} was quoted by the state news agency as saying.",
    "tweet": "In a tweet, {s} wrote that {c}.",
    "asked": "Asked about the harvest, {s} said {c}.",
    "asked, then quoted": "{S} was asked about the harvest. “{q}.”",
    "on a day": "On Tuesday, {s} said {c}.",
    "warned": "{S} warned that {c}.",
    "went on": "“{q},” {s} went on.",
    "inverted": "“{q},” said {s}.",
    "between": "Trade, {s} said, would grow in the coming year.",
    "participle": "{S} left the hall on Tuesday, saying {c}.",
    "confirmed": "{S} confirmed that {c}.",
    "long quote": "“{q}. New roads will be built, and we shall all gain from it,” {s} said on the sidelines of a fair.",
    "as": "Trade will grow in the coming year, as {s} put it.",
    "noted": "{S} also noted that {c}, and praised the work of the farmers.",
}

NOT_PLURAL = {"passive", "asked, then quoted", "quoted by"}
NEUTRAL = "The harvest was poor last year, and prices rose by a tenth. Roads were closed for weeks."
OTHER = {
    "m": "Sigrid Lien, a farmer from Bergen, has two cows. Her farm lies by the sea.",
    "f": "Gunnar Tveit, a farmer from Bergen, has two cows. His farm lies by the sea.",
}
NO_FARTHER = {"he", "she", "it", "they", "the two", "the pair", "the three"}


def near(who: str, words: str) -> list[str]:
    """The distances over which later words reach."""
    places = ["next sentence", "next paragraph"]
    if words not in NO_FARTHER:
        places += ["two paragraphs", "another between"]
    return places


def as_object(words: str) -> str:
    return {"he": "him", "she": "her", "they": "them"}.get(words, words)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def form(name: str, words: str) -> str:
    told = FORMS[name].format(s=words, S=capital(words), o=as_object(words), c=CLAUSE, q=QUOTE)
    is_plural = words in ("they", "the two", "the pair", "the three") or words.endswith(("s", "both sides"))
    if is_plural and not words.split()[-1][0].isupper():
        told = told.replace(" was ", " were ", 1) if name in NOT_PLURAL else told
    return told


class Page(NamedTuple):
    kind: str
    is_speech: bool
    distance: str
    form: str
    words: str
    who: str
    text: str


def pages() -> Iterator[Page]:
    """All pages of the product, in a fixed order."""
    for intro in INTRODUCTIONS:
        for is_speech in (False, True):
            first = intro.speech if is_speech else intro.deed
            for words, who in intro.later:
                for distance in near(who, words):
                    for name in FORMS:
                        told = form(name, words)
                        gender = "f" if "she" in {w.words for w in intro.later} else "m"
                        middle = {
                            "next sentence": " ",
                            "next paragraph": "\n\n",
                            "two paragraphs": f"\n\n{NEUTRAL}\n\n",
                            "another between": f"\n\n{OTHER[gender]}\n\n",
                        }[distance]
                        yield Page(intro.kind, is_speech, distance, name, words, who, first + middle + told)


def verdict(page: Page) -> tuple[str, str]:
    """Whether the last statement's speaker is ``right``, ``other``, ``open`` or the statement ``missed``; and who it was."""
    import legation

    found = [s for s in legation.statements(page.text) if s.end > len(page.text) - 60]
    found = [s for s in found if s.cue is None or "prais" not in s.cue]
    if not found:
        return "missed", ""
    statement = found[-1]
    speaker = statement.speaker
    told = (
        speaker.name or "/".join(w for w in (speaker.organisation, speaker.country, statement.described_as) if w) or "-"
    )
    if page.who == "joint":
        names = {s.name or s.country for s in statement.joint}
        is_right = len(names) == 2
        is_open = not speaker.name
    elif page.who.startswith("body:"):
        is_right = page.who[5:].lower() in (speaker.organisation or "").lower() and not speaker.name
        is_open = not speaker.name and not speaker.organisation
    elif page.who.startswith("state:"):
        is_right = speaker.country == page.who[6:]
        is_open = not speaker.name and not speaker.country
    elif page.who.startswith("words:"):
        words = (statement.described_as or "").lower()
        is_right = page.who[6:] in words and not speaker.name
        is_open = not speaker.name
    else:
        is_right = speaker.name == page.who
        is_open = not speaker.name
    if statement.speaker.name is None and statement.joint and page.who != "joint":
        told = "joint"
    return ("right" if is_right else "open" if is_open else "other"), told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=7)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    by: dict[str, Counter[tuple[str, str]]] = {"kind": Counter(), "distance": Counter(), "form": Counter()}
    wrong: Counter[tuple[str, str, str]] = Counter()
    for i, page in enumerate(pages()):
        if (i - options.start) % options.every or (options.only and options.only != page.kind):
            continue
        said, told = verdict(page)
        total[said] += 1
        for key, table in by.items():
            table[getattr(page, key), said] += 1
        if said != "right":
            wrong[page.kind, page.words, said] += 1
            if options.errors:
                print(f"{said:6} {page.kind} | {page.words} | {page.distance} | {page.form} | "
                      f"{'speech' if page.is_speech else 'deed'} -> {told}")  # fmt: skip
    for key, table in by.items():
        print(f"\n{key}")
        for name in dict.fromkeys(k for k, _ in table):
            counts = {v: table[name, v] for v in ("right", "open", "other", "missed")}
            print(f"  {name:28}", *(f"{v} {n:4}" for v, n in counts.items()))
    print()
    for (kind, words, said), n in wrong.most_common(60):
        print(f"  {n:4} {said:6} {kind}: {words}")
    print(dict(total), f"right {total['right'] / max(1, sum(total.values())):.1%}")


if __name__ == "__main__":
    main()
