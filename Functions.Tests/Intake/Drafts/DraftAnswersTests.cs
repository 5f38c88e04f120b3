using RegelLoket.Cases;
using RegelLoket.Intake.Drafts;

namespace RegelLoket.Tests.Intake.Drafts;

/// <summary>The answers of a draft in words, as the reporter checks them before sending.</summary>
public sealed class DraftAnswersTests
{
    [Fact]
    public void Of_ReachableReporter_HasContactButNoWayOfReporting()
    {
        var answers = Of(("bereikbaar", [FormStep.ReachableValue]), ("melder.email", ["m@example.org"]));

        Assert.Equal("m@example.org", answers["E-mailadres"]);
        Assert.DoesNotContain("Hoe je meldt", answers.Keys);
    }

    [Fact]
    public void Of_AnonymousReporter_SaysSoAndShowsNoContact()
    {
        var answers = Of(("bereikbaar", [FormStep.AnonymousValue]), ("melder.email", ["m@example.org"]));

        Assert.Equal("Anoniem", answers["Hoe je meldt"]);
        Assert.DoesNotContain("E-mailadres", answers.Keys);
    }

    [Fact]
    public void Of_Choices_AreTheirNames()
    {
        var answers = Of(("branche", ["ggd"]), ("themas", ["gezond-werken", FormStep.UnknownValue, "oud-thema"]));

        Assert.Equal("GGD", answers["Branche"]);
        Assert.Equal("Gezond en met plezier werken, Weet ik niet, oud-thema", answers["Thema's"]);
        Assert.Null(Of(("branche", ["onbekend"]))["Branche"]);
    }

    [Fact]
    public void Of_Estimates_StandWithTheConsequencesAndNotByThemselves()
    {
        var answers = Of(("mensen", ["12"]), ("geld", ["3000"]), (ReportFields.Consequences, ["Wachttijd."]));

        Assert.Equal("Aantal mensen: 12\nGeld per jaar: 3000\nWachttijd.", answers["Wat zijn de gevolgen?"]);
        Assert.DoesNotContain("Aantal mensen", answers.Keys);
    }

    [Fact]
    public void Of_WithLinks_EachRowLeadsToItsPage()
    {
        var rows = DraftAnswers.Of(Draft(), withLinks: true);

        Assert.All(rows, row => Assert.EndsWith("?wijzigen=ja", row.ChangeHref, StringComparison.Ordinal));
        Assert.All(DraftAnswers.Of(Draft(), withLinks: false), row => Assert.Null(row.ChangeHref));
        Assert.Equal(rows.Count, rows.Select(row => row.Key).Distinct().Count());
    }

    [Fact]
    public void OfJoin_Answers_StandUnderTheirOwnNames()
    {
        var rows = DraftAnswers.OfJoin(Draft(("mensen", ["40"]), ("branche", ["ggd"]), ("organisatie", ["GGD Noord"])))
            .ToDictionary(row => row.Key, row => row.Value);

        Assert.Equal(("40", "GGD", "GGD Noord"), (rows["Hoeveel mensen"], rows["Branche"], rows["Organisatie"]));
        Assert.Equal("", rows["Regio"]);
    }

    private static Dictionary<string, string?> Of(params (string Name, string[] Values)[] answers) =>
        DraftAnswers.Of(Draft(answers), withLinks: false).ToDictionary(row => row.Key, row => row.Value);

    private static Draft Draft(params (string Name, string[] Values)[] answers) => new()
    {
        StartedAt = default,
        KeptUntil = default,
        ReportKey = "",
        Answers = answers.ToDictionary(answer => answer.Name, answer => answer.Values),
    };
}
