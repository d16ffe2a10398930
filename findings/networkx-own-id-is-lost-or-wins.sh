#!/usr/bin/env bash
# networkx 3.6.1 (PyPI), writing one graph as node-link JSON and as Cytoscape JSON.
#
# A node may have an attribute of its own that is called "id"; reading GraphML of other programs makes such. The two writers
# treat it in opposite ways and neither says so. In node-link form the node's key takes the place of the attribute, which is
# lost. In Cytoscape form the attribute takes the place of the key, but edges still name the key: they lead from and to
# nodes that are not there, and Cytoscape.js refuses the file. So ids of the two files of one graph do not match, and an
# importer that finds an edge without its end must look at "value" and "name", where the key still stands.
#
# Output seen:
#   node-link: node stress, edge from stress
#   Cytoscape: node n7, value stress, edge from stress
#
# Needs python3 with venv, and PyPI. Fails if the behaviour has changed.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check networkx==3.6.1
cat >"$scratch/two.py" <<'PYTHON'
import networkx as nx

graph = nx.DiGraph()
graph.add_node("stress", id="n7")
graph.add_edge("stress", "mood")
plain = nx.node_link_data(graph)
print(f"node-link: node {plain['nodes'][0]['id']}, edge from {plain['edges'][0]['source']}")
elements = nx.cytoscape_data(graph)["elements"]
node, edge = elements["nodes"][0]["data"], elements["edges"][0]["data"]
print(f"Cytoscape: node {node['id']}, value {node['value']}, edge from {edge['source']}")
PYTHON
"$scratch/venv/bin/python" "$scratch/two.py" >"$scratch/found"
cat "$scratch/found"
grep -qx "node-link: node stress, edge from stress" "$scratch/found"
grep -qx "Cytoscape: node n7, value stress, edge from stress" "$scratch/found"
