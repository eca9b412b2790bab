"""What may be kept as an address, and how it is asked."""

import pytest

from kulturspejl.core.content.web_address import (
    NO_NAMES,
    NOT_AN_ADDRESS,
    OTHER_PORT,
    NoAddress,
    WebAddress,
    parse_address,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("https://example.dk/artikel?a=1&b=2#afsnit", WebAddress("https", "example.dk", "/artikel?a=1&b=2")),
        ("HTTP://Example.dk:80", WebAddress("http", "example.dk", "/")),
        ("https://ærø.dk/læs%20mig/på", WebAddress("https", "xn--r-3fa9c.dk", "/l%C3%A6s%20mig/p%C3%A5")),
        ("http://[2001:db8::1]:80/x", WebAddress("http", "2001:db8::1", "/x")),
        ("http://2130706433/", WebAddress("http", "2130706433", "/")),
    ],
)
def test_an_address_is_read_as_it_will_be_asked(typed, read):
    assert parse_address(typed) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", NOT_AN_ADDRESS), ("example.dk/x", NOT_AN_ADDRESS), ("//example.dk/x", NOT_AN_ADDRESS),
        ("file:///etc/passwd", NOT_AN_ADDRESS), ("javascript:alert(1)", NOT_AN_ADDRESS),
        ("gopher://example.dk/", NOT_AN_ADDRESS), ("ftp://example.dk/", NOT_AN_ADDRESS),
        ("https:///x", NOT_AN_ADDRESS), ("https://", NOT_AN_ADDRESS), ("http://[::1", NOT_AN_ADDRESS),
        ("http://exa mple.dk/", NOT_AN_ADDRESS), ("http://example.dk/\r\nHost: x", NOT_AN_ADDRESS),
        ("http://example.dk\\@10.0.0.1/", NOT_AN_ADDRESS), ("http://[fe80::1%25eth0]/", NOT_AN_ADDRESS),
        ("https://example.dk/" + "x" * 500, NOT_AN_ADDRESS), ("http://example.dk:99999/", NOT_AN_ADDRESS),
        ("https://bruger:kode@example.dk/", NO_NAMES), ("https://@example.dk/", NO_NAMES),
        ("https://example.dk:8443/", OTHER_PORT), ("http://example.dk:443/", OTHER_PORT),
        ("https://example.dk:22/", OTHER_PORT),
    ],
)  # fmt: skip
def test_what_is_no_plain_address_of_the_web_is_refused_with_a_sentence(typed, why):
    with pytest.raises(NoAddress) as refused:
        parse_address(typed)
    assert refused.value.text == why


def test_a_redirect_is_read_like_an_address_that_somebody_typed():
    here = parse_address("https://example.dk/a/b?c")
    assert here.onward("../d") == WebAddress("https", "example.dk", "/d")
    assert here.onward("//other.dk/x") == WebAddress("https", "other.dk", "/x")
    for location in ("http://10.0.0.1:6379/", "file:///etc/passwd", "http://u:p@example.dk/", "http://[::1"):
        with pytest.raises(NoAddress):
            here.onward(location)
