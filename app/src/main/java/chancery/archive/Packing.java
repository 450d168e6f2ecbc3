package chancery.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Words packed for the store: a byte that names the dictionary, then a zlib stream (RFC 1950) that begins with it.
/// The dictionary makes short things small; a dictionary once used stays in the program for ever.
final class Packing {
    /// Common runs of our own XML and JSON and of English, the commonest last, where zlib reaches them cheapest.
    private static final byte[] FIRST = ("""
            "sourceIds":[],"uploaded":null},"related":[],"edition":{"edition":"","volume":"","number":"","pages":""},"people":[],"places":[],"subjects":[],\
            "extent":"","accessNote":"","rights":{"statement":"","contact":""},"credit":"","contributors":[],"level":"FILE","level":"SERIES","level":"REPOSITORY",\
            "code":"","holdings":[{"path":[{"level":"REPOSITORY","title":"National Archives","code":"National Archives"},{"level":"SERIES","title":"A","code":"A"},\
            {"level":"FILE","title":"","code":""}],"asPrinted":""}],"collections":[{"titles":["Volume "],"ordinal":1.0}],"summary":"","languages":["en"],"marking":[],\
            {"title":"","creators":[],"kind":null,"dating":{"asWritten":"1945-","edtf":"1945-","time":null,"place":""},\
            <table><row><cell></cell><cell></cell></row></table><list><item><label>(a)</label> </item></list><quote><p></p></quote><gap reason="editorial">[matter omitted]</gap>\
            <sic>[sic]</sic><unclear reason="illegible"></unclear><hi rend="italic"></hi> Prime Minister Minister for External Affairs Secretary of State \
            High Commissioner Ambassador Department of External Affairs Commonwealth Government United Kingdom United States Government United Nations Delegation \
            Security Council cablegram telegram memorandum despatch conference negotiations agreement representation information proposals consideration \
            would be that the of the in the to the and the for the on the it is that of a to be with the at the by the from the has been had been have been which would not \
            </p><p n="2"><label>2.</label> </p><p n="3"><label>3.</label> <note place="foot" n="1" xml:id="n1"><p>Document </p></note><note type="source">[AA : A1838, </note></p>\
            <body kind="transcript" xml:lang="en"><p>Cablegram </p><p>SECRET IMMEDIATE</p><p>""").getBytes(StandardCharsets.UTF_8);
    private static final byte FIRST_NAME = 1;

    private Packing() {}

    static byte[] pack(String words) {
        var deflater = new Deflater(6);
        try {
            deflater.setDictionary(FIRST);
            deflater.setInput(words.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var out = new ByteArrayOutputStream(words.length() / 2 + 64);
            out.write(FIRST_NAME);
            var buffer = new byte[8192];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// @throws IllegalArgumentException where the bytes are not packed words of ours
    static String unpack(byte[] packed) {
        if (packed.length < 3 || packed[0] != FIRST_NAME) throw new IllegalArgumentException("not packed words of ours");
        var inflater = new Inflater();
        try {
            inflater.setInput(packed, 1, packed.length - 1);
            var out = new ByteArrayOutputStream(packed.length * 4);
            var buffer = new byte[16384];
            while (!inflater.finished()) {
                var n = inflater.inflate(buffer);
                if (n == 0 && inflater.needsDictionary()) inflater.setDictionary(FIRST);
                else if (n == 0) throw new IllegalArgumentException("packed words end too early");
                else out.write(buffer, 0, n);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not packed words of ours", e);
        } finally {
            inflater.end();
        }
    }
}
