package chancery.archive;

import chancery.cable.Message;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Every paper that a reader may see, as conclusions from many papers need it.
final class Messages {
    private Messages() {}

    static List<Message> of(Shelf shelf) throws SQLException {
        var messages = new ArrayList<Message>();
        for (var row : shelf.rows("select " + Shelf.columns() + " from record r where " + Shelf.VISIBLE + " order by r.source, r.path", shelf.today(), shelf.clearance())) messages.add(shelf.message(row));
        return messages;
    }
}
