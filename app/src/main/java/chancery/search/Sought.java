package chancery.search;

import chancery.search.Question.Bond;
import chancery.search.Question.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/// A word or a row of words to be found in a text: what makes a paper a hit, what is marked in it, and what a snippet shows are all asked of this.
///
/// @param clause the clause of the question it belongs to, from 0
/// @param unit  which part of the query it serves, from 0; a part may be served by several (`north-west`, `northwest`)
/// @param row   the words side by side; mostly one
/// @param reach how many steps from that they may stand; 0 is side by side
record Sought(int clause, int unit, List<Form> row, int reach) {
    /// The forms of one word that will do.
    ///
    /// @param terms   as they stand in the index
    /// @param pattern what else will do, among exact forms; null for nothing
    record Form(SequencedSet<String> terms, @Nullable Pattern pattern) {
        /// Whether a word of a text is such a form.
        ///
        /// @param joined how it and the next are written as one; empty where nothing joins them
        boolean fits(Lexicon.Forms word, String joined) {
            if (pattern != null) return pattern.runs.run(word.exact());
            if (terms.contains(word.exact())) return true;
            for (var loose : word.loose()) if (terms.contains(loose)) return true;
            return !joined.isEmpty() && terms.contains(joined);
        }
    }

    /// A pattern of letters.
    ///
    /// @param wanted    what asks for it
    /// @param automaton what it accepts, in letters
    /// @param runs      the same, for a word
    /// @param core      the letters typed, by which the likeness of an expansion is told
    record Pattern(Wanted wanted, Automaton automaton, CharacterRunAutomaton runs, String core) {
        /// Whether it is a beginning of words, which an index finds without an automaton.
        boolean isBeginning() {
            return wanted instanceof Wanted.Pattern(var pattern) && pattern.equals(core + "*");
        }

        /// What it accepts, for an index; dear to make.
        CompiledAutomaton compiled() {
            return new CompiledAutomaton(automaton, wanted instanceof Wanted.Like, true);
        }
    }

    /// What a query looks for in the text of papers, part by part; nothing for what it excludes or seeks in other fields.
    static List<Sought> inText(Question question, Lexicon lexicon) {
        var found = new ArrayList<Sought>();
        var unit = 0;
        for (var i = 0; i < question.clauses().size(); i++) {
            var clause = question.clauses().get(i);
            if (clause.bond() != Bond.NOT) unit = new Gathering(i, lexicon, found).gather(clause.wanted(), unit);
        }
        return found;
    }

    private record Gathering(int clause, Lexicon lexicon, List<Sought> found) {
        int gather(Wanted wanted, int unit) {
            return switch (wanted) {
                case Wanted.All(var parts) -> gather(parts, unit);
                case Wanted.Any(var parts) -> gather(parts, unit);
                case Wanted.Moment(var inText, _) -> gather(inText, unit);
                case Wanted.Spelled(var typed, var others) -> {
                    gather(typed, unit);
                    for (var other : others) gather(other.wanted(), unit);
                    yield unit + 1;
                }
                case Wanted.Plain _, Wanted.Exact _, Wanted.Pattern _, Wanted.Like _, Wanted.Phrase _, Wanted.Held _ -> {
                    for (var s : of(wanted, lexicon)) found.add(new Sought(clause, unit, s.row, s.reach));
                    yield unit + 1;
                }
                case Wanted.Days _, Wanted.In _, Wanted.Not _ -> unit;
            };
        }

        private int gather(List<Wanted> parts, int unit) {
            for (var part : parts) unit = gather(part, unit);
            return unit;
        }
    }

    /// What serves one word or row of words; empty for anything else. Patterns are dear to make and remembered by the lexicon.
    static List<Sought> of(Wanted wanted, Lexicon lexicon) {
        return switch (wanted) {
            case Wanted.Pattern _, Wanted.Like _ -> lexicon.pattern(wanted, () -> made(wanted, lexicon));
            case Wanted.Plain _, Wanted.Exact _, Wanted.Phrase _, Wanted.Held _, Wanted.Days _, Wanted.Moment _,
                    Wanted.In _, Wanted.All _, Wanted.Any _, Wanted.Not _, Wanted.Spelled _ -> made(wanted, lexicon);
        };
    }

    private static List<Sought> made(Wanted wanted, Lexicon lexicon) {
        return switch (wanted) {
            case Wanted.Plain(var word) -> List.of(one(loose(word, lexicon)));
            case Wanted.Exact(var word) -> List.of(one(exact(word)));
            case Wanted.Pattern pattern -> List.of(one(pattern(pattern)));
            case Wanted.Like like -> List.of(one(like(like)));
            case Wanted.Phrase(var words, var reach) -> List.of(new Sought(0, 0, words.stream().map(Sought::exact).toList(), reach));
            case Wanted.Held(var words, var asOne) -> held(words, asOne, lexicon);
            case Wanted.Days _, Wanted.Moment _, Wanted.In _, Wanted.All _, Wanted.Any _, Wanted.Not _, Wanted.Spelled _ -> List.of();
        };
    }

    private static List<Sought> held(List<String> words, boolean asOne, Lexicon lexicon) {
        var row = new Sought(0, 0, words.stream().map(w -> loose(w, lexicon)).toList(), 0);
        if (!asOne || words.size() != 2) return List.of(row);
        return List.of(row, one(loose(words.getFirst() + words.getLast(), lexicon)));
    }

    private static Sought one(Form form) {
        return new Sought(0, 0, List.of(form), 0);
    }

    private static Form exact(String word) {
        return new Form(new LinkedHashSet<>(List.of(Lexicon.fold(word))), null);
    }

    private static Form loose(String word, Lexicon lexicon) {
        var forms = lexicon.of(word);
        var terms = new LinkedHashSet<String>();
        terms.add(forms.stem());
        terms.add(Lexicon.LOOSE + forms.stem());
        for (var loose : forms.loose()) {
            terms.add(loose);
            terms.add(loose.substring(1));
        }
        return new Form(terms, null);
    }

    private static Form pattern(Wanted.Pattern wanted) {
        var pattern = wanted.pattern();
        var core = pattern.replace("*", "").replace("?", "");
        try {
            return form(wanted, Operations.determinize(WildcardQuery.toAutomaton(new Term("", pattern), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
                    Operations.DEFAULT_DETERMINIZE_WORK_LIMIT), core);
        } catch (TooComplexToDeterminizeException e) {
            return exact(core);
        }
    }

    private static Form like(Wanted.Like wanted) {
        return form(wanted, Operations.determinize(new LevenshteinAutomata(wanted.word(), true).toAutomaton(wanted.edits()),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT), wanted.word());
    }

    private static Form form(Wanted wanted, Automaton automaton, String core) {
        return new Form(new LinkedHashSet<>(), new Pattern(wanted, automaton, new CharacterRunAutomaton(automaton), core));
    }
}
