package dev.migrate.sample.user;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The request for an API token; the name tells its owner what it is for. */
record NewApiToken(@NotBlank @Size(max = 100) String name) {}
