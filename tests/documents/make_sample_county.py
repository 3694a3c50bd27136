#!/usr/bin/env python3
"""Makes the sample county of reports/batch from the texts in sample_county/.

Reports are laid out as official documents (GB/T 9704-2012) and saved by
LibreOffice in the formats that offices send; the roster is written as CSV and
saved by LibreOffice as XLSX. What is expected of each is in
tests/batch/sample_county.toml.

    make_sample_county.py [OUT]     OUT is reports/batch unless told
"""

import csv
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE / 'sample_county'
FIXED_TIME = (2025, 3, 6, 9, 0, 0)
MADE = '2025-03-06T09:00:00'

# source, file, header of its pages (with it, headings are numbered by the program)
REPORTS_2024 = [
    ('2024/南桅街道', '附件1：南桅街道办事处2024年度法治政府建设情况报告.docx', '南桅街道办事处'),
    ('2024/书院坪街道', '书院坪街道2024年法治政府建设工作报告（盖章版）.pdf', ''),
    ('2024/柳林汊镇', '柳林汊镇法治政府建设年度报告（定稿）.docx', '柳林汊镇人民政府文件'),
    ('2024/石磨铺镇', '石磨铺镇2024年法治总结.docx', ''),
    ('2024/双塘坳镇-初稿', '双塘坳镇法治报告（初稿）1.15.docx', ''),
    ('2024/双塘坳镇', '双塘坳镇法治报告（定稿2）.docx', '法治政府建设年度报告'),
    ('2024/铁匠垭镇', '铁匠垭镇2024年度法治政府建设年度报告.ofd', ''),
    ('2024/白鹭汀镇', '白鹭汀镇--法治报告（补报）.odt', ''),
    ('2024/泉水埠镇', '2024法治政府建设年度报告.txt', ''),
    ('2024/麻柳渡镇', '麻柳渡 法治政府建设情况报告 (1).docx', ''),
    ('2023/云盘山乡', '云盘山乡法治政府建设年度报告（最终版）.docx', ''),
    ('2024/茶亭坳乡', '新建 Microsoft Word 文档.docx', ''),
    ('2024/板栗园乡', '附件2-板栗园乡法治报告.docx', '附件2'),
    ('2024/荇浦县白鹭汀镇', '白鹭汀镇2024年法治政府建设工作报告.docx', ''),
    ('2024/县司法局', '县司法局2024年法治政府建设年度报告.docx', '棠沣县司法局'),
    ('2024/县市场监督管理局', '市场监管局报告（局长审签后）.docx', '市场监督管理局办公室'),
    ('2024/县自然资源局', '自然资源局2024年法治政府建设工作报告(改).docx', ''),
    ('2024/县城市管理和综合执法局', '城管局2024年度法治政府建设工作报告_县政府网站.html', ''),
    ('2024/县应急管理局', '应急局法治政府建设报告.pdf', ''),
    ('2024/县机关事务管理局', '机关事务局2024年报告.docx', ''),
]
PACKED_NAME = '县直单位报告（教育、农业、人社）.zip'
PACKED = [
    ('2024/县教育局', '教育局法治报告.docx', '教育局'),
    ('2024/县农业农村局', '农业农村局汇报.docx', ''),
    ('2024/县人力资源和社会保障局', '人社局法治总结12.30.docx', ''),
]
REPORTS_2023 = [
    ('2023/南桅街道', '南桅街道2023年度法治政府建设情况报告.docx', ''),
    ('2023/石磨铺镇', '石磨铺镇2023年法治政府建设工作总结.txt', ''),
    ('2023/双塘坳镇', '双塘坳镇2023.txt', ''),
    ('2023/铁匠垭镇', '铁匠垭镇2023年法治政府建设年度报告.docx', ''),
    ('2023/云盘山乡', '云盘山乡2023年法治政府建设情况报告.docx', ''),
    ('2023/县司法局', '县司法局2023年度报告.docx', ''),
    ('2023/县市场监督管理局', '市场监管局2023年法治政府建设情况报告.txt', ''),
    ('2023/县应急管理局', '应急管理局2023年法治政府建设情况报告.txt', ''),
]

ROSTER_HEAD = ['序号', '单位', '层级', '上级', '联系人', '截止日期', '报送日期', '公开日期', '公开网址']
DEADLINE = '2025-03-01'
SITE = 'https://www.example.com/tangfeng/zwgk/fzzf/2024/'
# unit, level, contact, sent on, published on, page of it
UNITS = [
    ('棠沣县南桅街道办事处', '街道', '纪砚秋', '2025-01-20', '2025-03-11', 'nw.html'),
    ('棠沣县书院坪街道办事处', '街道', '乔问溪', '2025-02-12', '2025-03-14', 'syp.html'),
    ('棠沣县柳林汊镇人民政府', '乡镇', '温远舟', '2025-01-22', '2025-03-12', 'llc.html'),
    ('棠沣县石磨铺镇人民政府', '乡镇', '麦守田', '2025-01-13', '2025-03-20', 'smp.html'),
    ('棠沣县双塘坳镇人民政府', '乡镇', '茅景和', '2025-02-19', '2025-03-25', 'sta.html'),
    ('棠沣县铁匠垭镇人民政府', '乡镇', '靳炉生', '2025-02-06', '2025-03-18', 'tjy.html'),
    ('棠沣县白鹭汀镇人民政府', '乡镇', '尚汀兰', '2025-03-05', '2025-03-28', 'blt.html'),
    ('棠沣县黄荆岭镇人民政府', '乡镇', '柯岭南', '', '', ''),
    ('棠沣县泉水埠镇人民政府', '乡镇', '卓清源', '2025-02-25', '2025-04-11', 'qsb.html'),
    ('棠沣县麻柳渡镇人民政府', '乡镇', '阮渡平', '2025-01-24', '2025-03-13', 'mld.html'),
    ('棠沣县云盘山乡人民政府', '乡镇', '霍云生', '2025-02-20', '', ''),
    ('棠沣县茶亭坳乡人民政府', '乡镇', '桂亭之', '2025-02-28', '', ''),
    ('棠沣县鹿鸣涧乡人民政府', '乡镇', '水鹿野', '', '', ''),
    ('棠沣县板栗园乡人民政府', '乡镇', '甘栗成', '2025-01-23', '2025-03-31', 'bly.html'),
    ('棠沣县司法局', '部门', '明若谷', '2025-01-15', '2025-03-06', 'sfj.html'),
    ('棠沣县教育局', '部门', '师景行', '2025-01-22', '2025-03-10', 'jyj.html'),
    ('棠沣县市场监督管理局', '部门', '平秤心', '2025-01-24', '2025-03-07', 'scjg.html'),
    ('棠沣县自然资源局', '部门', '原畴', '2025-02-27', '2025-04-08', 'zrzy.html'),
    ('棠沣县农业农村局', '部门', '禾苗青', '2025-01-22', '2025-03-19', 'nyj.html'),
    ('棠沣县城市管理和综合执法局', '部门', '方街生', '2025-01-26', '2025-01-26', 'cgj.html'),
    ('棠沣县应急管理局', '部门', '安长宁', '2025-02-17', '2025-03-27', 'yjj.html'),
    ('棠沣县人力资源和社会保障局', '部门', '劳有成', '2025-01-22', '', ''),
    ('棠沣县交通运输局', '部门', '路千程', '', '', ''),
    ('棠沣县机关事务管理局', '部门', '管惟勤', '2025-01-17', '2025-03-21', 'jgsw.html'),
]

HEADING = re.compile(r'^([一二三四五六七八九十]+)、(.{1,40})$')
SECOND = re.compile(r'^（([一二三四五六七八九十]+)）(.+)$')
DATED = re.compile(r'^20\d\d年.{1,8}$')

STYLES = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><meta:creation-date>{made}</meta:creation-date><dc:date>{made}</dc:date></office:meta>
<office:font-face-decls>{fonts}</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="仿宋_GB2312" style:font-name-asian="仿宋_GB2312" fo:font-size="16pt" style:font-size-asian="16pt" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties fo:line-height="28pt" fo:text-align="justify" fo:text-indent="11.3mm"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter"><style:paragraph-properties fo:text-align="center" fo:text-indent="0mm"/><style:text-properties style:font-name="方正小标宋简体" style:font-name-asian="方正小标宋简体" fo:font-size="22pt" style:font-size-asian="22pt"/></style:style>
<style:style style:name="Salutation" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-indent="0mm"/></style:style>
<style:style style:name="Signature" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end" fo:margin-right="11.3mm" fo:text-indent="0mm"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1" style:class="text"><style:text-properties style:font-name="黑体" style:font-name-asian="黑体"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2" style:class="text"><style:text-properties style:font-name="楷体_GB2312" style:font-name-asian="楷体_GB2312"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end" fo:text-indent="0mm"/><style:text-properties fo:font-size="10.5pt" style:font-size-asian="10.5pt"/></style:style>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:text-indent="0mm"/><style:text-properties fo:font-size="14pt" style:font-size-asian="14pt"/></style:style>
<text:outline-style style:name="Outline">{outline}</text:outline-style>
<text:list-style style:name="Items"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="nothing" fo:text-indent="11.3mm" fo:margin-left="0mm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="{top}mm" fo:margin-bottom="25mm" fo:margin-left="28mm" fo:margin-right="26mm"/>{header_style}<style:footer-style><style:header-footer-properties fo:min-height="10mm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">{header}<style:footer><text:p text:style-name="Footer">— <text:page-number text:select-page="current"/> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
'''
OUTLINE = ('<text:outline-level-style text:level="{level}" style:num-format="一, 二, 三, ..." {around}>'
           '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
           '<style:list-level-label-alignment text:label-followed-by="nothing" fo:text-indent="11.3mm" fo:margin-left="0mm"/>'
           '</style:list-level-properties></text:outline-level-style>')
FONTS = ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']

PAGE = '''<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_棠沣县人民政府门户网站</title>
<style>body{{font-family:SimSun,serif}}nav li{{display:inline;margin:0 1em}}.content p{{text-indent:2em}}</style>
</head>
<body>
<header><h1>棠沣县人民政府</h1>
<form action="/search"><input name="q" placeholder="请输入关键词"><button>搜索</button></form></header>
<nav><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li><li><a href="/hdjl/">互动交流</a></li><li><a href="/zjtf/">走进棠沣</a></li></ul></nav>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/fzzf/">法治政府建设年度报告</a></div>
<aside><h2>相关栏目</h2><ul><li><a href="/zwgk/zn/">公开指南</a></li><li><a href="/zwgk/nb/">公开年报</a></li><li><a href="/zwgk/ysq/">依申请公开</a></li></ul></aside>
<main><article>
<h1>{title}</h1>
<div class="meta">发布时间：2025-01-26 10:12　来源：县城管局　浏览次数：318　字体：[大 中 小]</div>
<div class="content">
{body}
</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a>　【打印本页】【关闭窗口】</div>
<p>上一篇：<a href="1.html">棠沣县城市管理和综合执法局2025年部门预算</a></p>
<p>下一篇：<a href="2.html">关于春节期间生活垃圾清运的通告</a></p>
</article></main>
<footer><p>主办：棠沣县人民政府办公室　<a href="/map.html">网站地图</a>　<a href="/about.html">关于我们</a></p></footer>
</body>
</html>
'''


def lines_of(source):
    text = (SOURCES / f'{source}.txt').read_text(encoding='utf-8')
    return [line for line in text.split('\n') if line.strip()]


def parts_of(lines):
    """Lines with what each is: title, salutation, heading, item, body or signature."""
    head = 0
    while lines[head][-1] not in '。：':
        head += 1
    tail = len(lines) - (2 if DATED.match(lines[-1]) else 0)
    for index, line in enumerate(lines):
        if index < head:
            yield 'title', line
        elif index >= tail:
            yield 'signature', line
        elif index == head and line[-1] == '：' and len(line) < 30:
            yield 'salutation', line
        elif HEADING.match(line) and line[-1] not in '。；':
            yield 'heading', line
        elif SECOND.match(line):
            yield ('second' if len(line) < 30 and line[-1] not in '。；' else 'item'), line
        else:
            yield 'body', line


def numbered(part, line, lists):
    """A heading or item without its ordinal, which the program that shows it counts."""
    if part == 'heading':
        return f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{escape(HEADING.match(line)[2])}</text:h>'
    ordinal, text = SECOND.match(line).groups()
    if part == 'second':
        return f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{escape(text)}</text:h>'
    if ordinal == '一':
        lists.append(f'list{len(lists)}')
        which = f'xml:id="{lists[-1]}"'
    else:
        which = f'text:continue-list="{lists[-1]}"'
    return (f'<text:list {which} text:style-name="Items"><text:list-item>'
            f'<text:p text:style-name="Standard">{escape(text)}</text:p></text:list-item></text:list>')


def flat_document(lines, header):
    """The report as a flat OpenDocument text, in the layout of GB/T 9704."""
    automatic = bool(header)
    styles = {'title': 'Title', 'salutation': 'Salutation', 'signature': 'Signature'}
    outline = ''
    if automatic:
        outline = OUTLINE.format(level=1, around='style:num-suffix="、"') + \
            OUTLINE.format(level=2, around='style:num-prefix="（" style:num-suffix="）"')
    out = [STYLES.format(
        made=MADE, outline=outline, top=20 if header else 37,
        fonts=''.join(f'<style:font-face style:name="{name}" svg:font-family="{name}"/>' for name in FONTS),
        header_style='<style:header-style><style:header-footer-properties fo:min-height="17mm"/></style:header-style>' if header else '',
        header=f'<style:header><text:p text:style-name="Header">{escape(header)}</text:p></style:header>' if header else '')]
    lists = []
    for part, line in parts_of(lines):
        if automatic and part in ('heading', 'second', 'item'):
            out.append(numbered(part, line, lists))
        elif part in ('heading', 'second'):
            level = 1 if part == 'heading' else 2
            out.append(f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{escape(line)}</text:h>')
        else:
            out.append(f'<text:p text:style-name="{styles.get(part, "Standard")}">{escape(line)}</text:p>')
    out.append('</office:text></office:body></office:document>\n')
    return '\n'.join(out)


def web_page(lines):
    parts = list(parts_of(lines))
    body = '\n'.join(f'<p>{escape(line)}</p>' for part, line in parts if part != 'title')
    return PAGE.format(title=escape(''.join(line for part, line in parts if part == 'title')), body=body)


def convert(office, source, wanted, *options):
    """Saves `source` by LibreOffice in the format `wanted`, beside it."""
    subprocess.run([office, f'-env:UserInstallation=file://{source.parent}/profile', '--headless', *options,
                    '--convert-to', wanted, '--outdir', str(source.parent), str(source)],
                   check=True, capture_output=True, timeout=180)
    return source.with_suffix('.' + wanted.split(':')[0])


def with_fixed_times(path):
    """Packs a ZIP-based document again, so that its bytes do not depend on the clock."""
    with zipfile.ZipFile(path) as package:
        entries = [(info.filename, info.compress_type, package.read(info)) for info in package.infolist()]
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as package:
        for name, method, data in entries:
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.compress_type = method
            package.writestr(info, data)
    return out.getvalue()


class GbkInfo(zipfile.ZipInfo):
    """A ZIP entry whose name is in GBK without a flag, as Chinese Windows programs write it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode('gbk'), self.flag_bits & ~0x800


def packed(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as package:
        for name, data in files:
            info = GbkInfo(name, FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, data)
    return out.getvalue()


def made(office, work, source, name, header):
    """The bytes of the report `source` in the format of the file `name`."""
    lines = lines_of(source)
    kind = name.rsplit('.', 1)[1]
    if kind == 'txt':
        return ('\r\n'.join(lines) + '\r\n').encode('gb18030')
    if kind == 'html':
        return web_page(lines).encode('utf-8')
    if kind == 'ofd':
        out = work / 'report.ofd'
        subprocess.run([sys.executable, str(HERE / 'make_ofd.py'), str(SOURCES / f'{source}.txt'), str(out)], check=True)
        return out.read_bytes()
    flat = work / 'report.fodt'
    flat.write_text(flat_document(lines, header), encoding='utf-8')
    wanted = {'doc': 'doc:MS Word 97', 'wps': 'doc:MS Word 97'}.get(kind, kind)
    out = convert(office, flat, wanted)
    return with_fixed_times(out) if kind in ('docx', 'odt') else out.read_bytes()


def roster():
    out = io.StringIO()
    rows = csv.writer(out, lineterminator='\r\n')
    rows.writerow(ROSTER_HEAD)
    for number, (unit, level, contact, sent, published, page) in enumerate(UNITS, 1):
        rows.writerow([number, unit, level, '棠沣县', contact, DEADLINE, sent, published, SITE + page if page else ''])
    return out.getvalue()


def write_roster(office, work, out):
    text = roster().encode('utf-8')
    (out / 'units.csv').write_bytes(b'\xef\xbb\xbf' + text)
    plain = work / 'units.csv'
    plain.write_bytes(text)
    sheet = convert(office, plain, 'xlsx', '--infilter=CSV:44,34,76,1')
    (HERE / 'roster' / 'units.xlsx').write_bytes(with_fixed_times(sheet))


def main():
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / 'reports' / 'batch'
    office = shutil.which('soffice')
    if office is None:
        sys.exit('LibreOffice (soffice) is needed to make these files.')
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for year, reports in (('2024', REPORTS_2024), ('2023', REPORTS_2023)):
            (out / year).mkdir(parents=True, exist_ok=True)
            for report in reports:
                (out / year / report[1]).write_bytes(made(office, work, *report))
        (out / '2024' / PACKED_NAME).write_bytes(packed([(report[1], made(office, work, *report)) for report in PACKED]))
        write_roster(office, work, out)


if __name__ == '__main__':
    main()
