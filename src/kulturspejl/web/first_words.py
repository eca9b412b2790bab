"""An address is looked for among those that begin with its own first word: every page asked all before it in turn."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from django.urls import ResolverMatch, URLPattern, URLResolver
from django.urls.resolvers import RoutePattern

Address = URLPattern | URLResolver


class ByFirstWord(URLResolver):
    """The same addresses in the same order, but for those that cannot be meant."""

    def __init__(self, addresses: Iterable[Address]) -> None:
        super().__init__(RoutePattern(""), [*addresses])

    def resolve(self, path: str) -> ResolverMatch:
        """As the framework does it. Raises Resolver404."""
        return self._by_word.get(str(path).partition("/")[0], self._others).resolve(path)

    @cached_property
    def _by_word(self) -> dict[str, URLResolver]:
        addresses = [(first_word(one), one) for one in _flat(self.url_patterns)]
        words = {word for word, _one in addresses if word is not None}
        return {word: _with([one for has, one in addresses if has in (word, None)]) for word in words}

    @cached_property
    def _others(self) -> URLResolver:
        """Where a path begins with no word that any address has."""
        return _with([one for one in _flat(self.url_patterns) if first_word(one) is None])


def first_word(address: Address) -> str | None:
    """What stands before the first slash of all that it can mean; None where that may be more than one word."""
    word, slash, _rest = str(address.pattern).partition("/")
    is_whole = bool(slash) or isinstance(address, URLPattern)
    return word if is_whole and isinstance(address.pattern, RoutePattern) and "<" not in word else None


def _flat(addresses: Iterable[Address]) -> Iterator[Address]:
    """Without the bundles in which each face brings its own."""
    for one in addresses:
        if isinstance(one, URLResolver) and not (str(one.pattern) or one.namespace or one.default_kwargs):
            yield from _flat(one.url_patterns)
        else:
            yield one


def _with(addresses: list[Address]) -> URLResolver:
    return URLResolver(RoutePattern(""), addresses)
