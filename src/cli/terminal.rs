//! What reaches the terminal, or the file that stands in its place: cleaned, and said where it does not arrive.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use crate::text::visible;

/// Prints an answer, and then what there is to remark on it. Where it does not arrive whole, that is a failure: a disk may
/// be full, a reader gone away; then nothing is left to remark on.
pub(super) fn print(text: &str, remarks: &str, answered: ExitCode) -> ExitCode {
    match put(&mut io::stdout().lock(), text) {
        Ok(()) => {
            remark(remarks);
            answered
        }
        // Whoever reads no further knows it (`pathlight check ... | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            complain(&format!(
                "the answer could not be written to its end ({error}); make room or choose another place"
            ));
            ExitCode::FAILURE
        }
    }
}

/// Says something on standard error, as whole lines.
pub(super) fn remark(lines: &str) {
    // With no terminal there is nobody to tell.
    put(&mut io::stderr().lock(), lines).ok();
}

/// Says one line on standard error.
pub fn complain(line: &str) {
    remark(&format!("pathlight: {line}\n"));
}

/// The one way out: no text of a file reaches a terminal with characters that it would obey.
fn put(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(visible(text).as_bytes())?;
    out.flush()
}
