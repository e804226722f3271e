package dev.migrate.sample.transcription;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import dev.migrate.sample.meeting.SessionService;

/** Stores what was said and finds it again. */
@Service
@Transactional
class TranscriptionService {

    private final TranscriptionRepository transcriptions;
    private final SessionService sessions;

    TranscriptionService(TranscriptionRepository transcriptions, SessionService sessions) {
        this.transcriptions = transcriptions;
        this.sessions = sessions;
    }

    TranscriptionView add(long sessionId, NewTranscription request) {
        return TranscriptionView.of(transcriptions.save(new Transcription(sessions.find(sessionId), request)));
    }

    @Transactional(readOnly = true)
    List<TranscriptionView> list(long sessionId) {
        sessions.find(sessionId);
        return views(transcriptions.findBySessionIdOrderBySpokenAtAscIdAsc(sessionId));
    }

    @Transactional(readOnly = true)
    List<TranscriptionView> search(String words, int limit) {
        return views(transcriptions.search(words, limit));
    }

    private static List<TranscriptionView> views(List<Transcription> found) {
        return found.stream().map(TranscriptionView::of).toList();
    }
}
