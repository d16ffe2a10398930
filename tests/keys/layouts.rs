//! What is written on four keyboards.
//!
//! Level 1 and level 2 (with Shift) of the 45 keys that write, as xkeyboard-config 2.35.1 has them (`xkbcomp` of
//! `pc+us`, `pc+de`, `pc+fr`, `pc+tr`). `\0` stands for a dead key, which gives no sign by itself.

use egui::Key;

/// The places of the keys, named by an American keyboard, row by row from above.
pub(crate) const PLACES: [Key; 45] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
    Key::Num0,
    Key::Minus,
    Key::Equals,
    Key::Q,
    Key::W,
    Key::E,
    Key::R,
    Key::T,
    Key::Y,
    Key::U,
    Key::I,
    Key::O,
    Key::P,
    Key::OpenBracket,
    Key::CloseBracket,
    Key::A,
    Key::S,
    Key::D,
    Key::F,
    Key::G,
    Key::H,
    Key::J,
    Key::K,
    Key::L,
    Key::Semicolon,
    Key::Quote,
    Key::Z,
    Key::X,
    Key::C,
    Key::V,
    Key::B,
    Key::N,
    Key::M,
    Key::Comma,
    Key::Period,
    Key::Slash,
];

/// A keyboard.
pub(crate) struct Layout {
    /// Its country.
    pub(crate) name: &'static str,
    /// The signs of [`PLACES`], without Shift and with it.
    pub(crate) levels: [&'static str; 2],
}

/// The keyboards.
pub(crate) const LAYOUTS: [Layout; 4] = [
    Layout {
        name: "us",
        levels: ["1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./", "!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?"],
    },
    Layout {
        name: "de",
        levels: ["1234567890ß\0qwertzuiopü+asdfghjklöäyxcvbnm,.-", "!\"§$%&/()=?\0QWERTZUIOPÜ*ASDFGHJKLÖÄYXCVBNM;:_"],
    },
    Layout {
        name: "fr",
        levels: ["&é\"'(-è_çà)=azertyuiop\0$qsdfghjklmùwxcvbn,;:!", "1234567890°+AZERTYUIOP\0£QSDFGHJKLM%WXCVBN?./§"],
    },
    Layout {
        name: "tr",
        levels: ["1234567890*-qwertyuıopğüasdfghjklşizxcvbnmöç.", "!'^+%&/()=?_QWERTYUIOPĞÜASDFGHJKLŞİZXCVBNMÖÇ:"],
    },
];

impl Layout {
    /// The sign at a place, without Shift or with it.
    pub(crate) fn sign(&self, at: usize, shift: bool) -> Option<char> {
        self.levels[usize::from(shift)].chars().nth(at).filter(|sign| *sign != '\0')
    }

    /// The place of a sign, and whether it needs Shift.
    pub(crate) fn place(&self, sign: char) -> Option<(usize, bool)> {
        [false, true]
            .into_iter()
            .find_map(|shift| (0..PLACES.len()).find(|&at| self.sign(at, shift) == Some(sign)).map(|at| (at, shift)))
    }
}
