//! A pathway as plain GraphML that networkx, igraph and Cytoscape read without a surprise.
//!
//! Ids of edges begin with another letter than those of nodes, no attribute is called `id` or `name`, what is missing is left
//! out, and numbers are reals: igraph, networkx and Cytoscape each lose something otherwise.

use std::collections::BTreeMap;

use crate::{
    format::Written,
    model::Pathway,
    notice::{Notice, NoticeKind, Spot},
};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="g0" for="graph" attr.name="title" attr.type="string"/>
  <key id="n0" for="node" attr.name="label" attr.type="string"/>
  <key id="n1" for="node" attr.name="kind" attr.type="string"/>
  <key id="n2" for="node" attr.name="lane" attr.type="string"/>
  <key id="n3" for="node" attr.name="explanation" attr.type="string"/>
  <key id="n4" for="node" attr.name="x" attr.type="double"/>
  <key id="n5" for="node" attr.name="y" attr.type="double"/>
  <key id="e0" for="edge" attr.name="effect" attr.type="string"/>
  <key id="e1" for="edge" attr.name="pmid" attr.type="string"/>
  <key id="e2" for="edge" attr.name="doi" attr.type="string"/>
"#;

/// Writes a pathway.
pub(super) fn write(pathway: &Pathway) -> Written {
    let mut out = HEAD.to_owned();
    out.push_str("  <graph id=\"pathway\" edgedefault=\"directed\">\n");
    data(&mut out, 4, "g0", &pathway.about().title);
    let lanes: BTreeMap<&str, &str> =
        pathway.lanes().iter().map(|lane| (lane.id.as_str(), lane.label.as_str())).collect();
    let mut ids = BTreeMap::new();
    for (place, node) in pathway.nodes().enumerate() {
        ids.insert(node.id.as_str(), place);
        out.push_str(&format!("    <node id=\"n{place}\">\n"));
        data(&mut out, 6, "n0", &node.label);
        data(&mut out, 6, "n1", node.kind.name());
        data(&mut out, 6, "n2", lanes.get(node.lane.as_str()).copied().unwrap_or_default());
        data(&mut out, 6, "n3", &node.explanation);
        if let Some((x, y)) = node.at {
            data(&mut out, 6, "n4", &format!("{x:?}"));
            data(&mut out, 6, "n5", &format!("{y:?}"));
        }
        out.push_str("    </node>\n");
    }
    let sources: BTreeMap<&str, _> = pathway.sources().iter().map(|source| (source.id.as_str(), source)).collect();
    for (place, link) in pathway.links().enumerate() {
        let [from, to] = [&link.from, &link.to].map(|id| ids.get(id.as_str()).copied());
        let (Some(from), Some(to)) = (from, to) else { continue };
        out.push_str(&format!("    <edge id=\"e{place}\" source=\"n{from}\" target=\"n{to}\">\n"));
        data(&mut out, 6, "e0", link.effect.label());
        let cited = || link.evidence.iter().filter_map(|item| sources.get(item.source.as_str()));
        let joined = |ids: Vec<&str>| ids.join(" ");
        data(&mut out, 6, "e1", &joined(cited().filter_map(|source| source.pmid.as_deref()).collect()));
        data(&mut out, 6, "e2", &joined(cited().filter_map(|source| source.doi.as_deref()).collect()));
        out.push_str("    </edge>\n");
    }
    out.push_str("  </graph>\n</graphml>\n");
    let what = "Written are names, kinds, lanes, explanations and places of cards, effects of links, and PubMed numbers and \
                DOIs: no explanation, grade, finding, stance or delay of a link, no note, no tour.";
    let lost = vec![Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() }];
    Written { bytes: out.into_bytes(), lost }
}

/// One attribute; what is missing is left out.
fn data(out: &mut String, blanks: usize, key: &str, value: &str) {
    if !value.is_empty() {
        out.push_str(&format!("{:blanks$}<data key=\"{key}\">{}</data>\n", "", crate::xml::escaped(value)));
    }
}
