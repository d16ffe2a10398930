//! The attributes of a node or an edge by their names.

use std::collections::BTreeMap;

use roxmltree::Node;

use crate::xml;

/// The most attributes that elements have without saying so.
const MAX_DEFAULTS: usize = 32;

/// The names of keys by their ids, and what elements of a kind are where nothing is said.
pub(super) struct Keys<'a> {
    names: BTreeMap<&'a str, &'a str>,
    /// Of each its name, its value and what it is for.
    defaults: Vec<(&'a str, &'a str, &'a str)>,
}

impl<'a> Keys<'a> {
    /// The keys of a file. The pictures of yEd have no name and are read by themselves.
    pub(super) fn of(root: Node<'a, '_>) -> Self {
        let mut found = Self { names: BTreeMap::new(), defaults: Vec::new() };
        for key in xml::children(root, "key") {
            let name = xml::attribute(key, "attr.name").or_else(|| xml::attribute(key, "name"));
            let (Some(id), Some(name)) = (xml::attribute(key, "id"), name) else { continue };
            found.names.insert(id, name);
            let default = xml::child(key, "default").and_then(|default| default.text()).and_then(present);
            if let Some(default) = default.filter(|_| found.defaults.len() < MAX_DEFAULTS) {
                found.defaults.push((name, default, xml::attribute(key, "for").unwrap_or("all")));
            }
        }
        found
    }
}

/// The attributes of one element, in the order of the file, then those that it has by default.
pub(super) struct Attributes<'a> {
    rows: Vec<(&'a str, &'a str)>,
}

impl<'a> Attributes<'a> {
    pub(super) fn of(keys: &Keys<'a>, element: Node<'a, '_>) -> Self {
        let mut rows = Vec::new();
        for data in xml::children(element, "data") {
            let Some(id) = xml::attribute(data, "key") else { continue };
            if let Some(name) = keys.names.get(id).filter(|_| data.first_element_child().is_none()) {
                rows.push((*name, data.text().unwrap_or_default()));
            }
        }
        let is = element.tag_name().name();
        for &(name, default, about) in &keys.defaults {
            if (about == is || about == "all") && !rows.iter().any(|(known, _)| *known == name) {
                rows.push((name, default));
            }
        }
        rows.retain(|(_, value)| present(value).is_some());
        Self { rows }
    }

    /// The first of these names that has a value, in any case.
    pub(super) fn first(&self, names: &[&str]) -> Option<&'a str> {
        let of = |name: &&str| self.rows.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        names.iter().find_map(of).and_then(|(_, value)| present(value))
    }

    /// What people call it.
    pub(super) fn label(&self) -> Option<String> {
        self.first(&["label", "v_label", "name", "v_name"]).map(str::to_owned)
    }

    /// Everything but these names.
    pub(super) fn rest(&self, but: &[&str]) -> Vec<(&'a str, &'a str)> {
        let told = |name: &str| but.iter().any(|known| known.eq_ignore_ascii_case(name));
        self.rows.iter().filter(|(name, _)| !told(name)).map(|(name, value)| (*name, value.trim())).collect()
    }
}

/// A value that is one: programs write `None` and `NaN` for those that are missing.
fn present(value: &str) -> Option<&str> {
    let value = value.trim();
    (!value.is_empty() && value != "None" && !value.eq_ignore_ascii_case("nan")).then_some(value)
}
