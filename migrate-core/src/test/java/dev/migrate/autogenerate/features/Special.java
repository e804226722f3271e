package dev.migrate.autogenerate.features;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;

import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.LongJavaType;
import org.jspecify.annotations.NullUnmarked;

/** What few models have, and every model may. */
@NullUnmarked
public final class Special {

    private Special() {}

    enum Letter {
        ALPHA("a"),
        BETA("b");

        @EnumeratedValue
        final String code;

        Letter(String code) {
            this.code = code;
        }
    }

    enum Level {
        LOW(10),
        HIGH(20);

        @EnumeratedValue
        final int number;

        Level(int number) {
            this.number = number;
        }
    }

    @Entity(name = "valued")
    public static class Valued {
        @Id
        @Enumerated(EnumType.STRING)
        Letter id;

        @Enumerated(EnumType.STRING)
        Letter letter;

        Level level;
    }

    @Entity(name = "rare_types")
    public static class RareTypes {
        @Id
        @JdbcTypeCode(SqlTypes.CHAR)
        UUID id;

        @JdbcTypeCode(SqlTypes.BINARY)
        UUID bytes;

        @JdbcTypeCode(SqlTypes.SQLXML)
        String xml;

        @JdbcTypeCode(SqlTypes.NUMERIC)
        Duration numeric;

        @Column(precision = 1)
        LocalDateTime tenths;

        @Column(secondPrecision = 0)
        LocalDateTime seconds;

        @Column(columnDefinition = "tsvector")
        String search;

        @Column(columnDefinition = "inet")
        String address;

        @Column(columnDefinition = "int4range")
        String range;

        @Column(columnDefinition = "varchar(20) collate \"C\"")
        String collated;

        @Column(columnDefinition = "numeric(12,2) default 0 not null")
        BigDecimal price;

        @Column(columnDefinition = "timestamptz default now()")
        Instant at;

        @Column(columnDefinition = "text[]")
        String[] texts;

        @Column(columnDefinition = "jsonb not null default '{\"a\": []}'::jsonb")
        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, Object> json;

        @Column(columnDefinition = "character varying(30)")
        String varying;
    }

    @Entity(name = "stamped")
    public static class Stamped {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @Version
        Instant version;

        @CurrentTimestamp
        Instant made;

        @UpdateTimestamp
        Instant changed;

        @TenantId
        String tenant;
    }

    @Embeddable
    public record Point(@Column(nullable = false) int x, int y, Level mark) {}

    @Entity(name = "plotted")
    public static class Plotted {
        @Id
        long id;

        Point at;

        @ElementCollection
        @CollectionTable(
                name = "plotted_track",
                uniqueConstraints = @UniqueConstraint(name = "one_at_a_place", columnNames = "place"),
                indexes = @Index(name = "plotted_track_x", columnList = "x"))
        @jakarta.persistence.OrderColumn(name = "place", nullable = false)
        @ListIndexBase(1)
        List<Point> track;

        @JdbcTypeCode(SqlTypes.JSON_ARRAY)
        List<Point> points;
    }

    @Entity(name = "bagged")
    public static class Bagged {
        @Id
        long id;

        @ElementCollection
        @CollectionIdJavaType(LongJavaType.class)
        @CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
        @CollectionId(column = @Column(name = "bag_id"), generator = "increment")
        java.util.Collection<String> bag;

        @Any
        @AnyKeyJavaClass(Long.class)
        @JoinColumn(name = "owner_id")
        @Column(name = "owner_type")
        @AnyDiscriminatorValue(discriminator = "P", entity = Plotted.class)
        Object owner;

        @ManyToAny
        @AnyKeyJavaClass(Long.class)
        @Column(name = "part_type")
        @AnyDiscriminatorValue(discriminator = "P", entity = Plotted.class)
        @JoinTable(
                name = "bagged_part",
                joinColumns = @JoinColumn(name = "bagged_id"),
                inverseJoinColumns = @JoinColumn(name = "part_id"))
        Set<Object> parts;
    }

    @MappedSuperclass
    public abstract static class Generic<T extends Serializable> {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        T id;
    }

    @Entity(name = "concrete")
    @SQLRestriction("hidden = false")
    public static class Concrete extends Generic<Long> {
        @ColumnDefault("false")
        boolean hidden;

        @OneToMany
        @JoinColumn(name = "concrete_id", nullable = false)
        List<Linked> linked;

        @ManyToMany
        @JoinTable(
                name = "concrete_by",
                indexes = @Index(name = "concrete_by_value", columnList = "value_id"),
                joinColumns = @JoinColumn(name = "concrete_id"),
                inverseJoinColumns = @JoinColumn(name = "value_id"))
        @MapKeyJoinColumn(name = "key_id")
        Map<Linked, Linked> by;
    }

    @Entity(name = "linked")
    @Table(comment = "told by JPA")
    public static class Linked {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(
                foreignKey =
                        @ForeignKey(
                                name = "linked_up",
                                foreignKeyDefinition =
                                        "foreign key (up_id) references linked on update cascade on delete set null"))
        Linked up;

        @ManyToOne
        @JoinColumn(name = "restricted", unique = true)
        @OnDelete(action = OnDeleteAction.RESTRICT)
        Linked restricted;
    }

    @Entity(name = "document")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn
    public static class Document {
        @Id
        @GeneratedValue(generator = "documents")
        @SequenceGenerator(name = "documents", schema = "shop", sequenceName = "document_numbers", allocationSize = 1)
        Long id;
    }

    @Entity(name = "letter")
    @OnDelete(action = OnDeleteAction.CASCADE)
    public static class Mail extends Document {
        @Column(unique = true)
        String stamp;
    }

    @Entity(name = "ticket")
    @Table(
            schema = "shop",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "ticket_seat",
                            columnNames = {"hall", "seat"}))
    public static class Ticket {
        @Id
        @GeneratedValue(generator = "tickets")
        @TableGenerator(name = "tickets", schema = "shop", table = "shop_numbers")
        Long id;

        String hall;
        int seat;

        @ManyToOne
        Document receipt;
    }
}
