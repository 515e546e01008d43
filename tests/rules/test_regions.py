"""The site's sections cover the world once."""

from __future__ import annotations

from collections import Counter

import pycountry

from legation.rules.regions import regions


def test_every_country_is_in_one_region() -> None:
    counted = Counter(code for region in regions().values() for code in region.countries)
    assert {code for code, n in counted.items() if n > 1} == set()
    assert set(counted) == {c.alpha_2 for c in pycountry.countries} | {"XK"}
