"""SVG as a tree, written out by the standard library, so that it is well-formed whatever a unit is called."""

import re
from xml.etree import ElementTree

Node = ElementTree.Element
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def picture(key: str, *, width: float, height: float, title: str, description: str, letters: str) -> Node:
    """The root: an image with a name and a description. `key` keeps ids apart on one page."""
    root = Node("svg", {"xmlns": "http://www.w3.org/2000/svg"})
    root.attrib |= {"viewBox": f"0 0 {number(width)} {number(height)}"}
    root.attrib |= {"role": "img", "aria-labelledby": f"{key}-title", "aria-describedby": f"{key}-desc"}
    root.attrib |= {"font-family": letters, "font-size": "14"}
    add(root, "title", id=f"{key}-title").text = clean(title)
    add(root, "desc", id=f"{key}-desc").text = clean(description)
    return root


def add(parent: Node, tag: str, **attributes: str | float) -> Node:
    """A child. `stroke_width=2` becomes stroke-width="2"; numbers are written with two decimals at most."""
    named = {name.strip("_").replace("_", "-"): _value(value) for name, value in attributes.items()}
    return ElementTree.SubElement(parent, tag, named)


def write(parent: Node, text: str, x: float, y: float, **attributes: str | float) -> Node:
    """A line of text."""
    node = add(parent, "text", x=x, y=y, **attributes)
    node.text = clean(text)
    return node


def points(pairs: tuple[tuple[float, float], ...]) -> str:
    """ "x,y x,y" for a polygon."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in pairs)


def number(value: float) -> str:
    """At most two decimals, no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def clean(text: str) -> str:
    """Without the control characters that no XML may hold."""
    return _NOT_XML.sub("", text)


def render(root: Node) -> str:
    """The tree as text."""
    return ElementTree.tostring(root, encoding="unicode")


def _value(value: str | float) -> str:
    return clean(value) if isinstance(value, str) else number(value)
