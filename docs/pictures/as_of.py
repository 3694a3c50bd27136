#!/usr/bin/env python3
"""as_of.py DATE IN OUT: a workbook whose formulas take DATE for today."""

import sys
import zipfile

year, month, day = sys.argv[1].split('-')
today = f'DATE({year},{int(month)},{int(day)})'.encode()
with zipfile.ZipFile(sys.argv[2]) as book, zipfile.ZipFile(sys.argv[3], 'w', zipfile.ZIP_DEFLATED) as out:
    for name in book.namelist():
        out.writestr(name, book.read(name).replace(b'TODAY()', today))
