using RegelLoket.Intake.Drafts;

namespace RegelLoket.Tests.Intake;

public sealed class DraftReportTests
{
    [Fact]
    public void ErrorsIn_AnEmptyDraft_AsksForTenAnswersAtMost()
    {
        var missing = DraftReport.ErrorsIn(new Draft { StartedAt = default, KeptUntil = default, ReportKey = "" });

        Assert.InRange(missing.Count, 6, 10);
    }
}
