package dev.migrate.sample.user;

/** A new API token with its secret, which is shown once. */
record IssuedToken(ApiTokenView details, String token) {

    @Override
    public String toString() {
        return "IssuedToken[details=" + details + "]";
    }
}
