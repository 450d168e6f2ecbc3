package chancery.exchange.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
    @Test
    void pairsStayInTheOrderInWhichTheyWereGiven() {
        var map = InOrder.of("type", "TextPositionSelector", "start", 3, "end", 9, "a", 1, "z", 2, "b", 3);
        assertEquals(List.of("type", "start", "end", "a", "z", "b"), new ArrayList<>(map.keySet()));
        assertEquals(9, map.get("end"));
    }

    @Test
    void aPairIsWholeAndNamedOnce() {
        assertThrows(IllegalArgumentException.class, () -> InOrder.of("a", 1, "b"));
        assertThrows(IllegalArgumentException.class, () -> InOrder.of("a", 1, "a", 2));
        assertThrows(UnsupportedOperationException.class, () -> InOrder.of("a", 1).put("b", 2));
    }
}
