//! Texts that nobody meant: random ones, and good ones cut off and changed.

use proptest::prelude::*;

use crate::citing::recognise;

const GOOD: [&str; 8] = [
    "@article{kigar2025,\n  author = {Kigar, S. L. and Lynall, M.-E. and others},\n  title = {{Chronic \\'{e} stress}},\n  \
     journal = {Nat Commun}, year = 2025, volume = {16}, number = {1}, pages = {8153--9}, doi = {10.1038/s41467-025-62840-5}}",
    "TY  - JOUR\r\nAU  - Kigar, S. L.\r\nPY  - 2025\r\nTI  - Chronic stress\r\nT2  - Nat Commun\r\nSP  - 1\r\nEP  - 2\r\nER  - \r\n",
    "[{\"type\":\"article-journal\",\"title\":\"A\",\"author\":[{\"family\":\"Kigar\",\"given\":\"S. L.\"}],\"issued\":{\"date-parts\":[[2025]]}}]",
    "PMID- 40890098\nTI  - Chronic stress\n      and marrow.\nAU  - Kigar SL\nTA  - Nat Commun\nDP  - 2025 Sep 1\n",
    "1. Kigar SL, Lynall M-E, et al. Chronic stress. Nat Commun. 2025 Sep 1;16(1):8153. doi: 10.1038/s41467-025-62840-5. PMID: 40890098",
    "Kigar, S. L., & Herkenham, M. (2025). Is it so? Nature Communications, 16(1), 8153. https://doi.org/10.1038/s41467-025-62840-5",
    "Doe, J. (2010) ‘A chapter’, in Smith, J. (ed.) Stress. London: Academic Press, pp. 3–11. Available at: https://e.org/x",
    "[Depression](https://www.who.int/news) https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
];

/// A good text with pieces taken out, doubled or replaced.
fn changed() -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0_usize..12, "([{}@,.\"'()%\\\\&<>\n:;\\- 0-9]|\\PC){0,4}");
    (0..GOOD.len(), prop::collection::vec(change, 0..6), any::<prop::sample::Index>()).prop_map(
        |(which, changes, end)| {
            let mut text: Vec<char> = GOOD[which].chars().collect();
            for (at, length, put) in changes {
                let at = at.index(text.len() + 1);
                let to = (at + length).min(text.len());
                text.splice(at..to, put.chars());
            }
            let end = end.index(2 * text.len() + 1).min(text.len());
            text[..end].iter().collect()
        },
    )
}

fn check(text: &str) -> Result<(), TestCaseError> {
    if let Ok(pasted) = recognise(text) {
        prop_assert!(!pasted.found.is_empty());
        for found in pasted.found {
            let source = &found.source;
            prop_assert!(crate::model::is_valid_id(source.id.as_str()), "{}", source.id);
            let says = !source.title.is_empty() || !source.addresses().is_empty();
            prop_assert!(says, "{source:?}");
            for field in [&source.authors, &source.title, &source.venue] {
                prop_assert!(!field.contains(|c: char| c.is_control()) && field.trim() == field, "{field:?}");
            }
            prop_assert!(source.doi.as_deref().is_none_or(crate::address::is_doi), "{source:?}");
            prop_assert!(source.pmid.as_deref().is_none_or(crate::address::is_pmid), "{source:?}");
            prop_assert!(
                source.url.as_deref().is_none_or(|url| crate::address::checked_address(url).is_some()),
                "{source:?}"
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_ends_the_program(text in changed()) {
        check(&text)?;
    }

    #[test]
    fn no_bytes_end_the_program(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn no_letters_end_the_program(text in "([a-zA-Z@{}=\"',.;:()\\[\\]<>/&%\\\\\n 0-9-]|\\PC){0,200}") {
        check(&text)?;
    }
}
