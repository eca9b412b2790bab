"""What is sent of scripts and styles."""

from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.core.files.base import ContentFile

from kulturspejl.web.static_storage import StaticStorage, as_sent


def test_comments_stay_at_home_and_nothing_else_goes():
    assert as_sent("a.js", '// why\nconst a = "http://x"  // beside\n  // more\n  b()\n') == (
        'const a = "http://x"  // beside\nb()\n'
    )
    assert as_sent("a.css", "/* why */\nmain { color: red }\n/* a\nb */ p { margin: 0 }\n") == (
        "main{color:red}p{margin:0}"
    )
    assert as_sent("a.css", 'p :first-child,\n  q > a { content: "a: {b} ; c"; margin: 0 -1px }\n') == (
        'p :first-child,q > a{content:"a: {b} ; c";margin:0 -1px}'
    )
    assert as_sent("a.svg", "// x\n") == "// x\n"


def test_a_file_that_has_been_read_before_is_kept_whole(tmp_path):
    storage, file = StaticStorage(location=str(tmp_path), base_url="/static/"), ContentFile(b"// why\na()\n")
    file.read()
    storage.save("a.js", file)
    assert (tmp_path / "a.js").read_text() == "a()\n"


def test_no_text_of_a_script_has_several_lines():
    found = [Path(storage.path(name)) for one in get_finders() for name, storage in one.list([])]
    for file in (file for file in found if file.suffix == ".js"):
        assert not any("\n" in part for part in file.read_text(encoding="utf-8").split("`")[1::2]), file.name
