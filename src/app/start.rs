//! Starting the window, and saying so in one sentence where that cannot be.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use eframe::{NativeOptions, Renderer};
use egui::{ViewportBuilder, vec2};

use super::{
    desk::Desk,
    display::{Display, answers, display, guarded, library, why},
    frames::FrameLog,
    letters::SystemFonts,
    tasks::log_line,
    window::App,
    worker::Worker,
};
use crate::{
    files::{self, Data, Keeper},
    session::{Action, Settings, library},
    words,
};

/// How long the window may wait for its first picture before it appears without one.
const FIRST_PICTURE: Duration = Duration::from_millis(120);

/// Up to twice as much freed memory is kept.
const KEPT_BYTES: usize = 24 * 1024 * 1024;

/// The largest settings file that is read: hundreds of times what the program writes.
const MAX_SETTINGS_BYTES: u64 = 100_000;

/// Opens the window and stays until it is closed. `file` is a path or the id of a bundled pathway; `frames` is where
/// a line for every frame is written, if anywhere.
///
/// # Errors
/// One sentence, where there is no display or no way to draw on it.
pub fn run(file: Option<PathBuf>, frames: Option<PathBuf>) -> Result<(), String> {
    let start = Instant::now();
    keep_freed_memory();
    let mut viewport = ViewportBuilder::default()
        .with_title(words::app::NAME)
        .with_app_id("pathlight")
        .with_inner_size(vec2(1360.0, 850.0))
        .with_min_inner_size(vec2(640.0, 420.0));
    if let Ok(icon) = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")) {
        viewport = viewport.with_icon(icon);
    }
    let display = display(|name| std::env::var_os(name), answers)?;
    let options = NativeOptions {
        viewport,
        renderer: Renderer::Glow,
        event_loop_builder: (display == Display::X11).then(|| -> eframe::EventLoopBuilderHook { Box::new(take_x11) }),
        ..NativeOptions::default()
    };
    let open = Arc::new(AtomicBool::new(false));
    let opened = Arc::clone(&open);
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        opened.store(true, Ordering::Relaxed);
        let path = settings_path();
        let settings = path.as_deref().map(read_settings).unwrap_or_default();
        let (ctx, data) = (&creation.egui_ctx, Data::of_user());
        let mut worker = Worker::new(path, data.as_ref(), SystemFonts::new(files::font_folders()), ctx);
        worker.wait_for_first(FIRST_PICTURE);
        let careful = worker.desk().is_some_and(Desk::is_safe_mode);
        if let Some((desk, data)) = worker.desk().zip(data) {
            tell_of_panics(desk.keeper(), data);
        }
        let mut app = App::new(ctx, settings, Box::new(worker));
        if let Some(frames) = frames {
            app.log_frames(FrameLog::new(&frames, start));
        }
        if careful {
            app.apply(Action::Careful, ctx);
        } else if let Some(file) = file {
            app.apply(first_action(file), ctx);
        }
        Ok(Box::new(app))
    });
    guarded(&open, || eframe::run_native("pathlight", options, create).map_err(|error| sentence(&error)))
}

/// Before the program ends by a fault of its own, work that is not saved comes to the disk, and what is known of the fault
/// is written down.
fn tell_of_panics(keeper: Arc<Keeper>, data: Data) {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let (is_kept, report) = files::on_panic(panic, Some(&keeper), &data);
        let report = report.map(|path| path.display().to_string()).ok();
        log_line(&words::app::failed(is_kept, report.as_deref()));
        usual(panic);
    }));
}

/// Opens windows on X11, whatever the environment says.
fn take_x11(builder: &mut eframe::EventLoopBuilder<eframe::UserEvent>) {
    #[cfg(all(unix, not(target_os = "macos")))]
    winit::platform::x11::EventLoopBuilderExtX11::with_x11(builder);
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    let _ = builder;
}

/// Lets the system's allocator keep what is freed instead of giving it back at once. Every frame frees some MB and takes
/// them again in the next one; fetching them from the system anew took up to half of a frame in which the view moves.
/// With glibc, whoever has freed a large piece once gets that (`mallopt(3)`, dynamic mmap threshold); elsewhere it does
/// nothing.
pub fn keep_freed_memory() {
    // Never touched, so it takes no memory.
    drop(std::hint::black_box(vec![0_u8; KEPT_BYTES]));
}

fn first_action(file: PathBuf) -> Action {
    match file.to_str().and_then(library::find) {
        Some(bundled) if !file.is_file() => Action::OpenBundled(bundled.id.to_owned()),
        _ => Action::OpenFile(file),
    }
}

/// Reads settings, bounded in size and time. A file that holds none is set aside, so that it is not written over.
fn read_settings(path: &Path) -> Settings {
    let text = files::text(path, MAX_SETTINGS_BYTES).ok();
    let is_understood = text.as_deref().is_some_and(|text| text.trim().is_empty() || Settings::are_in(text));
    if !is_understood && path.is_file() {
        std::fs::rename(path, path.with_extension(words::app::UNREADABLE)).ok();
    }
    text.map(|text| Settings::from_text(&text)).unwrap_or_default()
}

fn settings_path() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "pathlight")?;
    Some(folders.config_dir().join("settings.ron"))
}

fn sentence(error: &eframe::Error) -> String {
    match error {
        // Which library is missing stands in no message, only in what it is made of.
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            let made_of = format!("{error:?}");
            if library(&made_of).is_some() { why(&made_of) } else { words::app::no_display() }
        }
        eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
            words::app::no_opengl()
        }
        other @ eframe::Error::AppCreation(_) => why(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn settings_that_cannot_be_read_are_set_aside_and_what_is_no_file_is_let_be() {
        let folder = std::env::temp_dir().join(format!("pathlight-settings-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for a test");
        let file = folder.join("settings.ron");
        assert_eq!(read_settings(&file), Settings::default());
        fs::write(&file, "(theme: Dark, wind: North)").expect("a file for a test");
        assert!(read_settings(&file).to_text().contains("theme: Dark") && file.exists());
        // Cut anywhere, it never blocks a start.
        let whole = Settings::default().to_text();
        for length in 0..whole.len() {
            fs::write(&file, &whole.as_bytes()[..length]).expect("a file for a test");
            assert_eq!(read_settings(&file), Settings::default(), "{length}");
        }
        fs::write(&file, "(theme: Dark").expect("a file for a test");
        assert_eq!(read_settings(&file), Settings::default());
        assert!(!file.exists() && folder.join("settings.unreadable.ron").exists());
        #[cfg(unix)]
        {
            let made = std::process::Command::new("mkfifo").arg(&file).status();
            assert!(made.is_ok_and(|status| status.success()));
            let start = Instant::now();
            assert_eq!(read_settings(&file), Settings::default());
            assert!(start.elapsed() < Duration::from_secs(5), "nobody waits for a pipe");
        }
        fs::remove_dir_all(&folder).expect("the folder of a test can go");
    }
}
