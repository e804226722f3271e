package dev.migrate.autoconfigure;

/** Its presence says that the context is a test of the database layer, such as {@code @DataJpaTest}. */
record SliceMarker() {}
