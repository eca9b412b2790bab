"""Templates are read once, made when a page asks, and are all ones that can be made."""

import pytest
from django.template import TemplateDoesNotExist, engines

from kulturspejl.web import template_texts


@pytest.fixture
def engine(monkeypatch):
    """Django's, with nothing made and nothing read yet."""
    made = engines["django"].engine
    monkeypatch.setattr(template_texts, "_texts", {})
    made.template_loaders[0].reset()
    yield made
    made.template_loaders[0].reset()


def test_every_template_can_be_made(engine):
    """A server no longer tries at its start."""
    template_texts.read_all()
    names = [name.split("/templates/", 1)[1] for name in template_texts._texts]
    assert len(names) > 400
    for name in names:
        engine.get_template(name)


def test_what_has_been_read_is_what_is_shown(engine, tmp_path, monkeypatch):
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "greeting.html").write_text("Så blev det «i dag»")
    monkeypatch.setattr(template_texts, "OURS", tmp_path)
    monkeypatch.setattr(template_texts, "get_app_template_dirs", lambda _name: (folder,))
    monkeypatch.setattr(template_texts.Loader, "get_dirs", lambda _self: (folder,))
    template_texts.read_all()
    (folder / "greeting.html").write_text("{% of_another_version %}")
    (folder / "come_since.html").write_text("new")
    assert engine.get_template("greeting.html").source == "Så blev det «i dag»"
    with pytest.raises(TemplateDoesNotExist):
        engine.get_template("come_since.html")


def test_a_command_reads_what_stands_there(engine):
    assert "{%" in engine.get_template("account/login.html").source
