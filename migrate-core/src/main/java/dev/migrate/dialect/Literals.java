package dev.migrate.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.schema.SqlExpression;

/** Values as the SQL standard writes them; a database overrides the pieces that it writes differently. */
class Literals {

    /** Returns the value as a literal; see {@link dev.migrate.operation.SqlSyntax#literal(Object)}. */
    final String of(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof SqlExpression expression) {
            return expression.sql();
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return text(refuseNul(value.toString()));
        }
        if (value instanceof Boolean bool) {
            return bool(bool);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof byte[] bytes) {
            return bytes(HexFormat.of().formatHex(bytes));
        }
        return value instanceof UUID uuid ? uuid(uuid) : moment(value);
    }

    /** Returns a string that means exactly these characters. */
    String text(String text) {
        // A text is searched for one character much sooner than for another text.
        return "'" + (text.indexOf('\'') < 0 ? text : text.replace("'", "''")) + "'";
    }

    /** Returns true or false. */
    String bool(Boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /** Returns bytes, given as hexadecimal digits. */
    String bytes(String hex) {
        return "X'" + hex + "'";
    }

    /** Returns a UUID. */
    String uuid(UUID value) {
        return "'" + value + "'";
    }

    /** Returns infinity or that which is no number. */
    String notFinite(double value) {
        throw unknown(value);
    }

    /** Returns a date or a time. */
    String typed(String type, String text) {
        return type + " '" + text + "'";
    }

    /** Returns a value of none of the usual kinds. */
    String other(Object value) {
        throw unknown(value);
    }

    /** Returns a day between the first and the last one that the standard can write. */
    String day(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw unknown(date);
        }
        return date.toString();
    }

    /** Returns a day, a time and possibly an offset. */
    String dayAndTime(LocalDateTime at, String offset) {
        return day(at.toLocalDate()) + " " + Formats.TIME.format(at) + offset;
    }

    private String number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (number instanceof Double || number instanceof Float) {
            boolean finite = Double.isFinite(number.doubleValue());
            return finite ? number.toString() : notFinite(number.doubleValue());
        }
        boolean whole = number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger;
        return whole ? number.toString() : other(number);
    }

    private String moment(Object value) {
        if (value instanceof LocalDate date) {
            return typed("DATE", day(date));
        }
        if (value instanceof LocalTime time) {
            return typed("TIME", Formats.TIME.format(time));
        }
        if (value instanceof OffsetTime time) {
            return typed("TIME WITH TIME ZONE", Formats.TIME.format(time) + Formats.OFFSET.format(time));
        }
        if (value instanceof LocalDateTime at) {
            return typed("TIMESTAMP", dayAndTime(at, ""));
        }
        OffsetDateTime at = offsetDateTime(value);
        return at == null
                ? other(value)
                : typed("TIMESTAMP WITH TIME ZONE", dayAndTime(at.toLocalDateTime(), Formats.OFFSET.format(at)));
    }

    private static @Nullable OffsetDateTime offsetDateTime(Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toOffsetDateTime();
        }
        return value instanceof OffsetDateTime at ? at : null;
    }

    private static String refuseNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new MigrateException(
                    "A text with a NUL character cannot be written in SQL",
                    "Leave the character out, or keep the value as bytes.");
        }
        return text;
    }

    static MigrateException unknown(Object value) {
        return new MigrateException(
                "No SQL literal for a value of " + value.getClass().getName() + " such as this",
                "Use text, a number, a boolean, a date or time of java.time, byte[], a UUID, or SqlExpression.sql(…).");
    }

    /** Costly to make, and most literals are none of these. */
    private static final class Formats {

        static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
                .appendPattern("HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .toFormatter(Locale.ROOT);

        static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
                .appendOffset("+HH:MM:ss", "+00:00")
                .toFormatter(Locale.ROOT);
    }
}
