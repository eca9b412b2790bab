"""The demo's made-up municipality: four levels, some people attached to inner units."""

from typing import NamedTuple

from kulturspejl.core.text import Text


class Place(NamedTuple):
    """A unit of the demo. `people` counts those attached directly, the leader apart."""

    key: str
    parent: str
    name: Text
    people: int


def _place(key: str, parent: str, da: str, en: str, people: int) -> Place:
    return Place(key, parent, Text(da=da, en=en), people)


PLACES = (
    _place("top", "", "Fjordby Kommune", "Fjordby Municipality", 8),
    _place("health", "top", "Sundhed og Ældre", "Health and Elderly Care", 6),
    _place("children", "top", "Børn og Skole", "Children and Schools", 5),
    _place("technology", "top", "Teknik og Miljø", "Technology and Environment", 7),
    _place("culture", "top", "Kultur og Service", "Culture and Service", 0),
    _place("homecare", "health", "Hjemmeplejen", "Home Care", 8),
    _place("nursing_homes", "health", "Plejecentre", "Nursing Homes", 3),
    _place("therapy", "health", "Sygepleje og Træning", "Nursing and Therapy", 0),
    _place("daycare", "children", "Dagtilbud", "Day Care", 0),
    _place("schools", "children", "Skoler", "Schools", 4),
    _place("families", "children", "Familie og Rådgivning", "Families and Counselling", 5),
    _place("roads", "technology", "Vej og Park", "Roads and Parks", 0),
    _place("building", "technology", "Byg og Miljø", "Building and Environment", 6),
    _place("libraries", "culture", "Biblioteker og Museum", "Libraries and Museum", 3),
    _place("service", "culture", "Borgerservice og Digitalisering", "Citizen Service and Digital", 0),
    _place("north", "homecare", "Hjemmepleje Nord", "Home Care North", 11),
    _place("south", "homecare", "Hjemmepleje Syd", "Home Care South", 14),
    _place("east", "homecare", "Hjemmepleje Øst", "Home Care East", 9),
    _place("night", "homecare", "Aften og Nat", "Evenings and Nights", 16),
    _place("birkelund", "nursing_homes", "Birkelund", "Birkelund", 22),
    _place("solgaarden", "nursing_homes", "Solgården", "Solgården", 18),
    _place("havblik", "nursing_homes", "Havblik", "Havblik", 25),
    _place("nurses", "therapy", "Sygeplejen", "The Nurses", 15),
    _place("rehabilitation", "therapy", "Genoptræningen", "Rehabilitation", 10),
    _place("aids", "therapy", "Hjælpemidler", "Assistive Devices", 4),
    _place("childminders", "daycare", "Dagplejen", "The Childminders", 17),
    _place("myretuen", "daycare", "Børnehuset Myretuen", "The Anthill Nursery", 9),
    _place("regnbuen", "daycare", "Børnehuset Regnbuen", "The Rainbow Nursery", 8),
    _place("forest", "schools", "Skovskolen", "The Forest School", 24),
    _place("fjord", "schools", "Fjordskolen", "The Fjord School", 21),
    _place("bridge", "schools", "Specialskolen Broen", "The Bridge School", 13),
    _place("clover", "schools", "SFO Kløveren", "The Clover After School", 6),
    _place("family", "families", "Familieafdelingen", "Family Support", 11),
    _place("psychology", "families", "PPR", "School Psychology", 8),
    _place("visitors", "families", "Sundhedsplejen", "Health Visitors", 5),
    _place("roadwork", "roads", "Vejdrift", "Road Work", 13),
    _place("park", "roads", "Park og Natur", "Parks and Nature", 10),
    _place("workshop", "roads", "Værkstedet", "The Workshop", 3),
    _place("inspection", "building", "Miljøtilsyn", "Environmental Inspection", 6),
    _place("library", "libraries", "Hovedbiblioteket", "The Main Library", 14),
    _place("museum", "libraries", "Museet", "The Museum", 5),
    _place("citizens", "service", "Borgerservice", "Citizen Service", 12),
    _place("digital", "service", "IT og Digitalisering", "IT and Digital", 9),
)

SHOWN = "north"
"""The unit whose leader, AMR and TR one can be."""

FREE = "forest"
"""A unit with nothing under way, where a leader can try to make a round."""

WAITING = "nurses"
"""A unit whose round waits for AMR or TR."""

OPEN = "homecare"
"""The branch of the open round."""

ASKED_OTHERWISE = {"roadwork": "psychological_safety", "park": "learning_scale"}
"""Units with an open round of their own, by what it asks."""

SAFE = PAIRED = FREE
"""The unit that has been asked about psychological safety twice, and twice placed itself between pairs of traits."""
