using RegelLoket.Cases;
using RegelLoket.Escalation;
using RegelLoket.Tests.Cases;
using RegelLoket.Web;

namespace RegelLoket.Tests.Escalation;

public sealed class ReactionFormTests
{
    [Theory]
    [InlineData("antwoord", ReactionKind.Answer, "het antwoord")]
    [InlineData("wedervraag", ReactionKind.AskBack, "de vraag")]
    [InlineData("meerTijd", ReactionKind.MoreTime, "de reden")]
    [InlineData("nietBijOns", ReactionKind.NotOurs, "van wie")]
    [InlineData("doorzetten", ReactionKind.PassOn, "het bericht")]
    [InlineData("ontvangst", ReactionKind.Acknowledge, "het antwoord")]
    public void Read_EachButton_TakesItsOwnText(string button, ReactionKind kind, string text)
    {
        var reaction = ReactionForm.Read(Typed().With(ReactionForm.Action, button))!;

        Assert.Equal((kind, text), (reaction.Kind, reaction.Text));
        Assert.Equal(kind == ReactionKind.Answer ? AnswerStance.WillChange : null, reaction.Stance);
        Assert.Equal(kind == ReactionKind.Answer ? [new RuleReaction(2, AnswerStance.AlreadyPossible)] : null, reaction.Rules);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bewaren")]
    [InlineData("onzin")]
    public void Read_NoButtonOfAReaction_IsNone(string button) =>
        Assert.Null(ReactionForm.Read(Typed().With(ReactionForm.Action, button)));

    [Theory]
    [InlineData("2026-12-24", 24)]
    [InlineData("24-12-2026", null)]
    [InlineData("", null)]
    public void Read_DayOfMoreTime_IsTheDayOrNone(string typed, int? day) => Assert.Equal(
        day, ReactionForm.Read(new FormState().With(ReactionForm.Action, "meerTijd").With(ReactionForm.Until, typed))!.Until?.Day);

    [Fact]
    public void DraftOf_HalfAnswer_ComesBackAsItWas()
    {
        var draft = ReactionForm.DraftOf(Typed(), CaseFiles.ReportedAt);

        var again = ReactionForm.DraftOf(ReactionForm.Of(draft), CaseFiles.ReportedAt.AddDays(1));

        Assert.True(draft.SaysTheSameAs(again));
        Assert.False(draft.SaysTheSameAs(again with { Text = "anders" }));
        Assert.NotEqual(draft.Version, again.Version);
        Assert.True(ReactionForm.HoldsAnswer(ReactionForm.Of(draft)));
    }

    [Theory]
    [InlineData(ReactionForm.Answer, "Half", true)]
    [InlineData(ReactionForm.Stance, "aanpassen", true)]
    [InlineData("regel-50", "kan-al", true)]
    [InlineData("regel-51", "kan-al", false)]
    [InlineData("regel-1", "onzin", false)]
    [InlineData(ReactionForm.Reason, "Eerst advies", false)]
    public void HoldsAnswer_FieldOfAnAnswer_IsTrue(string field, string value, bool expected) =>
        Assert.Equal(expected, ReactionForm.HoldsAnswer(new FormState().With(field, value)));

    [Fact]
    public void WrittenIn_AllFields_IsAllThatWasWritten()
    {
        Assert.Equal("het antwoord\n\nde vraag\n\nde reden\n\nvan wie\n\nhet bericht", ReactionForm.WrittenIn(Typed()));
        Assert.Equal("", ReactionForm.WrittenIn(new FormState()));
    }

    [Fact]
    public void Refuse_ErrorOfTheText_StandsAtTheFieldOfTheReaction()
    {
        var form = new FormState();

        ReactionForm.Refuse(
            form, ReactionKind.MoreTime, new Dictionary<string, string> { ["tekst"] = "Vul in.", ["tot"] = "Kies een dag." });

        Assert.Equal(["reden", "tot"], form.Errors.Keys.Order(StringComparer.Ordinal));
    }

    private static FormState Typed() => new FormState().With(ReactionForm.Answer, "het antwoord").With(ReactionForm.AskBack, "de vraag")
        .With(ReactionForm.Reason, "de reden").With(ReactionForm.Whose, "van wie").With(ReactionForm.Note, "het bericht")
        .With(ReactionForm.Stance, "aanpassen").With(ReactionForm.Rule(2), "kan-al");
}
