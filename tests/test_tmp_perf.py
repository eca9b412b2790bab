import time, re, random
import pytest
from django.test import Client
from django.urls import reverse
from tests import municipality
from tests.actions import town
from kulturspejl.faces.shared import clock
from kulturspejl.records.models import *
from kulturspejl.core.permissions import Role
pytestmark=[pytest.mark.django_db(transaction=True)]

def timed(name, f):
    c=time.process_time(); r=f(); d=time.process_time()-c
    size=len(r.content) if hasattr(r,'content') else 0
    print(f"{name:50} {d:6.2f} s cpu {size/1000:8.0f} kB {getattr(r,'status_code','')}", flush=True)
    return r

@pytest.mark.parametrize("n",[500,5000])
def test_perf(monkeypatch,n,capsys):
    monkeypatch.setattr(clock,"now",lambda: town.NOW)
    with capsys.disabled():
        made=municipality.found(n)
        if n==5000:
            us=User.objects.bulk_create([User(email=f"p{i}@x.test",name=f"Person {i}") for i in range(10000)],batch_size=500)
            Grant.objects.bulk_create([Grant(user=u,organisation_id=made.organisation,unit_id=made.teams[i%len(made.teams)],role="tr",starts=town.NOW.date(),given_at=town.NOW,told_at=town.NOW) for i,u in enumerate(us)],batch_size=500)
        print(n, Unit.objects.count(), Grant.objects.count())
        b=Client(headers={"accept-language":"da"}); b.force_login(made.who["steward"])
        for name in ("organisation","people","unit_new","unit_table","closed_units","people_table","unit_download","people_download","pictures","all_rounds","changes"):
            timed(name, lambda: b.get(reverse(name)))
        timed("unit_change", lambda: b.get(reverse("unit_change",args=[made.teams[0]])))
        timed("find", lambda: b.get(reverse("organisation")+"?find=team"))
        timed("people find", lambda: b.get(reverse("people")+"?find=Person"))
        timed("grant search", lambda: b.post(reverse("people"),{"email":"a@b.dk","name":"","role":"leader","unit":"team 0000","ends":""}))
        timed("branch", lambda: b.get(reverse("branch_new",args=[made.top])))
        rows=["Id;Overenhed;Enhed;Antal;Leder"]
        a=n//25
        for i in range(n):
            above = "" if i==0 else ("0" if i<=a else str(1+i%a))
            rows.append(f"{i};{above};{'Ny by' if i==0 else f'Afdeling {i}'};{i%20};leder{i}@storby.test")
        def post(rows): return b.post(reverse("unit_table"),{"rows":"\n".join(rows),"step":"new"})
        r=timed("list posted", lambda: post(rows))
        r=timed("list page", lambda: b.get(r.url)); url=r.request["PATH_INFO"]; page=r.content.decode()
        def take(page): return b.post(url,{**dict(re.findall(r'name="(form_id|seen)" value="([^"]+)"',page)),"step":"take"})
        w=time.time(); r=timed("take", lambda: take(page)); print("wall", time.time()-w)
        rng=random.Random(1)
        nxt=rows[:1]+[x if rng.random()>.1 else x.replace("Afdeling","Team") for x in rows[1:] if rng.random()>.02]
        r=timed("next posted", lambda: post(nxt))
        r=timed("next page", lambda: b.get(r.url)); url=r.request["PATH_INFO"]; page=r.content.decode()
        r=timed("next take", lambda: take(page))
        if r.status_code!=302: print(re.sub(r"<[^>]+>"," ",r.content.decode())[:800])
        l=UnitList.objects.filter(taken_at__isnull=False).order_by("-taken_at").first()
        timed("undo", lambda: b.post(reverse("unit_list_undo",args=[l.id]),{}))
        timed("organisation", lambda: b.get(reverse("organisation")))
        timed("people", lambda: b.get(reverse("people")))
        timed("changes", lambda: b.get(reverse("changes")))
