"""Who speaks where the page leaves the name to be found: (text, what the content begins with, words for the speaker)."""

from __future__ import annotations

import pytest

import legation

TABLE: list[tuple[str, str, str | None]] = [
    (
        "Kenya's head of state Daniel Otieno received Marta Lund, Minister of Foreign Affairs of Norway.\n\nDaniel Otieno said ties were at a high level.\n\nThe President stressed that Nairobi would keep its word. He asked that his greetings be passed on to the President of Chile, Pedro Soto.",
        "Nairobi would",
        "Daniel Otieno",
    ),
    (
        "Tajikistan's head of state Rustam Aliyev saw the Uzbek minister Anvar Karimov in Dushanbe on Monday.\n\nThe president said that trade had doubled. According to him, more flights are needed.\n\nThe minister conveyed a message from President Islom Yusupov of Uzbekistan.",
        "trade had",
        "Rustam Aliyev",
    ),
    (
        "Tajikistan's head of state Rustam Aliyev saw the Uzbek minister Anvar Karimov in Dushanbe on Monday.\n\nThe president said that trade had doubled. According to him, more flights are needed.\n\nThe minister conveyed a message from President Islom Yusupov of Uzbekistan.",
        "more flights",
        "Rustam Aliyev",
    ),
    (
        "President Anna Berg will not meet Kofi Mensah, the president of Ghana, a spokesman for Berg said on Monday.",
        "President Anna",
        "spokesman",
    ),
    (
        "Chile has invited Li Wen, China's trade minister, a senior diplomat said on Tuesday.",
        "Chile has",
        "a senior diplomat",
    ),
    (
        "The visit was confirmed by a source familiar with the plan.\n\nThe Oslo Courier was the first to report the visit, quoting people who know the plans.\n\nAccording to the paper, the king might come to London next year.",
        "the king",
        "Oslo Courier",
    ),
    (
        "A source at the ministry said the trip was off.\n\nThe Daily Chronicle first wrote of it on Tuesday.\n\nThe paper said the minister was ill.",
        "the minister was",
        "Daily Chronicle",
    ),
    (
        "“I find it sad,” said foreign minister Ole Berg.\n\nThe refusal was confirmed on Monday by the Chilean Embassy in Oslo. It spoke of a “mirror step” to what Norway had done.",
        "a “mirror",
        "Embassy",
    ),
    (
        "National Assembly Chairwoman Tran Thi Mai hosted in Hanoi a reception for Vice President of the Lao National Assembly Somphone Keo.\n\nMai was glad to see the papers signed.\n\nThe two sides agreed to go on, the Lao legislator said.",
        "The two sides",
        "Somphone Keo",
    ),
    (
        "The Ministry of Health said in a statement that the clinic was open.\n\nThe nurses were paid, the statement said. “Nobody was dismissed,” it added.",
        "Nobody was",
        "Ministry of Health",
    ),
    (
        "The office of the Croatian President, Ana Horvat, has confirmed that the visit is off, the Zagreb newspaper Jutro wrote on Wednesday.",
        "the visit is",
        "The office of the Croatian President, Ana Horvat",
    ),
    (
        "The palace has said that the king is well, the broadcaster NTV reported.",
        "the king is",
        "The palace",
    ),
    (
        "News of the delay was broken by Tendai Moyo, the permanent secretary in Zimbabwe's Ministry of Information, on his Twitter page.\n\n“The president will not be able to come,” he wrote.",
        "The president will",
        "Tendai Moyo",
    ),
    (
        "The strike was called off by union leader Ivo Kral late on Sunday.\n\n“We have what we wanted,” he said.",
        "We have",
        "Ivo Kral",
    ),
    (
        "The verdict will be appealed, his lawyer Leila Omarova told Aqtau.kz.\n\nThe man will be sent to Arshaly, according to the publication.",
        "The man",
        "Aqtau.kz",
    ),
    (
        "According to the press service of the Georgian PM, the two men spoke about trade and the border. The same report says they touched on the plight of refugees.",
        "they touched",
        "the press service of the Georgian PM",
    ),
    (
        "According to the press service of the Georgian PM, the two men spoke about trade and the border. The same report says they touched on the plight of refugees.",
        "the two men",
        "the press service of the Georgian PM",
    ),
    (
        "Berg told Lund that it was off. Rasheed, a driver, was not surprised. “We knew it. Nobody asked us,” he said.",
        "We knew",
        None,
    ),
    (
        "Ole Berg met Anna Lund in Oslo. The latter said the visit had been good.",
        "the visit",
        "Anna Lund",
    ),
    (
        "President Daniel Otieno received Minister Ole Berg. The latter thanked him and said that Oslo would invest.",
        "Oslo would",
        "Ole Berg",
    ),
    (
        "President Pedro Castillo of Peru let his counterpart Ivan Duque know that he will not come, the ministry said.\n\nIn the letter the President stated that the vote was unfair.",
        "the vote",
        "Pedro Castillo",
    ),
    (
        "The statement said the port was open. Wellington was told that Tamo would be away. “Our people were ready,” it said.",
        "Our people",
        "The statement",
    ),
    (
        "The office of the Croatian President, Ana Horvat, confirmed that the visit is off.",
        "the visit",
        "The office of the Croatian President, Ana Horvat",
    ),
]


@pytest.mark.parametrize(("text", "begins", "speaker"), TABLE, ids=[f"{b} {s}" for _, b, s in TABLE])
def test_speaker(text: str, begins: str, speaker: str | None) -> None:
    said = next(s for s in legation.statements(text) if s.content.startswith(begins))
    named = (said.speaker.name, said.described_as, said.speaker.organisation, said.speaker.office)
    assert next((n for n in named if n), None) == speaker
