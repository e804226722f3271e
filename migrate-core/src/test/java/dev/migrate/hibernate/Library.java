package dev.migrate.hibernate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** Entities with something of everything. */
@NullUnmarked
public final class Library {

    private Library() {}

    enum Genre {
        POETRY,
        NOVEL
    }

    @Entity
    @Table(
            name = "authors",
            comment = "People who write",
            indexes = @Index(name = "authors_by_name", columnList = "full_name desc, email"))
    public static class Author {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(name = "full_name", nullable = false, length = 120, comment = "As printed")
        String name;

        @Column(unique = true)
        String email;

        @Enumerated(EnumType.STRING)
        Genre favourite;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Genre genre;

        @JdbcTypeCode(SqlTypes.JSON)
        @ColumnDefault("'{}'")
        Map<String, Object> data;

        @Column(name = "Born")
        Instant born;

        @ElementCollection
        Set<String> nicknames;
    }

    @Entity
    @Table(
            name = "books",
            schema = "shop",
            check = @CheckConstraint(name = "cheap", constraint = "price < 1000"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "one_title",
                            columnNames = {"title", "author_id"}))
    public static class Book {
        @Id
        UUID id;

        String title;

        @Column(columnDefinition = "numeric(10,2) default 1.5 not null")
        BigDecimal price;

        @GeneratedColumn("price * 2")
        BigDecimal twice;

        @Formula("price * 3")
        BigDecimal thrice;

        @ManyToOne(optional = false)
        @JoinColumn(name = "author_id")
        @OnDelete(action = OnDeleteAction.CASCADE)
        Author author;

        @ManyToMany
        Set<Author> editors;
    }

    @Entity
    @Table(name = "\"Loans\"")
    public static class Loan {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }
}
