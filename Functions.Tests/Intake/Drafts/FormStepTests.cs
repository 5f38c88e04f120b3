using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;

namespace RegelLoket.Tests.Intake.Drafts;

/// <summary>The pages of the form in their order, and that every field of a report is asked on one of them.</summary>
public sealed class FormStepTests
{
    [Fact]
    public void Fields_OfAllPages_AreTheFieldsOfAReportOnceEach() => Assert.Equal(
        ReportFields.All.Select(field => field.Name), FormStep.All.SelectMany(step => step.Fields));

    [Fact]
    public void NextAndPrevious_FromTheFirstToTheLast_VisitEveryPage()
    {
        var visited = new List<FormStep> { FormStep.All[0] };
        while (visited[^1].Next is { } next)
        {
            Assert.Equal(visited[^1], next.Previous);
            visited.Add(next);
        }

        Assert.Equal(FormStep.All, visited);
        Assert.Null(FormStep.All[0].Previous);
        Assert.Equal(Enumerable.Range(1, FormStep.Count - 1), FormStep.All.Select(step => step.Number));
    }

    [Fact]
    public void Find_Slug_IsThePageOfAReport()
    {
        Assert.All(FormStep.All, step => Assert.Equal(step, FormStep.Find(step.Slug)));
        Assert.Null(FormStep.Find(FormStep.Join.Slug));
        Assert.Null(FormStep.Find(""));
        Assert.All(ReportFields.All, field => Assert.Contains(field.Name, FormStep.Of(field).Fields));
    }

    [Fact]
    public void IsQuestion_PageToJoin_IsNoneOfAReport()
    {
        Assert.False(FormStep.Join.IsQuestion);
        Assert.All(FormStep.All, step => Assert.True(step.IsQuestion));
        Assert.Subset(ReportFields.All.Select(field => field.Name).ToHashSet(), FormStep.Join.Fields.ToHashSet());
    }
}
