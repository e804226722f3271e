package dev.migrate.autoconfigure.shop;

import java.math.BigDecimal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

/** An entity that the two revisions agree with. */
@Entity
public class Product {

    @Id
    private long id;

    private @Nullable String name;

    private @Nullable BigDecimal price;

    protected Product() {}

    public Product(long id, String name, BigDecimal price) {
        this.id = id;
        this.name = name;
        this.price = price;
    }

    public long id() {
        return id;
    }

    public @Nullable String name() {
        return name;
    }

    public @Nullable BigDecimal price() {
        return price;
    }
}
