package dev.migrate.sample.user;

import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored users. */
public interface UserRepository extends JpaRepository<User, Long> {

    List<User> findByIdGreaterThanOrderById(long after, Limit limit);
}
