"""Keys of these tests lie in a folder of their own."""

import pytest


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings):
    settings.KULTURSPEJL_KEYS = tmp_path / "keys"
