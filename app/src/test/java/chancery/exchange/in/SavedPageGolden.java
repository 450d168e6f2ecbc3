package chancery.exchange.in;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Invented pages in the shape of the model page, as text and as HTML of both generations.
class SavedPageGolden {
    @ParameterizedTest
    @ValueSource(strings = {"invented-page.txt", "invented-full.txt", "invented-b.html", "invented-a.html"})
    void reads(String page) {
        var item = new Item("pages/" + page, Shown.resource("pages/" + page));
        var format = new SavedPage();
        assertTrue(format.fits(item));
        Shown.golden("saved-page-" + page.replace('.', '-'), Shown.lines(format.read(item)));
    }
}
