"""As much of JSON Schema 2020-12 as docs/api/openapi.json uses; an unknown keyword is an error, so that none is passed over."""

import re

KNOWN = {"type", "description", "required", "properties", "additionalProperties", "items", "enum", "pattern", "minimum", "maximum",
         "minItems", "maxItems", "contentEncoding", "$ref"}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}[name])


class Schemas:
    def __init__(self, document):
        self.document = document

    def resolve(self, schema):
        while "$ref" in schema:
            at = self.document
            for part in schema["$ref"].removeprefix("#/").split("/"):
                at = at[part]
            schema = at
        return schema

    def breaches(self, value, schema, place="$"):
        """Yields what does not hold, with where."""
        schema = self.resolve(schema)
        unknown = set(schema) - KNOWN
        if unknown:
            yield f"{place}: the schema has {sorted(unknown)}, which these tests do not know"
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        if types and not any(is_type(value, name) for name in types):
            yield f"{place}: is {type(value).__name__}, not {types}"
            return
        if "enum" in schema and value not in schema["enum"]:
            yield f"{place}: {value!r} is none of {schema['enum']}"
        if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
            yield f"{place}: {value!r} does not match {schema['pattern']}"
        if is_type(value, "number"):
            if value < schema.get("minimum", value) or value > schema.get("maximum", value):
                yield f"{place}: {value} is out of range"
        if isinstance(value, list):
            if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
                yield f"{place}: has {len(value)} items"
            for index, item in enumerate(value):
                yield from self.breaches(item, schema.get("items", {}), f"{place}[{index}]")
        if isinstance(value, dict):
            yield from self.object_breaches(value, schema, place)

    def object_breaches(self, value, schema, place):
        for name in schema.get("required", []):
            if name not in value:
                yield f"{place}: has no {name}"
        others = schema.get("additionalProperties", True)
        for name, member in value.items():
            if name in schema.get("properties", {}):
                yield from self.breaches(member, schema["properties"][name], f"{place}.{name}")
            elif others is False:
                yield f"{place}: has {name}, which the schema does not name"
            elif isinstance(others, dict):
                yield from self.breaches(member, others, f"{place}.{name}")
