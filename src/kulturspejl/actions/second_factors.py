"""Seeds of second factors: what was kept in the clear before version 0.2.0 is sealed."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from kulturspejl.vault import own_key

ABOUT = "second factors"
SEEDS = ("secret", "seed")


def seal_plain() -> int:
    """Seal every seed that is not; how many there were. Nobody's doing, so no line is noted."""
    with transaction.atomic():
        found = Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN)
        return sum(_seal(one) for one in found)


def _seal(one: Authenticator) -> bool:
    plain = {name: one.data[name] for name in SEEDS if name in one.data and not own_key.is_sealed(one.data[name])}
    if plain:
        one.data |= {name: own_key.seal_text(text, ABOUT) for name, text in plain.items()}
        one.save(update_fields=["data"])
    return bool(plain)
