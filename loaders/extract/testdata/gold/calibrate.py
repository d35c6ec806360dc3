#!/usr/bin/env python3
"""What confidence of extracted facts is worth, learned from gold.

    calibrate.py verdicts SCORER GOLD SYSTEM    facts of mueang extract that gold can judge, as TSV
    calibrate.py fit VERDICTS...                the table of rules, loaders/extract/confidence.tsv
    calibrate.py table VERDICTS...              the reliability table, in Markdown
    calibrate.py sample SYSTEM SEED N           N facts drawn at random, with quotes, to be judged by eye
    calibrate.py each SYSTEM SEED N             up to N facts of every rule, likewise

SCORER is the score.py whose alignment decides; GOLD a folder of *.gold.json; SYSTEM the JSON Lines of mueang extract.
A verdict is a line of document, type, rule, confidence, right (1, 0, or ? until judged), subject, object, and of a
drawn fact also its role, the dates of its event or agreement, its quote, and why it was judged so. Gold judges the relations
that it lists exhaustively; a fact that touches an optional item, or of a looser relation, has no verdict from gold
but may have one by eye, in a file of the same form (verdicts-*.tsv here). Fit counts a fact judged by eye EYE times: it
is of a release that the rules were not tuned on, and most facts of gold are not.
"""
import collections, importlib.util, json, random, sys
from pathlib import Path

EYE = 3
COLUMNS = ("document", "type", "rule", "confidence", "right", "subject", "object", "role", "dates", "quote", "reason")


def load(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def verdicts(scorer, gold_folder, system_file):
    score = load(scorer)

    class Judge(score.DocumentScorer):
        """A document's scorer that keeps what became of each system edge."""

        def __init__(self, *args):
            super().__init__(*args)
            self.judged = {}

        def record(self, name, gold, system, compare):
            result, mapping, ignored = score.tally(self.doc, gold, system, compare)
            for i, edge in enumerate(system):
                optional = edge.optional or edge.subject.optional or edge.object is not None and edge.object.optional
                known = i in mapping and not gold[mapping[i]].optional
                if not known and (i in mapping or i in ignored or edge.soft or optional) or name in score.RECALL_ONLY:
                    continue
                self.judged[name, edge.subject.keys, edge.object.keys if edge.object else None] = known
            return super().record(name, gold, system, compare)

        def rows(self):
            orgs = self.post_orgs()
            for fact in self.edges_ok:
                subject, target = self.nodes[fact["subject"]], self.nodes[fact["object"]]
                name = score.RELATION_OF.get(fact["type"])
                if fact["type"] == "HOLDS":
                    name = "positions"
                    places = (orgs[fact["object"]] or [None]) if target.cls == "posts" else [target]
                    found = [self.judged.get((name, subject.keys, p.keys if p else None)) for p in places]
                elif fact["type"] == "POST_IN":
                    found = [self.judged.get(("positions", self.nodes[f["subject"]].keys, target.keys))
                             for f in self.edges_ok if f["type"] == "HOLDS" and f["object"] == fact["subject"]]
                else:
                    found = [self.judged.get((name, subject.keys, target.keys))]
                found = [f for f in found if f is not None]
                if found:
                    best = max(fact["evidence"], key=lambda e: e.get("confidence", 0))
                    yield (self.doc, fact["type"], best["rule"], fact["confidence"], int(any(found)), subject.label, target.label)

    gold, urls = score.load_gold([gold_folder])
    found, _, _ = score.pair_documents(gold, urls, score.read_jsonl(system_file))
    for key in sorted(found):
        judge = Judge(key, gold[key], found[key])
        judge.run(None)
        for row in judge.rows():
            show(row)


def show(row):
    print("\t".join(" ".join(str(v).split()) for v in row))


def facts(system_file):
    for line in Path(system_file).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        things = {e["id"]: e for e in record["entities"]}
        document = record["document"]
        for fact in record["facts"]:
            best = max(fact["evidence"], key=lambda e: fact["confidence"])
            target = things[fact["object"]]["properties"]
            dates = "–".join(target[k] for k in ("startDate", "endDate") if target.get(k))
            yield (document.get("url") or document["path"], fact["type"], best["rule"], fact["confidence"], "?",
                   *(f"{things[fact[k]]['name']} ({things[fact[k]]['kind']})" for k in ("subject", "object")),
                   fact["qualifiers"].get("role") or "", dates, best["quote"], "")


def sample(args):
    rows = list(facts(args[0]))
    drawn = sorted(random.Random(int(args[1])).sample(range(len(rows)), int(args[2])))
    for i in drawn:
        show(rows[i])


def each(args):
    rows = list(facts(args[0]))
    random.Random(int(args[1])).shuffle(rows)
    drawn = collections.defaultdict(list)
    for row in rows:
        if len(drawn[row[1:3]]) < int(args[2]):
            drawn[row[1:3]].append(row)
    for key in sorted(drawn):
        for row in drawn[key]:
            show(row)


def read(files):
    for name in files:
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            row = dict(zip(COLUMNS, line.split("\t")))
            if row.get("right") in ("0", "1"):
                row["confidence"], row["right"] = float(row["confidence"]), int(row["right"])
                yield row


def smooth(right, total, prior, weight):
    return (right + weight * prior) / (total + weight)


def fit(files):
    """Shares of right facts by rule, each drawn to that of its relation, this to that of all, by few observations."""
    rows = [r for r in read(files) for _ in range(EYE if r.get("quote") else 1)]
    all_right = sum(r["right"] for r in rows) / len(rows)
    count = collections.defaultdict(lambda: [0, 0])
    for r in rows:
        base, _, across = r["rule"].partition("/")
        for key in {(r["type"], ""), (r["type"], base), (r["type"], r["rule"])}:
            count[key][0] += r["right"]
            count[key][1] += 1
    print("# relation\trule\tconfidence\tright\tjudged")
    for kind, rule in sorted(count):
        of_type = smooth(*count[kind, ""], all_right, 4)
        value = of_type
        if rule:
            base, _, across = rule.partition("/")
            value = smooth(*count[kind, base], of_type, 4)
            if across:
                value = min(smooth(*count[kind, rule], value, 4), value)
        right, total = count[kind, rule]
        print(f"{kind}\t{rule or '*'}\t{min(value, 0.99):.3f}\t{right}\t{total}")


def table(files):
    bins = collections.defaultdict(lambda: [0, 0, 0.0])
    for r in read(files):
        b = bins[min(int(r["confidence"] * 10), 9)]
        b[0] += r["right"]
        b[1] += 1
        b[2] += r["confidence"]
    print("| confidence | facts | mean confidence | right | share right |\n|---|---|---|---|---|")
    for k in sorted(bins):
        right, total, sum_ = bins[k]
        print(f"| {k / 10:.1f}–{(k + 1) / 10:.1f} | {total} | {sum_ / total:.2f} | {right} | {right / total:.2f} |")


if __name__ == "__main__":
    commands = {"verdicts": (3, lambda a: verdicts(*a)), "fit": (1, fit), "table": (1, table), "sample": (3, sample), "each": (3, each)}
    if len(sys.argv) < 3 or sys.argv[1] not in commands or len(sys.argv) < 2 + commands[sys.argv[1]][0]:
        sys.exit(__doc__)
    commands[sys.argv[1]][1](sys.argv[2:])
