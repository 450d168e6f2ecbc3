package chancery.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a line that somebody typed, in a sentence, and where to read how it is right:
/// `There is no command serch. Did you mean search or serve? chancery --help lists them.`
final class WrongUse {
    private WrongUse() {}

    /// Says it on standard error; returns the exit code.
    static int said(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        System.err.println(sentence(wrong, command) + " `" + command.getCommandSpec().qualifiedName()
                + " --help` " + (isMain(command) ? "lists the commands." : "says what may stand there."));
        return Chancery.WRONG_USE;
    }

    private static String sentence(ParameterException wrong, CommandLine command) {
        return switch (wrong) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
            case MissingParameterException missing -> missing(missing, command);
            default -> wrong.getArgSpec() == null || wrong.getValue() == null ? wrong.getMessage() + "."
                    : name(wrong.getArgSpec()) + " " + wrong.getValue() + ": " + wanted(wrong.getArgSpec()) + ".";
        };
    }

    private static String unmatched(UnmatchedArgumentException wrong, CommandLine command) {
        var word = wrong.getUnmatched().getFirst();
        var option = wrong.isUnknownOption();
        var what = option ? command.getCommandName() + " has no option " + word + "."
                : isMain(command) ? "There is no command " + word + "." : command.getCommandName() + " has no use for “" + word + "”.";
        if (!option && !isMain(command)) return what;
        var meant = wrong.getSuggestions().stream().map(s -> s.substring(s.lastIndexOf(' ') + 1)).toList();
        return meant.isEmpty() ? what : what + " Did you mean " + or(meant) + "?";
    }

    private static String missing(MissingParameterException wrong, CommandLine command) {
        var wanted = wrong.getMissing().stream().map(WrongUse::asked).collect(Collectors.joining(" and "));
        return wrong.getMissing().getFirst() instanceof OptionSpec option && !option.required() ? option.longestName()
                + " needs " + option.paramLabel() + " after it." : command.getCommandName() + " needs " + wanted + ".";
    }

    private static boolean isMain(CommandLine command) {
        return command.getParent() == null;
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String asked(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() + " " + option.paramLabel() : arg.paramLabel().replace("...", "");
    }

    private static String wanted(ArgSpec arg) {
        var type = arg.auxiliaryTypes()[0];
        if (type.isEnum()) return "say " + or(Arrays.stream(type.getEnumConstants()).map(c -> c.toString().toLowerCase(Locale.ROOT)).toList());
        return type == int.class || type == Integer.class || type == long.class || type == Long.class ? "say a whole number" : "it cannot be read";
    }

    private static String or(List<String> words) {
        return words.size() == 1 ? words.getFirst() : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
