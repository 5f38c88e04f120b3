using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Tests.Cases;

/// <summary>Who notices an outcome, and when that reopens its case by itself.</summary>
public sealed class EffectTallyTests
{
    [Theory]
    [InlineData("n", false)] // The reporter's "no" is a task for the desk, which one person decides.
    [InlineData("nn", false)]
    [InlineData("nnn", true)]
    [InlineData("jnn", true)]
    [InlineData("jdn", false)]
    [InlineData("jnnj", false)] // Half is not most.
    [InlineData("nnnjj", true)]
    [InlineData("-nnn", true)] // The reporter did not answer.
    public void Reopens_ByAnswers_NeedsThreeAndMoreThanHalf(string answers, bool reopens)
    {
        var state = CaseFiles.Of([CaseFiles.Reported(), CaseFiles.Outcome(), .. AnswersOf(answers)]).State;

        Assert.Equal(reopens, EffectTally.Reopens(state));
    }

    [Fact]
    public void Of_TwoAnswersOfOnePerson_CountsTheNewest()
    {
        var state = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Outcome(), CaseFiles.Joined(2), Answer(2, EffectNoticed.No),
            Answer(2, EffectNoticed.Partly, EffectMoment.SixMonths), Own(EffectNoticed.No), Own(EffectNoticed.Yes)).State;

        Assert.Equal(new EffectTally(2, 2), EffectTally.Of(state));
    }

    [Fact]
    public void Reopens_AfterTheReopening_StartsAnew()
    {
        CaseChange[] no = [CaseFiles.Reported(), CaseFiles.Outcome(), .. AnswersOf("nnn")];
        var reopened = CaseFiles.Of([.. no, new CaseReopened { DueOn = CaseFiles.Due }]).State;
        var again = CaseFiles.Of([.. no, new CaseReopened { DueOn = CaseFiles.Due }, CaseFiles.Outcome()]).State;

        Assert.False(EffectTally.Reopens(reopened) || EffectTally.Reopens(again));
        Assert.Equal(0, EffectTally.Of(again).Answers);
    }

    [Fact]
    public void HasRunItsCourse_CaseThatReopens_WakesItsWorkflow()
    {
        CaseChange[] over = [CaseFiles.Reported(), CaseFiles.Outcome(), .. AnswersOf("-nn"), new SharingDeclined(NotSharedReason.OnlyHere),
            new CaseClosed(), new EffectAsked(EffectMoment.SixMonths), CaseFiles.Joined(9)];
        var before = CaseFiles.Of(over).State;
        var after = CaseFiles.Of([.. over, Answer(9, EffectNoticed.No)]).State;

        Assert.True(before.HasRunItsCourse);
        Assert.False(after.HasRunItsCourse);
        Assert.Equal((after.Version, true), (after.Workflows[0].Newest, after.Workflows[0].IsExpected));
    }

    /// <summary>The first letter is the reporter's answer, the others those of organisations: yes, partly, no, or none.</summary>
    private static IEnumerable<CaseChange> AnswersOf(string letters)
    {
        foreach (var (place, letter) in letters.Index().Where(answer => answer.Item != '-'))
        {
            var noticed = letter switch { 'j' => EffectNoticed.Yes, 'd' => EffectNoticed.Partly, _ => EffectNoticed.No };
            if (place == 0)
            {
                yield return Own(noticed);
                continue;
            }

            yield return CaseFiles.Joined(place + 1);
            yield return Answer(place + 1, noticed);
        }
    }

    private static EffectAnswered Own(EffectNoticed noticed) => new() { Moment = EffectMoment.ThreeMonths, Noticed = noticed };

    private static FollowerEffectAnswered Answer(int follower, EffectNoticed noticed, EffectMoment moment = EffectMoment.ThreeMonths) =>
        new() { Follower = follower, Moment = moment, Noticed = noticed };
}
