//! Texts as LaTeX and BibTeX take them.

use crate::model::one_line;

/// A text in one line as LaTeX sets it. Lone braces become commands, since BibTeX counts `\{` as an open brace.
pub(super) fn latex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '–' => escaped.push_str("--"),
            '—' => escaped.push_str("---"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// An identifier or address, which BibTeX programs take as it stands; only what would end the field is encoded.
pub(super) fn verbatim(text: &str) -> String {
    let address = one_line(text).replace(' ', "%20").replace('\\', "%5C");
    address.replace('{', "%7B").replace('}', "%7D")
}

/// Letters and signs that pdfLaTeX prints as nothing, and how it spells them in mathematics.
const MATHS: [(char, &str); 62] = [
    ('α', "\\alpha"),
    ('β', "\\beta"),
    ('γ', "\\gamma"),
    ('δ', "\\delta"),
    ('ε', "\\varepsilon"),
    ('ζ', "\\zeta"),
    ('η', "\\eta"),
    ('θ', "\\theta"),
    ('ι', "\\iota"),
    ('κ', "\\kappa"),
    ('λ', "\\lambda"),
    ('μ', "\\mu"),
    ('µ', "\\mu"),
    ('ν', "\\nu"),
    ('ξ', "\\xi"),
    ('ο', "o"),
    ('π', "\\pi"),
    ('ρ', "\\rho"),
    ('σ', "\\sigma"),
    ('ς', "\\varsigma"),
    ('τ', "\\tau"),
    ('υ', "\\upsilon"),
    ('φ', "\\varphi"),
    ('χ', "\\chi"),
    ('ψ', "\\psi"),
    ('ω', "\\omega"),
    ('Α', "\\mathrm{A}"),
    ('Β', "\\mathrm{B}"),
    ('Γ', "\\Gamma"),
    ('Δ', "\\Delta"),
    ('Ε', "\\mathrm{E}"),
    ('Ζ', "\\mathrm{Z}"),
    ('Η', "\\mathrm{H}"),
    ('Θ', "\\Theta"),
    ('Ι', "\\mathrm{I}"),
    ('Κ', "\\mathrm{K}"),
    ('Λ', "\\Lambda"),
    ('Μ', "\\mathrm{M}"),
    ('Ν', "\\mathrm{N}"),
    ('Ξ', "\\Xi"),
    ('Ο', "\\mathrm{O}"),
    ('Π', "\\Pi"),
    ('Ρ', "\\mathrm{P}"),
    ('Σ', "\\Sigma"),
    ('Τ', "\\mathrm{T}"),
    ('Υ', "\\Upsilon"),
    ('Φ', "\\Phi"),
    ('Χ', "\\mathrm{X}"),
    ('Ψ', "\\Psi"),
    ('Ω', "\\Omega"),
    ('≤', "\\leq"),
    ('≥', "\\geq"),
    ('≈', "\\approx"),
    ('≠', "\\neq"),
    ('−', "-"),
    ('→', "\\rightarrow"),
    ('←', "\\leftarrow"),
    ('↔', "\\leftrightarrow"),
    ('′', "{}^{\\prime}"),
    ('∞', "\\infty"),
    ('⁺', "{}^{+}"),
    ('⁻', "{}^{-}"),
];

/// A bibliography for pdfLaTeX: what it has no letters for is spelt as mathematics, in braces of its own so that no
/// style changes its case. Other programs, such as Typst, misread that.
pub(super) fn in_maths(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len());
    for c in text.chars() {
        match MATHS.iter().find(|(letter, _)| *letter == c) {
            Some((_, maths)) => spelt.extend(["{$", maths, "$}"]),
            None => spelt.push(c),
        }
    }
    spelt
}

/// The characters that pdfLaTeX has neither letters nor mathematics for, each once: beyond Latin letters and the signs
/// that its encodings know.
pub(super) fn unknown_to_pdflatex(text: &str) -> Vec<char> {
    let known = |c: char| c <= '\u{17F}' || matches!(c, '\u{2010}'..='\u{2026}' | '€' | '™' | '\u{218}'..='\u{21B}');
    let mut unknown: Vec<char> =
        text.chars().filter(|&c| !known(c) && MATHS.iter().all(|(letter, _)| *letter != c)).collect();
    unknown.sort_unstable();
    unknown.dedup();
    unknown
}
