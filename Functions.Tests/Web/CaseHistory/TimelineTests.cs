using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Tests.Web.CaseHistory;

public sealed class TimelineTests
{
    [Fact]
    public void Of_ACase_ShowsEveryEventTheNewestFirst() => Assert.Equal(
        [(3, "Vraag aan de melder, de klok staat stil"), (2, "Opgepakt door Ans"), (1, "Melding ontvangen (API)")],
        Timeline.Of(CaseFiles.Of(CaseFiles.Reported(), CaseFiles.AssignedTo("Ans"), new ReporterAsked()))
            .Select(entry => (entry.Number, entry.Title)));

    [Fact]
    public void Of_TextOfAnEvent_IsShownUnderItsLabelUntilItIsErased()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new NoteAdded()).WithText(2, TextNames.Note, "Bel maandag terug.");

        Assert.Equal([("Notitie", "Bel maandag terug.")], Timeline.Of(file)[0].Texts);
        Assert.Equal([("Notitie", "[gewist]")], Timeline.Of(file with { Private = new PrivateCase() })[0].Texts);
    }

    [Fact]
    public void Of_TheReportItself_HasItsTextsInTheOrderOfTheForm() => Assert.Equal(
        [("Titel", "Insuline"), ("Wat houdt je tegen?", "Het mag niet"), ("Organisatie", "Huis")],
        Timeline.Of(CaseFiles.Of(CaseFiles.Reported()).WithText(1, TextNames.Organisation, "Huis")
            .WithText(1, TextNames.Obstacle, "Het mag niet").WithText(1, TextNames.Title, "Insuline"))[0].Texts);

    [Fact]
    public void Of_AProblemStatementInParts_ShowsItOnceAndWhole()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new StatementWritten { Version = 1, DueOn = CaseFiles.Due })
            .WithText(2, $"{TextNames.Statement}.wie", "Helpenden").WithText(2, TextNames.Statement, "Wie loopt ertegenaan\nHelpenden");

        Assert.Equal([("Probleemstelling", "Wie loopt ertegenaan\nHelpenden")], Timeline.Of(file)[0].Texts);
    }

    [Fact]
    public void Of_QuestionToOneMinistry_GoesByTheLabelOfAQuestion()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), CaseFiles.Escalated(Ministry.Vws))
            .WithText(2, TextNames.QuestionTo(Ministry.Vws), "Mag dit?");

        Assert.Contains(("Vraag", "Mag dit?"), Timeline.Of(file)[0].Texts);
    }

    [Fact]
    public void Of_EventsOfPeopleTheSystemAndMail_BelongToThatPart()
    {
        var file = CaseFiles.Of(CaseFiles.Reported(), new CaseClosed(), CaseFiles.Mail("verzonden")).By(2, Actor.System)
            .By(3, Actor.System);

        Assert.Equal([TimelineKind.Mail, TimelineKind.System, TimelineKind.People], Timeline.Of(file).Select(entry => entry.Kind));
    }

    [Theory]
    [InlineData("mensen", TimelineKind.People)]
    [InlineData("systeem", TimelineKind.System)]
    [InlineData("mail", TimelineKind.Mail)]
    [InlineData("alles", null)]
    [InlineData("iets-anders", null)]
    [InlineData(null, null)]
    public void Filter_WordInTheAddress_IsItsPartOrAll(string? word, TimelineKind? kind) => Assert.Equal(kind, TimelineFilter.Of(word));

    [Fact]
    public void NameOf_EachActor_NamesNoReporter()
    {
        Assert.Equal("Melder", Timeline.NameOf(Actor.Reporter));
        Assert.Equal("RegelLoket", Timeline.NameOf(Actor.System));
        Assert.Equal("VWS", Timeline.NameOf(Actor.Of(Ministry.Vws)));
        Assert.Equal("Ans", Timeline.NameOf(new Actor(ActorRole.Coordinator, "Ans")));
    }
}
