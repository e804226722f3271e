package dev.migrate.lint.rule;

import java.util.List;

/** The rules that this library brings. */
public final class LintRules {

    private LintRules() {}

    /** Returns them with what holds unless something else is said. */
    public static List<LintRule> builtIn() {
        return builtIn(NamePattern.usual());
    }

    /**
     * Returns them, in the order of the reference; a new one is a file and a line here.
     *
     * @param names what new names are to look like
     */
    public static List<LintRule> builtIn(NamePattern names) {
        return List.of(
                new RequireConcurrentIndexCreation(),
                new RequireConcurrentIndexDeletion(),
                new RequireConcurrentReindex(),
                new ConcurrentlyInTransaction(),
                new IndexOnPartitionedTable(),
                new ConcurrentIndexIfNotExists(),
                new IndexNeedsName(),
                new UniqueIndexDependsOnData(),
                new ReplacingAnIndex(),
                new MissingForeignKeyIndex(),
                new WideIndex(),
                new HashIndex(),
                new CorruptConcurrentIndexes(),
                new AddingFieldWithDefault(),
                new AddingRequiredField(),
                new AddingNotNullableField(),
                new AddingSerialColumn(),
                new AddingIdentityColumn(),
                new AddingStoredGeneratedColumn(),
                new SetGeneratedExpression(),
                new AddingConstrainedDomainColumn(),
                new ChangingColumnType(),
                new ChangingTypeWithConstraint(),
                new ChangingCollationIndexed(),
                new TimestamptzDependsOnTimezone(),
                new BanDropColumn(),
                new RenamingColumn(),
                new BanDropNotNull(),
                new DuplicateColumns(),
                new AddingJsonColumn(),
                new MismatchedReferenceTypes(),
                new ChangeColumnDefault(),
                new PreferBigintOverInt(),
                new PreferBigintOverSmallint(),
                new PreferIdentity(),
                new PreferTextField(),
                new PreferTimestamptz(),
                new BanCharField(),
                new AddLimitToText(),
                new WideTables(),
                new ColumnsAlignment(),
                new IdentifierTooLong(),
                new ConstraintMissingNotValid(),
                new AddingForeignKey(),
                new ValidateInSameTransaction(),
                new DisallowedUniqueConstraint(),
                new AddingPrimaryKey(),
                new PrimaryKeyUsingNullableIndex(),
                new AddingExclusionConstraint(),
                new DropForeignKeyLocksBoth(),
                new MultipleForeignKeys(),
                new DroppingConstraint(),
                new CreateDomainWithConstraint(),
                new AlterDomainWithConstraint(),
                new BanDropTable(),
                new BanDropSchema(),
                new BanDropDatabase(),
                new RenamingTable(),
                new RenameSchema(),
                new BanTruncateCascade(),
                new Truncate(),
                new CreateTableForce(),
                new SetLoggedUnlogged(),
                new SetAccessMethod(),
                new SetTablespace(),
                new VacuumFullCluster(),
                new PreferRepack(),
                new AttachPartitionScan(),
                new CreatePartitionOf(),
                new ConcurrentPartitionDetach(),
                new AddingTrigger(),
                new CreatePolicyOrRls(),
                new RefreshMatviewNonConcurrent(),
                new RenameEnumValue(),
                new EnumValueOrdering(),
                new CreatingEnum(),
                new EnumValueUsedInSameTransaction(),
                new ReplicaIdentity(),
                new AutovacuumOff(),
                new SecurityDefiner(),
                new DynamicSql(),
                new RequireLockTimeout(),
                new RequireStatementTimeout(),
                new TransactionNesting(),
                new BanUncommittedTransaction(),
                new MixedTransactionalModes(),
                new StatementsAfterAccessExclusive(),
                new MultipleAlterTable(),
                new DdlAndBackfillTogether(),
                new UnbatchedUpdate(),
                new PreferRobustStatements(),
                new RequireTableSchema(),
                new Naming(names),
                new Irreversible(),
                new ApplicationCode(),
                new UnrecognizedStatement(),
                new AllowanceWithoutEffect());
    }
}
