package dev.migrate.autogenerate;

/**
 * Edits what a comparison proposes, before it is shown or written: leaves operations out, adds some, says more.
 *
 * <pre>{@code
 * @Bean
 * RevisionCustomizer keepColumns() {
 *     return proposal -> proposal.withOperations(proposal.operations().stream()
 *             .filter(operation -> !(operation instanceof DropColumn))
 *             .toList());
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RevisionCustomizer {

    /**
     * Returns what is proposed instead.
     *
     * @param proposal possibly empty
     */
    Proposal customize(Proposal proposal);
}
