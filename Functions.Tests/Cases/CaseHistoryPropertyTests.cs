using FsCheck.Xunit;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

/// <summary>
/// What holds for every life of a case: each number of <c>choices</c> picks one of the changes that the case allows then.
/// </summary>
public sealed class CaseHistoryPropertyTests
{
    [Property]
    public void After_AnyPrefix_CountsItsEvents(int[] choices)
    {
        var state = new CaseState { Number = CaseFiles.Number };
        foreach (var e in Histories.Of(choices).Events)
        {
            state = state.After(e);

            Assert.Equal((e.Number, e.At), (state.Version, state.ChangedAt));
            Assert.Equal((CaseFiles.ReportedAt, CaseFiles.Number), (state.ReportedAt, state.Number));
        }
    }

    [Property]
    public void After_AnyPrefix_TheStatusTellsWhereTheRequestsStand(int[] choices)
    {
        var state = new CaseState { Number = CaseFiles.Number };
        foreach (var e in Histories.Of(choices).Events)
        {
            state = state.After(e);

            Assert.True(state.Status != CaseStatus.AtMinistries || state.Requests.Any(request => !request.HasEnded));
            Assert.True(state.Status != CaseStatus.AnswersIn || state.Requests.All(request => request.HasEnded));
            Assert.True(state.Status != CaseStatus.WaitingForReporter || state is { ResumeStatus: not null, PausedOn: not null });
            Assert.Equal(state.Status == CaseStatus.Merged, state.MergedInto is not null);
        }
    }

    [Property]
    public void After_AnyPrefix_HasOneWorkflowForTheCaseAndOneForEachMinistryAsked(int[] choices)
    {
        var state = new CaseState { Number = CaseFiles.Number };
        foreach (var e in Histories.Of(choices).Events)
        {
            var before = state.Workflows;
            state = state.After(e);

            Assert.Equal(
                state.Requests.Select(request => (Ministry?)request.Ministry).Distinct().Order(),
                state.Workflows.Skip(1).Select(mark => mark.Ministry).Order());
            Assert.Null(state.Workflows[0].Ministry);
            Assert.All(state.Workflows, mark => Assert.True(mark.First <= mark.Newest && mark.Newest <= e.Number));
            Assert.All(before, (mark, i) =>
                Assert.True(mark.First == state.Workflows[i].First && mark.Newest <= state.Workflows[i].Newest));
            Assert.True(!state.IsOpen || state.Workflows[0].IsExpected);
        }
    }
}
