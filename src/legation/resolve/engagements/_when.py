"""Which day belongs to which engagement: a time belongs to the nearest event word above it in the sentence."""

from __future__ import annotations

from collections import defaultdict

from legation.records import Annotation, When
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules

DATED = frozenset({"DATE", "TIME"})


class Attached:
    """For each mention number: times of the engagement, of its original plan and of its change; and "no date" values."""

    def __init__(self) -> None:
        self.own: dict[int, list[int]] = defaultdict(list)
        self.plan: dict[int, list[int]] = defaultdict(list)
        self.change: dict[int, list[int]] = defaultdict(list)
        self.undated: set[int] = set()


def attach(
    doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], times: tuple[When, ...]
) -> Attached:
    """Each time to the mentions it dates. A time under a verb of saying dates the saying, so no mention gets it."""
    found = Attached()
    nodes: dict[int, list[int]] = defaultdict(list)
    plans: dict[int, list[int]] = defaultdict(list)
    changes: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        for node in mention.nodes:
            nodes[node].append(number)
        for node in mention.plan_nodes:
            plans[node].append(number)
        for node in mention.change_nodes:
            changes[node].append(number)
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_sentence[mention.sentence].append(number)
    for index, when in enumerate(times):
        if when.start is None or when.end is None:
            continue
        inside = doc.tokens_in(when.start, when.end)
        if not inside:
            continue
        if when.precision == "none" and when.convention == "no-date-set":
            near = by_sentence.get(inside[0].sentence, []) or by_sentence.get(inside[0].sentence - 1, [])[-1:]
            found.undated.update(near)
            continue
        if when.type not in DATED and when.earliest is None:
            continue
        _climb(doc, rules, index, {t.i for t in inside}, nodes, plans, changes, found)
    return found


def _climb(
    doc: Annotation,
    rules: EngagementRules,
    index: int,
    inside: set[int],
    nodes: dict[int, list[int]],
    plans: dict[int, list[int]],
    changes: dict[int, list[int]],
    found: Attached,
) -> None:
    top = next((i for i in sorted(inside) if doc.tokens[i].head not in inside), min(inside))
    link = ""
    for token in [doc.tokens[top], *doc.ancestors(top)]:
        if token.pos == "ADP" and not link:
            link = token.lower
        if token.i in plans:
            for number in plans[token.i]:
                found.plan[number].append(index)
            return
        if token.i in nodes:
            for number in nodes[token.i]:
                found.own[number].append(index)
            return
        if token.i in changes:
            moved = link in {"to", "until", "till", "for"}
            source = link == "from"
            target = found.own if moved else found.plan if source else found.change
            for number in changes[token.i]:
                target[number].append(index)
            return
        if token.pos == "VERB" and token.lemma in rules.reporting and token.i not in inside:
            return
        if token.dep in {"relcl", "advcl"} and token.pos == "VERB":
            return


def best(times: tuple[When, ...], indices: list[int]) -> When | None:
    """The time to keep of several: the most precise dated one, the earlier in the text at a tie."""
    order = {"day": 0, "weekend": 1, "week": 2, "month": 3, "season": 4, "window": 5, "year": 6, "none": 9}
    dated = [times[i] for i in indices if times[i].type in DATED]
    if not dated:
        return None
    joined = _joined(dated)
    if joined is not None:
        return joined
    return min(dated, key=lambda w: (w.earliest is None, order[w.precision]))


def _joined(dated: list[When]) -> When | None:
    """"from Monday to Wednesday" found as two days is one stretch."""
    if len(dated) == 2 and all(w.precision == "day" and w.earliest and w.latest for w in dated):
        first, second = dated
        gap = "" if first.end is None or second.start is None else second.start - first.end
        if isinstance(gap, int) and 0 < gap <= 5 and first.earliest and second.latest and first.earliest <= second.latest:
            if (second.latest - first.earliest).days <= 14:
                words = f"{first.words} ... {second.words}"
                return When(
                    words=words, start=first.start, end=second.end, type="DATE", value=first.value,
                    earliest=first.earliest, latest=second.latest, precision="day", convention=first.convention,
                )  # fmt: skip
    return None
