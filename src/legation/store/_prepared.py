"""Questions that are asked for every page, put together once: putting one together and finding it again takes SQLAlchemy two
to eight times as long as asking it. Their parameters are named in the statements; ``*_ids`` and ``keys`` are lists."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BindParameter, bindparam, func, or_, select, update

from legation.store import schema

_report, _page, _entry, _group = schema.report.c, schema.page.c, schema.entry.c, schema.cluster.c
_correction, _revision, _claim, _holder = (
    schema.correction.c,
    schema.revision.c,
    schema.office_claim.c,
    schema.office_holder.c,
)
_one, _other = schema.report.alias("one"), schema.report.alias("other")

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)

# -- pages and reports
IS_KNOWN = select(_page.id).where(_page.id == bindparam("page"))
TEXTS_OF_PAGES = select(_page.id, _page.text, _page.dispatch).where(_page.id.in_(_IDS))
ENTRIES_OF_REPORTS = select(_report.entry).where(_report.id.in_(_IDS)).distinct()
REPORTS_OF_GROUP = select(_report.body).where(_report.root == bindparam("root"))
REPORTS_OF_ENTRY = select(_report.body).where(_report.entry == bindparam("entry"))
ROOT_OF_REPORT = select(_report.root).where(_report.id == bindparam("report"))
REPORTS_OF_GROUPS = (
    select(_report.id, _report.root, _report.entry, _page.seq, _report.number)
    .join(schema.page, _page.id == _report.page)
    .where(_report.root.in_(_IDS))
)
MOVE_REPORT = update(schema.report).where(_report.id == bindparam("moved")).values(entry=bindparam("to_entry"))
LATER_REPORTS = select(_report.id, _report.root, _report.body).where(
    _report.id.in_(
        select(schema.report_key.c.report)
        .where(
            schema.report_key.c.key.in_(_KEYS),
            schema.report_key.c.role == "l",
            schema.report_key.c.said_on >= bindparam("since"),
        )
        .distinct()
    )
)

# -- groups
VERSION_OF_GROUP = select(_group.version).where(_group.root == bindparam("root"))
KEYS_OF_GROUP = select(schema.cluster_key.c.key, schema.cluster_key.c.first, schema.cluster_key.c.last).where(
    schema.cluster_key.c.root == bindparam("root")
)
GROUPS_UNDER = (
    select(_group.root, _group.version)
    .distinct()
    .join(schema.cluster_key, _group.root == schema.cluster_key.c.root)
    .where(schema.cluster_key.c.key.in_(_KEYS))
    .where(schema.cluster_key.c.first <= bindparam("until"), schema.cluster_key.c.last >= bindparam("since"))
)

# -- what people have put right
APART = (
    select(_correction.kind, _correction.report, _correction.other)
    .where(_correction.kind.in_(("split", "merge")))
    .order_by(_correction.seq)
)
JOINED = (
    select(_correction.kind, _one.c.root.label("left"), _other.c.root.label("right"))
    .select_from(schema.correction)
    .join(_one, _one.c.id == _correction.report)
    .join(_other, _other.c.id == _correction.other)
    .where(_correction.kind.in_(("merge", "split")))
    .order_by(_correction.seq)
)
SET_BY_HAND = (
    select(schema.correction)
    .join(schema.report, _report.id == _correction.report)
    .where(_correction.kind == "set", _report.entry == bindparam("entry"))
    .order_by(_correction.seq)
)

# -- engagements
KNOWN_ENTRIES = select(_entry.id).where(_entry.id.in_(_IDS))
OPEN_REVISIONS = (
    select(_revision.number, _revision.said_on, _revision.body, _revision.changes, _revision.claims, _revision.learned)
    .where(_revision.entry == bindparam("entry"), _revision.superseded.is_(None))
    .order_by(_revision.number)
)
SOURCES_OF_ENTRY = (
    select(_page.dispatch, _page.site, func.min(_page.seq).label("first"), func.count().label("n"))
    .where(_page.id.in_(select(_report.page).where(_report.entry == bindparam("entry"))))
    .group_by(_page.dispatch, _page.site)
)
SIDES_OF_ENTRY = select(schema.entry_side).where(schema.entry_side.c.entry == bindparam("entry"))
NAMES_OF_ENTRY = select(schema.entry_name).where(schema.entry_name.c.entry == bindparam("entry"))
SHOWN = select(_entry.id, _entry.body).where(_entry.gone_to.is_(None), _entry.pages > 0)
STATES = SHOWN.where(_entry.id.in_(_IDS))
TOURS = select(_entry.tour).where(_entry.id.in_(_IDS), _entry.tour.is_not(None))
PARTS_AND_LEGS = select(_entry.id).where(or_(_entry.part_of.in_(_IDS), _entry.tour.in_(_KEYS)))
LINK_ENTRY = (
    update(schema.entry)
    .where(
        _entry.id == bindparam("linked"),
        or_(_entry.part_of.is_distinct_from(bindparam("whole")), _entry.tour.is_distinct_from(bindparam("round"))),
    )
    .values(part_of=bindparam("whole"), tour=bindparam("round"))
)

# -- the who's who
HOLDERS = select(_holder.id, _holder.body).where(_holder.id.in_(_IDS))
WRITE_HOLDER = (
    update(schema.office_holder)
    .where(_holder.id == bindparam("holder"))
    .values(last_said=bindparam("last_day"), body=bindparam("line"))
)
_claims_of = (
    select(_claim.body, _page.dispatch)
    .join(schema.page, _page.id == _claim.page)
    .where(_claim.holder == bindparam("holder"))
    .limit(1)
)
FIRST_CLAIM = _claims_of.order_by(_claim.said_on, _claim.page, _claim.start)
LAST_CLAIM = _claims_of.order_by(_claim.said_on.desc(), _claim.page.desc(), _claim.start.desc())
CLAIM_OF_ANOTHER = _claims_of.where(_page.dispatch != bindparam("dispatch"))
