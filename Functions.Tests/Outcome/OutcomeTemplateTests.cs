using RegelLoket.Cases;
using RegelLoket.Outcome;

namespace RegelLoket.Tests.Outcome;

/// <summary>What each outcome asks of the analyst, and that no answer slips into an outcome that has no place for it.</summary>
public sealed class OutcomeTemplateTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    public static TheoryData<OutcomeKind> Choices => [.. OutcomeTemplate.Choices];

    [Fact]
    public void Choices_AreAllOutcomesThatTheDeskDecides_TheMainOneFirst()
    {
        Assert.Equal(OutcomeKind.HetKanAl, OutcomeTemplate.Choices[0]);
        Assert.Equal(EnumNames.All<OutcomeKind>().Except(OutcomeTemplate.Choices), [OutcomeKind.Ingetrokken]);
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Of_EveryChoice_OpensAndTellsWhatIsNextInSentences(OutcomeKind kind)
    {
        var template = OutcomeTemplate.Of(kind);

        Assert.Matches(@"^\p{Lu}.*[.?]$", template.Opening);
        Assert.Matches(@"^\p{Lu}.*[.?]$", template.NextStep);
        Assert.Equal(OutcomeParts.None, template.Required & template.Offered);
    }

    [Fact]
    public void Of_HetKanAl_RequiresMost() => Assert.All(OutcomeTemplate.Choices, kind => Assert.True(
        Count(OutcomeTemplate.Of(kind).Required) <= Count(OutcomeTemplate.Of(OutcomeKind.HetKanAl).Required)));

    [Theory]
    [MemberData(nameof(Choices))]
    public void OnlyItsOwn_EverythingFilledIn_LeavesWhatTheOutcomeShows(OutcomeKind kind)
    {
        var template = OutcomeTemplate.Of(kind);
        var full = new OutcomeRequest
        {
            Outcome = kind,
            Reason = "Daarom.",
            Rule = new OutcomeRuleRequest(),
            ConfirmedOn = Day,
            PublishedIn = "Staatscourant",
            HoldsFrom = Day,
            HoldsUntil = Day,
        };

        var own = template.OnlyItsOwn(full);

        Assert.Equal(template.Shows(OutcomeParts.Rule), own.Rule is not null);
        Assert.Equal(template.Shows(OutcomeParts.Confirmation), own.ConfirmedOn is not null);
        Assert.Equal(template.Shows(OutcomeParts.Change), own.PublishedIn is not null);
        Assert.Equal(template.ShowsAnyOf(OutcomeParts.Change | OutcomeParts.Term), own.HoldsFrom is not null);
        Assert.Equal(template.Shows(OutcomeParts.Term), own.HoldsUntil is not null);
        Assert.Equal((full.Outcome, full.Reason), (own.Outcome, own.Reason));
        Assert.Equal(own, template.OnlyItsOwn(own));
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Shows_EveryPart_IsRequiredOrOffered(OutcomeKind kind)
    {
        var template = OutcomeTemplate.Of(kind);

        foreach (var part in Enum.GetValues<OutcomeParts>().Where(part => part != OutcomeParts.None))
        {
            Assert.Equal(template.Required.HasFlag(part) || template.Offered.HasFlag(part), template.Shows(part));
            Assert.Equal(template.Shows(part), template.ShowsAnyOf(part));
            Assert.True(template.Shows(part) || !template.Requires(part));
        }
    }

    private static int Count(OutcomeParts parts) => System.Numerics.BitOperations.PopCount((uint)parts);
}
