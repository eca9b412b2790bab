"""A file that nothing can be made of: said in the reader's language, with what to do."""

from kulturspejl.core.text import Text


class BadFile(Exception):
    """Exit code 1: the data says no, and nothing is written."""

    def __init__(self, da: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(da=da, en=en)
