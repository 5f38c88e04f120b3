using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Privacy;

namespace RegelLoket.Tests.Privacy;

public sealed class AppraisalTests
{
    [Theory]
    [InlineData(OutcomeKind.Wetswijziging, true, 0)]
    [InlineData(OutcomeKind.RegelingAmvbAangepast, true, 0)]
    [InlineData(OutcomeKind.BeleidsregelAangepast, true, 0)]
    [InlineData(OutcomeKind.BewustZo, true, 0)]
    [InlineData(OutcomeKind.OntheffingExperiment, false, 10)]
    [InlineData(OutcomeKind.Uitvoeringspraktijk, false, 10)]
    [InlineData(OutcomeKind.HetKanAl, false, 5)]
    [InlineData(OutcomeKind.Ingetrokken, false, 5)]
    [InlineData(null, false, 5)]
    public void Of_Outcome_IsKeptForGoodWhereItChangedOrExplainsARule(OutcomeKind? outcome, bool forGood, int years) =>
        Assert.Equal(new Appraisal(forGood, years), Appraisal.Of(outcome));

    [Theory]
    [InlineData("Utrecht", "Utrecht", false)]
    [InlineData(" Fryslân\n", "Fryslân", false)]
    [InlineData("", null, false)]
    [InlineData(null, null, false)]
    [InlineData("utrecht", "utrecht", true)]
    [InlineData("Amersfoort", "Amersfoort", true)]
    public void Check_Region_IsOneOfTheList(string? text, string? expected, bool isWrong)
    {
        var errors = new FieldErrors();

        Assert.Equal(expected, Regions.Check("regio", text, errors));
        Assert.Equal(isWrong, errors.Has("regio"));
    }
}
