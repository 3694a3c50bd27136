#!/usr/bin/env python3
"""A plain script that searches and does no more: the peer of bench/compare.

    bench/search.py PATTERNS FILE...

PATTERNS: lines of “phrase” or “expression”, a tab, the pattern. Prints how many
matches there are, how many expressions `re` does not take, and the seconds a file
without the start of the program.
"""

import re
import sys
import time


def compiled(path):
    patterns, left_out = [], 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            kind, text = line.rstrip("\n").split("\t", 1)
            try:
                patterns.append(re.compile(re.escape(text) if kind == "phrase" else text, re.MULTILINE))
            except re.error:
                left_out += 1
    return patterns, left_out


def main():
    patterns, left_out = compiled(sys.argv[1])
    begin = time.process_time()
    found = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for pattern in patterns:
            for _ in pattern.finditer(text):
                found += 1
    seconds = (time.process_time() - begin) / max(1, len(sys.argv) - 2)
    print(f"found {found}\nleft_out {left_out}\nseconds {seconds}")


if __name__ == "__main__":
    main()
