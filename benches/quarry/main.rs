//! A table of a million links: opened as a quarry and asked, beside what pandas takes only to read it, in one run.
//!
//! `cargo bench -p pathlight-core --bench quarry` makes two tables (of four columns, and as SIGNOR has them), reads each in
//! processes of their own by turns, and prints the time of reading alone and the most memory that the process held. For
//! pandas the memory of a Python that has only imported it is taken off. Where there is no pandas its rows are left out;
//! `PYTHON` names another Python.
#![expect(clippy::expect_used, clippy::print_stdout, reason = "a measurement prints and may end with what it lacks")]

mod made_up;

use std::{
    env, fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use pathlight_core::quarry::{Bounds, Quarry, open};

/// How often each is read.
const TURNS: usize = 5;

/// A process of its own for this table.
const OWN: &str = "PATHLIGHT_QUARRY_TABLE";

const PANDAS: &str = "
import sys, time, resource, pandas
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
table = pandas.read_csv(sys.argv[1], sep='\\t')
took = time.perf_counter() - start
print(took * 1e3, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
";

fn main() {
    if let Some(table) = env::var_os(OWN) {
        return read(Path::new(&table));
    }
    let folder = env::temp_dir().join(format!("pathlight-quarry-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the tables");
    for kind in [made_up::Kind::Narrow, made_up::Kind::Signor] {
        let table = folder.join("table.tsv");
        fs::write(&table, made_up::table(kind, 1_000_000)).expect("room for the table");
        compare(kind, &table);
    }
    fs::remove_dir_all(&folder).ok();
}

/// Reads a table in this process, asks it, and prints what that took.
fn read(table: &Path) {
    let start = Instant::now();
    let bytes = fs::read(table).expect("the table");
    let quarry = open(bytes).expect("a table of links");
    let (took, peak) = (start.elapsed(), peak());
    print!("{} {peak}", millis(took));
    for (from, to) in asked(&quarry) {
        let start = Instant::now();
        let found = quarry.routes(from, to, Bounds::default());
        print!(" {}:{}:{}", millis(start.elapsed()), found.routes.len(), found.cut_by.is_some());
    }
    println!();
}

/// Pairs to ask about: the two things with most links, such a one and one with few, and pairs of things with few.
fn asked(quarry: &Quarry) -> Vec<(u32, u32)> {
    let mut nodes: Vec<u32> = (0..quarry.node_count() as u32).collect();
    nodes.sort_by_key(|&node| usize::MAX - quarry.degree(node));
    let (hub, other, middle, last) = (nodes[0], nodes[1], nodes[nodes.len() / 2], nodes[nodes.len() - 1]);
    let rare = nodes[nodes.len() * 9 / 10];
    vec![
        (hub, other),
        (other, hub),
        (hub, middle),
        (middle, hub),
        (middle, rare),
        (rare, middle),
        (last, rare),
        (hub, last),
    ]
}

fn compare(kind: made_up::Kind, table: &Path) {
    let size = fs::metadata(table).expect("the table").len();
    let own = env::current_exe().expect("this program");
    let python = env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let (mut ours, mut theirs, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let said = run(Command::new(&own).env(OWN, table)).expect("this program reads the table");
        let (numbers, routes) = said.split_at(2);
        ours.push((number(&numbers[0]), number(&numbers[1])));
        answers.push(routes.to_vec());
        if let Some(said) = run(Command::new(&python).arg("-c").arg(PANDAS).arg(table)) {
            theirs.push((number(&said[0]), number(&said[1])));
        }
    }
    println!("{kind:?}: 1,000,000 links, {:.1} MiB; medians of {TURNS}", size as f64 / f64::from(1 << 20));
    let row = |name: &str, runs: &[(f64, f64)]| {
        let (time, memory) = (runs.iter().map(|run| run.0).collect(), runs.iter().map(|run| run.1).collect());
        let (time, memory) = (median(time), median(memory));
        println!("  {name:<24} {time:>8.0} ms {memory:>8.1} MiB");
        (time, memory)
    };
    let own = row("quarry, whole process", &ours);
    if theirs.is_empty() {
        println!("  pandas is not installed for {python}");
    } else {
        let other = row("pandas.read_csv alone", &theirs);
        println!("  quarry / pandas          {:>8.2}    {:>8.2}", own.0 / other.0, own.1 / other.1);
    }
    for at in 0..answers[0].len() {
        let parts: Vec<Vec<&str>> = answers.iter().map(|run| run[at].split(':').collect()).collect();
        let times: Vec<f64> = parts.iter().map(|part| number(part[0])).collect();
        let worst = times.iter().copied().fold(0.0, f64::max);
        let cut = if parts[0][2] == "true" { ", cut by a bound" } else { "" };
        println!("  routes of up to 4 links  {:>8.1} ms, worst {worst:.1}; {} found{cut}", median(times), parts[0][1]);
    }
}

fn run(command: &mut Command) -> Option<Vec<String>> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    let said = String::from_utf8(output.stdout).ok()?;
    Some(said.split_whitespace().map(str::to_owned).collect())
}

fn number(text: &str) -> f64 {
    text.parse().expect("a number")
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

/// The most memory that this process has held, in MiB; Linux tells.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    line.trim().trim_end_matches("kB").trim().parse::<f64>().unwrap_or_default() / 1024.0
}
