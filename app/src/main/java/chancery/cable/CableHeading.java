package chancery.cable;

import chancery.document.Kind;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What the heading of one paper says, each reading beside the words as printed.
///
/// Nothing here is inferred from other papers: names are as printed, a place is the place of writing, the hour is the
/// hour at that place. Lists are in the order of print and never null.
///
/// @param kind           what the paper calls itself; `OTHER` where it calls itself nothing we know
/// @param number         the number as printed, without `No.`, brackets and slips kept (`[UNY]437`); several numbers of one
///                       cable stand in one value (`601, 186, 242`); empty for `unnumbered`
/// @param place          where it was written, in usual capitals (`The Hague`)
/// @param date           the printed date in EDTF; approximate and open dates keep their sign (`1939-02-14~`, `1940-01-08/..`)
/// @param time           the printed hour of dispatch
/// @param received       the words after *Received*, with their date in EDTF where there is one, else an empty value
/// @param from           senders: persons and bodies as printed, without their roles
/// @param to             recipients likewise
/// @param repeatedTo     those to whom the heading says it was repeated, one value a line
/// @param attention      `FOR THE PRIME MINISTER`, `FROM SMITH`: whom it was for behind the address, or from behind the signer
/// @param participants   parties of a conversation or meeting, where the title says *between*
/// @param precedence     urgency on the wire
/// @param classification secrecy
/// @param handling       other instructions: `PERSONAL`, `HIMSELF ALONE`, `AUSTEO`; `extract` where only an extract is printed
/// @param channel        the service that carried it, where named: `Navy`
/// @param direction      incoming or outgoing, where named
/// @param version        paraphrase, translation …, where named
/// @param holding        references to the archive, without their square brackets
/// @param omitted        whether the text marks matter left out
/// @param headingLines   how many of the lines given, from the first, belong to the heading
public record CableHeading(
        Printed<Kind> kind,
        Optional<Printed<String>> number,
        Optional<Printed<String>> place,
        Optional<Printed<String>> date,
        Optional<Printed<LocalTime>> time,
        Optional<Printed<String>> received,
        List<Printed<String>> from,
        List<Printed<String>> to,
        List<Printed<String>> repeatedTo,
        List<Printed<String>> attention,
        List<Printed<String>> participants,
        List<Precedence> precedence,
        List<Classification> classification,
        List<Printed<String>> handling,
        Optional<Printed<String>> channel,
        Optional<Printed<Direction>> direction,
        Optional<Printed<Version>> version,
        List<Printed<String>> holding,
        boolean omitted,
        int headingLines) {

    public CableHeading {
        from = List.copyOf(from);
        to = List.copyOf(to);
        repeatedTo = List.copyOf(repeatedTo);
        attention = List.copyOf(attention);
        participants = List.copyOf(participants);
        precedence = List.copyOf(precedence);
        classification = List.copyOf(classification);
        handling = List.copyOf(handling);
        holding = List.copyOf(holding);
        if (headingLines < 0) throw new IllegalArgumentException("a heading of %d lines".formatted(headingLines));
    }

    /// Who may be taken as the sender: those named, else the place of writing, which stands for the post there
    /// (`CABLEGRAM TO CANBERRA`, written at `New York`). Empty when neither is printed.
    public List<String> origin() {
        if (!from.isEmpty()) return from.stream().map(Printed::value).toList();
        return place.map(p -> List.of(p.value())).orElse(List.of());
    }
}
