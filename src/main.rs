//! The program: the window, or an answer on the command line.

// Without a console window beside the program on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser as _;
use pathlight::{app, cli};

fn main() -> ExitCode {
    let args = cli::Args::parse();
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
