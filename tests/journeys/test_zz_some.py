import os

import pytest

from tests.journeys.full_room import Full
from tests.journeys.test_every_line_on_the_wall import faults_of

pytestmark=[pytest.mark.django_db(transaction=True)]
def test_some(request):
    walls={}
    for spec in os.environ["ROOMS"].split(";"):
        programme, people, language, ats = spec.split(",")
        full=Full.of(programme,int(people),"seed")
        n=len(full.day.script)
        at=range(n) if ats=="all" else [int(a) for a in ats.split("+")]
        for name,html in full.walls(language,at):
            walls[f"{programme} {people} {language} {name}"]=html
        for name,html in full.ends(language): walls[f"{programme} {language} {name}"]=html
    print(len(walls),"walls")
    page=request.getfixturevalue("new_page")("da",1280,720)
    wrong=faults_of(page,walls)
    print("\n".join(wrong))
    assert wrong==[]
