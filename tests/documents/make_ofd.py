#!/usr/bin/env python3
"""Writes an OFD file (GB/T 33190-2016) from a report in plain text.

The pages are those of an official document (GB/T 9704-2012): A4, 22 lines of 28
characters in size 3, a title in the middle, paragraphs indented by two
characters, the signature at the right, the page number in the foot. A line of
the text is a paragraph. Bytes depend on the text and the options alone. Where
OUT is a folder, all files of SAMPLES are written there.

    make_ofd.py REPORT.txt OUT.ofd [--objects line|character|shuffled] [--columns 2]
                [--also OTHER.txt] [--title-in-template] [--scaled] [--composite]
                [--wrapped-code] [--upright-sheet] [--bold-title] [--no-deltas] [--utf16]
"""

import argparse
import os
import random
import unicodedata
import zipfile
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP = 28.0, 37.0
SIZE = 156.0 / 28  # mm: 28 characters fill the type area
LEADING = 225.0 / 22
TITLE_SIZE = 7.76
FIXED_TIME = (2025, 1, 2, 3, 4, 4)
NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
NOT_AT_BEGIN = set('，。、；：？！）》”’】％%')
NOT_AT_END = set('（《“‘【')


def width_of(character):
    return 1.0 if unicodedata.east_asian_width(character) in 'WFA' else 0.5


def wrap(text, first_room, room):
    """Lines of `text` by the rules for marks at the ends of lines; ASCII words and numbers stay whole."""
    pieces, at = [], 0
    while at < len(text):
        end = at + 1
        if text[at].isascii() and text[at].isalnum():
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] in '.%'):
                end += 1
        pieces.append(text[at:end])
        at = end
    lines, line, used, limit = [], '', 0.0, first_room
    for index, piece in enumerate(pieces):
        width = sum(map(width_of, piece))
        follower = pieces[index + 1] if index + 1 < len(pieces) else ''
        must_end = piece[0] in NOT_AT_END and follower and used + width + width_of(follower[0]) > limit
        if line and (used + width > limit or must_end) and piece[0] not in NOT_AT_BEGIN:
            lines.append(line)
            line, used, limit = '', 0.0, room
        line += piece
        used += width
    if line:
        lines.append(line)
    return lines


class Line:
    def __init__(self, text, x, y, size, room=None):
        self.text, self.x, self.y, self.size = text, x, y, size
        self.room = room  # in mm, where marks hang over the end: the line is squeezed into it

    def steps(self):
        widths = [width_of(c) * self.size for c in self.text]
        if self.room and sum(widths) > self.room:
            shrink = self.room / sum(widths)
            widths = [w * shrink for w in widths]
        return widths


def head_size(paragraphs):
    """How many paragraphs are the title's: short ones before the first that ends as a sentence or an address does."""
    size = 0
    while size < min(6, len(paragraphs)) and len(paragraphs[size]) < 45 and paragraphs[size][-1] not in '。：；:':
        if paragraphs[size].startswith('一、'):
            break
        size += 1
    return max(size, 1)


def tail_begin(paragraphs):
    begin = len(paragraphs)
    while begin > 1 and len(paragraphs[begin - 1]) < 24 and paragraphs[begin - 1][-1] not in '。：；，）！':
        begin -= 1
    return max(begin, len(paragraphs) - 3)


def lay_out(paragraphs, options):
    """Pages of lines."""
    head, tail = head_size(paragraphs), tail_begin(paragraphs)
    columns = options.columns
    gutter = 2 * SIZE if columns > 1 else 0
    per_column = int((156.0 - gutter * (columns - 1)) / columns / SIZE + 0.001)
    column_width = per_column * SIZE
    pages, page, column, row, first_row = [], [], 0, 0, 0

    def next_place():
        nonlocal page, column, row, first_row
        if row == 22:
            row, column = first_row, column + 1
        if column == columns:
            pages.append(page)
            page, column, row, first_row = [], 0, 0, 0
        place = (LEFT + column * (column_width + gutter), TOP + row * LEADING)
        row += 1
        return place

    for number, text in enumerate(paragraphs):
        if number < head:
            if options.title_in_template:
                continue
            # The title stands over all columns.
            per_line = int(156.0 / TITLE_SIZE)
            for line in wrap(text, per_line, per_line):
                x, y = next_place()
                x += (156.0 - sum(map(width_of, line)) * TITLE_SIZE) / 2
                page.append(Line(line, x, y + TITLE_SIZE, TITLE_SIZE))
            if number == head - 1:
                next_place()
            first_row = row
            continue
        if number >= tail:
            x, y = next_place()
            x += max(column_width - (sum(map(width_of, text)) + 4) * SIZE, 0)
            page.append(Line(text, x, y + SIZE, SIZE))
            continue
        for index, line in enumerate(wrap(text, per_column - 2, per_column)):
            x, y = next_place()
            indent = 2 * SIZE if index == 0 else 0
            page.append(Line(line, x + indent, y + SIZE, SIZE, column_width - indent))
    pages.append(page)
    return pages


def number(value):
    return f'{value:.3f}'.rstrip('0').rstrip('.') or '0'


def deltas(steps):
    """DeltaX of the steps between characters, runs of one value as `g n value`."""
    out, at = [], 0
    values = [number(s) for s in steps]
    while at < len(values):
        end = at
        while end < len(values) and values[end] == values[at]:
            end += 1
        out += [f'g {end - at} {values[at]}'] if end - at > 2 else values[at:end]
        at = end
    return ' '.join(out)


class Ids:
    def __init__(self):
        self.last = 100

    def next(self):
        self.last += 1
        return self.last


def text_object(ids, text, x, baseline, size, steps, options):
    """One TextObject; `steps` holds the advance of every character."""
    scale = 0.5 if options.scaled else 1.0
    ascent, height = size, size * 1.25
    box = (x, baseline - ascent, max(sum(steps), size), height)
    ctm = ''
    if options.upright_sheet:
        # The sheet lies on its side: what runs to the right runs down.
        box = (HEIGHT - (baseline - ascent) - height, x, height, max(sum(steps), size))
        ctm = f' CTM="0 1 -1 0 {number(height)} 0"'
    if options.scaled:
        ctm = ' CTM="0.5 0 0 0.5 0 0"'
    inner = [s / scale for s in steps]
    delta = f' DeltaX="{deltas(inner[:-1])}"' if len(text) > 1 and not options.no_deltas else ''
    code = escape(text)
    if options.wrapped_code:
        code = f'\n        {code}\n      '
    return (f'<ofd:TextObject ID="{ids.next()}" Boundary="{" ".join(map(number, box))}" Font="3" '
            f'Size="{number(size / scale)}"{ctm}><ofd:FillColor Value="0 0 0"/>'
            f'<ofd:TextCode X="0" Y="{number(ascent / scale)}"{delta}>{code}</ofd:TextCode></ofd:TextObject>')


def objects_of(ids, page, options):
    out = []
    for line in page:
        steps = line.steps()
        if options.objects == 'line':
            out.append(text_object(ids, line.text, line.x, line.y, line.size, steps, options))
            if options.bold_title and line.size > SIZE:
                out.append(text_object(ids, line.text, line.x + 0.12, line.y, line.size, steps, options))
            continue
        x = line.x
        for character, step in zip(line.text, steps):
            if not character.isspace():
                out.append(text_object(ids, character, x, line.y, line.size, [step], options))
            x += step
    if options.objects == 'shuffled':
        random.Random(33190).shuffle(out)
    return out


def xml(body):
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + body + '\n'


def page_xml(objects, template, number_objects=()):
    used = ''.join(f'<ofd:Template TemplateID="{each}" ZOrder="Background"/>' for each in template)
    half = len(objects) // 2
    return xml(f'<ofd:Page {NAMESPACE}>{used}<ofd:Content>'
               f'<ofd:Layer ID="90" Type="Body">{"".join(objects[:half])}'
               f'<ofd:PageBlock ID="91">{"".join(objects[half:])}</ofd:PageBlock></ofd:Layer>'
               f'<ofd:Layer ID="92" Type="Foreground">{"".join(number_objects)}</ofd:Layer>'
               f'</ofd:Content></ofd:Page>')


def add_document(parts, folder, paragraphs, options):
    ids = Ids()
    title = ''.join(paragraphs[:head_size(paragraphs)])
    pages = lay_out(paragraphs, options)
    foot = '公开属性：主动公开'
    template = [Line(foot, LEFT, 280.0, 3.7)]
    if options.title_in_template:
        lines = [line for each in paragraphs[:head_size(paragraphs)] for line in wrap(each, 24, 24)]
        for row, line in enumerate(lines):
            x = (WIDTH - sum(map(width_of, line)) * 6.5) / 2
            template.insert(row, Line(line, x, 28.0 - 8 * (len(lines) - row - 1), 6.5))
    head = '<ofd:TemplatePage ID="1" Name="版心" ZOrder="Background" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    template_objects = [text_object(ids, each.text, each.x, each.y, each.size, each.steps(), options)
                        for each in template]
    units, listed = [], []
    for index, page in enumerate(pages):
        objects = objects_of(ids, page, options)
        if options.composite and objects:
            unit = ids.next()
            inner = ''.join(objects)
            units.append(f'<ofd:CompositeGraphicUnit ID="{unit}" Width="{number(WIDTH)}" Height="{number(HEIGHT)}">'
                         f'<ofd:Content>{inner}</ofd:Content></ofd:CompositeGraphicUnit>')
            objects = [f'<ofd:CompositeObject ID="{ids.next()}" ResourceID="{unit}" '
                       f'Boundary="0 0 {number(WIDTH)} {number(HEIGHT)}"/>']
        label = f'— {index + 1} —'
        steps = [width_of(c) * 4.9 for c in label]
        numbers = [text_object(ids, label, (WIDTH - sum(steps)) / 2, 273.0, 4.9, steps, options)]
        listed.append(f'<ofd:Page ID="{index + 10}" BaseLoc="Pages/Page_{index}/Content.xml"/>')
        parts[f'{folder}/Pages/Page_{index}/Content.xml'] = page_xml(objects, [1], numbers)
    parts[f'{folder}/Tpls/Tpl_0/Content.xml'] = page_xml(template_objects, [])
    parts[f'{folder}/PublicRes.xml'] = xml(
        f'<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="仿宋" FamilyName="仿宋"/>'
        '</ofd:Fonts></ofd:Res>')
    parts[f'{folder}/DocumentRes.xml'] = xml(
        f'<ofd:Res {NAMESPACE} BaseLoc="Res">'
        + (f'<ofd:CompositeGraphicUnits>{"".join(units)}</ofd:CompositeGraphicUnits>' if units else '') + '</ofd:Res>')
    sheet = (HEIGHT, WIDTH) if options.upright_sheet else (WIDTH, HEIGHT)
    parts[f'{folder}/Document.xml'] = xml(
        f'<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:MaxUnitID>{ids.last + 1}</ofd:MaxUnitID>'
        f'<ofd:PageArea><ofd:PhysicalBox>0 0 {number(sheet[0])} {number(sheet[1])}</ofd:PhysicalBox></ofd:PageArea>'
        '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>'
        f'{head}</ofd:CommonData><ofd:Pages>{"".join(listed)}</ofd:Pages></ofd:Document>')
    identifier = folder.rsplit('_', 1)[1].zfill(32)
    return (f'<ofd:DocBody><ofd:DocInfo><ofd:DocID>{identifier}</ofd:DocID><ofd:Title>{escape(title)}</ofd:Title>'
            '<ofd:CreationDate>2025-01-02</ofd:CreationDate></ofd:DocInfo>'
            f'<ofd:DocRoot>{folder}/Document.xml</ofd:DocRoot></ofd:DocBody>')


def paragraphs_of(path):
    with open(path, 'rb') as file:
        data = file.read()
    encodings = ['utf-16'] if data[:2] in (b'\xff\xfe', b'\xfe\xff') else ['utf-8-sig', 'gb18030']
    for encoding in encodings:
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    return [line.strip() for line in text.splitlines() if line.strip()]


SAMPLES = {
    '一行一个对象.ofd': [],
    '一字一个对象.ofd': ['--objects', 'character'],
    '对象乱序.ofd': ['--objects', 'shuffled'],
    '双栏.ofd': ['--columns', '2'],
    '两个文档.ofd': None,
    '题目在模板.ofd': ['--title-in-template'],
    '缩放.ofd': ['--scaled'],
    '复合对象.ofd': ['--composite'],
    '横放.ofd': ['--upright-sheet'],
    '重印加粗.ofd': ['--bold-title'],
    '换行和UTF-16.ofd': ['--wrapped-code', '--utf16'],
    '没有偏移.ofd': ['--no-deltas'],
}


def arguments(values=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('report')
    parser.add_argument('out')
    parser.add_argument('--objects', choices=['line', 'character', 'shuffled'], default='line')
    parser.add_argument('--columns', type=int, choices=[1, 2], default=1)
    parser.add_argument('--also', action='append', default=[], help='a further document of the same file')
    parser.add_argument('--title-in-template', action='store_true')
    parser.add_argument('--scaled', action='store_true', help='a CTM that halves every length')
    parser.add_argument('--composite', action='store_true', help='text in composite units of the resources')
    parser.add_argument('--wrapped-code', action='store_true', help='line breaks inside TextCode')
    parser.add_argument('--upright-sheet', action='store_true', help='every page lies on its side')
    parser.add_argument('--bold-title', action='store_true', help='titles printed twice, a little apart')
    parser.add_argument('--no-deltas', action='store_true')
    parser.add_argument('--utf16', action='store_true', help='XML in UTF-16')
    return parser.parse_args(values)


def write(options):
    parts = {}
    bodies = [add_document(parts, f'Doc_{index}', paragraphs_of(path), options)
              for index, path in enumerate([options.report, *options.also])]
    entry = xml(f'<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD">{"".join(bodies)}</ofd:OFD>')
    with zipfile.ZipFile(options.out, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, text in {'OFD.xml': entry, **parts}.items():
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            data = text.replace('UTF-8', 'UTF-16', 1).encode('utf-16') if options.utf16 else text.encode()
            package.writestr(info, data)


def main():
    options = arguments()
    if not os.path.isdir(options.out):
        write(options)
        return
    for name, extra in SAMPLES.items():
        also = [part for path in options.also for part in ('--also', path)] if extra is None else extra
        write(arguments([options.report, os.path.join(options.out, name), *also]))


if __name__ == '__main__':
    main()
