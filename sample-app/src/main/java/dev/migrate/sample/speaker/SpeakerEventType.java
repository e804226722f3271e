package dev.migrate.sample.speaker;

/** What a speaker did; the type {@code speakereventtype} of the database has the same values. */
enum SpeakerEventType {
    JOINED,
    SPEAKING_STARTED,
    SPEAKING_STOPPED,
    LEFT
}
