"""A page's scripts and styles as one file do what the single files do, in the same order, once each."""

import re

import pytest
from django.contrib.staticfiles.finders import get_finders

from kulturspejl.web.joined import NotJoined, is_page, joined
from kulturspejl.web.static_storage import StaticStorage, _source
from tests.house.files import SOURCE, name_of, text_of

FILES = {
    "pages/a.js": '// all of it\nimport "/static/a/one.js";\nimport "/static/a/two.js";\n',
    "a/one.js": 'import { other as mine } from "./kept.js";\nmine();\n',
    "a/two.js": 'import { other, COUNT } from "/static/a/kept.js";\nexport class Two {\n}\nother(COUNT);\n',
    "a/kept.js": "export const COUNT = 2;\nexport async function other() {\n}\nexport const { read, write } = COUNT;\n",
}


def pages():
    return sorted(name for one in get_finders() for name, _storage in one.list([]) if is_page(name))


def test_each_module_is_a_function_that_runs_once_after_those_that_it_imports():
    text = joined("pages/a.js", FILES.__getitem__)
    assert re.findall(r"const joined_(\d) = ", text) == ["0", "1", "2", "3"]
    assert text.index("async function other") < text.index("mine();") < text.index("other(COUNT);")
    assert "const { other: mine } = joined_0;" in text
    assert "return { COUNT, other, read, write };" in text
    assert "return { Two };" in text
    assert not re.search(r"^(import|export)\b", text, re.MULTILINE)


@pytest.mark.parametrize("line", [
    "export let a = 1;", "export default a;", 'import a from "./kept.js";', 'import { a } from "https://x.dk/a.js";',
    'import { a } from "../a.js";', 'const a = import("./kept.js");', "const joined_1 = 2;", "export { a };",
    'import { a } from "./two.js";', 'import {',
])  # fmt: skip
def test_what_cannot_be_joined_is_told_with_its_file(line):
    files = FILES | {"a/kept.js": f"{line}\n"}
    with pytest.raises(NotJoined, match=r"a/(kept|two).js"):
        joined("pages/a.js", files.__getitem__)


def test_a_script_that_was_taken_over_hands_on_what_it_calls_otherwise():
    files = FILES | {"a/kept.js": "// taken over\nconst a=1,b=()=>a;export{a as COUNT,b as other};\n"}
    text = joined("pages/a.js", files.__getitem__)
    assert "const a=1,b=()=>a;\nreturn { COUNT: a, other: b };" in text
    assert "export{" not in text


def test_styles_follow_each_other_and_none_is_lost():
    files = {"pages/a.css": '@import "/static/a.css";\n@import "/static/b.css";\n', "a.css": "a {}\n"}
    files["b.css"] = "b {}\n"
    assert joined("pages/a.css", files.__getitem__) == "a {}\nb {}\n"
    for lost in ('@import url("/static/a.css");\n', "a { background: url(a.svg) }\n", "@import '/static/a.css';\n"):
        with pytest.raises(NotJoined, match=r"b\.css"):
            joined("pages/a.css", (files | {"b.css": lost}).__getitem__)


def test_every_page_can_be_joined():
    assert pages()
    for name in pages():
        assert joined(name, _source)


def test_a_page_names_one_of_them_and_no_file_that_is_in_it():
    named = re.compile(r'{% static ["\']([^"\']+\.(?:js|css))["\'] %}')
    found = 0
    for file in SOURCE.rglob("*.html"):
        names = named.findall(text_of(file) or "")
        for kind in (".js", ".css"):
            of_kind = [name for name in names if name.endswith(kind)]
            whole = [name for name in of_kind if is_page(name)]
            found += len(whole)
            assert not whole or whole == of_kind, name_of(file)
    assert found >= 7


def test_the_mark_in_its_name_is_of_all_that_is_in_it(tmp_path, monkeypatch):
    def name_with(kept):
        monkeypatch.setattr("kulturspejl.web.static_storage._source", (FILES | {"a/kept.js": kept}).__getitem__)
        storage = StaticStorage(location=str(tmp_path), base_url="/static/")
        (tmp_path / "pages").mkdir(exist_ok=True)
        (tmp_path / "pages" / "a.js").write_text(FILES["pages/a.js"])
        list(storage.post_process({"pages/a.js": (None, "pages/a.js")}))
        name = storage.stored_name("pages/a.js")
        return name, (tmp_path / name).read_text()

    first, text = name_with(FILES["a/kept.js"])
    second, _text = name_with("export const COUNT = 3;\nexport const other = 1;\n")
    assert first != second
    assert "const joined_0 = (() => {" in text
