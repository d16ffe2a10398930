//! A disk in memory that counts operations, makes any of them fail, stops at any of them, and knows what a loss of power
//! would leave.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, SystemTime},
};

use pathlight::files::{Access, Disk, Handle, Kind, Meta};

/// Most bytes that are written at a time, as it may be on any disk.
const PIECE: usize = 4 << 20;
const MOST_LINKS: usize = 40;

/// The number of an error on Linux.
pub(crate) const EPERM: i32 = 1;
pub(crate) const ENOENT: i32 = 2;
pub(crate) const EINTR: i32 = 4;
pub(crate) const EIO: i32 = 5;
pub(crate) const EACCES: i32 = 13;
pub(crate) const EBUSY: i32 = 16;
pub(crate) const EEXIST: i32 = 17;
pub(crate) const ENOTDIR: i32 = 20;
pub(crate) const EINVAL: i32 = 22;
pub(crate) const ENOSPC: i32 = 28;
pub(crate) const EROFS: i32 = 30;
pub(crate) const ELOOP: i32 = 40;
pub(crate) const ENOTSUP: i32 = 95;
pub(crate) const ESTALE: i32 = 116;
pub(crate) const EDQUOT: i32 = 122;

/// What shall go wrong.
#[derive(Clone, Debug, Default)]
pub(crate) enum Plan {
    /// Nothing.
    #[default]
    Fine,
    /// The operations with these numbers fail, a write among them after half of its bytes.
    Fail { from: usize, times: usize, error: i32 },
    /// The next operations of a name fail.
    FailNamed { name: &'static str, times: usize, error: i32 },
    /// The program is killed in the operation of this number: a write among them has written half.
    Stop { at: usize },
}

/// What a loss of power keeps of what was not brought to the disk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept {
    pub(crate) bytes: bool,
    pub(crate) names: bool,
}

impl Kept {
    /// The program is killed, and nothing else.
    pub(crate) const ALL: Self = Self { bytes: true, names: true };
    pub(crate) const NOTHING: Self = Self { bytes: false, names: false };
    /// A disk may bring names there before bytes, and the other way round.
    pub(crate) const EACH: [Self; 4] =
        [Self::ALL, Self { bytes: true, names: false }, Self { bytes: false, names: true }, Self::NOTHING];
}

#[derive(Clone, Debug, PartialEq)]
enum Entry {
    File(u64),
    Link(PathBuf),
    Folder,
}

#[derive(Clone)]
struct Inode {
    bytes: Arc<Vec<u8>>,
    /// What a loss of power leaves of it.
    lasting: Arc<Vec<u8>>,
    mode: u32,
    owner: (u32, u32),
    modified: SystemTime,
    is_locked: bool,
}

#[derive(Default)]
struct State {
    inodes: BTreeMap<u64, Inode>,
    names: BTreeMap<PathBuf, Entry>,
    lasting: BTreeMap<PathBuf, Entry>,
    next: u64,
    clock: Duration,
    slept: Vec<u64>,
    has_locks: bool,
    plan: Plan,
    log: Vec<&'static str>,
    /// Called before each operation by its name: what another program does meanwhile.
    meanwhile: Option<Meanwhile>,
}

type Meanwhile = (&'static str, Box<dyn FnOnce(&Fake) + Send>);

/// The disk. Clones are the same disk.
#[derive(Clone)]
pub(crate) struct Fake(Arc<Mutex<State>>);

impl Fake {
    /// A disk with some folders.
    pub(crate) fn new(folders: &[&str]) -> Self {
        let mut state = State { has_locks: true, clock: Duration::from_hours(500_000), ..State::default() };
        for folder in folders.iter().flat_map(|folder| Path::new(folder).ancestors()) {
            state.names.insert(folder.to_owned(), Entry::Folder);
        }
        state.lasting = state.names.clone();
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no test panics with it")
    }

    /// Puts a file there, as another program does: all of it lasts.
    pub(crate) fn put(&self, path: &str, bytes: &[u8]) {
        let mut state = self.state();
        let inode = state.create(Path::new(path), 0o644);
        let bytes = Arc::new(bytes.to_owned());
        let file = state.inodes.get_mut(&inode).expect("just made");
        (file.bytes, file.lasting) = (Arc::clone(&bytes), bytes);
        state.lasting.insert(path.into(), Entry::File(inode));
    }

    /// Writes over a file, as another program does, with the same time and number.
    pub(crate) fn overwrite(&self, path: &str, bytes: &[u8]) {
        let mut state = self.state();
        let inode = state.inode(Path::new(path)).expect("it is there");
        state.inodes.get_mut(&inode).expect("it is there").bytes = Arc::new(bytes.to_owned());
    }

    /// Sets when a file was written last, in seconds from now.
    pub(crate) fn touch(&self, path: &str, seconds: i64) {
        let mut state = self.state();
        let inode = state.inode(Path::new(path)).expect("it is there");
        let file = state.inodes.get_mut(&inode).expect("it is there");
        let by = Duration::from_secs(seconds.unsigned_abs());
        file.modified = if seconds < 0 { file.modified - by } else { file.modified + by };
    }

    /// Gives a file a second name.
    pub(crate) fn hard_link(&self, path: &str, other: &str) {
        let mut state = self.state();
        let entry = state.names.get(Path::new(path)).expect("it is there").clone();
        state.names.insert(other.into(), entry.clone());
        state.lasting.insert(other.into(), entry);
    }

    /// Makes a link.
    pub(crate) fn link(&self, to: &str, path: &str) {
        let mut state = self.state();
        state.names.insert(path.into(), Entry::Link(to.into()));
        state.lasting.insert(path.into(), Entry::Link(to.into()));
    }

    pub(crate) fn is_link(&self, path: &str) -> bool {
        matches!(self.state().names.get(Path::new(path)), Some(Entry::Link(_)))
    }

    /// Takes a name away, as another program does.
    pub(crate) fn delete(&self, path: &str) {
        let mut state = self.state();
        state.names.remove(Path::new(path));
        state.lasting.remove(Path::new(path));
    }

    /// What is in a file; nothing where there is none. No operation.
    pub(crate) fn bytes(&self, path: impl AsRef<Path>) -> Option<Arc<Vec<u8>>> {
        let state = self.state();
        let inode = state.inode(path.as_ref()).ok()?;
        Some(Arc::clone(&state.inodes[&inode].bytes))
    }

    /// Every name in a folder, in order. No operation.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let state = self.state();
        let names = state.names.keys().filter(|path| path.parent() == Some(Path::new(folder)));
        names.map(|path| path.file_name().expect("a name").to_string_lossy().into_owned()).collect()
    }

    /// Begins to count anew, with a plan for what goes wrong.
    pub(crate) fn plan(&self, plan: Plan) {
        let mut state = self.state();
        (state.plan, state.log) = (plan, Vec::new());
    }

    /// Lets another program do something once, just before the next operation of a name.
    pub(crate) fn meanwhile(&self, before: &'static str, act: impl FnOnce(&Self) + Send + 'static) {
        self.state().meanwhile = Some((before, Box::new(act)));
    }

    /// The operations since the last plan.
    pub(crate) fn log(&self) -> Vec<&'static str> {
        self.state().log.clone()
    }

    /// How long it slept each time, in milliseconds.
    pub(crate) fn slept(&self) -> Vec<u64> {
        self.state().slept.clone()
    }

    pub(crate) fn has_no_locks(&self) {
        self.state().has_locks = false;
    }

    /// Sets the clock forward, or back.
    pub(crate) fn pass(&self, seconds: i64) {
        let mut state = self.state();
        let by = Duration::from_secs(seconds.unsigned_abs());
        state.clock = if seconds < 0 { state.clock.saturating_sub(by) } else { state.clock + by };
    }

    /// The disk that is found after the end of every program, and of the power: what was written and not brought to the
    /// disk is kept or dropped, and so are names.
    pub(crate) fn after_crash(&self, kept: Kept) -> Self {
        let state = self.state();
        let mut after = State {
            inodes: state.inodes.clone(),
            names: if kept.names { state.names.clone() } else { state.lasting.clone() },
            next: state.next,
            clock: state.clock,
            has_locks: state.has_locks,
            ..State::default()
        };
        for file in after.inodes.values_mut() {
            file.is_locked = false;
            if !kept.bytes {
                file.bytes = Arc::clone(&file.lasting);
            }
            file.lasting = Arc::clone(&file.bytes);
        }
        // What lies in a folder whose own name was lost cannot be found.
        let all = after.names.clone();
        after.names.retain(|path, _| path.ancestors().skip(1).all(|above| all.contains_key(above)));
        after.lasting = after.names.clone();
        Self(Arc::new(Mutex::new(after)))
    }

    /// Counts an operation, and lets it fail if it shall.
    fn step(&self, name: &'static str) -> io::Result<()> {
        let meanwhile = {
            let mut state = self.state();
            if state.meanwhile.as_ref().is_some_and(|(before, _)| *before == name) {
                state.meanwhile.take()
            } else {
                None
            }
        };
        if let Some((_, act)) = meanwhile {
            act(self);
        }
        let mut state = self.state();
        let number = state.log.len();
        state.log.push(name);
        match &mut state.plan {
            Plan::Fail { from, times, error } if number >= *from && number - *from < *times => Err(failed(*error)),
            Plan::FailNamed { name: named, times, error } if *named == name && *times > 0 => {
                *times -= 1;
                Err(failed(*error))
            }
            Plan::Stop { at } if number >= *at => Err(failed(EIO)),
            _ => Ok(()),
        }
    }

    /// Whether the operation that has just failed is the one in which the program is killed or that fails.
    fn is_first_failure(&self) -> bool {
        let state = self.state();
        match state.plan {
            Plan::Fail { from, .. } | Plan::Stop { at: from } => state.log.len() == from + 1,
            _ => false,
        }
    }
}

fn failed(error: i32) -> io::Error {
    io::Error::from_raw_os_error(error)
}

impl State {
    fn create(&mut self, path: &Path, mode: u32) -> u64 {
        self.next += 1;
        let (bytes, modified) = (Arc::default(), SystemTime::UNIX_EPOCH + self.clock);
        let file =
            Inode { lasting: Arc::clone(&bytes), bytes, mode, owner: (1_000, 1_000), modified, is_locked: false };
        self.inodes.insert(self.next, file);
        self.names.insert(path.to_owned(), Entry::File(self.next));
        self.next
    }

    /// The entry behind all links.
    fn entry(&self, path: &Path) -> io::Result<&Entry> {
        let mut path = path.to_owned();
        for _ in 0..MOST_LINKS {
            let above = path.parent().map(|above| self.names.get(above));
            match self.names.get(&path) {
                Some(Entry::Link(next)) => path = path.parent().expect("a folder").join(next),
                Some(entry) => return Ok(entry),
                None if matches!(above, Some(Some(Entry::File(_)))) => return Err(failed(ENOTDIR)),
                None => return Err(failed(ENOENT)),
            }
        }
        Err(failed(ELOOP))
    }

    fn inode(&self, path: &Path) -> io::Result<u64> {
        match self.entry(path)? {
            Entry::File(inode) => Ok(*inode),
            _ => Err(failed(EINVAL)),
        }
    }

    fn meta(&self, entry: &Entry) -> Meta {
        let Entry::File(number) = entry else {
            let (kind, modified) = (Kind::Folder, None);
            return Meta {
                kind,
                bytes: 0,
                modified,
                number: 0,
                names: 1,
                is_protected: false,
                owner: (0, 0),
                mode: 0o755,
            };
        };
        let file = &self.inodes[number];
        Meta {
            kind: Kind::File,
            bytes: file.bytes.len() as u64,
            modified: Some(file.modified),
            number: *number,
            names: self.names.values().filter(|other| *other == entry).count() as u64,
            is_protected: file.mode & 0o222 == 0,
            owner: file.owner,
            mode: file.mode,
        }
    }
}

impl Disk for Fake {
    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        self.step("metadata")?;
        let state = self.state();
        Ok(state.meta(state.entry(path)?))
    }

    fn read_link(&self, path: &Path) -> io::Result<PathBuf> {
        self.step("read_link")?;
        match self.state().names.get(path) {
            Some(Entry::Link(to)) => Ok(to.clone()),
            Some(_) => Err(failed(EINVAL)),
            None => Err(failed(ENOENT)),
        }
    }

    fn canonicalize(&self, path: &Path) -> io::Result<PathBuf> {
        self.step("canonicalize")?;
        let state = self.state();
        match state.entry(path)? {
            Entry::Folder => Ok(path.to_owned()),
            _ => Err(failed(ENOTDIR)),
        }
    }

    fn read_dir(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.step("read_dir")?;
        let state = self.state();
        state.entry(folder)?;
        let names = state.names.keys().filter(|path| path.parent() == Some(folder));
        Ok(names.filter_map(|path| Some(path.file_name()?.to_owned())).collect())
    }

    fn create_dir_all(&self, folder: &Path) -> io::Result<()> {
        self.step("create_dir_all")?;
        let mut state = self.state();
        for folder in folder.ancestors() {
            match state.names.get(folder) {
                None => drop(state.names.insert(folder.to_owned(), Entry::Folder)),
                Some(Entry::Folder) => {}
                Some(_) => return Err(failed(EEXIST)),
            }
        }
        Ok(())
    }

    fn open(&self, path: &Path, access: Access) -> io::Result<Box<dyn Handle>> {
        self.step("open")?;
        let mut state = self.state();
        let found = state.inode(path);
        let inode = match (found, access) {
            (Ok(_), Access::New { .. }) => return Err(failed(EEXIST)),
            (Ok(inode), _) => inode,
            (Err(error), Access::New { .. } | Access::Lock) if error.kind() == io::ErrorKind::NotFound => {
                let above = path.parent().expect("a folder");
                if state.entry(above)? != &Entry::Folder {
                    return Err(failed(ENOTDIR));
                }
                let mode = if access == (Access::New { is_private: false }) { 0o644 } else { 0o600 };
                state.create(path, mode)
            }
            (Err(error), _) => return Err(error),
        };
        Ok(Box::new(Opened { disk: self.clone(), inode, at: 0, has_lock: AtomicBool::new(false) }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename")?;
        let mut state = self.state();
        let entry = state.names.remove(from).ok_or_else(|| failed(ENOENT))?;
        state.names.insert(to.to_owned(), entry);
        Ok(())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step("remove_file")?;
        self.state().names.remove(path).map(drop).ok_or_else(|| failed(ENOENT))
    }

    fn sync_dir(&self, folder: &Path) -> io::Result<()> {
        self.step("sync_dir")?;
        let mut state = self.state();
        let is_inside = |path: &Path| path.parent() == Some(folder);
        state.lasting.retain(|path, _| !is_inside(path));
        let inside: Vec<_> = state.names.iter().filter(|(path, _)| is_inside(path)).collect();
        let inside: Vec<_> = inside.into_iter().map(|(path, entry)| (path.clone(), entry.clone())).collect();
        state.lasting.extend(inside);
        Ok(())
    }

    fn sleep(&self, time: Duration) {
        let mut state = self.state();
        state.slept.push(time.as_millis() as u64);
        state.clock += time;
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.state().clock
    }
}

struct Opened {
    disk: Fake,
    inode: u64,
    at: usize,
    has_lock: AtomicBool,
}

impl Opened {
    fn file<T>(&self, with: impl FnOnce(&mut Inode) -> T) -> T {
        with(self.disk.state().inodes.get_mut(&self.inode).expect("it is open"))
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        if self.has_lock.load(Ordering::Relaxed) {
            self.file(|file| file.is_locked = false);
        }
    }
}

impl Read for Opened {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.disk.step("read")?;
        let bytes = self.file(|file| Arc::clone(&file.bytes));
        let rest = bytes.get(self.at..).unwrap_or_default();
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}

impl Write for Opened {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.disk.step("write");
        let piece = match &result {
            Ok(()) => &bytes[..bytes.len().min(PIECE)],
            Err(_) if self.disk.is_first_failure() => &bytes[..bytes.len().min(PIECE) / 2],
            Err(_) => &[],
        };
        let (at, now) = (self.at, self.disk.now());
        self.file(|file| {
            let all = Arc::make_mut(&mut file.bytes);
            all.resize(all.len().max(at + piece.len()), 0);
            all[at..at + piece.len()].copy_from_slice(piece);
            file.modified = now;
        });
        result?;
        self.at += piece.len();
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Opened {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.disk.step("seek")?;
        let SeekFrom::Start(at) = to else { return Err(failed(EINVAL)) };
        self.at = at as usize;
        Ok(at)
    }
}

impl Handle for Opened {
    fn metadata(&self) -> io::Result<Meta> {
        self.disk.step("metadata")?;
        let state = self.disk.state();
        Ok(state.meta(&Entry::File(self.inode)))
    }

    fn set_len(&mut self, bytes: u64) -> io::Result<()> {
        self.disk.step("set_len")?;
        self.file(|file| Arc::make_mut(&mut file.bytes).resize(bytes as usize, 0));
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.step("sync")?;
        self.file(|file| file.lasting = Arc::clone(&file.bytes));
        Ok(())
    }

    fn set_owner(&mut self, owner: (u32, u32)) -> io::Result<()> {
        self.disk.step("set_owner")?;
        self.file(|file| file.owner = owner);
        Ok(())
    }

    fn set_mode(&mut self, mode: u32) -> io::Result<()> {
        self.disk.step("set_mode")?;
        self.file(|file| file.mode = mode);
        Ok(())
    }

    fn try_lock(&self) -> io::Result<bool> {
        self.disk.step("try_lock")?;
        if !self.disk.state().has_locks {
            return Err(failed(ENOTSUP));
        }
        let is_free = self.file(|file| !std::mem::replace(&mut file.is_locked, true));
        self.has_lock.fetch_or(is_free, Ordering::Relaxed);
        Ok(is_free)
    }
}
