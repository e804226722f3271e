package dev.migrate.autogenerate.features;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.View;
import org.jspecify.annotations.NullUnmarked;

/** What inherits. */
@NullUnmarked
public final class Hierarchies {

    private Hierarchies() {}

    @MappedSuperclass
    public abstract static class Audited {
        @Id
        @GeneratedValue
        Long id;

        @Column(nullable = false)
        Instant changed;
    }

    @Entity(name = "note")
    public static class Note extends Audited {
        String text;
    }

    @Entity(name = "vehicle")
    @Inheritance
    public abstract static class Vehicle {
        @Id
        long id;
    }

    @Entity(name = "car")
    public static class Car extends Vehicle {
        int doors;
    }

    @Entity(name = "truck")
    public static class Truck extends Vehicle {
        @Column(nullable = false)
        Double load;

        @ManyToOne
        Car tows;
    }

    @Entity(name = "shape")
    @Inheritance
    @DiscriminatorColumn(name = "shape_type", discriminatorType = DiscriminatorType.CHAR)
    @DiscriminatorValue("S")
    public static class Shape {
        @Id
        long id;
    }

    @Entity(name = "circle")
    @DiscriminatorValue("C")
    public static class Circle extends Shape {
        double radius;
    }

    @Entity(name = "tool")
    @Inheritance
    @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
    public static class Tool {
        @Id
        long id;
    }

    @Entity(name = "saw")
    @DiscriminatorValue("2")
    public static class Saw extends Tool {}

    @Entity(name = "animal")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "kind", length = 10)
    public abstract static class Animal {
        @Id
        @GeneratedValue
        Long id;
    }

    @Entity(name = "cat")
    public static class Cat extends Animal {
        String name;
    }

    @Entity(name = "dog")
    @PrimaryKeyJoinColumn(name = "animal_id")
    public static class Dog extends Animal {
        @ManyToOne
        Cat enemy;
    }

    @Entity(name = "payment")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public abstract static class Payment {
        @Id
        @GeneratedValue
        Long id;

        int amount;
    }

    @Entity(name = "cash")
    public static class Cash extends Payment {}

    @Entity(name = "card")
    public static class Card extends Payment {
        @Column(length = 4, nullable = false)
        String digits;
    }

    @Entity(name = "summary")
    @Immutable
    @Subselect("select 1 as id")
    public static class Summary {
        @Id
        long id;
    }

    @Entity(name = "seen")
    @View(query = "select id, name from cat")
    public static class Seen {
        @Id
        long id;

        String name;
    }
}
