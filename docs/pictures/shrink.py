#!/usr/bin/env python3
"""shrink.py IN OUT: a PNG of a screen with a palette of 64 colours at most.

IN has 8 bits a channel, with or without transparency, which is dropped.
"""

import collections
import struct
import sys
import zlib

COLOURS = 64


def chunks(data):
    at = 8
    while at < len(data):
        size, = struct.unpack('>I', data[at:at + 4])
        yield data[at + 4:at + 8], data[at + 8:at + 8 + size]
        at += 12 + size


def paeth(left, up, corner):
    guess = left + up - corner
    return min((left, up, corner), key=lambda each: abs(guess - each))


def unfiltered(data, width, height, channels):
    """The rows of the picture (PNG, second edition, clause 9)."""
    stride = width * channels
    above = bytearray(stride)
    for row in range(height):
        at = row * (stride + 1)
        kind, line = data[at], bytearray(data[at + 1:at + 1 + stride])
        for x in range(stride) if kind else ():
            left = line[x - channels] if x >= channels else 0
            corner = above[x - channels] if x >= channels else 0
            add = (0, left, above[x], (left + above[x]) // 2, paeth(left, above[x], corner))[kind]
            line[x] = (line[x] + add) & 0xFF
        yield line
        above = line


def pixels_of(path):
    with open(path, 'rb') as file:
        parts = list(chunks(file.read()))
    width, height, bits, colour = struct.unpack('>IIBB', dict(parts)[b'IHDR'][:10])
    if bits != 8 or colour not in (2, 6):
        sys.exit(f'{path}: not 8 bits a channel')
    channels = 3 if colour == 2 else 4
    data = zlib.decompress(b''.join(body for kind, body in parts if kind == b'IDAT'))
    rows = [[bytes(line[x:x + 3]) for x in range(0, width * channels, channels)]
            for line in unfiltered(data, width, height, channels)]
    return width, height, rows


def palette_of(rows):
    """The commonest colours, none near to one that is there, and where each colour goes."""
    counts = collections.Counter(pixel for row in rows for pixel in row)
    apart = lambda a, b: sum((x - y) ** 2 for x, y in zip(a, b))
    palette = [pixel for pixel, _ in counts.most_common(COLOURS // 4)]
    for least in (900, 250, 60):
        for pixel, _ in counts.most_common():
            if len(palette) == COLOURS:
                break
            if all(apart(pixel, each) > least for each in palette):
                palette.append(pixel)
    return palette, {pixel: min(range(len(palette)), key=lambda at: apart(pixel, palette[at])) for pixel in counts}


def chunk(kind, body):
    return struct.pack('>I', len(body)) + kind + body + struct.pack('>I', zlib.crc32(kind + body))


def main():
    width, height, rows = pixels_of(sys.argv[1])
    palette, places = palette_of(rows)
    data = b''.join(b'\0' + bytes(places[pixel] for pixel in row) for row in rows)
    with open(sys.argv[2], 'wb') as out:
        out.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 3, 0, 0, 0)) +
                  chunk(b'PLTE', b''.join(palette)) + chunk(b'IDAT', zlib.compress(data, 9)) + chunk(b'IEND', b''))


if __name__ == '__main__':
    main()
