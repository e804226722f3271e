package dev.migrate.dialect;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Locale;
import java.util.UUID;

/** Values as PostgreSQL writes them. */
final class PostgresLiterals extends Literals {

    /** E'' keeps backslashes right whatever standard_conforming_strings says. */
    @Override
    String text(String text) {
        String quoted = super.text(text);
        return quoted.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    @Override
    String bytes(String hex) {
        return "E'\\\\x" + hex + "'::bytea";
    }

    @Override
    String uuid(UUID value) {
        return typed("uuid", value.toString());
    }

    @Override
    String notFinite(double value) {
        return typed("float8", Double.toString(value));
    }

    @Override
    String other(Object value) {
        if (value instanceof Duration || value instanceof Period) {
            return typed("INTERVAL", value.toString());
        }
        return super.other(value);
    }

    @Override
    String day(LocalDate date) {
        int year = date.getYear();
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02d%s",
                year > 0 ? year : 1 - year,
                date.getMonthValue(),
                date.getDayOfMonth(),
                year > 0 ? "" : " BC");
    }

    @Override
    String dayAndTime(LocalDateTime at, String offset) {
        String text = super.dayAndTime(at, offset);
        return text.contains(" BC") ? text.replace(" BC", "") + " BC" : text;
    }
}
