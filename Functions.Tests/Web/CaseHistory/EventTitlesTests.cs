using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Tests.Cases;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Tests.Web.CaseHistory;

public sealed class EventTitlesTests
{
    public static TheoryData<string> Kinds => [.. EveryChange.All.Select(change => change.GetType().Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EveryKindOfEvent_IsASentenceAndNoCode(string kind)
    {
        var change = EveryChange.All.Single(change => change.GetType().Name == kind);

        var title = EventTitles.Of(change);

        Assert.NotEqual(EventTitles.TypeOf(change), title);
        Assert.True(char.IsUpper(title[0]) || char.IsDigit(title[0]) || title.StartsWith("RR-", StringComparison.Ordinal), title);
        Assert.DoesNotContain("  ", title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Ans", "Opgepakt door Ans")]
    [InlineData("Ans", "Bea", "Overgedragen van Ans aan Bea")]
    [InlineData("Ans", null, "Terug in de bak")]
    public void Of_AssignedCase_TellsFromWhomToWhom(string? from, string? to, string title) =>
        Assert.Equal(title, EventTitles.Of(new CaseAssigned { From = from, To = to }));

    [Fact]
    public void Of_ContextOfNoneOfTheThree_SaysSo()
    {
        var analysed = new ContextAnalysed { Source = RuleSource.Cao, Rules = [], Ministries = [], DueOn = CaseFiles.Due };

        Assert.Equal("Context vastgelegd: Cao, geen van de drie ministeries", EventTitles.Of(analysed));
        Assert.Equal("Context vastgelegd: Cao, VWS en SZW", EventTitles.Of(analysed with { Ministries = [Ministry.Vws, Ministry.Szw] }));
    }

    [Fact]
    public void Of_MailOfAKindThatIsNoLongerKnown_ShowsItsWord() =>
        Assert.Equal("Mail 'oude-soort': oude-stand",
            EventTitles.Of(new MailRecorded { Key = "mail", Kind = "oude-soort", State = "oude-stand" }));
}
