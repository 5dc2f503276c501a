"""What a person may name to be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.errors import DocumentError
from index.reading import sources
from index.reading.sources import files_in, is_address

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("text", ["https://a.example/x", "HTTP://a", "ftp://a", "file:///etc/passwd"])
def test_what_is_meant_as_an_address(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["a.txt", "/a/b", "https:", "a:b", "C:\\a", "", "1://a", "mailto:a@b"])
def test_what_is_meant_as_a_file(text: str) -> None:
    assert not is_address(text)


def lay(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_the_files_of_known_formats_in_the_order_of_their_names(tmp_path: Path) -> None:
    lay(
        tmp_path,
        "b.txt",
        "a.pdf",
        "c.png",
        "C.HTML",
        ".hidden.txt",
        ".git/a.txt",
        "sub/z.md",
        "sub/deep/y.docx",
        "no/way.exe",
    )
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = [str(file.relative_to(tmp_path)) for file in files_in(tmp_path)]
    assert found == ["C.HTML", "a.pdf", "b.txt", "sub/z.md", "sub/deep/y.docx"]


def test_a_manifest_stands_for_its_folder(tmp_path: Path) -> None:
    lay(tmp_path, "a.txt", "gold/manifest.json", "gold/b.txt", "gold/sub/c.txt")
    assert files_in(tmp_path) == [tmp_path / "a.txt", tmp_path / "gold" / "manifest.json"]


def test_nothing_too_much_and_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, "a.png")
    with pytest.raises(DocumentError) as refused:
        files_in(tmp_path)
    assert str(refused.value) == (
        f"{tmp_path} holds nothing to add: it is searched for .txt, .md, .html, .docx, .pdf, manifest.json"
    )
    lay(tmp_path, "a.txt", "b.txt", "c.txt")
    monkeypatch.setattr(sources, "MOST_FILES", 2)
    with pytest.raises(DocumentError, match="holds more than 2 files: add the folders in it one by one"):
        files_in(tmp_path)
    with pytest.raises(DocumentError, match="none cannot be read: No such file or directory"):
        files_in(tmp_path / "none")
