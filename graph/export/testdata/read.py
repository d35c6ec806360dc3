"""Reads an export with the library that it is for, and prints as JSON what that makes of it.

read.py graphml FILE: networkx; the nodes and edges with their attributes
read.py ftm FILE: followthemoney; each entity with the values that are left after checking
"""
import json
import sys

what, path = sys.argv[1:]
if what == "graphml":
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed()
    print(json.dumps({
        "nodes": {id: attributes for id, attributes in graph.nodes(data=True)},
        "edges": {id: {"source": source, "target": target, **attributes} for source, target, id, attributes in graph.edges(keys=True, data=True)},
    }))
else:
    from followthemoney import model
    from followthemoney.exc import InvalidData
    checked = []
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            data = json.loads(line)
            schema = model.get(data["schema"])
            assert schema is not None and not schema.abstract, data["schema"]
            for name in data["properties"]:
                assert schema.get(name) is not None, f"{schema.name} has no property {name}"
            try:
                schema.validate(data)
            except InvalidData as invalid:
                raise SystemExit(f"{line}\n{invalid.errors}")
            proxy = model.get_proxy(data, cleaned=False)
            links = {}
            for prop, value in proxy.itervalues():
                if prop.range is not None:
                    links.setdefault(prop.name, []).append([prop.range.name, value])
            checked.append({"id": proxy.id, "schema": schema.name, "is": sorted(s.name for s in schema.schemata),
                            "properties": {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}, "links": links})
    print(json.dumps(checked))
