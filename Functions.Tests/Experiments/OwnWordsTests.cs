using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Experiments;
using RegelLoket.Tests.Cases;
using RegelLoket.Tests.Experiments.Participation;

namespace RegelLoket.Tests.Experiments;

/// <summary>Whose words a text for the public begins with: the organisation's, and never those of a colleague.</summary>
public sealed class OwnWordsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_LessonsAfterTheEnd_AreOfferedOnlyWhereTheOrganisationWroteThem(bool itself)
    {
        var file = Ended(itself ? Actor.Participant : Experimenting.Ans);

        var form = ExperimentForms.Of(file, file.State.Experiments[0]);

        Assert.Equal(itself ? "Geleerd." : "", form.Value("lessen"));
        Assert.Contains("Gedaan.", form.Value("watGedaan"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Edits_FirstText_ComparesWithWhatTheOrganisationWroteAlone(bool itself)
    {
        var file = Ended(itself ? Actor.Participant : Experimenting.Ans, new ExperimentDrafted { Experiment = 1, Version = 1 });
        foreach (var name in new[] { TextNames.PublicTitle, TextNames.PublicProblem, TextNames.PublicSolution, TextNames.PublicLessons })
        {
            file = file.WithText(7, name, "Voor iedereen.");
        }

        var edits = OwnWords.Edits(file, file.State.Experiments[0], file.State.Experiments[0].Draft!);

        Assert.Equal(["Voor iedereen.", "Voor iedereen.", "Ronde 1, verkennen: Gedaan.", itself ? "Geleerd." : "Voor iedereen."],
            edits.Select(edit => edit.Before));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_WhatIsScanned_LeavesOutTheLessonsOfTheDesk(bool itself)
    {
        var file = Ended(itself ? Actor.Participant : Experimenting.Ans);

        Assert.Equal(itself, OwnWords.All(file, file.State.Experiments[0]).Any(words => words.Text == "Geleerd."));
    }

    private static CaseFile Ended(Actor by, params CaseChange[] after) => Experimenting.After(
        [(Experimenting.Noted(ExperimentPhase.Explore), Actor.Participant), (Experimenting.Ended, by),
            .. after.Select(change => (change, Experimenting.Ans))])
        .WithText(4, TextNames.Question, "Helpt het?").WithText(5, TextNames.Note, "Gedaan.").WithText(6, TextNames.Lessons, "Geleerd.");
}
