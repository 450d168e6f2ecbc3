package chancery.document;

import java.util.List;
import java.util.Optional;

/// For whom something is shown. Whatever faces people takes a `Reader`, so that every signature says so.
///
/// @param clearance the most closed level that this reader may see
public record Reader(Access clearance) {
    /// Anybody.
    public static final Reader PUBLIC = new Reader(Access.PUBLIC);
    /// Somebody with an account.
    public static final Reader REGISTERED = new Reader(Access.REGISTERED);
    /// The archive's own people.
    public static final Reader STAFF = new Reader(Access.WITHHELD);

    /// Whether this reader may see what is open at a level.
    public boolean sees(Access access) {
        return access.compareTo(clearance) <= 0;
    }

    /// The levels this reader may see, the most open first.
    public List<Access> levels() {
        return List.of(Access.values()).subList(0, clearance.ordinal() + 1);
    }

    /// The audience as commands name it: `public`, `registered` or `staff`.
    public String word() {
        return this.equals(STAFF) ? "staff" : clearance.word();
    }

    /// The audience that a word of a command names; empty when it names none.
    public static Optional<Reader> of(String word) {
        return switch (word) {
            case "public" -> Optional.of(PUBLIC);
            case "registered" -> Optional.of(REGISTERED);
            case "staff" -> Optional.of(STAFF);
            default -> Optional.empty();
        };
    }
}
