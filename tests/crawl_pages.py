"""A small crawl that tests read: pages as HTML, and their WARC records."""

from __future__ import annotations

DIPLOMATIC = (
    "The foreign minister of Freedonia, Anna Berg, will visit China next week for talks with Foreign Minister Wang Yi, "
    "the ministry in Beijing said on Tuesday. The visit was announced after a phone call between the two ministers."
)
OTHER = (
    "The home side won by three goals to one after a strong second half, and the trainer said that he had never seen "
    "such a match. The crowd sang until late, and the captain thanked them for it with tears in his eyes."
)


def html(title: str, *paragraphs: str) -> bytes:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body><article>{body}</article></body></html>".encode()


def record(url: str, payload: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-06-07T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def pages(count: int, *, every: int = 5) -> list[tuple[str, bytes]]:
    """``count`` pages, each ``every``-th one diplomatic, all different."""
    made = []
    for i in range(count):
        text = DIPLOMATIC if i % every == 0 else OTHER
        made.append(
            (f"https://news.example.org/{i}", html(f"Page {i}", text, f"This is report number {i} of the desk."))
        )
    return made
