#!/usr/bin/env python3
"""How fast releases are read, beside PyThaiNLP's tagger on the same texts.

    extraction.py MUEANG [SHARED]

MUEANG is the program. The texts are 120 releases at even distances in
SHARED/corpus, or the founding releases where there is no such folder. PyThaiNLP
(newmm and the CRF tagger thainer, both pinned below) is installed from the
registry into bench/.venv; it names people, places, bodies and dates, and reads
no relations. Both read the same texts in the same run, one after the other.
Then the whole corpus is read, for the rate and the peak of memory.
"""

import gzip
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
VENV = HERE / ".venv"
PINS = ["pythainlp==5.4.0", "python-crfsuite==0.9.12"]
TEXTS = 120
REPEATED = 10  # the program reads them so often in one run: it starts once

TAGGER = """
import json, sys, time
from pycrfsuite import Tagger
from pythainlp.corpus import get_corpus_path
from pythainlp.tag.thainer import ThaiNameTagger
# The model that comes with the package, and the tags of parts of speech that
# do: what it was trained with is on a server of its own. Its names are the
# worse for it, its time is the same.
tagger = ThaiNameTagger.__new__(ThaiNameTagger)
tagger.crf, tagger.pos_tag_name = Tagger(), "orchid_ud"
tagger.crf.open(get_corpus_path("thainer", version="1.5.1"))
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
tagger.get_ner("กรุงเทพมหานคร", pos=False)  # loads the dictionary
begin = time.perf_counter()
for text in texts:
    for line in text.split("\\n"):
        if line.strip():
            tagger.get_ner(line, pos=False)
print(time.perf_counter() - begin)
"""


def texts(shared):
    """The texts to read, and whether they are of the corpus."""
    files = sorted(pathlib.Path(shared, "corpus").glob("*.jsonl.gz")) if shared else []
    if not files:
        folder = HERE.parent / "seed" / "releases"
        return [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))], []
    rows = []
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            rows += [json.loads(line)["text"] for line in lines]
    step = max(len(rows) // TEXTS, 1)
    return rows[::step][:TEXTS], files


def python():
    """The Python of the bench's own environment, with the pinned packages."""
    program = VENV / "bin" / "python"
    if not program.exists():
        venv.create(VENV, with_pip=True)
    have = subprocess.run([program, "-m", "pip", "freeze"], capture_output=True, text=True).stdout.split()
    if not set(PINS) <= set(have):
        subprocess.run([program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PINS], check=True)
    return program


def run(program, files, cores=None):
    """Seconds and peak memory (MB) of reading the files."""
    env = dict(os.environ, **({"GOMAXPROCS": str(cores)} if cores else {}))
    begin = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen([program, "extract", *map(str, files)], stdout=nowhere, env=env)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{program} extract failed")
    scale = 1 if sys.platform == "darwin" else 1024
    return time.perf_counter() - begin, usage.ru_maxrss * scale / 1e6


def main():
    program, shared = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    rows, files = texts(shared)
    letters = sum(map(len, rows))
    origin = "the corpus" if files else "seed/releases (no corpus: set MUEANG_SHARED)"
    print(f"{len(rows)} releases of {origin}, {letters:,} letters, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    print(f"{'':44}{'releases/s':>11}{'letters/s':>13}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "texts.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for i, text in enumerate(rows):
                out.write(json.dumps({"id": f"bench-{i}", "text": text}, ensure_ascii=False) + "\n")
        try:
            done = subprocess.run([python(), "-c", TAGGER, path], check=True, capture_output=True, text=True).stdout
            base = float(done.splitlines()[-1])
        except (OSError, subprocess.CalledProcessError) as problem:
            base = None
            print("PyThaiNLP did not run:", (getattr(problem, "stderr", "") or str(problem)).strip().splitlines()[-1])

        def line(label, seconds, count, size):
            ratio = f"{(base / letters) / (seconds / size):8.0f}" if base else f"{'-':>8}"
            print(f"{label:44}{count / seconds:11,.1f}{size / seconds:13,.0f}{ratio}")

        if base:
            line("PyThaiNLP, newmm + thainer (names alone)", base, len(rows), letters)
        for cores in (1, None):
            seconds, _ = run(program, [path] * REPEATED, cores)
            line(f"mueang extract, {'one core' if cores else 'every core'}, with relations", seconds, len(rows) * REPEATED, letters * REPEATED)
    if files:
        seconds, memory = run(program, files)
        count = size = 0
        for file in files:
            with gzip.open(file, "rt", encoding="utf-8") as lines:
                for row in lines:
                    count, size = count + 1, size + len(json.loads(row)["text"])
        line(f"mueang extract, the whole corpus ({memory:.0f} MB)", seconds, count, size)


main()
