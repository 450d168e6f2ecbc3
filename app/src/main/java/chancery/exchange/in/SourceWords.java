package chancery.exchange.in;

import chancery.finding.Finding;
import chancery.finding.FindingCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words of a submitted file: its bytes decoded, without what no paper holds.
sealed interface SourceWords {
    /// Decoded.
    ///
    /// @param text     in normalisation form C, lines ended by `\n`, without control characters other than tab, newline and form feed
    /// @param findings what was left out
    record Decoded(String text, List<Finding> findings) implements SourceWords {}

    /// Bytes in an encoding we do not know.
    record Undecodable(Finding why) implements SourceWords {}

    /// Decodes UTF-8, and UTF-16 behind its byte order mark; nothing else, as a wrong guess would spoil names for ever.
    static SourceWords read(byte[] bytes) {
        return Decoding.decode(bytes, Decoding.markOf(bytes));
    }

    /// Decodes a page: as [#read], and where the bytes are not UTF-8, in the encoding that the page itself names in its first 4096 bytes.
    static SourceWords readPage(byte[] bytes) {
        var first = Decoding.decode(bytes, Decoding.markOf(bytes));
        if (first instanceof Decoded) return first;
        var declared = Decoding.declared(bytes);
        return declared == null ? first : Decoding.decode(bytes, new Decoding.Mark(declared, 0)) instanceof Decoded decoded ? decoded : first;
    }

    /// Words without control characters, byte order marks and halves of surrogate pairs, in normalisation form C. Tab, newline and form feed stay.
    static String clean(String words) {
        for (var i = 0; i < words.length(); i++) {
            if (Decoding.isStray(words, i) || words.charAt(i) >= 0x80 && words.charAt(i) < 0xa0) return composed(Decoding.withoutStray(words));
        }
        return composed(words);
    }

    /// Words in normalisation form C. Most are already: no letter below the combining marks, and
    /// none of the usual dashes and quotation marks, is written otherwise in it.
    static String composed(CharSequence words) {
        for (var i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            if (c >= '\u0300' && (c < '\u2010' || c > '\u2027')) return Normalizer.normalize(words, Normalizer.Form.NFC);
        }
        return words.toString();
    }

    /// How it is done.
    final class Decoding {
        private static final Pattern CHARSET = Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9][a-z0-9._:-]{0,40})");
        private static final int HEAD = 4096;
        private static final String WINDOWS = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ"; // U+0080 to U+009F as Windows-1252 has them

        private Decoding() {}

        record Mark(Charset charset, int length) {}

        static Mark markOf(byte[] b) {
            if (b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf) return new Mark(StandardCharsets.UTF_8, 3);
            if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) return new Mark(StandardCharsets.UTF_16BE, 2);
            if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) return new Mark(StandardCharsets.UTF_16LE, 2);
            return new Mark(StandardCharsets.UTF_8, 0);
        }

        static SourceWords decode(byte[] bytes, Mark mark) {
            if (mark.length == 0 && mark.charset == StandardCharsets.UTF_8 && isFullOfZeros(bytes)) {
                return new Undecodable(new Finding(FindingCode.SOURCE_NOT_UTF8, "byte 1",
                        "every other byte is zero, as in UTF-16 without its byte order mark"));
            }
            CharsetDecoder decoder = mark.charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
            var in = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
            var out = CharBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 8, Math.ceil((double) decoder.maxCharsPerByte() * in.remaining()) + 1));
            var result = decoder.decode(in, out, true);
            if (result.isError()) return new Undecodable(position(bytes, in.position(), result.length()));
            decoder.flush(out);
            return cleaned(out.flip().toString());
        }

        /// The encoding that a page names; null when it names none that this Java has.
        static @org.jspecify.annotations.Nullable Charset declared(byte[] bytes) {
            var m = CHARSET.matcher(new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1));
            while (m.find()) {
                var name = m.group(1);
                if (name.toLowerCase(Locale.ROOT).equals("iso-8859-1")) name = "windows-1252"; // as every browser reads it
                try {
                    if (Charset.isSupported(name) && Charset.forName(name).canEncode() && !name.toLowerCase(Locale.ROOT).startsWith("utf-"))
                        return Charset.forName(name);
                } catch (IllegalArgumentException e) {
                    // no name of an encoding; the page may name another
                }
            }
            return null;
        }

        static boolean isStray(String s, int i) {
            var c = s.charAt(i);
            if (c < ' ') return c != '\n' && c != '\t' && c != '\f';
            if (c < 0x7f) return false;
            if (c < 0xa0) return windows(c) == 0;
            if (Character.isHighSurrogate(c)) return i + 1 >= s.length() || !Character.isLowSurrogate(s.charAt(i + 1));
            if (Character.isLowSurrogate(c)) return i == 0 || !Character.isHighSurrogate(s.charAt(i - 1));
            return c == '\ufeff' || c == '\ufffe' || c == '\uffff';
        }

        static String withoutStray(String s) {
            var out = new StringBuilder(s.length());
            for (var i = 0; i < s.length(); i++) if (!isStray(s, i)) out.append(meant(s.charAt(i)));
            return out.toString();
        }

        /// The sign that a C1 control stands for: quotation marks and dashes of Windows that were carried into Unicode by their numbers.
        private static char meant(char c) {
            return c >= 0x80 && c < 0xa0 ? windows(c) : c;
        }

        private static char windows(char c) {
            return c < 0x80 ? 0 : WINDOWS.charAt(c - 0x80);
        }

        private static SourceWords cleaned(String text) {
            var out = new StringBuilder(text.length());
            int left = 0, line = 1, firstLine = 0;
            char first = 0;
            for (var i = 0; i < text.length(); i++) {
                var c = text.charAt(i);
                if (c == '\r' || c == '\u0085' || c == '\u2028') {
                    if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') continue;
                    c = '\n';
                } else if (c == '\u2029') {
                    out.append('\n');
                    c = '\n';
                } else if (isStray(text, i)) {
                    if (left++ == 0) {
                        firstLine = line;
                        first = c;
                    }
                    continue;
                }
                if (c == '\n') line++;
                out.append(meant(c));
            }
            var findings = new ArrayList<Finding>();
            if (left > 0)
                findings.add(new Finding(FindingCode.CHARACTER_LEFT_OUT, "line " + firstLine,
                        "U+%04X%s".formatted((int) first, left == 1 ? "" : " and %d more".formatted(left - 1))));
            return new Decoded(composed(out), findings);
        }

        private static Finding position(byte[] bytes, int at, int length) {
            var line = 1;
            for (var i = 0; i < at; i++) if (bytes[i] == '\n') line++;
            var seen = new StringBuilder();
            for (var i = at; i < Math.min(bytes.length, at + Math.max(1, length)); i++)
                seen.append(seen.isEmpty() ? "" : " ").append("%02X".formatted(bytes[i] & 0xff));
            return new Finding(FindingCode.SOURCE_NOT_UTF8, "byte %d, line %d".formatted(at + 1, line), seen.toString());
        }

        /// More than a tenth of the first bytes are zero: no text in UTF-8 is like that.
        private static boolean isFullOfZeros(byte[] bytes) {
            int end = Math.min(bytes.length, HEAD), zeros = 0;
            for (var i = 0; i < end; i++) if (bytes[i] == 0) zeros++;
            return zeros > 0 && zeros * 10 > end;
        }
    }
}
