package dev.migrate.run;

/** A statement of the books in the making: the words of all of its kind, and the values by which they differ. */
final class BookSql {

    private final StringBuilder sql = new StringBuilder();

    private final StringBuilder form = new StringBuilder();

    private final StringBuilder values = new StringBuilder();

    private int count;

    BookSql words(String words) {
        sql.append(words);
        form.append(words);
        return this;
    }

    BookSql value(String literal) {
        values.append(count == 0 ? "" : ", ").append(literal);
        count++;
        sql.append(literal);
        form.append('$').append(count);
        return this;
    }

    /** Returns a statement that changes one row, unless somebody else has changed it meanwhile. */
    SqlStatement compareAndSet() {
        return statement("", true);
    }

    /** Returns a statement that begins with these words. */
    SqlStatement behind(String words) {
        return statement(words, false);
    }

    private SqlStatement statement(String before, boolean checked) {
        return new SqlStatement(
                before + sql, Place.OURS, checked, new SqlStatement.Form(before + form, values.toString()));
    }
}
