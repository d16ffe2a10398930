//! JSON as readers get it: typed reading, with the place of an error.

use serde::{
    Deserialize,
    de::{Deserializer, Error as _},
};

use crate::{input::Input, native::Problem};

/// Reads a file as JSON of a type.
///
/// # Errors
/// Where it is no JSON, or other JSON than the type tells, with the place.
pub(crate) fn parsed<'t, T: Deserialize<'t>>(input: &'t Input<'_>) -> Result<T, Problem> {
    serde_json::from_str(&input.text).map_err(|error| {
        let place = (error.line().max(1), error.column().max(1));
        if error.is_eof() {
            return input.broken(
                place,
                "the file breaks off before its last bracket is closed",
                "fetch or export it again; a download may have been cut short",
            );
        }
        let said = error.to_string();
        let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
        input.broken(
            place,
            &format!("this is not the JSON that was expected: {}", crate::model::shown(said)),
            "repair it there, or export it again from the program that made it",
        )
    })
}

/// A text or a number or a truth as text: formats differ in which of them an id or a weight is.
pub(crate) fn loose_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match serde_json::Value::deserialize(deserializer)? {
        serde_json::Value::String(text) => Ok(text),
        serde_json::Value::Number(number) => Ok(number.to_string()),
        serde_json::Value::Bool(truth) => Ok(truth.to_string()),
        serde_json::Value::Null => Ok(String::new()),
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => {
            Err(D::Error::custom("expected a text or a number"))
        }
    }
}
