package dev.migrate.cli.model.second;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** What somebody bought. */
@Entity
@Table(name = "purchases")
public class Purchase {

    @Id
    @GeneratedValue
    @Nullable Long id;

    @ManyToOne(optional = false)
    @Nullable Customer customer;

    @Column(nullable = false, precision = 10, scale = 2)
    BigDecimal amount = BigDecimal.ZERO;

    @Column(nullable = false)
    Instant boughtAt = Instant.EPOCH;
}
