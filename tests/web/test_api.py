"""The API keeps what its description promises."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from legation.store import Store
from legation.web import models


def test_answers_are_as_described(client: TestClient, store: Store) -> None:
    for entry in store.entries():
        models.Engagement.model_validate(client.get(f"/api/v1/engagements/{entry.id}").json())
        models.Revisions.model_validate(client.get(f"/api/v1/engagements/{entry.id}/revisions").json())
        models.Claims.model_validate(client.get(f"/api/v1/engagements/{entry.id}/claims").json())
    for page in store.pages():
        models.Page.model_validate(client.get(f"/api/v1/pages/{page.id}").json())
        models.Claims.model_validate(client.get(f"/api/v1/pages/{page.id}/claims").json())
    models.EngagementList.model_validate(client.get("/api/v1/engagements").json())
    models.Pages.model_validate(client.get("/api/v1/pages").json())
    models.Statements.model_validate(client.get("/api/v1/statements").json())


def test_claims_lead_to_their_words(client: TestClient, borin: str) -> None:
    claims = client.get(f"/api/v1/engagements/{borin}/claims").json()["claims"]
    texts = {c["page"]: client.get(f"/api/v1/pages/{c['page']}").json()["text"] for c in claims}
    assert len(claims) > 10
    assert all(texts[c["page"]][c["start"] : c["end"]] == c["words"] for c in claims)


FILTERS = [
    ({"country": "NZ"}, 1), ({"country": ["NZ", "UZ"]}, 1), ({"country": ["NZ", "JP"]}, 0), ({"person": "borin"}, 1),
    ({"region": "oceania"}, 1), ({"region": ["oceania", "caucasus-central-asia"]}, 1), ({"region": ["oceania", "africa"]}, 0),
    ({"region": "oceania", "country": "JP"}, 0),
    ({"status": "unverified"}, 1), ({"status": ["held", "proposed"]}, 2), ({"kind": "visit"}, 3),
    ({"since": "2031-05-14", "until": "2031-05-16"}, 2), ({"undated": "yes"}, 2), ({"q": "floods"}, 1),
    ({"changed_since": "2031-05-11T18:05:00Z"}, 2), ({"country": ""}, 6),
]  # fmt: skip


@pytest.mark.parametrize(("query", "count"), FILTERS)
def test_filters(client: TestClient, query: dict[str, str], count: int) -> None:
    assert len(client.get("/api/v1/engagements", params=query).json()["engagements"]) == count


WRONG = [
    ("/api/v1/engagements?after=%%%", 400, "after: is not a place in this list"),
    ("/api/v1/engagements?after=bm9uc2Vuc2U", 400, "after: is not a place in this list"),
    ("/api/v1/engagements?status=x", 400, "status=x: must be one of"),
    ("/api/v1/engagements?region=atlantis", 400, "region=atlantis: must be one of north-america"),
    ("/api/v1/engagements?limit=0", 422, "limit"),
    ("/api/v1/engagements?limit=99999999999999999999", 422, "limit"),
    ("/api/v1/engagements?q=" + "x" * 500, 400, "q: longer than 200 characters"),
    ("/api/v1/engagements?q=%00", 400, "q: holds characters that cannot be printed"),
    ("/api/v1/engagements?" + "&".join(f"country=A{i}" for i in range(20)), 400, "country: 20 values are too many"),
    ("/api/v1/engagements/nothing", 404, "nothing: no such engagement"),
    ("/api/v1/pages/nothing", 404, "nothing: no such page"),
    ("/api/v1/nothing", 404, "There is no such page"),
]


@pytest.mark.parametrize(("address", "status", "words"), WRONG)
def test_what_is_wrong_is_said(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.json()["error"]["detail"]
    models.Problem.model_validate(answer.json())


def test_writing_is_not_offered(client: TestClient) -> None:
    for address in ("/api/v1/engagements", "/engagements", "/feeds/engagements.ics"):
        assert client.post(address).status_code == 405
