"""How the bytes of a web page are written: as they show, as the server says, or as the page says."""

from __future__ import annotations

import codecs
import re

from index.reading.extract import UnreadableError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_TOLD = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
# Where a page says how it is written.
_BEGINNING = 4096
_KNOWN = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|(?:windows-?|cp)125[0-8]|iso-?8859-?\d{1,2}|latin-?1|us-ascii|ascii|koi8-[ru]|macarabic"
)
# Browsers read these as windows-1252, which holds more.
_WESTERN = re.compile(r"iso-?8859-?1|latin-?1|us-ascii|ascii")
# Of the characters, how many may be broken.
_BROKEN = 0.001


def page_text(data: bytes, told: str | None = None) -> str:
    """The text of a page's bytes.

    Args:
        data: The bytes.
        told: What the server says of them.

    Raises:
        UnreadableError: They are neither UTF-8 nor what the server or the page says.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(name, "replace"), name)
    try:
        # Other bytes than those of UTF-8 look like it only by a chance that can be left out of account.
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    inside = _TOLD.search(data[:_BEGINNING])
    for label in (told, (inside[1] or inside[2]).decode("ascii", "replace") if inside else None):
        name = (label or "").strip().lower()
        if _KNOWN.fullmatch(name) and not name.startswith("utf-16"):
            name = "windows-1252" if _WESTERN.fullmatch(name) else name
            return _checked(data.decode(name, "replace"), name)
    raise UnreadableError(
        "does not say how it is written, and is not UTF-8: save it as UTF-8 and add it again", "encoding"
    )


def _checked(text: str, name: str) -> str:
    if text.count("\ufffd") > _BROKEN * len(text):
        raise UnreadableError(f"is not written as it says ({name}): save it as UTF-8 and add it again", "encoding")
    return text
