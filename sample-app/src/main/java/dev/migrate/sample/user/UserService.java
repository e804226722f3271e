package dev.migrate.sample.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Registers users and issues their API tokens. */
@Service
@Transactional
class UserService {

    private static final int TOKEN_BYTES = 32;

    private final UserRepository users;
    private final ApiTokenRepository tokens;
    private final SecureRandom random = new SecureRandom();

    UserService(UserRepository users, ApiTokenRepository tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    User create(NewUser request) {
        return users.save(new User(request.email(), request.displayName()));
    }

    @Transactional(readOnly = true)
    User find(long id) {
        return users.findById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no user " + id + "."));
    }

    @Transactional(readOnly = true)
    List<User> list(long after, int limit) {
        return users.findByIdGreaterThanOrderById(after, Limit.of(limit));
    }

    /** Issues a token; the answer is the only place where it can ever be read. */
    IssuedToken issueToken(long userId, NewApiToken request) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = "mt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        ApiToken saved = tokens.save(new ApiToken(find(userId), request.name(), hash(token)));
        return new IssuedToken(ApiTokenView.of(saved), token);
    }

    @Transactional(readOnly = true)
    List<ApiTokenView> activeTokens(long userId) {
        find(userId);
        return tokens.findByUserIdAndRevokedAtIsNullOrderById(userId).stream()
                .map(ApiTokenView::of)
                .toList();
    }

    void revokeToken(long userId, long tokenId) {
        tokens.findByIdAndUserId(tokenId, userId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "User " + userId + " has no token " + tokenId + "."))
                .revoke(Instant.now());
    }

    // The same hash that revision 2e9f64c8b7d1 computes in the database, so that older tokens stay valid.
    private static String hash(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
