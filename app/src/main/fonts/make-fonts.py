#!/usr/bin/env python3
"""Cuts the web fonts of Chancery from the full releases of Source Serif 4 and Source Sans 3.

    pip install fonttools==4.66.1 brotli==1.2.0
    npm pack source-serif@4.5.1 source-sans@3.52.0      # then unpack both
    make-fonts.py --serif <folder of source-serif>/TTF --sans <folder of source-sans>/TTF --out <static/fonts>

Makes one WOFF2 for each face and script, SHA256SUMS, and `fonts.css` on standard output: the @font-face rules with
the unicode-range of each file and fallback faces of the same width and height. Paste them at the head of chancery.css.

The licence (SIL OFL 1.1) reserves the name "Source": a cut version may not carry it. The faces are therefore called
Chancery Serif and Chancery Sans, inside the files and out.
"""
import argparse, hashlib, pathlib, sys
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program

# face: (family, file of the release, weight, style)
FACES = {
    "serif-regular":  ("Chancery Serif", "SourceSerif4-Regular.ttf", 400, "normal"),
    "serif-italic":   ("Chancery Serif", "SourceSerif4-It.ttf", 400, "italic"),
    "serif-semibold": ("Chancery Serif", "SourceSerif4-Semibold.ttf", 600, "normal"),
    "sans-regular":   ("Chancery Sans", "SourceSans3-Regular.ttf", 400, "normal"),
    "sans-italic":    ("Chancery Sans", "SourceSans3-It.ttf", 400, "italic"),
    "sans-semibold":  ("Chancery Sans", "SourceSans3-Semibold.ttf", 600, "normal"),
}
# What an English page needs comes first and alone: Latin-1, the punctuation of printed books, arrows, fractions.
SCRIPTS = {
    "latin": "U+0-FF U+131 U+152-153 U+2BB-2BC U+2C6 U+2DA U+2DC U+2000-206F U+2070 U+2074-2079 U+20A4 U+20AC "
             "U+2116 U+2122 U+2153-2154 U+215B-215E U+2190-2193 U+2212 U+25CA U+FEFF U+FFFD",
    "latin-ext": "U+100-130 U+132-151 U+154-2BA U+2BD-2C5 U+2C7-2D9 U+2DB U+2DD-2FF U+300-36F U+1E00-1EFF U+2071-2073 "
                 "U+207A-209F U+20A0-20A3 U+20A5-20AB U+20AD-20CF U+2100-2115 U+2117-2121 U+2123-2152 U+2155-215A "
                 "U+2C60-2C7F U+A720-A7FF",
    "cyrillic": "U+400-52F U+1C80-1C8F U+2DE0-2DFF U+A640-A69F",
    "greek": "U+370-3FF U+1F00-1FFF",
}
FEATURES = {
    "serif": "kern mark mkmk ccmp locl liga calt onum lnum pnum tnum smcp c2sc case sups subs frac numr dnom ordn".split(),
    "sans": "kern mark mkmk ccmp locl liga calt onum pnum case sups subs frac numr dnom ordn zero".split(),
}
# Small capitals are set in the upright serif only; elsewhere they would be dead weight.
NO_SMALL_CAPS = {"serif-semibold"}
# Letters of an English page in their usual frequency, for the width of the fallback.
SAMPLE = ("the of and to in that was he it his is with as for had you not be her on at by which have or from this him but all "
          "she they were my are me one their so an said them we who would been will no when there if more out up into do any "
          "your what has man could other than our some very time upon about may its only now like little then can should made "
          "did us such great before must two these see know over much down after first good men own never most old shall day "
          "where those came come himself way work life without ") * 2

def characters(ranges):
    for part in ranges.split():
        first, _, last = part[2:].partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)

def rename(font, family, weight, style):
    ps = family.replace(" ", "") + "-" + {(400, "normal"): "Regular", (400, "italic"): "Italic", (600, "normal"): "Semibold"}[weight, style]
    name = font["name"]
    keep = {i: name.getDebugName(i) for i in (0, 5, 13, 14)}
    name.names = []
    for i, text in (keep | {1: family, 2: "Italic" if style == "italic" else "Regular", 3: ps, 4: family + " " + ps.split("-")[1], 6: ps,
                            16: family, 17: ps.split("-")[1]}).items():
        if text:
            name.setName(text, i, 3, 1, 0x409)

def smooth(font):
    """Without hints, ask every rasterizer for smoothing at all sizes."""
    for table in ("fpgm", "cvt ", "hdmx", "VDMX", "LTSH"):
        if table in font:
            del font[table]
    gasp = font["gasp"] = newTable("gasp")
    gasp.version, gasp.gaspRange = 1, {0xFFFF: 0x000F}
    prep = font["prep"] = newTable("prep")
    prep.program = Program()
    prep.program.fromAssembly(["PUSHW[]", "511", "SCANCTRL[]", "PUSHB[]", "4", "SCANTYPE[]"])

def cut(source, out, face, family, weight, style, script):
    options = subset.Options()
    options.flavor, options.hinting, options.desubroutinize = "woff2", False, True
    options.layout_features = [f for f in FEATURES[face.split("-")[0]] if not (face in NO_SMALL_CAPS and f in ("smcp", "c2sc"))]
    options.name_IDs, options.notdef_outline, options.glyph_names = ["*"], True, False
    options.drop_tables += ["DSIG", "BASE"]
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=list(characters(SCRIPTS[script])))
    cutter.subset(font)
    rename(font, family, weight, style)
    smooth(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    subset.save_font(font, str(out), options)

def width(path):
    font = TTFont(path)
    cmap, advance = font.getBestCmap(), font["hmtx"]
    return sum(advance[cmap[ord(c)]][0] for c in SAMPLE) / len(SAMPLE) / font["head"].unitsPerEm

def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    ask.add_argument("--serif", type=pathlib.Path, required=True)
    ask.add_argument("--sans", type=pathlib.Path, required=True)
    ask.add_argument("--fallback", type=pathlib.Path, help="folder of the Liberation fonts (widths of Times New Roman and Arial)")
    ask.add_argument("--out", type=pathlib.Path, required=True)
    args = ask.parse_args()
    sums, css = [], []
    for face, (family, file, weight, style) in FACES.items():
        source = (args.serif if face.startswith("serif") else args.sans) / file
        for script, ranges in SCRIPTS.items():
            out = args.out / f"{face}-{script}.woff2"
            cut(source, out, face, family, weight, style, script)
            sums.append(f"{hashlib.sha256(out.read_bytes()).hexdigest()}  {out.name}")
            css.append(f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; font-display: swap;\n'
                       f'  src: url("fonts/{out.name}") format("woff2"); unicode-range: {ranges.replace(" ", ", ")}; }}')
            print(f"{out.stat().st_size:7d} {out.name}", file=sys.stderr)
    (args.out / "SHA256SUMS").write_text("\n".join(sorted(sums, key=lambda s: s.split()[1])) + "\n")
    if args.fallback:
        for face, other, locals_ in (
            ("serif-regular", "LiberationSerif-Regular.ttf", ("Times New Roman", "Liberation Serif", "Tinos", "Times")),
            ("serif-italic", "LiberationSerif-Italic.ttf", ("Times New Roman Italic", "Liberation Serif Italic", "Tinos Italic", "Times Italic")),
            ("sans-regular", "LiberationSans-Regular.ttf", ("Arial", "Liberation Sans", "Arimo", "Helvetica"))):
            family, file, weight, style = FACES[face]
            source = (args.serif if face.startswith("serif") else args.sans) / file
            ours, hhea = TTFont(source), TTFont(source)["hhea"]
            adjust, em = width(source) / width(args.fallback / other), ours["head"].unitsPerEm
            css.append(f'@font-face {{ font-family: "{family} fallback"; font-weight: 400 600; font-style: {style};\n'
                       f'  src: {", ".join(f"local({chr(34)}{n}{chr(34)})" for n in locals_)};\n'
                       f'  size-adjust: {adjust:.2%}; ascent-override: {hhea.ascent / em / adjust:.2%}; descent-override: {-hhea.descent / em / adjust:.2%}; line-gap-override: 0%; }}')
    print("\n".join(css))

if __name__ == "__main__":
    main()
