using RegelLoket.Intake.Pages;
using RegelLoket.Web.Components;

namespace RegelLoket.Tests.Intake.Pages;

public sealed class ReportStepsTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_AnAnswerWithoutAMinistry_SaysThatTheMinistryWasNotNeeded()
    {
        var steps = ReportSteps.Of([new("Ontvangen", Day), new("Bij ministerie(s)", null), new("Antwoord", Day), new("Gedeeld", null)]);

        Assert.Equal(["Ontvangen", "Ministerie: niet nodig", "Antwoord", "Gedeeld"], steps.Select(step => step.Title));
        Assert.Equal([StepState.Done, StepState.Skipped, StepState.Current, StepState.Upcoming], steps.Select(step => step.State));
    }

    [Fact]
    public void Of_ACaseUnderWay_SaysWhatHappensNow()
    {
        var steps = ReportSteps.Of(
            [new("Ontvangen", Day), new("We zoeken het uit", Day), new("Bij ministerie(s)", null)], "Vóór 3 december");

        Assert.Equal(StepState.Current, steps[1].State);
        Assert.Equal("Vóór 3 december", steps[1].Description);
        Assert.Equal(("Bij ministerie(s)", StepState.Upcoming), (steps[2].Title, steps[2].State));
    }
}
