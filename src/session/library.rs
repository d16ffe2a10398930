//! The pathways that come with the program, compiled in.

/// A pathway that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct Bundled {
    /// Its id, by which the command line and the library name it.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its file.
    pub text: &'static str,
}

macro_rules! bundled {
    ($id:literal, $title:literal) => {
        Bundled { id: $id, title: $title, text: include_str!(concat!("../../graphs/", $id, ".pathway.ron")) }
    };
}

const ALL: &[Bundled] = &[
    bundled!("skull-marrow", "Chronic stress, skull marrow and mood"),
    bundled!("microglia", "Stress, microglia and lost synapses"),
    bundled!("inflammation-drive", "Inflammation, reward and drive"),
    bundled!("depression-overview", "Depression across the brain"),
    bundled!("antidepressants", "Antidepressants and plasticity"),
];

/// Every bundled pathway; the first is the one that opens at the first start.
pub fn all() -> &'static [Bundled] {
    ALL
}

/// The bundled pathway of that id.
pub fn find(id: &str) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats;

    #[test]
    fn ids_and_titles_are_those_of_the_files() {
        for bundled in all() {
            let opened = formats::open(bundled.text.as_bytes()).expect("bundled files open");
            assert_eq!(opened.pathway.about().id, bundled.id);
            assert_eq!(opened.pathway.about().title, bundled.title);
        }
    }
}
