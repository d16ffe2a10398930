//! What opens over the window: About, the problems of a file, a box for a path.

/// About, in paragraphs. The last one leads to [`HELPLINES`].
pub const ABOUT: [&str; 5] = [
    "Pathlight shows how causes lead to effects. Click any card or arrow to read what it means, how strong the \
     evidence is, and who found it, for and against.",
    "An arrow raises, a bar lowers, a diamond means mixed results, a ring means no effect was found, and a dot \
     means that nobody has shown what it does. A heavy line stands on much evidence, a dotted one on little.",
    "The grade weighs the evidence that was looked at. It does not say that everyone agrees.",
    "This is education, not medical advice. Nobody should start or stop a medicine because of a diagram.",
    "If you are in distress, or worried about somebody, please talk to a person today: a doctor, your local \
     emergency number, or a crisis line. Helplines around the world are listed here:",
];
/// Addresses of lists of helplines. A translation may name those of its own country first.
pub const HELPLINES: [&str; 2] = ["https://findahelpline.com", "https://www.iasp.info/crisis-centres-helplines/"];
/// Heading of the list of keys.
pub const KEYS: &str = "Keys";
/// What the arrow keys left and right do.
pub const KEYS_ALONG: &str = "to causes, to effects";
/// What the arrow keys up and down do.
pub const KEYS_ASIDE: &str = "among siblings";
/// What Enter does.
pub const KEYS_OPEN: &str = "read what is marked";
/// Title of the list of problems.
pub const PROBLEMS: &str = "Problems in this file";
/// That list where it is empty.
pub const NO_PROBLEMS: &str = "None. Every part of this file was understood.";
/// Button: copies the list of problems.
pub const COPY_PROBLEMS: &str = "Copy the list";
/// Button: goes to what a problem is about.
pub const SHOW_PROBLEM: &str = "Show it";
/// Title of the box for a path.
pub const PATH: &str = "Open a file";
/// Why there is such a box, and what to do.
pub const PATH_HINT: &str = "This system offers no file dialog. Type or paste the path of a pathway file:";
/// Name of the field for a path.
pub const PATH_FIELD: &str = "Path of the file";
/// What such a path may look like.
pub const PATH_EXAMPLE: &str = "/home/me/my.pathway.ron";
/// Keys of the clipboard, and what they do on the drawing.
pub const KEYS_CLIPBOARD: [&str; 2] =
    ["Ctrl+C, Ctrl+X, Ctrl+V", "Copy, cut or paste cards with the links between them"];
/// What is done with a mouse on the drawing, and what comes of it.
pub const BY_MOUSE: [[&str; 2]; 4] = [
    ["Double click beside cards", "Add a card in that lane"],
    ["Double click on a card", "Rename it"],
    ["Drag from the dot of a card", "Link it to another card, or to a new one"],
    ["Drag a card", "Pin it where it is dropped"],
];
/// Button: opens the file of that path.
pub const OPEN: &str = "Open";
/// Button: closes the box.
pub const CANCEL: &str = "Cancel";

/// The program with its version.
pub fn version(number: &str) -> String {
    format!("{} {number}", super::app::NAME)
}

/// Where in the file something is that is wrong, or only worth a remark.
pub fn place(is_error: bool, line: usize, column: usize) -> String {
    let kind = if is_error { "Problem" } else { "Remark" };
    format!("{kind}, line {line}, column {column}")
}
