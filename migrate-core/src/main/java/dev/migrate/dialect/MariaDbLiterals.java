package dev.migrate.dialect;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

import dev.migrate.error.MigrateException;

/** Values as MariaDB writes them: a backslash escapes, and a moment is given in the time zone of the session. */
final class MariaDbLiterals extends Literals {

    @Override
    String text(String text) {
        return super.text(text.replace("\\", "\\\\"));
    }

    /** Only whole hours and minutes up to 14 can be given as an offset, so it is taken off. */
    @Override
    String dayAndTime(LocalDateTime at, String offset) {
        return offset.isEmpty()
                ? super.dayAndTime(at, "")
                : super.dayAndTime(at.minusSeconds(ZoneOffset.of(offset).getTotalSeconds()), "");
    }

    @Override
    String typed(String type, String text) {
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE" -> "CONVERT_TZ(TIMESTAMP '" + text + "', '+00:00', @@session.time_zone)";
            case "TIME WITH TIME ZONE" ->
                throw new MigrateException(
                        "MariaDB has no times of day with an offset", "Give a LocalTime, or the text that is meant.");
            default -> super.typed(type, text);
        };
    }
}
