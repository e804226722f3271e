package dev.migrate.autogenerate.features;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;

import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.NullUnmarked;

/** What is said of columns and tables beyond their types. */
@NullUnmarked
@SuppressWarnings("deprecation") // Models use these, too.
public final class Columns {

    private Columns() {}

    @Entity(name = "defaults")
    public static class Defaults {
        @Id
        long id;

        @ColumnDefault("7")
        int number;

        @ColumnDefault("'it''s'")
        String text;

        @ColumnDefault("now()")
        Instant at;

        @ColumnDefault("CURRENT_TIMESTAMP")
        Instant standard;

        @ColumnDefault("true")
        boolean flag;

        @ColumnDefault("gen_random_uuid()")
        UUID token;

        @Column(columnDefinition = "varchar(20) default 'a, b' not null")
        String inDefinition;

        @Column(columnDefinition = "numeric(10,2) default 0")
        BigDecimal money;

        @ColumnDefault("-1")
        @Column(nullable = false)
        Long negative;
    }

    @Entity(name = "checks")
    @Check(name = "sum", constraints = "low + high < 100")
    @Table(
            check = {
                @CheckConstraint(constraint = "low < high"),
                @CheckConstraint(name = "far", constraint = "high > 1")
            })
    public static class Checks {
        @Id
        long id;

        @Check(constraints = "low >= 0")
        int low;

        @Column(check = @CheckConstraint(name = "not_high", constraint = "high <= 90"))
        int high;

        @Check(name = "coded", constraints = "code in ('a','b') or code is null")
        String code;
    }

    @Entity(name = "computed")
    public static class Computed {
        @Id
        long id;

        int amount;

        @GeneratedColumn("amount * 2")
        int twice;

        @Formula("amount * 3")
        int thrice;

        @ColumnTransformer(read = "upper(name)", write = "lower(?)")
        String name;

        @CreationTimestamp
        Instant created;
    }

    @Entity(name = "commented")
    @Comment("all of it")
    public static class Commented {
        @Id
        @Comment("the key")
        long id;

        @Column(comment = "by JPA")
        String name;
    }

    @Entity(name = "indexed")
    @Table(
            indexes = {
                @Index(name = "indexed_two", columnList = "first, second desc"),
                @Index(name = "indexed_unique", columnList = "third", unique = true),
                @Index(columnList = "second"),
                @Index(name = "indexed_expression", columnList = "(lower(first))")
            },
            uniqueConstraints = {
                @UniqueConstraint(
                        name = "indexed_once",
                        columnNames = {"first", "third"}),
                @UniqueConstraint(columnNames = {"second", "third"})
            })
    public static class Indexed {
        @Id
        long id;

        String first;

        @Column(nullable = false)
        String second;

        @Column(nullable = false)
        String third;

        @Column(unique = true)
        String fourth;

        @NaturalId
        String fifth;
    }

    @Entity(name = "collated")
    public static class Collated {
        @Id
        long id;

        @Collate("C")
        String name;
    }

    @Entity(name = "soft")
    @SoftDelete
    public static class Soft {
        @Id
        long id;
    }

    @Entity(name = "soft_at")
    @SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
    public static class SoftAt {
        @Id
        long id;
    }

    @Entity(name = "active")
    @SoftDelete(strategy = SoftDeleteType.ACTIVE, columnName = "is_active")
    public static class Active {
        @Id
        long id;
    }

    @Entity(name = "identities")
    public static class Identities {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;
    }

    @Entity(name = "sequences")
    public static class Sequences {
        @Id
        @GeneratedValue(generator = "own")
        @SequenceGenerator(name = "own", sequenceName = "own_numbers", initialValue = 1000, allocationSize = 10)
        Long id;
    }

    @Entity(name = "auto")
    public static class Auto {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "from_table")
    public static class FromTable {
        @Id
        @GeneratedValue(generator = "numbers")
        @TableGenerator(name = "numbers", table = "id_numbers", pkColumnName = "who", valueColumnName = "next")
        Long id;
    }

    @Entity(name = "default_table")
    public static class DefaultTable {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;
    }

    @Entity(name = "uuids")
    public static class Uuids {
        @Id
        @UuidGenerator(style = UuidGenerator.Style.TIME)
        UUID id;

        @Column(unique = true, nullable = false, updatable = false)
        UUID other;
    }

    @Entity(name = "in_schema")
    @Table(schema = "shop", name = "orders", indexes = @Index(name = "orders_at", columnList = "at"))
    public static class InSchema {
        @Id
        @GeneratedValue
        Long id;

        Instant at;
    }

    @Entity
    @Table(name = "`Order`", indexes = @Index(name = "by_name", columnList = "`First Name`"))
    public static class Quoted {
        @Id
        @Column(name = "`ID`")
        long id;

        @Column(name = "`First Name`", unique = true)
        String name;

        @Column(name = "`select`")
        @ColumnDefault("'x'")
        String select;
    }

    @Entity
    @Table(name = "`user`")
    public static class Reserved {
        @Id
        long id;

        @Column(name = "`group`")
        String group;

        @Column(name = "`from`")
        @Check(constraints = "\"from\" > 0")
        int from;
    }

    @Entity
    @Table(name = "a_table_with_a_name_that_is_about_as_long_as_one_may_be_63_byte")
    public static class LongName {
        @Id
        long id;

        @Column(name = "a_column_with_a_name_that_is_about_as_long_as_one_may_be_63_byt", unique = true)
        String name;

        @Column(name = "another_column_with_a_name_that_is_about_as_long_as_one_may_be", unique = true)
        String other;
    }
}
