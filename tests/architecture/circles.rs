//! Which file uses which, read off the syntax: through `crate::`, `super::` and `self::` paths, imports, children, and
//! methods that stand in another file than their type. Tests are left out: they may use all.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Expr, ExprMethodCall, File, ImplItem, Item, ItemImpl, ItemUse, Macro, Type, UseTree,
    visit::{self, Visit},
};

use crate::sources::Source;

/// A place in the tree of modules, the package first: `layout`, `heights`, `place`.
type Place = Vec<String>;

/// Files and what each of them uses, by number.
pub(crate) struct Uses {
    places: Vec<Place>,
    uses: Vec<BTreeSet<usize>>,
}

impl Uses {
    /// What these files use of one another.
    pub(crate) fn of(sources: &[Source]) -> Self {
        let mut parsed: Vec<(Place, Parsed)> =
            sources.iter().map(|source| (place(source), Parsed::of(source))).collect();
        let tests: BTreeSet<Place> = parsed.iter().flat_map(|(place, file)| file.tests(place)).collect();
        parsed.retain(|(place, _)| !tests.iter().any(|test| place.starts_with(test)));
        let files = parsed.iter().enumerate().map(|(i, (place, _))| (place.as_slice(), i)).collect();
        let tree = Tree { files, parsed: &parsed };
        let mut uses = vec![BTreeSet::new(); parsed.len()];
        for (i, (place, file)) in parsed.iter().enumerate() {
            let targets = file.paths.iter().filter_map(|path| tree.target(place, path));
            uses[i].extend(targets.filter(|&used| used != i));
        }
        let abroad = methods_abroad(&parsed);
        for (i, (place, file)) in parsed.iter().enumerate() {
            let called = file.calls.iter().filter_map(|name| abroad.get(&(place[0].as_str(), name.as_str())));
            uses[i].extend(called.filter(|&&used| used != i));
        }
        Self { places: parsed.into_iter().map(|(place, _)| place).collect(), uses }
    }

    /// Every group of files that use one another, directly or through others.
    pub(crate) fn circles(&self) -> Vec<Vec<String>> {
        let reach: Vec<BTreeSet<usize>> = (0..self.uses.len()).map(|i| self.reached(i)).collect();
        let mut found = BTreeSet::new();
        for (i, reached) in reach.iter().enumerate() {
            let circle: Vec<String> =
                reached.iter().filter(|&&j| reach[j].contains(&i)).map(|&j| self.places[j].join("::")).collect();
            if circle.len() > 1 {
                found.insert(circle);
            }
        }
        found.into_iter().collect()
    }

    fn reached(&self, from: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(i) = open.pop() {
            open.extend(self.uses[i].iter().copied().filter(|&j| reached.insert(j)));
        }
        reached
    }

    /// Every pair of a file and a file above it in the tree that it names.
    pub(crate) fn children_that_name_parents(&self) -> Vec<(String, String)> {
        let above = |i: usize, j: usize| {
            self.places[i].len() > self.places[j].len() && self.places[i].starts_with(&self.places[j])
        };
        self.pairs(above)
    }

    /// Every pair of files of a package's folder of which the user's part stands below the used one's. Parts that are
    /// named together stand on one floor, and do not use one another either.
    pub(crate) fn climbs(&self, folder: &[&str], floors: &[&[&str]]) -> Vec<(String, String)> {
        let floor = |i: usize| {
            let inside =
                self.places[i].strip_prefix(folder.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>().as_slice())?;
            let part = inside.first()?;
            let found = floors.iter().position(|parts| parts.contains(&part.as_str()));
            Some((
                found.unwrap_or_else(|| panic!("{} has no floor: give it one", self.places[i].join("::"))),
                part.clone(),
            ))
        };
        self.pairs(|i, j| match (floor(i), floor(j)) {
            (Some((own, part)), Some((used, other))) => part != other && own <= used,
            _ => false,
        })
    }

    fn pairs(&self, wrong: impl Fn(usize, usize) -> bool) -> Vec<(String, String)> {
        let all = self.uses.iter().enumerate().flat_map(|(i, uses)| uses.iter().map(move |&j| (i, j)));
        all.filter(|&(i, j)| wrong(i, j)).map(|(i, j)| (self.places[i].join("::"), self.places[j].join("::"))).collect()
    }
}

fn place(source: &Source) -> Place {
    // The program's `main` stands above its library.
    let mut place = vec![source.package.clone()];
    place.extend(source.inside.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()));
    if ["lib", "mod"].contains(&place[place.len() - 1].as_str()) {
        place.pop();
    }
    place
}

/// Files by their place, and what each hands on under which name.
struct Tree<'a> {
    files: BTreeMap<&'a [String], usize>,
    parsed: &'a [(Place, Parsed)],
}

impl Tree<'_> {
    /// The file that a path from a place leads into: where what it names is defined. A name that a module only hands
    /// on stands elsewhere.
    fn target(&self, place: &[String], path: &[String]) -> Option<usize> {
        self.followed(place, path, 8)
    }

    fn followed(&self, place: &[String], path: &[String], hops: usize) -> Option<usize> {
        let full = self.absolute(place, path)?;
        let length = (1..=full.len()).rev().find(|&length| self.files.contains_key(&full[..length]))?;
        let found = self.files[&full[..length]];
        let (module, file) = &self.parsed[found];
        match full.get(length).and_then(|name| file.handed_on.get(name)) {
            Some(source) if hops > 0 => {
                let rest = full[length + 1..].iter();
                let on: Vec<String> = source.iter().chain(rest).cloned().collect();
                // What comes from another package is no file of this one.
                self.followed(module, &on, hops - 1)
            }
            _ => Some(found),
        }
    }

    /// A path from the root of its package; `None` where it begins with neither a module nor a keyword.
    fn absolute(&self, place: &[String], path: &[String]) -> Option<Place> {
        let mut full: Place = match path.first()?.as_str() {
            "crate" => vec![place[0].clone()],
            "self" | "super" => place.to_vec(),
            child => {
                self.files.get([place, &[child.to_owned()]].concat().as_slice())?;
                place.to_vec()
            }
        };
        for part in path {
            match part.as_str() {
                "crate" | "self" => {}
                "super" => drop(full.pop()),
                part => full.push(part.to_owned()),
            }
        }
        Some(full)
    }
}

/// Methods that stand in another file than their type, by package and name, where no other file has a function of that
/// name: whoever calls one in that package uses that file.
fn methods_abroad(parsed: &[(Place, Parsed)]) -> BTreeMap<(&str, &str), usize> {
    let mut homes: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (i, (_, file)) in parsed.iter().enumerate() {
        for name in &file.functions {
            homes.entry(name).or_default().insert(i);
        }
    }
    let mut abroad = BTreeMap::new();
    for (i, (place, file)) in parsed.iter().enumerate() {
        for name in file.methods_abroad.iter().filter(|name| homes[name.as_str()].len() == 1) {
            abroad.insert((place[0].as_str(), name.as_str()), i);
        }
    }
    abroad
}

/// What is read off one file.
#[derive(Default)]
struct Parsed {
    /// Paths that may lead into another file.
    paths: BTreeSet<Vec<String>>,
    /// Methods that are called.
    calls: BTreeSet<String>,
    /// Functions and methods that stand here.
    functions: BTreeSet<String>,
    /// Methods that stand here for a type that does not.
    methods_abroad: BTreeSet<String>,
    types: BTreeSet<String>,
    /// Names that come from elsewhere, with the path that each comes by.
    handed_on: BTreeMap<String, Vec<String>>,
    /// Children that are there for tests only.
    tests: BTreeSet<String>,
}

impl Parsed {
    fn tests(&self, place: &[String]) -> impl Iterator<Item = Place> {
        self.tests.iter().map(move |child| [place, std::slice::from_ref(child)].concat())
    }

    fn of(source: &Source) -> Self {
        let file: File = syn::parse_file(&source.text).unwrap_or_else(|why| panic!("{}: {why}", source.path.display()));
        let mut parsed = Self::default();
        for item in &file.items {
            if let Item::Struct(syn::ItemStruct { ident, .. }) | Item::Enum(syn::ItemEnum { ident, .. }) = item {
                parsed.types.insert(ident.to_string());
            }
        }
        parsed.visit_file(&file);
        parsed
    }

    fn add_use(&mut self, tree: &UseTree, before: &mut Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.add_use(&path.tree, before);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_use(tree, before)),
            UseTree::Name(name) => self.add_path(before, &name.ident.to_string(), &name.ident.to_string()),
            UseTree::Rename(name) => self.add_path(before, &name.ident.to_string(), &name.rename.to_string()),
            UseTree::Glob(_) => drop(self.paths.insert(before.clone())),
        }
    }

    fn add_path(&mut self, before: &[String], last: &str, name: &str) {
        let mut path = before.to_vec();
        if last != "self" {
            path.push(last.to_owned());
        }
        if let Some(name) = if name == "self" { before.last().map(String::as_str) } else { Some(name) } {
            self.handed_on.insert(name.to_owned(), path.clone());
        }
        self.paths.insert(path);
    }

    /// Paths and calls in what a macro is given.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut dot) = (0, false);
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    let word = word.to_string();
                    if dot {
                        self.calls.insert(word.clone());
                    }
                    if colons != 2 {
                        self.add_words(std::mem::take(&mut path));
                    }
                    path.push(word);
                    (colons, dot) = (0, false);
                }
                TokenTree::Punct(mark) => {
                    colons = if mark.as_char() == ':' { colons + 1 } else { 0 };
                    dot = mark.as_char() == '.';
                }
                TokenTree::Group(group) => {
                    (colons, dot) = (0, false);
                    self.add_tokens(group.stream());
                }
                TokenTree::Literal(_) => (colons, dot) = (0, false),
            }
        }
        self.add_words(path);
    }

    /// A path in a macro. A keyword alone says who may see something.
    fn add_words(&mut self, path: Vec<String>) {
        if path.len() > 1 {
            self.paths.insert(path);
        }
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    let test = |attribute: &Attribute| {
        attribute.path().is_ident("test")
            || attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    };
    attributes.iter().any(test)
}

impl<'ast> Visit<'ast> for Parsed {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Const(syn::ItemConst { attrs, .. })
            | Item::Fn(syn::ItemFn { attrs, .. })
            | Item::Impl(ItemImpl { attrs, .. })
            | Item::Mod(syn::ItemMod { attrs, .. })
            | Item::Use(ItemUse { attrs, .. }) => attrs.as_slice(),
            _ => &[],
        };
        if is_for_tests(attributes) {
            if let Item::Mod(child) = item {
                self.tests.insert(child.ident.to_string());
            }
            return;
        }
        if let Item::Fn(function) = item {
            self.functions.insert(function.sig.ident.to_string());
        }
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_use(&item.tree, &mut Vec::new());
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let name = match &*item.self_ty {
            Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
            _ => None,
        };
        let abroad = item.trait_.is_none() && name.is_some_and(|name| !self.types.contains(&name));
        for inside in &item.items {
            if let ImplItem::Fn(function) = inside
                && !is_for_tests(&function.attrs)
            {
                let name = function.sig.ident.to_string();
                self.functions.insert(name.clone());
                // A private one cannot be called from another file.
                if abroad && !matches!(function.vis, syn::Visibility::Inherited) {
                    self.methods_abroad.insert(name);
                }
            }
        }
        visit::visit_item_impl(self, item);
    }

    /// Who may see something is no use of it.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        self.calls.insert(call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        // `Type::method` names a method as a call does.
        if let Expr::Path(path) = expr
            && path.path.segments.len() > 1
            && let Some(last) = path.path.segments.last()
        {
            self.calls.insert(last.ident.to_string());
        }
        visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, made: &'ast Macro) {
        self.add_tokens(made.tokens.clone());
    }
}

#[track_caller]
fn check(files: &[(&str, &str)], circles: &[&[&str]], climbs: &[(&str, &str)]) {
    let sources: Vec<Source> =
        files.iter().map(|(path, text)| Source::new(Path::new(path).to_owned(), (*text).to_owned())).collect();
    let uses = Uses::of(&sources);
    assert_eq!(uses.circles(), circles);
    let found = uses.climbs(&["layout"], &[&["base"], &["rank", "order"], &["fit"]]);
    assert_eq!(found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect::<Vec<_>>(), climbs);
}

#[test]
fn the_rules_on_files_can_be_broken() {
    check(&[("layout/base.rs", "use std::fmt;"), ("layout/rank.rs", "use crate::base::Rect;")], &[], &[]);
    // Through `super`, through a path in an expression, through what a macro is given, and through a third file.
    check(
        &[
            ("layout/mod.rs", "mod base; mod rank; mod fit; pub use base::Rect;"),
            ("layout/base.rs", "fn a() { assert!(super::fit::good(1)); }"),
            ("layout/rank.rs", "fn b() -> u8 { crate::base::a() }"),
            ("layout/fit.rs", "use super::rank as other;"),
        ],
        &[&["layout::base", "layout::rank", "layout::fit"]],
        &[("layout::base", "layout::fit")],
    );
    // A method in a foreign file counts for whoever calls it; one in a test does not.
    check(
        &[
            ("layout/base.rs", "pub struct Room; fn a(room: &Room) { room.shelve() }"),
            ("layout/rank.rs", "use crate::base::Room; impl Room { pub fn shelve(&self) {} }"),
            ("layout/order.rs", "#[cfg(test)] mod tests { use crate::rank::x; }"),
            ("layout/order/deep.rs", "use crate::rank::y;"),
        ],
        &[&["layout::base", "layout::rank"]],
        &[("layout::base", "layout::rank"), ("layout::order::deep", "layout::rank")],
    );
    let parents = Uses::of(&[
        Source::new("core/analysis/mod.rs".into(), "mod web; pub struct Lens;".to_owned()),
        Source::new("core/analysis/web.rs".into(), "use super::Lens;".to_owned()),
    ]);
    assert_eq!(parents.children_that_name_parents().len(), 1);
}
