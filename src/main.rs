//! The program: the window, or an answer on the command line.

// Without a console window beside the program on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use pathlight::{app, cli};

fn main() -> ExitCode {
    let args = match cli::arguments() {
        Ok(args) => args,
        Err(ended) => return ended,
    };
    if let Some(ask) = &args.command {
        return cli::answer(ask);
    }
    match app::run(args.file, args.frames) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            cli::complain(&why);
            ExitCode::FAILURE
        }
    }
}
