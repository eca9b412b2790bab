"""What a browser calls itself, as roughly as its owner would say it: Firefox, Windows."""

KINDS = (
    ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
"""In this order: most of them also bear the names of those after them."""
MACHINES = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


def coarse(user_agent: str) -> str:
    """Kind and machine without a version; "" for what is neither."""
    found = [_first(KINDS, user_agent), _first(MACHINES, user_agent)]
    return ", ".join(one for one in found if one)


def _first(table: tuple[tuple[str, str], ...], text: str) -> str:
    return next((name for sign, name in table if sign in text), "")
