"""What is a statement, and where its words begin and end: a table of our own sentences, made by rule.

    python benchmarks/grids/contents.py [--errors] [--only KIND]

Every sentence is a subject and a predicate; the table says which contents a reader lists, none for deeds, plans, names and
topics. A content is right where it differs from the table's by no more than a conjunction or a mark.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator

SUBJECTS = ("The minister", "Anna Berg", "Norwegian Foreign Minister Anna Berg", "The foreign ministry", "Oslo", "A spokesman for the president", "She")

CLAUSE = "talks would resume in May"
THAT = (
    "said", "announced", "stated", "noted", "stressed", "underlined", "reaffirmed", "confirmed", "denied", "warned",
    "predicted", "added", "insisted", "revealed", "disclosed", "admitted", "indicated", "hinted", "suggested", "emphasised",
    "reiterated", "recalled", "claimed", "argued", "maintained", "complained", "promised", "pledged", "vowed", "wrote",
    "tweeted", "posted on social media", "told reporters", "told the Oslo Courier", "informed her counterpart",
    "assured the king", "made clear", "pointed out", "said on Monday", "said late on Monday", "said in Rome on Monday",
    "said in an interview with the Oslo Courier", "told the Oslo Courier by telephone from Rome", "said after the talks",
    "has said", "had earlier said", "has repeatedly warned", "went on to say", "is quoted as saying", "was quoted as saying",
    "expressed hope", "voiced confidence", "expressed the view", "gave assurances", "issued a statement saying",
    "said in a statement", "said in a statement issued on Monday", "let it be known", "took the view", "also said",
    "explained", "acknowledged", "remarked", "observed", "testified", "declared", "expressed concern", "conceded",
    "said at a joint press conference with her Danish counterpart", "said when asked about the harvest", "did not deny",
    "could not confirm", "said she was told",
)  # fmt: skip

NOUNS = {
    "confirmed the visit": "the visit",
    "denied the report": "the report",
    "ruled out a meeting with the rebels": "a meeting with the rebels",
    "rejected the claim": "the claim",
    "condemned the attack": "the attack",
    "strongly condemned the attack on the embassy": "the attack on the embassy",
    "praised the close ties between the two countries": "the close ties between the two countries",
    "welcomed the decision to hold talks": "the decision to hold talks",
    "expressed hope for a quick end to the war": "hope for a quick end to the war|a quick end to the war",
    "voiced concern over the arrests": "concern over the arrests",
    "expressed regret over the delay": "regret over the delay",
    "called for calm": "calm",
    "called for an immediate ceasefire in the region": "an immediate ceasefire in the region",
    "urged restraint": "restraint",
    "demanded an apology": "an apology",
    "announced a visit to Rome in May": "a visit to Rome in May",
    "proposed a summit in May": "a summit in May",
    "warned of a new war": "a new war",
    "warned against hasty steps": "hasty steps",
    "dismissed the reports as rumours": "the reports as rumours",
    "described the talks as fruitful": "the talks as fruitful",
    "called the talks a success": "the talks a success",
    "accused Denmark of breaking its word": "Denmark of breaking its word",
    "stressed the need for more trade": "the need for more trade",
    "reiterated her support for the plan": "her support for the plan",
    "hailed the deal as a milestone": "the deal as a milestone",
    "criticised the plan": "the plan",
    "expressed condolences over the deaths": "condolences over the deaths",
    "reaffirmed Norway's commitment to peace": "Norway's commitment to peace",
    "apologised for the delay": "the delay",
    "insisted on a date in May": "a date in May",
    "blamed the weather for the delay": "the weather for the delay",
    "expressed readiness to mediate": "readiness to mediate",
    "voiced satisfaction with the talks": "satisfaction with the talks",
}

INFINITIVES = {
    "promised to visit Rome in May": "to visit Rome in May",
    "vowed to respond": "to respond",
    "urged Denmark to stop the ships": "Denmark to stop the ships",
    "called on Denmark to stop the ships": "Denmark to stop the ships",
    "threatened to leave the talks": "to leave the talks",
    "pledged to send more aid": "to send more aid",
    "warned Denmark not to send ships": "Denmark not to send ships|not to send ships",
    "denied sending the ships": "sending the ships",
    "asked Denmark to put the visit off": "Denmark to put the visit off|to put the visit off",
    "demanded that the ships be stopped": "the ships be stopped",
    "proposed that the talks be held in Rome": "the talks be held in Rome",
}

NONE = (
    "will announce a date in May", "plans to say more in May", "is expected to announce a date", "was due to brief the press",
    "hopes to visit Rome", "is to make a statement on Monday", "welcomed the delegation at the airport",
    "received the ambassador", "thanked her hosts for the welcome", "met the Danish minister", "discussed the plan",
    "exchanged views on trade", "reviewed the ties between the two countries", "is known as a friend of Denmark",
    "is called the iron lady", "was named ambassador to Rome", "was described as ill", "signed a deal on trade",
    "agreed to meet in May", "decided to put the visit off", "accepted the invitation", "invited the king to Oslo",
    "attended a dinner", "briefed the king", "spoke to reporters", "held talks with Denmark", "addressed the assembly",
    "delivered a speech on trade", "called off the visit", "called on the president", "refused to sign the deal",
    "declared war on Denmark", "is seen as a rival of Denmark", "is believed to be in Rome", "was asked about the visit",
    "wanted to meet the king", "expects to travel to Rome", "is considering a visit to Rome", "recognised the new state",
    "raised the issue of the ships", "touched on trade", "spoke with the king about trade", "presented her credentials",
    "conveyed the greetings of the king", "put off the visit", "cancelled the visit", "is said to be ill",
    "is understood to be in Rome", "was informed of the plan", "was told of the plan", "listened to the king",
    "took part in the talks", "agreed on a date", "approved the plan", "backs the plan", "supports the deal",
    "sought help from Denmark", "answered questions", "took questions from the press", "made a statement",
    "gave a press conference", "read the report", "wrote a letter to the king", "sent a message to the king",
    "was reported missing", "was reported to be in Rome", "is set to declare a holiday",
    "found many rooms empty", "showed the guests the garden", "was greeted by the king", "paid tribute to the dead",
    "laid a wreath at the tomb", "is scheduled to speak in Rome", "was promised more aid", "opposed the plan",
    "pressed on with the visit", "attacked the town", "charged the guests a fee", "determined the date by lot",
    "announced winners at the gala", "published the book in May", "posted a picture of the dinner",
)  # fmt: skip

EDGES = {
    "said talks would resume in May, while the rebels left the town": [CLAUSE],
    "said talks would resume in May, as police cleared the square": [CLAUSE],
    "said talks would resume in May and trade would grow": [CLAUSE + " and trade would grow"],
    "said that talks would resume in May and that trade would grow": [CLAUSE + " and that trade would grow"],
    "said talks would resume in May, adding that trade would grow": [CLAUSE, "trade would grow"],
    "said talks would resume in May and added that trade would grow": [CLAUSE, "trade would grow"],
    "said talks would resume in May but trade would not grow": [CLAUSE + " but trade would not grow"],
    "said talks would resume in May, but that trade would not grow": [CLAUSE + ", but that trade would not grow"],
    "said talks would resume in May, which is the month of the fair": [CLAUSE + ", which is the month of the fair"],
    "said talks would resume in May, citing a report": [CLAUSE],
    "said talks would resume in May, referring to the summit": [CLAUSE],
    "said talks would resume in May in a statement": [CLAUSE],
    "said talks would resume in May, and left for Rome": [CLAUSE],
    "said talks would resume in May before she left for Rome": [CLAUSE + " before she left for Rome"],
    "said talks would resume in May because both sides want peace": [CLAUSE + " because both sides want peace"],
    "said talks would resume in May if both sides agree": [CLAUSE + " if both sides agree"],
    "said talks would resume in May, if both sides agree": [CLAUSE + ", if both sides agree"],
    "said talks would resume in May, prompting protests in Rome": [CLAUSE],
    "said talks would resume in May, a day after the attack": [CLAUSE],
    "said talks would resume in May, following a meeting with the king": [CLAUSE],
    "said talks would resume in May, according to the Oslo Courier": [CLAUSE],
    "said talks would resume in May, the Oslo Courier reported": [CLAUSE],
    "confirmed the visit on Monday": ["the visit"],
    "confirmed the visit in a statement on Monday": ["the visit"],
    "confirmed on Monday the visit of the king to Rome": ["the visit of the king to Rome"],
    "said that, if both sides agree, talks would resume in May": ["if both sides agree, " + CLAUSE],
    "said that despite the delay talks would resume in May": ["despite the delay " + CLAUSE],
    "said that on Monday talks would resume": ["on Monday talks would resume"],
    "said the king, who is ill, would stay in Oslo": ["the king, who is ill, would stay in Oslo"],
    "said it was time to talk and called for calm": ["it was time to talk", "calm"],
    "said it was too early to tell whether talks would resume": ["it was too early to tell whether talks would resume"],
    "condemned the attack and called for calm": ["the attack", "calm"],
    "praised the king and the queen for their work": ["the king and the queen for their work"],
    "declined to comment": [""],
    "refused to confirm the report": ["the report"],
    "did not respond to a request for comment": [""],
    "would neither confirm nor deny the report": ["the report"],
    "urged both sides to stop and warned of a new war": ["both sides to stop", "a new war"],
}

WHOLE = {
    "Talks would resume in May, {s} said, adding that trade would grow.": [CLAUSE, "trade would grow"],
    "Talks, {s} said, would resume in May.": [CLAUSE],
    "Talks would resume, {s} said, in May.": [CLAUSE, "talks would resume"],
    "If both sides agree, {s} said, talks would resume in May.": ["If both sides agree " + CLAUSE],
    "Talks would resume in May, said {s}.": [CLAUSE],
    "Talks would resume in May, {s} told reporters.": [CLAUSE],
    "According to {s}, talks would resume in May.": [CLAUSE],
    "Talks would, according to {s}, resume in May.": [CLAUSE],
    "Talks would resume in May, according to {s}.": [CLAUSE],
    "As {s} told the press, talks would resume in May.": [CLAUSE],
    "It was {s} who said talks would resume in May.": [CLAUSE],
    "In a letter to the king, {s} wrote that talks would resume in May.": [CLAUSE],
    "Speaking in Rome, {s} said talks would resume in May.": [CLAUSE],
    "Asked about the delay, {s} said talks would resume in May.": [CLAUSE],
    "“Talks will resume,” {s} said, “and trade will grow.”": ["Talks will resume, and trade will grow."],
    "“Talks will resume,” {s} said. “Trade will grow.”": ["Talks will resume,", "Trade will grow."],
    "Talks would resume “in the spring,” {s} said.": ["Talks would resume “in the spring,”"],
    "The visit, {s} said on Monday, had been “a great success”.": ["The visit had been “a great success”"],
    "The plan announced last year by {s} is dead.": [],
    "The visit that {s} had announced was put off.": [],
    "The talks proposed by {s} will be held in May.": [],
    "The speech of {s} was long.": [],
    "The visit of {s} shows that ties are good.": [],
    "The meeting with {s} confirmed the value of the ties.": [],
    "The king asked to see {s} in May.": [],
    "The so-called summit of {s} was put off.": [],
    "A statement from {s} is awaited.": [],
    "It is not known whether {s} will say more.": [],
}  # fmt: skip


def sentences() -> Iterator[tuple[str, str, list[str]]]:
    """(kind, sentence, contents; those parted by ``|`` are as good) in a fixed order."""
    for subject in SUBJECTS:
        lower = subject if subject.startswith(("Anna", "Norw", "Oslo")) else subject[0].lower() + subject[1:]
        for cue in THAT:
            # "expressed hope that": with the noun or without it; what she was told is what she says of it
            noun = " ".join(cue.split()[1:])
            other = f"she was told that {CLAUSE}" if cue.endswith("she was told") else f"{noun} that {CLAUSE}"
            yield "that", f"{subject} {cue} that {CLAUSE}.", [f"{CLAUSE}|{other}"]
        for kind, table in (("noun", NOUNS), ("infinitive", INFINITIVES)):
            for predicate, content in table.items():
                yield kind, f"{subject} {predicate}.", [content]
        for predicate in NONE:
            yield "none", f"{subject} {predicate}.", []
        for predicate, contents in EDGES.items():
            yield "edges", f"{subject} {predicate}.", contents
        for sentence, contents in WHOLE.items():
            object_form = {"she": "her"}.get(lower, lower)
            is_object = re.search(r"(by|of|with|from|to|see) \{s\}", sentence) is not None
            yield "whole", sentence.format(s=object_form if is_object else lower), contents


def plain(content: str) -> str:
    """A content for comparison: words alone, without a conjunction at its head."""
    words = " ".join(re.findall(r"[\w’']+", content.lower()))
    return re.sub(r"^(that|and|but) ", "", words)


def is_right(found: list[str], wanted: list[str]) -> bool:
    if len(found) != len(wanted):
        return False
    return all(plain(f) in {plain(v) for v in w.split("|")} for f, w in zip(found, wanted, strict=True))


def main() -> None:
    import legation

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only")
    options = parser.parse_args()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for kind, sentence, wanted in sentences():
        if options.only and options.only != kind:
            continue
        found = [s.content for s in legation.statements(sentence)]
        total[kind] += 1
        right[kind] += is_right(found, wanted)
        if options.errors and not is_right(found, wanted):
            print(f"{kind}: {sentence}\n    {found}")
    for kind, n in total.items():
        print(f"{kind:12} {right[kind]:4} of {n:4}")
    print(f"right {sum(right.values())} of {sum(total.values())}")


if __name__ == "__main__":
    main()
