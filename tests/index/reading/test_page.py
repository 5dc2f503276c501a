"""Web pages: the article, its title and its time; nothing of what stands around it."""

from __future__ import annotations

from datetime import datetime

import pytest

from index.reading import page
from index.reading.extract import Extract, UnreadableError

PARAGRAPHS = [
    "أجرى الرئيسان مكالمة هاتفية استمرت أكثر من ساعتين، بحسب ما جاء في بيان صادر عن خدمة الصحافة في الكرملين.",
    "وأكد الجانبان أن حل الأزمة المتعلقة بالبرنامج النووي يجب أن يتم فقط من خلال الطرق السياسية والدبلوماسية.",
    "وكانت آخر مكالمة بين الرئيسين قد جرت في 11 سبتمبر 2022، وتناولت الوضع حول محطة زابوريجيا النووية.",
]
TITLE = "أول مكالمة هاتفية بين الرئيسين بعد 3 سنوات"
OUTLET = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE} - الموقع العربي</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="الموقع العربي">
<meta property="article:published_time" content="2025-07-01T22:10:00+03:00"><script>var x = "no";</script></head><body>
<div class="cookie-consent"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك.</p><button>موافق</button></div>
<header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/w">أخبار العالم</a></li></ul></nav></header>
<main><article><h1>{TITLE}</h1><time datetime="2025-07-01T22:10">01.07.2025 22:10</time>
{"".join(f"<p>{one}</p>" for one in PARAGRAPHS)}<div class="share"><a href="#">شارك</a></div></article>
<aside class="related"><h3>اقرأ أيضا</h3><ul><li><a href="/n">أسعار النفط ترتفع</a></li></ul></aside></main>
<footer><p>جميع الحقوق محفوظة © 2025</p></footer></body></html>"""


def read(html: str) -> Extract:
    return page.read(html.encode())


def test_the_article_stands_under_its_title_and_its_time() -> None:
    extract = read(OUTLET)
    assert extract.text.split("\n\n") == [TITLE, "01.07.2025 22:10", *PARAGRAPHS]
    assert (extract.title, extract.issuer) == (TITLE, "الموقع العربي")
    # On the clock of whoever published it, as the page prints it.
    assert extract.published == datetime(2025, 7, 1, 22, 10)  # noqa: DTZ001 - without a time zone


def test_a_page_of_an_office_tells_of_itself_in_json() -> None:
    told = (
        '{"@type": "NewsArticle", "datePublished": "2024-11-30T19:05:00Z",'
        ' "publisher": {"@type": "Organization", "name": "President of Ardenia \\u2014 office"}}'
    )
    html = (
        f"<html><head><title>Call with the Sultan | President of Ardenia — office</title>"
        f'<script type="application/ld+json">{told}</script></head><body><div id="menu"><a href="/">Home</a></div>'
        "<div class='content'><p>President Thomas Wrenfield spoke by telephone with Sultan Qais bin Muhanna of Wadhan.</p>"
        "<p>The leaders agreed to speak again within two weeks, and to reopen the port.</p></div></body></html>"
    )
    extract = read(html)
    assert (extract.title, extract.issuer) == ("Call with the Sultan", "President of Ardenia — office")
    assert extract.published == datetime(2024, 11, 30, 19, 5)  # noqa: DTZ001 - without a time zone
    assert extract.text.startswith("President Thomas Wrenfield spoke")


def test_a_date_in_the_text_is_no_day_of_publication() -> None:
    html = "<html><body><p>The two presidents spoke on 3 May 2024 for an hour.</p><p>They will meet.</p></body></html>"
    extract = read(html)
    assert (extract.published, extract.title, extract.issuer) == (None, None, None)
    assert extract.text == "The two presidents spoke on 3 May 2024 for an hour.\n\nThey will meet."


def test_lists_quotations_and_tables_keep_what_they_say() -> None:
    html = (
        "<html><body><article><h1>Outcome</h1><p>They agreed on the following during the call:</p><ul><li>to open the port;</li>"
        "<li>to exchange prisoners.</li></ul><p>He said: <q>We will <b>meet</b></q> soon.<br>It lasted an hour.</p><table>"
        "<tr><th>Subject</th><th>Agreed</th></tr><tr><td>Grain</td><td>150,000 tonnes</td></tr></table></article></body></html>"
    )
    assert read(html).text.split("\n\n") == [
        "Outcome", "They agreed on the following during the call:", "- to open the port;", "- to exchange prisoners.",
        "He said: “We will meet” soon.", "It lasted an hour.", "Subject\tAgreed", "Grain\t150,000 tonnes",
    ]  # fmt: skip


def test_an_old_page_that_is_laid_out_with_a_table_keeps_its_paragraphs() -> None:
    body = "<br><br>".join(PARAGRAPHS)
    html = (
        "<html dir=rtl><head><meta http-equiv=Content-Type content='text/html; charset=windows-1256'><title>بيان</title></head>"
        f"<body><table><tr><td width=20%><a href=a>الرئيسية</a></td><td>{body}</td></tr></table></body></html>"
    )
    extract = page.read(html.encode("windows-1256"))
    assert extract.text.split("\n\n") == PARAGRAPHS
    assert extract.title == "بيان"


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><html><body><noscript>Enable JavaScript.</noscript><script src=a.js></script></body></html>",
        "<html></html>", "<html><body>  </body></html>", "<html>" + "<div>" * 2000,
    ],
)  # fmt: skip
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(UnreadableError, match=r"holds no text: open it in a browser, and save what it shows as \.txt"):
        read(html)


def test_entities_are_letters_and_nothing_is_run_or_fetched() -> None:
    html = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><article><p>Caf&eacute; &#1575; &x; and the two'
        " leaders spoke for an hour about grain.</p><img src='file:///etc/passwd'><iframe src='http://127.0.0.1/'></iframe>"
        "</article></body></html>"
    )
    text = read(html).text
    assert text.startswith("Café ا")
    assert "root:" not in text
