package chancery.exchange.in;

/// One file of a delivery, as it came.
///
/// @param path  its delivery path, `/` between names: below the folder given, below the root of a zip, or the file's name
/// @param bytes its content; not copied, so nobody changes it
public record Item(String path, byte[] bytes) {
    /// The last part of the path.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// What follows the last dot of the name, in lower case; empty where there is none.
    public String extension() {
        var dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
