#!/usr/bin/env python3
"""Whether a report gets the same findings in every format as its text.

usage: formats.py [--fazhi PROGRAM] [--formats docx,odt,doc,rtf,pdf] [--ocr] [--keep FOLDER]
                  [--differences] [--least SHARE] FOLDER...

Converts every .txt of FOLDER by LibreOffice (and by tests/documents/make_ofd.py for ofd; scan is the
PDF printed to pictures, read with --ocr), audits all of them, and prints for each format the share of
elements whose status is that of the text. Exits with 1 where a share is below --least (scan: 0.04 lower).
"""
import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
OFFICE = {"docx", "odt", "doc", "rtf", "pdf"}
SCAN_ALLOWANCE = 0.04
SCAN_DPI = 200


def run(*command, **options):
    done = subprocess.run([str(each) for each in command], capture_output=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done


def read_text(path):
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030", "utf-16", "big5"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    sys.exit(f"{path}: no encoding fits")


def convert_by_office(texts, kind, folder):
    """LibreOffice takes all files in one run."""
    run("soffice", f"-env:UserInstallation=file://{folder.parent}/profile", "--headless", "--norestore",
        "--infilter=Text (encoded):UTF8", "--convert-to", kind, "--outdir", folder, *texts)


def convert_to_scan(pdf, folder):
    """Pages as pictures, put together again without any text."""
    run("pdftoppm", "-r", SCAN_DPI, "-gray", "-jpeg", pdf, folder / pdf.stem)
    pages = sorted(folder.glob(f"{pdf.stem}-*.jpg"))
    write_picture_pdf(pages, folder / f"{pdf.stem}.pdf", SCAN_DPI)
    for page in pages:
        page.unlink()


def write_picture_pdf(pictures, path, dpi):
    objects = []
    kids = " ".join(f"{3 + 3 * index} 0 R" for index in range(len(pictures)))
    objects.append(b"<</Type/Catalog/Pages 2 0 R>>")
    objects.append(f"<</Type/Pages/Count {len(pictures)}/Kids[{kids}]>>".encode())
    for index, picture in enumerate(pictures):
        data = picture.read_bytes()
        width, height, colors = jpeg_frame(data)
        points = [round(each * 72 / dpi, 2) for each in (width, height)]
        number = 3 + 3 * index
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {points[0]} {points[1]}]/Contents {number + 1} 0 R"
                       f"/Resources<</XObject<</P {number + 2} 0 R>>>>>>".encode())
        content = f"q {points[0]} 0 0 {points[1]} 0 0 cm /P Do Q".encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(f"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/{colors}"
                       f"/BitsPerComponent 8/Filter/DCTDecode/Length {len(data)}>>stream\n".encode()
                       + data + b"\nendstream")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    path.write_bytes(out)


def jpeg_frame(data):
    """Width, height and colour space."""
    at = 2
    while data[at] == 0xFF:
        marker, size = data[at + 1], int.from_bytes(data[at + 2:at + 4], "big")
        if 0xC0 <= marker <= 0xC3:
            width, height = (int.from_bytes(data[place:place + 2], "big") for place in (at + 7, at + 5))
            return width, height, "DeviceGray" if data[at + 9] == 1 else "DeviceRGB"
        at += 2 + size
    raise ValueError("no frame in the picture")


def audit(program, folder, options):
    """Statuses by file stem, or the error's message."""
    done = subprocess.run([program, "check", "-f", "jsonl", *options, str(folder)], capture_output=True, check=False)
    out = {}
    for line in done.stdout.decode().splitlines():
        entry = json.loads(line)
        if "report" in entry:
            report = entry["report"]
            out[pathlib.Path(report["source"]).stem] = {
                each["id"]: each["status"] for each in report["finding"] if each["kind"] == "element"}
        elif "error" in entry:
            error = entry["error"]
            out[pathlib.Path(error["source"]).stem] = str(error)
    return out


def convert(kind, texts, folder):
    if kind in OFFICE:
        convert_by_office(texts, kind, folder)
    elif kind == "ofd":
        for text in texts:
            run(sys.executable, HERE / "documents" / "make_ofd.py", text, folder / f"{text.stem}.ofd")
    elif kind == "scan":
        printed = folder.parent / "printed"
        printed.mkdir()
        convert_by_office(texts, "pdf", printed)
        for pdf in sorted(printed.glob("*.pdf")):
            convert_to_scan(pdf, folder)
    else:
        sys.exit(f"unknown format {kind}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fazhi", default="build/test/fazhi")
    parser.add_argument("--formats", default="docx,odt,doc,pdf")
    parser.add_argument("--keep")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--least", type=float, default=0.0)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()

    work = pathlib.Path(arguments.keep or tempfile.mkdtemp(prefix="formats-"))
    texts_folder = work / "txt"
    texts_folder.mkdir(parents=True)
    texts = []
    for path in sorted(path for folder in arguments.folders for path in folder.glob("*.txt")):
        texts.append(texts_folder / path.name)
        texts[-1].write_text(read_text(path), encoding="utf-8")
    expected = audit(arguments.fazhi, texts_folder, [])
    failed = not texts
    for kind in arguments.formats.split(","):
        folder = work / kind
        folder.mkdir()
        convert(kind, texts, folder)
        got = audit(arguments.fazhi, folder, ["--ocr"] if kind == "scan" else [])
        counts = collections.Counter()
        for stem, statuses in expected.items():
            found = got.get(stem, "not audited")
            for element, status in statuses.items():
                same = isinstance(found, dict) and found.get(element) == status
                counts[same] += 1
                if arguments.differences and not same:
                    shown = found.get(element) if isinstance(found, dict) else found
                    print(f"{kind} {stem}: {element}: text {status}, {kind} {shown}")
        share = counts[True] / max(1, sum(counts.values()))
        least = arguments.least - (SCAN_ALLOWANCE if kind == "scan" else 0)
        print(f"{kind}: {len(expected)} reports, {counts[True]} of {sum(counts.values())} statuses as in the text: {share:.4f}")
        failed = failed or share < least
    if not arguments.keep:
        shutil.rmtree(work)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
