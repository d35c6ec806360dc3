#!/usr/bin/env python3
"""Write the texts of gold releases, which are not in this repository, out of the corpus.

    texts.py CORPUS GOLD OUT

CORPUS is the folder with the *.jsonl.gz files, GOLD one with NNN.meta.json ({"id", "source"}), OUT gets NNN.txt.
"""
import gzip, json, sys
from pathlib import Path


def main(corpus, gold, out):
    wanted = {}
    for meta in Path(gold).glob("*.meta.json"):
        record = json.loads(meta.read_text(encoding="utf-8"))
        wanted[record["source"], record["id"]] = Path(out) / meta.name.replace(".meta.json", ".txt")
    for source in {s for s, _ in wanted}:
        with gzip.open(Path(corpus) / source, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                path = wanted.pop((source, record["id"]), None)
                if path:
                    path.write_bytes(record["text"].encode())
    for source, name in sorted(wanted):
        sys.exit(f"texts.py: no {name} in {source}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
