package dev.migrate.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this library, as its jar states it. */
final class CommandVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = CommandVersion.class.getPackage().getImplementationVersion();
        return new String[] {"migrate " + (version == null ? "(not packaged)" : version)};
    }
}
