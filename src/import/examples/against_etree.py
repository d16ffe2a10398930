"""How long 300 GPML files take to be read and counted here, and how long xml.etree takes only to parse them.

    cargo build --release -p pathlight-import --example count
    python3 src/import/examples/against_etree.py target/release/examples/count [FOLDER [THREADS]]

Copies of the drawings in FOLDER (else those of the tests) make the 300 files. Both readers take turns, seven times each, ours on
one thread or as many as are said, and the least time of each counts: that of the clock, and that of the processor, which a busy machine does not
blur. Ours includes starting the program and reading the files.
"""

import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as etree

HERE = pathlib.Path(__file__).resolve().parent
FILES, ROUNDS = 300, 7


def main():
    count = sys.argv[1]
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE.parent / "tests/fixtures/gpml/wikipathways"
    threads = sys.argv[3] if len(sys.argv) > 3 else "1"
    drawings = sorted(folder.glob("*.gpml"))
    with tempfile.TemporaryDirectory() as made:
        for number in range(FILES):
            shutil.copy(drawings[number % len(drawings)], pathlib.Path(made) / f"{number:03}.gpml")
        paths = sorted(pathlib.Path(made).iterdir())
        ours, theirs = [], []
        for _ in range(ROUNDS):
            start = clocks(resource.RUSAGE_SELF)
            for path in paths:
                etree.parse(path)
            theirs.append(since(start, resource.RUSAGE_SELF))
            start = clocks(resource.RUSAGE_CHILDREN)
            said = subprocess.run([count, made, threads], capture_output=True, text=True, check=True).stdout
            ours.append(since(start, resource.RUSAGE_CHILDREN))
        size = sum(path.stat().st_size for path in paths)
    print(said.strip())
    print(f"{len(paths)} files of {size / 1e6:.1f} MB")
    for place, clock in enumerate(["clock", "processor"]):
        they, we = (min(times[place] for times in all_times) for all_times in (theirs, ours))
        print(f"{clock}: etree {they:.3f} s, here {we:.3f} s, {they / we:.1f} times as fast")


def clocks(who):
    used = resource.getrusage(who)
    return time.perf_counter(), used.ru_utime + used.ru_stime


def since(start, who):
    return [now - then for now, then in zip(clocks(who), start)]


if __name__ == "__main__":
    main()
