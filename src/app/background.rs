//! Threads that work in the background, after the window: on two cores a drawing and a save would else take turns with
//! every frame, and with those who paint it where there is no graphics card.

/// By how much the thread that calls this comes after others, from 0 to 19: it gets a third of what a window gets, where
/// both want the same core, and all of it where nobody else does. No more: a thread that waits long for a core may hold
/// what the window waits for.
#[cfg(target_os = "linux")]
const NICE: i32 = 5;

/// Lets the calling thread come after the window, where the system knows such a thing of a single thread.
pub(super) fn step_back() {
    // Linux keeps it for each thread, whatever POSIX says (`setpriority(2)`); a thread that may not step back works on.
    #[cfg(target_os = "linux")]
    if rustix::process::getpriority_process(None).is_ok_and(|now| now < NICE) {
        rustix::process::setpriority_process(None, NICE).ok();
    }
}

#[cfg(test)]
mod tests {
    /// Of a single thread no other system knows such a thing.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_thread_steps_back_and_no_other_does() {
        let now = || rustix::process::getpriority_process(None).expect("it can be asked");
        let before = now();
        let stepped = move || {
            super::step_back();
            now()
        };
        let there = std::thread::Builder::new().name("background".to_owned()).spawn(stepped).expect("it begins");
        assert_eq!(there.join().expect("it ends"), super::NICE.max(before));
        assert_eq!(now(), before);
    }
}
