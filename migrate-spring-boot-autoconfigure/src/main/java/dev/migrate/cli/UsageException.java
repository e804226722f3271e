package dev.migrate.cli;

/** Options were typed that do not go together. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
