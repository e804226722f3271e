package dev.migrate.sample.user;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored hashes of API tokens. */
interface ApiTokenRepository extends JpaRepository<ApiToken, Long> {

    List<ApiToken> findByUserIdAndRevokedAtIsNullOrderById(long userId);

    Optional<ApiToken> findByIdAndUserId(long id, long userId);
}
