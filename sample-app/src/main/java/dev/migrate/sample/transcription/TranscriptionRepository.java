package dev.migrate.sample.transcription;

import java.util.List;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.NativeQuery;

/** The stored transcriptions. */
interface TranscriptionRepository extends JpaRepository<Transcription, Long> {

    /** The condition is, to the letter, the expression of the index {@code transcriptions_content_search_idx}. */
    String SEARCH = """
            SELECT * FROM transcriptions
            WHERE to_tsvector('simple', content) @@ websearch_to_tsquery('simple', :words)
            ORDER BY spoken_at, id
            LIMIT :limit
            """;

    List<Transcription> findBySessionIdOrderBySpokenAtAscIdAsc(long sessionId);

    @NativeQuery(SEARCH)
    List<Transcription> search(String words, int limit);
}
