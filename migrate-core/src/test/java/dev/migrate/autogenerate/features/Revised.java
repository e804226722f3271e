package dev.migrate.autogenerate.features;

import java.util.List;
import java.util.Set;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;

import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.NullUnmarked;

/** Entities whose revisions Envers keeps, in tables of which no entity tells. */
@NullUnmarked
public final class Revised {

    private Revised() {}

    @Entity(name = "revised_page")
    @Audited
    public static class Page {
        @Id
        @GeneratedValue
        Long id;

        String title;

        @NotAudited
        long views;

        @ElementCollection
        Set<String> words;

        @ManyToOne(fetch = FetchType.LAZY)
        Book book;
    }

    @Entity(name = "revised_book")
    @Audited(withModifiedFlag = true)
    @AuditTable("revised_book_log")
    public static class Book {
        @Id
        long id;

        String name;

        @ManyToMany
        @AuditJoinTable(name = "revised_pages_log")
        List<Page> loose;
    }
}
