#!/usr/bin/env python3
"""Makes tests/documents/same: the same reports in every format, by the programs that offices use.

usage: make_same.py [--scan NAME] REPORT.txt=NAME...

Needs LibreOffice, Chromium, Node.js (from 20.10), poppler and Debian's Noto CJK fonts. Every NAME gets
NAME.txt, .docx, .odt, .doc, .wps, .rtf and .pdf by LibreOffice, .mht by Chromium from .html, .ofd by
make_ofd.py; the NAME of --scan also .browser.pdf by Chromium and .scan.pdf, the PDF as pictures of its
pages, which are large.
"""
import argparse
import html
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SCAN_DPI = 150
PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}-澄江县人民政府</title>
<meta name="ArticleTitle" content="{title}"><meta name="PubDate" content="2025-01-20 09:30">
<style>@page {{ size: A4; margin: 3cm 2.7cm }} body {{ font: 16px/1.8 serif }}
.text p {{ text-indent: 2em; margin: 0; text-align: justify }} h1 {{ text-align: center; font-size: 22px }}
@media print {{ .site {{ display: none }} }}</style></head>
<body><div class="site"><a href="/">首页</a> <a href="/zw/">政务公开</a> <a href="/fw/">办事服务</a> <a href="/hd/">互动交流</a>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; <a href="/zw/fz/">法治政府建设</a></div></div>
<h1>{title}</h1><div class="site">发布时间：2025-01-20　来源：澄江县司法局　字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a></div>
<div class="text">
{body}
</div>
<div class="site"><p><a href="#">打印</a> <a href="#">关闭</a></p><p>上一篇：<a href="a.html">关于公布本年度行政执法人员名单的通知</a></p>
<p>主办：澄江县人民政府办公室　网站标识码：9999990001</p></div></body></html>
"""


def run(*command):
    subprocess.run([str(each) for each in command], check=True, capture_output=True)


def office(source, kind, folder):
    run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
        "--infilter=Text (encoded):UTF8", "--convert-to", kind, "--outdir", folder, source)
    return folder / f"{source.stem}.{kind}"


def web_page(text):
    lines = [line.strip("\r\n \u3000") for line in text.splitlines()]
    lines = [line for line in lines if line]
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines[1:])
    return PAGE.format(title=html.escape(lines[0]), body=body)


def scan(pdf, out, folder):
    """Pictures of the pages, one bit a pixel, in a PDF that holds nothing else."""
    run("pdftoppm", "-r", SCAN_DPI, "-gray", "-jpeg", "-jpegopt", "quality=40", pdf, folder / "page")
    sys.path.insert(0, str(HERE.parent))
    from formats import write_picture_pdf
    write_picture_pdf(sorted(folder.glob("page-*.jpg")), out, SCAN_DPI)


def make(source, name, large):
    out = HERE / "same"
    out.mkdir(exist_ok=True)
    text = source.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        plain = folder / f"{name}.txt"
        plain.write_text(text, encoding="utf-8")
        shutil.copy(plain, out)
        for kind in ("docx", "odt", "doc", "rtf", "pdf"):
            shutil.copy(office(plain, kind, folder), out)
        shutil.copy(folder / f"{name}.doc", out / f"{name}.wps")
        page = out / f"{name}.html"
        page.write_text(web_page(text), encoding="utf-8")
        run("node", "--experimental-websocket", HERE / "save_page.mjs", page, out / f"{name}.mht")
        run(sys.executable, HERE / "make_ofd.py", plain, out / f"{name}.ofd")
        if large:
            run("chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer",
                f"--print-to-pdf={out / (name + '.browser.pdf')}", page.as_uri())
            scan(out / f"{name}.pdf", out / f"{name}.scan.pdf", folder)


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--scan", default="")
parser.add_argument("reports", nargs="+")
arguments = parser.parse_args()
for argument in arguments.reports:
    report, _, stem = argument.partition("=")
    make(pathlib.Path(report), stem, stem == arguments.scan)
