package chancery.web;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Page numbers under a list.
///
/// @param page  the page shown, from 1
/// @param size  items to a page
/// @param total items in all
/// @param to    the address of a page
public record Pager(int page, int size, long total, IntFunction<String> address) {
    /// How many pages there are; at least 1.
    public int pages() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (total + size - 1) / size));
    }

    /// Whether something is here, and the page lies behind the last.
    public boolean isBeyond() {
        return total > 0 && page > pages();
    }

    /// The address of a page.
    public String to(int number) {
        return address.apply(number);
    }

    /// The numbers to show, 0 for a gap: the first, the last, and those about this one.
    public int[] shown() {
        var last = pages();
        var numbers = IntStream.rangeClosed(1, last <= 9 ? last : 1).boxed().collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        if (last > 9) {
            if (page > 4) numbers.add(0);
            for (var n = Math.max(2, page - 2); n <= Math.min(last - 1, page + 2); n++) numbers.add(n);
            if (page < last - 3) numbers.add(0);
            numbers.add(last);
        }
        return numbers.stream().mapToInt(n -> n).toArray();
    }

    /// `21–40 of 551`
    public String count() {
        var from = (page - 1L) * size + 1;
        return String.format(Locale.ROOT, "%,d–%,d of %,d", from, Math.min(total, from + size - 1), total);
    }
}
