using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Tests.Web.CaseHistory;

/// <summary>Every view of a case shows the same parts, and none leaves a text out.</summary>
public sealed class CasePartsTests
{
    [Fact]
    public void Of_Case_HasAPartForEachEventWithItsTexts()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new NoteAdded(), CaseFiles.AssignedTo("Ans"))
            .WithText(1, TextNames.Title, "Prikken").WithText(1, TextNames.Description, "Wij mogen niet prikken.")
            .WithText(2, TextNames.Note, "Gebeld met de melder.");

        var parts = CaseParts.Of(file);

        Assert.Equal(file.Events, parts.Select(part => part.Event));
        Assert.Equal(["Prikken", "Wij mogen niet prikken."], parts[0].Lines.Select(line => line.Shown));
        Assert.Equal(["Gebeld met de melder."], parts[1].Lines.Select(line => line.Shown));
        Assert.Empty(parts[2].Lines);
        Assert.All(parts, part => Assert.NotEmpty(part.Title));
    }

    [Fact]
    public void Of_TextThatWasErased_SaysSo()
    {
        var file = CaseFiles.Of(CaseFiles.Reported()).WithText(1, TextNames.Title, "Prikken");
        var erased = file with { Private = new PrivateCase() };

        var line = Assert.Single(CaseParts.Of(erased)[0].Lines);

        Assert.Equal(CaseParts.Erased, line.Shown);
        Assert.DoesNotContain("Prikken", line.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StatementInParts_ShowsItsWholeTextOnce()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new StatementWritten { Version = 1, DueOn = CaseFiles.Due })
            .WithText(2, TextNames.Statement, "Alles bij elkaar.").WithText(2, $"{TextNames.Statement}.wie", "Een team.");

        Assert.Equal(["Alles bij elkaar."], CaseParts.Of(file)[1].Lines.Select(line => line.Shown));
    }

    [Fact]
    public void Of_Facts_StandBeforeTheTexts()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws))
            .WithText(2, TextNames.QuestionTo(Ministry.Vws), "Mag dit?");

        var lines = CaseParts.Of(file)[1].Lines;

        Assert.StartsWith("Reactie van", lines[0].Label, StringComparison.Ordinal);
        Assert.Equal("Mag dit?", lines[1].Shown);
    }
}
