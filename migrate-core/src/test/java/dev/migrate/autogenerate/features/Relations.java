package dev.migrate.autogenerate.features;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** What joins tables. */
@NullUnmarked
public final class Relations {

    private Relations() {}

    enum Kind {
        HOME,
        WORK
    }

    @Embeddable
    public static class Address {
        @Column(nullable = false)
        String street;

        @Enumerated(EnumType.STRING)
        Kind kind;
    }

    @Entity(name = "person")
    public static class Person {
        @Id
        long id;

        @Embedded
        Address address;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "other_street", length = 50))
        @AttributeOverride(name = "kind", column = @Column(name = "other_kind"))
        Address other;
    }

    @Entity(name = "in_json")
    public static class InJson {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.JSON)
        Address address;
    }

    @Entity(name = "collector")
    public static class Collector {
        @Id
        long id;

        @ElementCollection
        Set<String> bag;

        @ElementCollection
        @OrderColumn
        List<Integer> ordered;

        @ElementCollection
        @CollectionTable(name = "collector_addresses", joinColumns = @JoinColumn(name = "owner", nullable = false))
        Set<Address> addresses;

        @ElementCollection
        @MapKeyColumn(name = "named")
        Map<String, Integer> map;

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        Map<Kind, String> byKind;

        @ElementCollection
        @SortNatural
        SortedSet<Integer> sorted;

        @ElementCollection
        @Enumerated(EnumType.STRING)
        Set<Kind> kinds;
    }

    @Entity(name = "parent")
    public static class Parent {
        @Id
        long id;

        @OneToMany(mappedBy = "parent")
        List<Child> children;

        @OneToMany
        List<Child> favourites;

        @OneToMany
        @JoinColumn(name = "guardian_id")
        Set<Child> wards;

        @ManyToMany
        @JoinTable(
                name = "parent_friend",
                joinColumns = @JoinColumn(name = "a"),
                inverseJoinColumns = @JoinColumn(name = "b"))
        Set<Parent> friends;

        @ManyToMany
        @OrderColumn(name = "place")
        List<Child> queue;

        @OneToOne
        Child only;
    }

    @Entity(name = "child")
    public static class Child {
        @Id
        long id;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        Parent parent;

        @ManyToOne
        @JoinColumn(name = "teacher", foreignKey = @ForeignKey(name = "child_teacher_fk"))
        Parent teacher;

        @ManyToOne
        @JoinColumn(name = "loose", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        Parent loose;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.SET_NULL)
        Child elder;
    }

    @Embeddable
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String zone;
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.number == number && key.zone.equals(zone);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Entity(name = "keyed")
    public static class Keyed {
        @EmbeddedId
        Key key;

        String name;
    }

    @Entity(name = "refers")
    public static class Refers {
        @Id
        long id;

        @ManyToOne
        Keyed keyed;

        @ElementCollection
        Set<Key> keys;
    }

    public static class PairId implements Serializable {
        private static final long serialVersionUID = 1;

        long left;
        String right;

        @Override
        public boolean equals(Object other) {
            return other instanceof PairId pair && pair.left == left && pair.right.equals(right);
        }

        @Override
        public int hashCode() {
            return right.hashCode();
        }
    }

    @Entity(name = "pair")
    @IdClass(PairId.class)
    public static class Pair {
        @Id
        @Column(name = "lefthand")
        long left;

        @Id
        @Column(name = "righthand")
        String right;
    }

    @Entity(name = "shared")
    public static class Shared {
        @Id
        Long id;

        @OneToOne
        @MapsId
        Keyless keyless;
    }

    @Entity(name = "keyless")
    public static class Keyless {
        @Id
        Long id;

        @OneToOne(mappedBy = "keyless")
        Shared shared;
    }

    @Entity(name = "split")
    @SecondaryTable(name = "split_details", pkJoinColumns = @PrimaryKeyJoinColumn(name = "split_id"))
    public static class Split {
        @Id
        long id;

        @Column(table = "split_details", nullable = false)
        String detail;
    }

    @Entity(name = "ring_a")
    public static class RingA {
        @Id
        long id;

        @ManyToOne(optional = false)
        RingB next;
    }

    @Entity(name = "ring_b")
    public static class RingB {
        @Id
        long id;

        @ManyToOne(optional = false)
        RingA next;
    }

    @Entity(name = "natural_target")
    public static class Target {
        @Id
        long id;

        @Column(unique = true, nullable = false)
        String code;
    }

    @Entity(name = "by_code")
    public static class ByCode {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "target_code", referencedColumnName = "code")
        Target target;
    }
}
