"""Draws a terminal's screen as `tmux capture-pane -e` writes it: `picture.py SCREEN OUT.png`."""

import re
import sys
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw, ImageFont

SIZE = 15
MARGIN = 12
FOLDERS = ["/usr/share/fonts/truetype/dejavu", "/Library/Fonts", "/usr/share/fonts/dejavu-sans-mono-fonts"]
FOREGROUND, BACKGROUND = (224, 226, 234), (20, 22, 27)
BASIC = [(7, 8, 13), (255, 192, 185), (179, 246, 192), (252, 224, 148), (166, 219, 255), (255, 202, 255),
         (140, 248, 247), (238, 241, 248), (79, 82, 88), (255, 192, 185), (179, 246, 192), (252, 224, 148),
         (166, 219, 255), (255, 202, 255), (140, 248, 247), (255, 255, 255)]
LINES = {"0": None, "1": "solid", "2": "double", "3": "curl", "4": "dotted", "5": "dashed"}


@dataclass(frozen=True)
class Style:
    fg: tuple | None = None
    bg: tuple | None = None
    sp: tuple | None = None
    bold: bool = False
    italic: bool = False
    reverse: bool = False
    line: str | None = None


def indexed(n):
    if n < 16:
        return BASIC[n]
    if n >= 232:
        return (8 + 10 * (n - 232),) * 3
    n -= 16
    return tuple(0 if part == 0 else 55 + 40 * part for part in (n // 36, n // 6 % 6, n % 6))


def colour(parts):
    """Reads `2;r;g;b` or `5;n` off the list."""
    if parts.pop(0) == "2":
        return tuple(int(parts.pop(0)) for _ in range(3))
    return indexed(int(parts.pop(0)))


def apply(style, codes):
    parts = (codes or "0").split(";")
    while parts:
        code = parts.pop(0)
        if code.startswith("4:"):
            style = replace(style, line=LINES[code[2:]])
        elif code.startswith(("38:", "48:", "58:")):
            kind, *rest = code.split(":")
            style = replace(style, **{{"38": "fg", "48": "bg", "58": "sp"}[kind]: colour([r for r in rest if r])})
        else:
            n = int(code or 0)
            if n == 0:
                style = Style()
            elif n in (38, 48, 58):
                style = replace(style, **{{38: "fg", 48: "bg", 58: "sp"}[n]: colour(parts)})
            elif n in (1, 22):
                style = replace(style, bold=n == 1)
            elif n in (3, 23):
                style = replace(style, italic=n == 3)
            elif n in (4, 24):
                style = replace(style, line="solid" if n == 4 else None)
            elif n in (7, 27):
                style = replace(style, reverse=n == 7)
            elif 30 <= n <= 37 or 90 <= n <= 97:
                style = replace(style, fg=BASIC[n - 30 if n < 90 else n - 82])
            elif 40 <= n <= 47 or 100 <= n <= 107:
                style = replace(style, bg=BASIC[n - 40 if n < 100 else n - 92])
            elif n in (39, 49, 59):
                style = replace(style, **{{39: "fg", 49: "bg", 59: "sp"}[n]: None})
    return style


def cells(screen):
    style = Style()
    for line in screen.split("\n"):
        row = []
        for piece in re.split(r"(\x1b\[[\d;:]*m)", line):
            if piece.startswith("\x1b["):
                style = apply(style, piece[2:-1])
            else:
                row += [(char, style) for char in re.sub(r"\x1b.|[\x0e\x0f]", "", piece)]
        yield row


def font(name):
    for folder in FOLDERS:
        try:
            return ImageFont.truetype(f"{folder}/DejaVuSansMono{name}.ttf", SIZE)
        except OSError:
            continue
    sys.exit("picture: DejaVu Sans Mono is not installed")


def underline(draw, kind, x, y, width, ink):
    if kind == "dotted":
        for at in range(x, x + width, 3):
            draw.point((at, y), ink)
            draw.point((at, y + 1), ink)
    elif kind == "dashed":
        draw.line((x, y, x + width * 2 // 3 - 1, y), ink)
    elif kind == "curl":
        for at in range(x, x + width):
            draw.point((at, y + (1 if at % 6 < 3 else 0)), ink)
    else:
        draw.line((x, y, x + width - 1, y), ink)
        if kind == "double":
            draw.line((x, y + 2, x + width - 1, y + 2), ink)


def box(draw, char, x, y, width, height, ink):
    """Lines of boxes, which fonts draw with gaps between our rows. False for any other character."""
    middle, centre, right, bottom = x + width // 2, y + height // 2, x + width - 1, y + height - 1
    if char == "│":
        draw.line((middle, y, middle, bottom), ink)
    elif char == "─":
        draw.line((x, centre, right, centre), ink)
    elif char in "╭╮╰╯":
        across = right if char in "╭╰" else x
        down = bottom if char in "╭╮" else y
        draw.line((middle, down, middle, centre + (1 if down == bottom else -1)), ink)
        draw.line((across, centre, middle + (1 if across == right else -1), centre), ink)
    else:
        return False
    return True


def main(source, target):
    with open(source, encoding="utf-8") as file:
        rows = list(cells(file.read().rstrip("\n")))
    fonts = {(b, i): font(n) for (b, i), n in
             {(0, 0): "", (1, 0): "-Bold", (0, 1): "-Oblique", (1, 1): "-BoldOblique"}.items()}
    width = round(fonts[0, 0].getlength("M"))
    ascent, descent = fonts[0, 0].getmetrics()
    height = ascent + descent + 2
    columns = max(map(len, rows))
    image = Image.new("RGB", (columns * width + 2 * MARGIN, len(rows) * height + 2 * MARGIN), BACKGROUND)
    draw = ImageDraw.Draw(image)
    for r, row in enumerate(rows):
        for c, (char, style) in enumerate(row):
            x, y = MARGIN + c * width, MARGIN + r * height
            fg, bg = style.fg or FOREGROUND, style.bg or BACKGROUND
            if style.reverse:
                fg, bg = bg, fg
            if bg != BACKGROUND:
                draw.rectangle((x, y, x + width - 1, y + height - 1), bg)
            if not box(draw, char, x, y, width, height, fg):
                draw.text((x, y + 1), char, fg, fonts[style.bold, style.italic])
            if style.line:
                underline(draw, style.line, x, y + ascent + 3, width, style.sp or fg)
    image.save(target, optimize=True)


main(*sys.argv[1:])
