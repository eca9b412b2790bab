"""Read a picture back."""

import re
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def numbers_beside(svg: str, series: str = "now") -> dict[str, int]:
    found = parse(svg).findall(f".//{SVG}text[@data-number='{series}']")
    return {node.attrib["data-letter"]: int(node.text or "") for node in found}


def shape(svg: str, series: str = "now") -> list[tuple[float, float]]:
    node = parse(svg).find(f".//{SVG}polygon[@data-series='{series}']")
    assert node is not None
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", node.attrib["points"])]


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in parse(svg).iter(f"{SVG}text")]
