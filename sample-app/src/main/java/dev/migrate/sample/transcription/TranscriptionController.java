package dev.migrate.sample.transcription;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /sessions/{id}/transcriptions} and the search, {@code /transcriptions?q=}. */
@RestController
class TranscriptionController {

    private final TranscriptionService transcriptions;

    TranscriptionController(TranscriptionService transcriptions) {
        this.transcriptions = transcriptions;
    }

    @PostMapping("/sessions/{sessionId}/transcriptions")
    @ResponseStatus(HttpStatus.CREATED)
    TranscriptionView add(@PathVariable long sessionId, @Valid @RequestBody NewTranscription request) {
        return transcriptions.add(sessionId, request);
    }

    @GetMapping("/sessions/{sessionId}/transcriptions")
    List<TranscriptionView> list(@PathVariable long sessionId) {
        return transcriptions.list(sessionId);
    }

    @GetMapping("/transcriptions")
    List<TranscriptionView> search(
            @RequestParam("q") @NotBlank String words, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return transcriptions.search(words, limit);
    }
}
