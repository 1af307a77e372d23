"""Reads a workbook as the zip of XML parts that it is and tells what is in it, as JSON. A part that is no XML, or that
nothing declares, is a fault."""
import json
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

book = zipfile.ZipFile(sys.argv[1])
assert book.testzip() is None
parts = {name: tree.fromstring(book.read(name)) for name in book.namelist()}
declared = {node.attrib.get("PartName", "").lstrip("/") for node in parts["[Content_Types].xml"]}
declared |= {name for name in parts if name.endswith(".rels")} | {"[Content_Types].xml"}
assert set(parts) <= declared, set(parts) - declared

strings = ["".join(item.itertext()) for item in parts["xl/sharedStrings.xml"]]
styles = parts["xl/styles.xml"]
formats = {node.attrib["numFmtId"]: node.attrib["formatCode"] for node in styles.iter(MAIN + "numFmt")}
builtin = {"0": "General", "3": "#,##0", "4": "#,##0.00"}
cell_formats = [node.attrib["numFmtId"] for node in styles.find(MAIN + "cellXfs")]
targets = {node.attrib["Id"]: node.attrib["Target"] for node in parts["xl/_rels/workbook.xml.rels"]}

sheets = []
for sheet in parts["xl/workbook.xml"].iter(MAIN + "sheet"):
    part = parts["xl/" + targets[sheet.attrib[LINK]]]
    rows = []
    for row in part.iter(MAIN + "row"):
        cells = []
        for cell in row:
            value = cell.find(MAIN + "v")
            if value is None:
                continue
            text = cell.attrib.get("t") == "s"
            number = cell_formats[int(cell.attrib.get("s", 0))]
            cells.append({"place": cell.attrib["r"], "value": strings[int(value.text)] if text else float(value.text),
                          "format": formats.get(number, builtin.get(number, number))})
        rows.append(cells)
    pane = next(part.iter(MAIN + "pane"), None)
    links = [link.attrib["location"] for link in part.iter(MAIN + "hyperlink")]
    sheets.append({"name": sheet.attrib["name"], "rows": rows, "links": links,
                   "frozen": pane is not None and pane.attrib.get("state") == "frozen" and pane.attrib.get("ySplit"),
                   "widths": len(list(part.iter(MAIN + "col")))})
json.dump(sheets, sys.stdout)
