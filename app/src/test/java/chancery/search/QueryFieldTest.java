package chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.search.Question.FieldName;
import chancery.search.Question.Wanted;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueryFieldTest {
    @ParameterizedTest
    @EnumSource
    void theExampleOfAFieldIsReadAsAQuestionOfIt(FieldName field) {
        var told = field.described();
        assertTrue(told.example().startsWith(told.name() + ":"), told.example());
        assertEquals(field, FieldName.of(told.name()).orElseThrow());
        var question = QueryReader.read(told.example());
        assertEquals(1, question.clauses().size(), told.example());
        assertEquals(java.util.List.of(), question.notes());
        switch (question.clauses().getFirst().wanted()) {
            case Wanted.In(var named, _) -> assertEquals(field, named);
            case Wanted.Days _ -> assertEquals(FieldName.DATE, field);
            default -> throw new AssertionError(question.clauses().toString());
        }
    }

    @Test
    void everyFieldIsTold() {
        assertEquals(Arrays.stream(FieldName.values()).map(f -> f.name().toLowerCase(java.util.Locale.ROOT)).toList(),
                QueryField.all().stream().map(QueryField::name).toList());
        assertTrue(QueryField.all().stream().noneMatch(f -> f.what().isBlank()));
    }
}
