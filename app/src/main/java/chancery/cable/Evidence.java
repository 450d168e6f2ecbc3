package chancery.cable;

import chancery.cable.Directory.Likeness;

/// What speaks for one paper being the message that a mention names, and how much.
///
/// The weights were found on the editors' own answers in five volumes of *Documents on Australian
/// Foreign Policy* and tried on the eight others, once with the right
/// paper among the candidates and once without it: a number with parties that agree is nearly always right, a date is so only where both parties are.
///
/// @param series   how its number's series agrees with the one said
/// @param date     how its date agrees with the one said
/// @param from     how its sender agrees with whose message it is said to be
/// @param to       how its recipient agrees
/// @param lag      how many days before the mentioning paper it was written; negative for later; 0 where either is undated
/// @param kind     how its kind agrees
/// @param volume   whether both are printed in one volume
/// @param digits   the number that agrees; 0 where none does
/// @param sequence whether it is named by its place behind or before the mentioning paper
/// @param givenAgain whether its number was given to another message since, in a new year
record Evidence(Series series, Dates date, Likeness from, Likeness to, long lag, Kinds kind, boolean volume, int digits, boolean sequence, boolean givenAgain) {
    /// How the letters before the numbers agree: from the best to the worst.
    enum Series { NO_NUMBER, NEITHER, SAME, BOTH_BARE, PART, PRINTED_ONLY, UNNUMBERED, SLIP, SAID_ONLY, OTHER }

    /// How the dates agree.
    enum Dates { NOT_SAID, SAME_DAY, NEXT_DAY, WITHIN, NEAR, OTHER }

    /// How the kinds agree.
    enum Kinds { UNSAID, SAME, WIRE, OTHER }

    /// The weight of it all; the more the surer.
    double weight() {
        var w = -1 + numbers() + (digits > 0 ? byNumber() : byDate());
        w += switch (kind) {
            case UNSAID -> 0;
            case SAME -> 0.5;
            case WIRE -> 0.3;
            case OTHER -> -2;
        };
        return volume ? w + 0.7 : w;
    }

    private double numbers() {
        return switch (series) {
            case NO_NUMBER -> 0;
            case NEITHER -> 0.4; // a telegram is named by its day mostly where it has no number
            case SAME -> 4;
            case BOTH_BARE -> 2.2;
            case PART -> 1;
            case PRINTED_ONLY -> -0.2;
            case UNNUMBERED -> -0.5;
            case SLIP -> -1;
            case SAID_ONLY -> -2;
            case OTHER -> -8;
        };
    }

    private double byNumber() {
        var w = switch (date) {
            case NOT_SAID -> 0.0;
            case SAME_DAY -> 3;
            case NEXT_DAY, WITHIN -> 1;
            case NEAR -> -1;
            case OTHER -> -4;
        };
        w += series == Series.SAME ? likeness(from, 2, 0.9, -0.3, -0.5, -1) + likeness(to, 1.6, 0.7, -0.2, -0.8, -1) // letters tell whose series it is
                : likeness(from, 2, 0.9, -0.3, -0.5, -2.5) + likeness(to, 1.6, 0.7, -0.2, -1, -1.8);
        w += digits >= 1000 ? 1.2 : digits >= 100 ? 0.6 : digits >= 20 ? -0.2 : -0.7; // the higher a number, the fewer share it
        if (givenAgain && date != Dates.SAME_DAY) w -= 4;
        if (lag < -1) return w - 5;
        return lag < 0 ? w - 1 : w + 1.2 - 0.35 * Math.log(1 + lag) - (lag > 180 && date != Dates.SAME_DAY ? 2.5 : 0);
    }

    private double byDate() {
        var w = switch (date) {
            case NOT_SAID -> sequence ? 2.0 : -3;
            case SAME_DAY -> 3;
            case NEXT_DAY -> -1;
            case WITHIN -> 0;
            case NEAR -> -3;
            case OTHER -> -6;
        };
        w += likeness(from, 1.6, 0.2, -1.2, -1.4, -4) + likeness(to, 1.4, 0, -0.8, -0.9, -3.5);
        if (lag < -1 && !sequence) return w - 5;
        return lag < 0 ? w - 0.5 : w + 0.8 - 0.15 * Math.log(1 + lag) - (lag > 180 ? date == Dates.SAME_DAY ? 0.5 : 1.5 : 0);
    }

    private static double likeness(Likeness l, double same, double place, double unknown, double unlike, double other) {
        return switch (l) {
            case SAME -> same;
            case SAME_PLACE -> place;
            case UNKNOWN -> unknown;
            case UNLIKE -> unlike;
            case OTHER -> other;
        };
    }
}
