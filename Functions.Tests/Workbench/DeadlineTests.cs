using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.Components;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

public sealed class DeadlineTests
{
    private static readonly WorkingDays Days = new(new WorkingDayOptions());

    /// <summary>The case is due on Monday 7 December 2026.</summary>
    [Theory]
    [InlineData("2026-12-07", "Vandaag", BadgeKind.Warning)]
    [InlineData("2026-12-06", "Nog 1 werkdag", BadgeKind.Warning)]
    [InlineData("2026-12-04", "Nog 1 werkdag", BadgeKind.Warning)]
    [InlineData("2026-12-03", "Nog 2 werkdagen", BadgeKind.Warning)]
    [InlineData("2026-12-02", "Nog 3 werkdagen", BadgeKind.Active)]
    [InlineData("2026-12-08", "1 werkdag te laat", BadgeKind.Danger)]
    [InlineData("2026-12-14", "5 werkdagen te laat", BadgeKind.Danger)]
    public void Of_OpenCase_CountsTheWorkingDays(string today, string text, BadgeKind kind) =>
        Assert.Equal(new Deadline(text, kind), Deadline.Of(Case(), Days, Day(today)));

    [Fact]
    public void Of_TermOnADayOff_IsADayAheadOrLate()
    {
        var onSunday = CaseFiles.Reported() with { DueOn = new DateOnly(2026, 12, 6) };
        var state = CaseFiles.Of(onSunday).State;

        Assert.Equal("Nog 1 werkdag", Deadline.Of(state, Days, Day("2026-12-05")).Text);
        Assert.Equal("1 werkdag te laat", Deadline.Of(state, Days, Day("2026-12-07")).Text);
    }

    [Fact]
    public void Of_CaseThatWaitsOrIsOver_SaysSo()
    {
        var asked = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.AssignedTo("Ans"), new ReporterAsked()).State;
        var withdrawn = CaseFiles.Of(CaseFiles.Reported(), new CaseWithdrawn()).State;

        Assert.Equal(new Deadline("Klok staat stil", BadgeKind.Neutral), Deadline.Of(asked, Days, Day("2027-01-01")));
        Assert.Equal(new Deadline("Afgerond", BadgeKind.Success), Deadline.Of(withdrawn, Days, Day("2027-01-01")));
    }

    [Fact]
    public void Of_EntryOfTheQueue_SaysTheSameAsTheCase()
    {
        var file = CaseFiles.Of(CaseFiles.Reported());

        Assert.Equal(Deadline.Of(file.State, Days, Day("2026-12-02")), Deadline.Of(CaseEntry.Of(file), Days, Day("2026-12-02")));
    }

    private static CaseState Case() => CaseFiles.Of(CaseFiles.Reported()).State;

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
