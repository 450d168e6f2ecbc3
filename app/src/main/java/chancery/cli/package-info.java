/// The command `chancery`: one class for each subcommand, and the only place where the rooms are wired together.
@org.jspecify.annotations.NullMarked
package chancery.cli;
