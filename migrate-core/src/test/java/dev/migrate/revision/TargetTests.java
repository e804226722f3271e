package dev.migrate.revision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TargetTests {

    @ParameterizedTest
    @CsvSource({
        "7fa95b5a0eb7,          ,         7fa95b5a0eb7, 0",
        "7fa9,                  ,         7fa9,         0",
        "head,                  ,         head,         0",
        "heads,                 ,         heads,        0",
        "base,                  ,         base,         0",
        "current,               ,         current,      0",
        "meetings,              ,         meetings,     0",
        "audio.v2,              ,         audio.v2,     0",
        "meetings@head,         meetings, head,         0",
        "meetings@heads,        meetings, heads,        0",
        "meetings@base,         meetings, base,         0",
        "meetings@7fa9,         meetings, 7fa9,         0",
        "7fa9@ce9e,             7fa9,     ce9e,         0",
        "+2,                    ,         ,             2",
        "-1,                    ,         ,             -1",
        "7fa9+1,                ,         7fa9,         1",
        "7fa9-3,                ,         7fa9,         -3",
        "head-2,                ,         head,         -2",
        "base+2,                ,         base,         2",
        "current-1,             ,         current,      -1",
        "meetings@+2,           meetings, ,             2",
        "meetings@-1,           meetings, ,             -1",
        "meetings@head-1,       meetings, head,         -1",
        "meetings@base+2,       meetings, base,         2",
        "2026_01_28,            ,         2026_01_28,   0",
    })
    void partsAreTakenApart(String text, String branch, String symbol, int offset) {
        Target target = Target.parse(text);
        assertThat(target.branch()).isEqualTo(branch);
        assertThat(target.symbol()).isEqualTo(symbol);
        assertThat(target.offset()).isEqualTo(offset);
        assertThat(target).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "@head",
                "meetings@",
                "a@b@c",
                "a b",
                "a+",
                "+",
                "-",
                "a+1+1",
                "--1",
                "+0",
                "head-0",
                "+x",
                "a/b",
                "é",
                "head@7fa9",
                "base@head",
                "+9999999999",
                "a;drop"
            })
    void textOfAnotherFormIsRefusedWithTheFormsInTheHint(String text) {
        assertThatExceptionOfType(RevisionException.class)
                .isThrownBy(() -> Target.parse(text))
                .withMessage("Can't locate revision identified by '%s'", text)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(RevisionException.Kind.INVALID_TARGET))
                .satisfies(failure -> assertThat(failure.hint()).contains("meetings@head"));
    }

    @Test
    void rangeIsNoTarget() {
        assertThatExceptionOfType(RevisionException.class)
                .isThrownBy(() -> Target.parse("7fa9:head"))
                .withMessage("Range revision not allowed");
    }

    @Test
    void targetsTypedTheSameAreEqual() {
        assertThat(Target.parse("heads")).isEqualTo(Target.heads()).hasSameHashCodeAs(Target.heads());
        assertThat(Target.parse("head")).isEqualTo(Target.head()).isNotEqualTo(Target.heads());
        assertThat(Target.parse("base")).isEqualTo(Target.base());
        assertThat(Target.parse("current")).isEqualTo(Target.current());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7fa9:ce9e", "7fa9:", ":7fa9", ":", "-3:current", "meetings@base:heads", "7fa9:+2"})
    void rangeGivesBackWhatWasTyped(String text) {
        assertThat(RevisionRange.parse(text)).hasToString(text);
    }

    @Test
    void openEndOfARangeIsNull() {
        assertThat(RevisionRange.parse("7fa9:")).isEqualTo(new RevisionRange(Target.parse("7fa9"), null));
        assertThat(RevisionRange.parse(":7fa9")).isEqualTo(new RevisionRange(null, Target.parse("7fa9")));
        assertThat(RevisionRange.parse(":")).isEqualTo(RevisionRange.all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7fa9", "a:b:c", "::"})
    void rangeHasExactlyOneColon(String text) {
        assertThatExceptionOfType(RevisionException.class)
                .isThrownBy(() -> RevisionRange.parse(text))
                .withMessage("History range requires [start]:[end], [start]:, or :[end]");
    }
}
