//! The same file as other people might have written it.

use crate::formats::ron::scan::{Scan, Token};

/// A file in many layouts, each with a name.
pub(super) fn all(text: &str) -> Vec<(&'static str, String)> {
    let windows = |text: &str| text.replace('\n', "\r\n");
    vec![
        ("as it is", text.to_owned()),
        ("Windows", format!("\u{FEFF}{}", windows(text))),
        ("one line", one_line(text)),
        ("comments everywhere", comments_everywhere(text)),
        ("comments everywhere, Windows", windows(&comments_everywhere(text))),
        ("no last commas", without_last_commas(text)),
        ("raw texts", raw_texts(text)),
        ("tabs", text.replace("    ", "\t")),
        ("commas first", commas_first(text)),
        ("mixed line ends", text.replacen('\n', "\r\n", text.lines().count() / 3)),
    ]
}

/// Puts a text together from its tokens and what stands before each.
fn tokens(text: &str, mut put: impl FnMut(&mut String, Token, &str, &str)) -> String {
    let mut out = String::new();
    let mut last = 0;
    for (token, range) in Scan::new(text) {
        put(&mut out, token, &text[last..range.start], &text[range.clone()]);
        last = range.end;
    }
    out + &text[last..]
}

fn one_line(text: &str) -> String {
    tokens(text, |out, token, blank, piece| match token {
        Token::Comment if piece.starts_with("//") => {
            *out += " /* ";
            *out += piece.trim_start_matches('/').trim();
            *out += " */ ";
        }
        _ => {
            *out += if blank.contains('\n') { " " } else { blank };
            *out += piece;
        }
    })
    .trim()
    .to_owned()
}

fn comments_everywhere(text: &str) -> String {
    let mut number = 0;
    tokens(text, |out, token, blank, piece| {
        number += 1;
        let comment = match number % 5 {
            0 => format!(" // line {number}, [(\n"),
            1 => format!(" /* block {number} /* within */ */ "),
            2 => format!("\n\n // apart {number}\n\n"),
            _ => String::new(),
        };
        if matches!(token, Token::Close | Token::Comma) {
            *out += &comment;
        }
        *out += blank;
        *out += piece;
        if matches!(token, Token::Open | Token::Comma) || piece == ":" {
            *out += &comment.replace("line", "next").replace("block", "behind").replace("apart", "aside");
        }
    })
}

fn without_last_commas(text: &str) -> String {
    let mut out = text.to_owned();
    for close in [")", "]"] {
        let parts: Vec<&str> = out.split(close).collect();
        out = parts
            .iter()
            .enumerate()
            .map(|(at, part)| {
                let body = part.trim_end();
                match body.strip_suffix(',').filter(|_| at + 1 < parts.len()) {
                    Some(bare) => format!("{bare}{}", &part[body.len()..]),
                    None => (*part).to_owned(),
                }
            })
            .collect::<Vec<_>>()
            .join(close);
    }
    out
}

fn raw_texts(text: &str) -> String {
    tokens(text, |out, token, blank, piece| {
        *out += blank;
        match (token, piece.strip_prefix('"')) {
            (Token::Text, Some(rest)) if !piece.contains('\\') && piece.len() % 2 == 0 => {
                *out += &format!("r##\"{rest}##");
            }
            _ => *out += piece,
        }
    })
}

fn commas_first(text: &str) -> String {
    let mut comma = false;
    tokens(text, |out, token, blank, piece| {
        if token == Token::Comma {
            comma = true;
            return;
        }
        *out += blank;
        if std::mem::take(&mut comma) && token != Token::Close {
            if token == Token::Comment {
                comma = true;
            } else {
                *out += ", ";
            }
        }
        *out += piece;
    })
}
