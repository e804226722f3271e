package dev.migrate.cli.model.second;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** Somebody who buys: without a nickname, but with an address and a state. */
@Entity
@Table(name = "customers", indexes = @Index(name = "customers_name_idx", columnList = "fullName"))
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    @Column(nullable = false, length = 200)
    String fullName = "";

    @Column(unique = true)
    @Nullable String email;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    State state = State.NEW;

    enum State {
        NEW,
        KNOWN
    }
}
