"""What somebody might try: broken files of each type, titles, and addresses, three hundred in all, the same each time."""

from __future__ import annotations

import io
import random
import zipfile
from html import escape
from pathlib import Path

MADE = Path(__file__).parents[1] / "data" / "reading"
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{title}</w:t></w:r></w:p><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
)
RELATIONS = (
    '<r xmlns="x"><a Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></r>'
)
TITLES = (
    "\x1b]0;owned\x07\x1b[2J\x1b[31mRed",
    "\u202egnirts eht nrut \u2066inside\u2069 \u200f\u061c",
    "<script>alert(1)</script><b>bold</b> &amp; &lt;i&gt;",
    "[/b] [link](tg://user?id=1) *bold* _under_ `code` ||spoiler||",
    "call " * 20_000,
    "م" * 100_000,
    "\u0640" * 5_000 + "\u064b" * 5_000,
    "a\u0301\u0302\u0303" * 20_000,
    "👩\u200d👩\u200d👧\u200d👦" * 3_000,
    "President " * 9_000 + "spoke by telephone",
    "'; DROP TABLE documents; -- %s {0} {{x}} $HOME `id`",
    "../../../../etc/passwd\\..\\..",
    "\ufeff\u200b\u2060\u00ad",
    "--title --yes -",
    "1 July 2025, " * 5_000,
    "\t\v\f\x1c\x1d\x85\u2028\u2029 line",
)
ADDRESSES = (
    "http://127.0.0.1/", "http://localhost:80/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/",
    "http://2130706433/", "http://0x7f000001/", "http://017700000001/", "http://127.1/", "http://10.0.0.1/",
    "http://172.16.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/",
    "http://[fd00::1]/", "http://100.64.0.1/", "http://224.0.0.1/", "http://255.255.255.255/", "http://[64:ff9b::7f00:1]/",
    "http://[::]/", "http://user:pass@127.0.0.1/", "https://a:b@office.example/", "ftp://127.0.0.1/a.txt",
    "file:///etc/passwd", "gopher://127.0.0.1:70/", "http://", "http://:80/", "https://[::1", "http://127.0.0.1:99999/",
    "http://" + "a" * 3_000 + "/", "http://\u2474.\u2475/", "http://127\u30020\u30020\u30021/", "HTTP://LOCALHOST./",
    "http://a\u202eb/", "jar:http://127.0.0.1/", "http://127.0.0.1%2f@office.example/",
)  # fmt: skip


def of_zip(parts: dict[str, str | bytes]) -> bytes:
    """An archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def of_word(title: str, text: str) -> bytes:
    """A Word document whose first line is a title; what XML cannot hold is left out."""
    bare = "".join(one for one in title if one >= " " and one not in "\ufffe\uffff")
    return of_zip({"_rels/.rels": RELATIONS, "word/document.xml": WORD.format(title=escape(bare), text=text)})


def of_pages(many: int) -> bytes:
    """A PDF of so many empty pages."""
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + many))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {many}/Kids[{kids}]>>",
        *["<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"] * many,
    ]  # fmt: skip
    body = "\n".join(f"{number} 0 obj{content}endobj" for number, content in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}\ntrailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n9\n%%EOF".encode()


def titled() -> dict[str, bytes]:
    """Files that are whole, each with a title that somebody meant badly."""
    files: dict[str, bytes] = {}
    for number, title in enumerate(TITLES):
        text = (
            f"The leaders spoke by telephone about file {number:04d} and agreed to meet. Nothing else was said of it."
        )
        files[f"title-{number}.txt"] = f"{title}\n\nIn a text: {text}".encode()
        files[f"title-{number}.md"] = f"---\ntitle: {title}\n---\n\nIn Markdown, {text}".encode()
        metas = "".join(f"<meta property='og:{name}' content='{title}'>" for name in ("title", "site_name"))
        files[f"title-{number}.html"] = (
            f"<!doctype html><html><head><title>{title}</title>{metas}</head><body><article><h1>{title}</h1>"
            f"<p>On a page {text}</p></article></body></html>"
        ).encode()
        files[f"title-{number}.docx"] = of_word(title, f"As a document of Word {text}")
    return files


def broken(many: int) -> dict[str, bytes]:
    """So many files of each type with a few things done to their bytes."""
    chance = random.Random(11)
    text = (MADE / "call.txt").read_bytes()
    page = (
        b"<!doctype html><html><body><article><p>" + text.replace(b"\n", b"</p><p>") + b"</p></article></body></html>"
    )
    pdfs = [
        (MADE / f"{name}.pdf").read_bytes() for name in ("chromium", "fpdf2", "reportlab", "pages", "bold-and-stamp")
    ]
    docx = (MADE / "python-docx.docx").read_bytes()
    whole = {"txt": [text, text.decode().encode("utf-16"), text.decode().encode("cp1256", "replace")], "md": [b"# " + text],
             "html": [page], "docx": [docx], "pdf": pdfs}  # fmt: skip
    files: dict[str, bytes] = {}
    for kind, some in whole.items():
        for number in range(many):
            data = bytearray(chance.choice(some))
            for _ in range(chance.choice([1, 2, 5, 20])):
                at, size = chance.randrange(len(data) + 1), chance.choice([1, 4, 64, 1000])
                match chance.randrange(5):
                    case 0:
                        data[at : at + size] = chance.randbytes(size)
                    case 1:
                        del data[at : at + size]
                    case 2:
                        data[at:at] = data[chance.randrange(len(data) + 1) :][:size]
                    case 3:
                        del data[max(at, len(data) // 4) :]
                    case _:
                        data[at:at] = chance.choice(
                            [b"\0", b"\xff\xfe", b"<", b"&a;", b"]]>", b"endobj", b"9" * 30, b"\xd8\x00"]
                        )
            files[f"broken-{number:02d}.{kind}"] = bytes(data)
    return files


def bombs() -> dict[str, bytes]:
    """Files that are small and unpack to much, or name what is not theirs, or hold more than the limits."""
    laughs = "<!DOCTYPE x [<!ENTITY a 'lol'>" + "".join(f"<!ENTITY a{n} '{'&a;' * 99}'>" for n in range(9)) + "]>"
    outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    body = WORD.format(title="A call", text="&a;")
    return {
        "bomb.docx": of_zip({"_rels/.rels": RELATIONS, "word/document.xml": WORD.format(title="a" * 90_000_000, text="")}),
        "laughs.docx": of_zip({"_rels/.rels": RELATIONS, "word/document.xml": laughs + body}),
        "outside.docx": of_zip({"_rels/.rels": RELATIONS, "word/document.xml": outside + body}),
        "paths.docx": of_zip({"../../evil.txt": b"out", "/etc/evil": b"out", "word/document.xml": body}),
        "elsewhere.docx": of_zip({"_rels/.rels": RELATIONS.replace("word/", "../../../etc/"), "word/document.xml": body}),
        "macro.docx": of_zip({
            "_rels/.rels": RELATIONS, "word/vbaProject.bin": b"Sub AutoOpen()",
            "word/document.xml": WORD.format(title="With a macro", text="The leaders of this file spoke of macros."),
        }),
        "laughs.html": f"<?xml version='1.0'?>{laughs}<html><body>&a8;</body></html>".encode(),
        "deep.html": b"<html>" + b"<div>" * 100_000 + b"The leaders spoke.",
        "passages.txt": b"They met. No.\n\n" * 30_000,
        "characters.docx": of_word("A call", "a " * 2_600_000),
        "large.txt": b"a " * 2_600_000,
        "pages.pdf": of_pages(301),
    }  # fmt: skip
