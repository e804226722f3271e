package dev.migrate.sample;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers 409 and the name of the constraint where the database refuses a change. */
@RestControllerAdvice
class ConflictAdvice {

    @ExceptionHandler
    ProblemDetail refused(DataIntegrityViolationException exception) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The change contradicts the stored data.");
        String constraint = constraint(exception);
        if (constraint != null) {
            problem.setProperty("constraint", constraint);
        }
        return problem;
    }

    private static @Nullable String constraint(DataIntegrityViolationException exception) {
        return exception.getCause() instanceof ConstraintViolationException violation
                ? violation.getConstraintName()
                : null;
    }
}
