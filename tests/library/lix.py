"""How hard a Danish text is to read (Björnsson 1968)."""

import re

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:,\d+)?")
SENTENCE_END = re.compile(r"[.?!:]+(?:\s|$)")
LONG = 6


def lix(text: str) -> float:
    """Words a sentence, plus the percentage of words with more than six letters. Under 25 is for children,
    25 to 34 easy, 35 to 44 as in a newspaper. A colon ends a sentence."""
    words = WORD.findall(text)
    sentences = [part for part in SENTENCE_END.split(text) if WORD.search(part)]
    return len(words) / len(sentences) + 100 * sum(len(word) > LONG for word in words) / len(words)
