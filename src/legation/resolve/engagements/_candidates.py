"""What one mention tells of, looked up: who, where, when and in what state, once for each state and sitting it tells of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from msgspec.structs import replace

from legation.records import When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._attached import Attached, Mentioned
from legation.resolve.engagements._candidate import SITTINGS, Candidate
from legation.resolve.engagements._counted_legs import times_behind_colon
from legation.resolve.engagements._days import by_turn, toward, until_left
from legation.resolve.engagements._diary import Diary
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._own_days import own_days
from legation.resolve.engagements._programme import Programme
from legation.resolve.engagements._roles import Roles
from legation.resolve.engagements._seats import are_gathered, take_seats
from legation.resolve.engagements._set_aside import tells_of_none
from legation.resolve.engagements._sittings import Sittings
from legation.resolve.engagements._status import assess


class Candidates:
    """Makes candidates of a page's mentions."""

    def __init__(
        self,
        lookup: Lookup,
        mentioned: Mentioned,
        attached: Attached,
        programme: Programme,
        diary: Diary,
        published: date | None,
    ) -> None:
        self._lookup = lookup
        self._mentioned = mentioned
        self._attached = attached
        self._programme = programme
        self._diary = diary
        self._published = published

    def of(self, number: int) -> tuple[Candidate, ...]:
        """One candidate for a mention; one for each state where a visit goes to several, one for each sitting of several; none
        where it tells of no engagement."""
        doc, rules, mention = self._mentioned.doc, self._mentioned.rules, self._mentioned.mentions[number]
        roles = Roles(self._lookup, doc, rules, mention).fill()
        listed_on = self._programme.complete(roles, mention) if mention.is_listed else None
        self._diary.place(roles, mention)
        gathers = are_gathered(roles)
        if tells_of_none(roles, gathers=gathers):
            return ()
        days = own_days(self._mentioned, self._attached, number, self._diary, listed_on, self._published)
        if days is None:
            return ()
        mention, when = days.mention, days.when
        status, certainty = assess(mention, when, rules, self._published)
        if status == "announced" and (stay := until_left(when, mention, self._published)) is not None:
            status, when = "under_way", stay
        kind = take_seats(roles, status, gathers=gathers)
        told = Candidate(
            mention=mention,
            number=number,
            kind=kind,
            occasion=roles.occasion,
            status=status,
            certainty=certainty,
            when=when,
            planned=days.planned,
            changed=days.changed,
            no_date_set=number in self._attached.undated,
            lengths=days.lengths,
            until=days.until,
            is_opening=number in self._attached.opening,
            is_closing=days.ends and status == "held",
            is_of_both=any(
                doc.tokens[a.head].lower in rules.words["both"] for a in mention.arguments if a.role == "party"
            ),
        )
        return tuple(self._parted(told, roles))

    def _parted(self, told: Candidate, roles: Roles) -> Iterator[Candidate]:
        """One candidate for each leg of a journey and each sitting of its people, each on its own day where it has one."""
        times, own = self._mentioned.times, self._attached.own.get(told.number, [])
        legs, sittings = roles.legs(), Sittings(roles)
        starts = [start for *_, start in legs]
        each = by_turn(times, own, starts) if len(legs) > 1 else None
        counted = times_behind_colon(self._mentioned.doc, self._mentioned.rules, told.mention, times)
        if counted and len(legs) > 1:
            each = by_turn(times, counted, starts) or each
        turns = by_turn(times, own, [p.start for p in roles.others()]) if told.kind in SITTINGS else None
        if sittings.are_with_others():
            return
        companies = sittings.companies(on_own_days=turns is not None)
        receptions = sittings.receptions() if told.kind == "meeting" else (tuple(roles.hosts),)
        guests = sittings.guests() if told.kind == "meeting" else (tuple(roles.travellers),)
        for (leg, (country, place, _)), (turn, parties), hosts, travellers in product(
            enumerate(legs), enumerate(companies), receptions, guests
        ):
            when = told.when
            if each is not None:
                when = toward(each[leg], told.mention, self._published)
            elif leg > 0 and self._is_first_day(told.mention, when):
                when = None  # "leaves on Monday on a tour of A and B": it is not said when he is in B
            elif turns is not None and len(turns) == len(companies):
                when = toward(turns[turn], told.mention, self._published)
            yield replace(
                told,
                travellers=travellers,
                hosts=hosts,
                parties=parties,
                host_country=country,
                place=place,
                when=when,
                is_opening=told.is_opening or (len(legs) > 1 and self._is_first_day(told.mention, when)),
                is_leg=len(legs) > 1 and each is None,
            )

    def _is_first_day(self, mention: EngagementMention, when: When | None) -> bool:
        """Whether the one day of a journey is that on which it begins: "from May 20", "leaves on Monday for"."""
        if when is None or when.earliest is None or when.earliest != when.latest or when.start is None:
            return False
        doc, rules = self._mentioned.doc, self._mentioned.rules
        before = doc.text[: when.start].rsplit(maxsplit=1)[-1:]
        starts = rules.begins | rules.words["departing"]
        is_first = any(word in rules.words["first_day"] for word in before)
        return is_first or any(doc.tokens[n].lemma in starts for n in (mention.head, *mention.nodes))
