package dev.migrate.autogenerate.features;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Version;

import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;
import org.jspecify.annotations.NullUnmarked;

/** What single columns are mapped from. */
@NullUnmarked
@SuppressWarnings("deprecation") // Models use these, too.
public final class Basics {

    private Basics() {}

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    @Entity(name = "numbers")
    public static class Numbers {
        @Id
        int id;

        byte tiny;
        short small;
        Integer integer;
        long big;
        float real;
        double precise;
        boolean flag;
        char letter;
        BigInteger huge;
        BigDecimal decimal;

        @Column(precision = 10, scale = 2)
        BigDecimal money;

        @Column(precision = 7)
        Float lowPrecision;
    }

    @Entity(name = "texts")
    public static class Texts {
        @Id
        String id;

        @Column(length = 20)
        String shortText;

        @Column(length = 40000)
        String longText;

        @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String text;

        @Column(columnDefinition = "text")
        String defined;

        @Nationalized
        String national;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 3)
        String fixed;

        Character letter;
        char[] letters;
    }

    @Entity(name = "times")
    public static class Times {
        @Id
        Instant id;

        LocalDate date;
        LocalTime time;
        LocalDateTime dateTime;
        OffsetTime offsetTime;
        OffsetDateTime offsetDateTime;
        ZonedDateTime zonedDateTime;

        @Column(precision = 3)
        Instant millis;

        @Temporal(TemporalType.DATE)
        Date oldDate;

        @Temporal(TemporalType.TIMESTAMP)
        Date oldTimestamp;

        java.sql.Timestamp sqlTimestamp;
        Year year;
    }

    @Entity(name = "zones")
    public static class Zones {
        @Id
        long id;

        @TimeZoneStorage(TimeZoneStorageType.COLUMN)
        @TimeZoneColumn(name = "at_zone")
        OffsetDateTime at;

        @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
        OffsetDateTime normalized;

        @TimeZoneStorage(TimeZoneStorageType.NATIVE)
        ZonedDateTime kept;

        ZoneId zone;
        ZoneOffset zoneOffset;
        TimeZone timeZone;
    }

    @Entity(name = "durations")
    public static class Durations {
        @Id
        long id;

        Duration usual;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        Duration interval;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        @Column(precision = 10, scale = 3)
        Duration millis;
    }

    @Entity(name = "binaries")
    public static class Binaries {
        @Id
        long id;

        byte[] bytes;

        @Column(length = 100000)
        byte[] manyBytes;

        @Lob
        byte[] lobBytes;

        @Lob
        String lobText;

        Blob blob;
        Clob clob;
    }

    @Entity(name = "misc")
    public static class Misc {
        @Id
        UUID id;

        Locale locale;
        Currency currency;
        URL url;
        Class<?> type;
        java.net.InetAddress address;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        UUID textId;

        java.io.Serializable anything;
    }

    @Entity(name = "jsons")
    public static class Jsons {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, Object> map;

        @JdbcTypeCode(SqlTypes.JSON)
        List<String> list;

        @Column(columnDefinition = "json")
        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, String> old;
    }

    @Entity(name = "arrays")
    public static class Arrays {
        @Id
        long id;

        String[] texts;
        int[] numbers;
        List<Long> longs;
        UUID[] ids;
        Colour[] colours;

        @Array(length = 5)
        @Column(length = 10)
        String[] limited;

        Instant[] times;
        BigDecimal[] decimals;
    }

    @Entity(name = "enums")
    public static class Enums {
        @Id
        long id;

        @Enumerated(EnumType.ORDINAL)
        Colour ordinal;

        @Enumerated(EnumType.STRING)
        Colour text;

        @Enumerated(EnumType.STRING)
        @Column(length = 8, nullable = false)
        Colour shortText;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Colour named;

        @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
        Ordered ordered;

        @Convert(converter = ColourConverter.class)
        Colour converted;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        Colour varchar;

        @JdbcTypeCode(SqlTypes.CHAR)
        @Column(length = 5)
        Colour fixed;
    }

    enum Ordered {
        FIRST,
        SECOND
    }

    @Converter
    public static class ColourConverter implements AttributeConverter<Colour, String> {
        @Override
        public String convertToDatabaseColumn(Colour colour) {
            return colour == null ? null : colour.name().substring(0, 1);
        }

        @Override
        public Colour convertToEntityAttribute(String text) {
            return text == null ? null : Colour.RED;
        }
    }

    @Entity(name = "booleans")
    public static class Booleans {
        @Id
        long id;

        @Convert(converter = YesNoConverter.class)
        Boolean yesNo;

        @Convert(converter = TrueFalseConverter.class)
        boolean trueFalse;

        @Convert(converter = NumericBooleanConverter.class)
        boolean numeric;
    }

    @Entity(name = "versioned")
    public static class Versioned {
        @Id
        long id;

        @Version
        int version;
    }
}
