package dev.migrate.sample.meeting;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** The stored meetings. */
interface MeetingRepository extends JpaRepository<Meeting, Long> {

    List<Meeting> findByOwnerIdAndIdGreaterThanOrderById(long ownerId, long after, Limit limit);

    List<Meeting> findByIdGreaterThanOrderById(long after, Limit limit);

    List<Meeting> findByScheduledAtGreaterThanEqualOrderByScheduledAt(Instant from, Limit limit);
}
