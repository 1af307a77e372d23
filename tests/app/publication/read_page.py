"""Reads a report's page with an XML parser of another make (expat) and tells what is in it, as JSON."""
import json
import sys
import xml.etree.ElementTree as tree

root = tree.parse(sys.argv[1]).getroot()
HTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def words(element):
    return "".join(element.itertext())


ids, links, addresses, headings, tables, charts = [], [], [], [], [], []
for element in root.iter():
    for name, value in element.attrib.items():
        if name == "id":
            ids.append(value)
        if name in ("href", "src", "srcset", "data", "action", "poster"):
            (links if value.startswith("#") else addresses).append(value)
    for text in (words(element),) if element.tag == HTML + "style" else ():
        if "url(" in text or "@import" in text:
            addresses.append(text)
    tag = element.tag.removeprefix(HTML)
    if tag in ("script", "link", "iframe", "img", "object"):
        addresses.append(tag)
    if tag in ("h1", "h2", "h3", "h4"):
        headings.append([int(tag[1]), words(element)])
    if tag == "table":
        caption = element.find(HTML + "caption")
        rows = [[words(cell) for cell in row] for row in element.iter(HTML + "tr")]
        scopes = [cell.attrib.get("scope", "") for cell in element.iter(HTML + "th")]
        tables.append({"id": caption.attrib["id"], "caption": words(caption), "rows": rows, "scopes": scopes})
    if element.tag == SVG + "svg":
        named = element.attrib.get("aria-labelledby", "").split()
        inside = {child.attrib.get("id"): words(child) for child in element}
        charts.append({"role": element.attrib.get("role"), "names": [inside.get(name, "") for name in named],
                       "class": element.attrib.get("class"),
                       "texts": [words(text) for text in element.iter(SVG + "text")]})
json.dump({"language": root.attrib["lang"], "ids": ids, "links": links, "addresses": addresses, "headings": headings,
           "tables": tables, "charts": charts, "paragraphs": [words(p) for p in root.iter(HTML + "p")]}, sys.stdout)
