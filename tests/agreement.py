#!/usr/bin/env python3
"""How far the auditor agrees with labelled reports.

usage: agreement.py [--fazhi PROGRAM] [--labels FOLDER] [--differences] [--least SHARE] FOLDER...

FOLDER holds NAME.txt with NAME.labels.toml beside it, or in the folder of --labels (docs/labels.md). Prints the share of statuses,
identities and measures that agree, and precision and recall of the defects; exits with 1 where the
share of statuses is below --least.
"""
import argparse
import collections
import pathlib
import subprocess
import sys
import tomllib
import xml.etree.ElementTree

NAMESPACE = "{urn:fazhi:audit:1}"


def plain(text):
    return "".join(text.split())


def findings_of(program, report):
    run = subprocess.run([program, "check", "--format", "xml", str(report)], capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{report}: exit code {run.returncode}: {run.stderr.decode()}")
    return next(xml.etree.ElementTree.fromstring(run.stdout).iter(NAMESPACE + "report"))


def unit_name(name):
    for suffix in ("人民政府", "办事处"):
        name = name.removesuffix(suffix)
    return name


class Tally:
    def __init__(self, show):
        self.show = show
        self.counts = collections.Counter()

    def compare(self, group, where, expected, got):
        self.counts[group, expected == got] += 1
        if self.show and expected != got:
            print(f"{where}: expected {expected}, got {got}")

    def share(self, group):
        right, wrong = self.counts[group, True], self.counts[group, False]
        return right / (right + wrong) if right + wrong else 1.0


def compare_defects(tally, name, labelled, report):
    left = [(finding.get("id"), [plain(e.text or "") for e in finding.iter(NAMESPACE + "evidence") if not e.get("use")])
            for finding in report.iter(NAMESPACE + "finding") if finding.get("kind") == "defect"]
    for defect in labelled:
        quote = plain(defect["quote"])
        match = next((each for each in left
                      if each[0] == defect["id"] and any(quote in text or text in quote for text in each[1])), None)
        if match:
            left.remove(match)
        tally.compare("recall", f"{name}: {defect['id']} {defect['quote']}", True, match is not None)
        tally.counts["precision", True] += match is not None
    for defect_id, texts in left:
        tally.compare("precision", f"{name}: {defect_id} {texts[:1]}", "no such label", "reported")


def compare_report(tally, labels_path, report_path, program):
    labels = tomllib.loads(labels_path.read_text(encoding="utf-8"))
    name = labels_path.name.removesuffix(".labels.toml")
    report = findings_of(program, report_path)
    identity = report.find(NAMESPACE + "identity").attrib
    tally.compare("identity", f"{name}: unit", unit_name(labels.get("unit", "")), unit_name(identity.get("unit", "")))
    tally.compare("identity", f"{name}: level", labels.get("level"), identity.get("level"))
    tally.compare("identity", f"{name}: year", str(labels.get("year", "")), identity.get("year", ""))
    statuses = {f.get("id"): f.get("status") for f in report.iter(NAMESPACE + "finding") if f.get("kind") == "element"}
    for element, expected in labels["elements"].items():
        tally.compare("statuses", f"{name}: {element}", expected, statuses.get(element))
    measures = {m.get("name"): float(m.get("value")) for m in report.iter(NAMESPACE + "measure")}
    for measure, expected in labels.get("measures", {}).items():
        tally.compare("measures", f"{name}: {measure}", float(expected), measures.get(measure))
    compare_defects(tally, name, labels.get("defects", []), report)


def labelled_reports(folders, labels_folder):
    """Pairs of the labels and the report that they are for."""
    for folder in folders:
        for labels in sorted((labels_folder or folder).glob("*.labels.toml")):
            report = folder / (labels.name.removesuffix(".labels.toml") + ".txt")
            if not report.exists():
                sys.exit(f"{labels}: no report {report}")
            yield labels, report


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fazhi", default="build/test/fazhi")
    arguments.add_argument("--labels", type=pathlib.Path, metavar="FOLDER")
    arguments.add_argument("--differences", action="store_true")
    arguments.add_argument("--least", type=float, default=0.0)
    arguments.add_argument("folders", nargs="+", type=pathlib.Path)
    options = arguments.parse_args()
    tally = Tally(options.differences)
    pairs = list(labelled_reports(options.folders, options.labels))
    if not pairs:
        sys.exit("no labelled reports")
    for labels, report in pairs:
        compare_report(tally, labels, report, options.fazhi)
    print(f"{len(pairs)} reports: " + ", ".join(
        f"{group} {tally.share(group):.4f}" for group in ("statuses", "identity", "measures", "precision", "recall")))
    if tally.share("statuses") < options.least:
        sys.exit(f"agreement of statuses is below {options.least}")


if __name__ == "__main__":
    main()
