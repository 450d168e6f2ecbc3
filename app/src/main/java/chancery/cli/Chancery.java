package chancery.cli;

/// The command `chancery`.
public final class Chancery {
    private Chancery() {}

    public static void main(String[] args) {
        System.out.println("chancery");
    }
}
