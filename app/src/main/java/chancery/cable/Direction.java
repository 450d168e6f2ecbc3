package chancery.cable;

/// Which way a message went, seen from the post whose copy it is.
public enum Direction {
    INCOMING,
    OUTGOING
}
