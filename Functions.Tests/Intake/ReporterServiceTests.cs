using RegelLoket.Cases.Changes;
using RegelLoket.Intake;
using RegelLoket.Tests.Cases;

namespace RegelLoket.Tests.Intake;

public sealed class ReporterServiceTests
{
    /// <summary>An event of <see cref="CaseFiles"/> comes a day after the one before it.</summary>
    [Fact]
    public void TooManyReplies_OverManyDays_IsRefusedAtTheMostOfACase()
    {
        var file = CaseFiles.Of([CaseFiles.Reported(), .. Enumerable.Repeat(new ReporterReplied(), ReporterService.MostReplies)]);

        Assert.NotNull(ReporterService.TooManyReplies(file, file.State.ChangedAt));
        Assert.Null(ReporterService.TooManyReplies(
            CaseFiles.Of([CaseFiles.Reported(), .. Enumerable.Repeat(new ReporterReplied(), 100)]), file.State.ChangedAt));
    }

    [Fact]
    public void TooManyReplies_InOneDay_IsRefusedUntilTheNext()
    {
        var file = CaseFiles.Of([CaseFiles.Reported(), .. Enumerable.Repeat(new ReporterReplied(), ReporterService.MostRepliesADay)]);
        var atOnce = file with { Events = [.. file.Events.Select(e => e with { At = CaseFiles.ReportedAt })] };

        Assert.NotNull(ReporterService.TooManyReplies(atOnce, CaseFiles.ReportedAt.AddHours(1)));
        Assert.Null(ReporterService.TooManyReplies(atOnce, CaseFiles.ReportedAt.AddHours(25)));
    }
}
