//! A colour, and how it is written.

use serde::Deserialize;

use crate::words;

/// A colour, red, green and blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Rgb(pub u8, pub u8, pub u8);

impl TryFrom<String> for Rgb {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6).ok_or(words::themes::NOT_A_COLOUR)?;
        let number = u32::from_str_radix(digits, 16).map_err(|e| e.to_string())?;
        let [_, r, g, b] = number.to_be_bytes();
        Ok(Self(r, g, b))
    }
}
