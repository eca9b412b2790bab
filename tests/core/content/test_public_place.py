"""Which IP addresses are of the open internet, on both sides of each border."""

import pytest

from kulturspejl.core.content.public_place import is_public


@pytest.mark.parametrize(
    "place",
    [
        "8.8.8.8", "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
        "198.20.0.0", "223.255.255.255", "2a00:1450:400f::1", "2001:4860:4860::8888", "64:ff9b::808:808",
    ],
)  # fmt: skip
def test_what_everybody_reaches_is_public(place):
    assert is_public(place)


@pytest.mark.parametrize(
    "place",
    [
        "0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.0.1", "198.18.0.1",
        "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "3fff::1",
        "2001::1", "2001:0:7f00:1::", "2002:7f00:1::1", "2002:a9fe:a9fe::", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
        "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", "100::1", "5f00::1",
        "fec0::1", "localhost", "", "2130706433", "0177.0.0.1",
    ],
)  # fmt: skip
def test_what_is_inward_or_carries_an_inward_address_is_not(place):
    assert not is_public(place)
