#!/usr/bin/env python3
"""Writes data/iati/elements.tsv: what stands where in IATI files of version 2.03, from the standard's own schemas.

iati_elements.py FOLDER > data/iati/elements.tsv, where FOLDER holds iati-{activities,organisations}-schema.xsd and iati-common.xsd.
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

XSD = "{http://www.w3.org/2001/XMLSchema}"
FILES = ["iati-activities-schema.xsd", "iati-organisations-schema.xsd", "iati-common.xsd"]


class Schema:
    """The components of one root file and the common one, by name."""

    def __init__(self, folder, name):
        self.elements, self.types, self.attributes = {}, {}, {}
        for file in (name, "iati-common.xsd"):
            for item in ElementTree.parse(folder / file).getroot():
                for tag, kept in (("element", self.elements), ("complexType", self.types), ("attribute", self.attributes)):
                    if item.tag == XSD + tag:
                        kept[item.get("name")] = item
        self.rows, self.written = [], set()

    def write_element(self, element, path):
        """Rows of the element's type; returns its id: that of a named type, else the path of the declaration."""
        named = element.get("type")
        if named and named.startswith("xsd:"):
            if named not in self.written:
                self.written.add(named)
                self.rows.append((named, "text", "", named[4:], "", ""))
            return named
        inner = self.types[named] if named else element.find(XSD + "complexType")
        identity = named or path
        if identity not in self.written:
            self.written.add(identity)
            if inner is None:
                self.rows.append((identity, "text", "", "string", "", ""))
            else:
                self.write_type(inner, identity)
        return identity

    def write_type(self, item, identity):
        for part in item:
            if part.tag == XSD + "sequence":
                self.write_sequence(part, identity)
            elif part.tag == XSD + "attribute":
                self.write_attribute(part, identity)
            elif part.tag in (XSD + "simpleContent", XSD + "complexContent"):
                extension = part.find(XSD + "extension")
                base = extension.get("base")
                if base.startswith("xsd:"):
                    self.rows.append((identity, "text", "", base[4:], "", ""))
                else:
                    self.write_type(self.types[base], identity)
                self.write_type(extension, identity)

    def write_sequence(self, sequence, identity):
        for child in sequence:
            if child.tag == XSD + "element":
                name = child.get("ref") or child.get("name")
                reference = child.get("ref")
                kind = self.write_element(self.elements[reference] if reference else child, reference or f"{identity}/{name}")
                self.rows.append((identity, "child", name, kind, child.get("minOccurs", "1"), child.get("maxOccurs", "1").replace("unbounded", "")))

    def write_attribute(self, attribute, identity):
        reference = attribute.get("ref")
        name = reference or attribute.get("name")
        declared = self.attributes.get(reference, attribute)
        kind = declared.get("type")
        if kind is None:
            restriction = declared.find(f"{XSD}simpleType/{XSD}restriction")
            kind = "xsd:string" if restriction is None else restriction.get("base")
        self.rows.append((identity, "attribute", name, kind[4:], "1" if attribute.get("use") == "required" else "0", "1"))


def main():
    folder = pathlib.Path(sys.argv[1])
    print("root\ttype\tkind\tname\tof\tleast\tmost")
    for file, root in zip(FILES, ("iati-activities", "iati-organisations")):
        schema = Schema(folder, file)
        schema.write_element(schema.elements[root], root)
        for row in schema.rows:
            print("\t".join((root, *row)))


if __name__ == "__main__":
    main()
