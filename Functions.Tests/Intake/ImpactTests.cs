using RegelLoket.Cases;
using RegelLoket.Intake;
using RegelLoket.Intake.Drafts;

namespace RegelLoket.Tests.Intake;

/// <summary>What one more organisation tells of a bottleneck.</summary>
public sealed class ImpactTests
{
    [Fact]
    public void Parse_AllFields_JoinsTheEstimatesWithTheConsequences()
    {
        var (impact, wrong) = Parse(new JoinRequest
        {
            People = 12,
            Hours = "8\nper maand",
            Money = "€ 5.000",
            Consequences = "Wij draaien extra diensten.",
            Branche = "ouderenzorg",
            Organisation = " Zorggroep ",
        });

        Assert.Empty(wrong);
        Assert.Equal((12, Branche.Ouderenzorg, null), (impact.People, impact.Branche, impact.Region));
        Assert.Equal(
            "Uren per maand: 8 per maand\nGeld per jaar: € 5.000\nWij draaien extra diensten.", impact.Texts[TextNames.Consequences]);
        Assert.Equal("Zorggroep", impact.Texts[TextNames.Organisation]);
        Assert.Equal(["branche", "gevolgen", "organisatie"], impact.NotKept.Keys.Order(StringComparer.Ordinal));
        Assert.False(impact.IsOnlyCounted);
    }

    [Fact]
    public void Parse_NumberAlone_IsOnlyCounted()
    {
        var (impact, wrong) = Parse(new JoinRequest { People = 0, Hours = " ", Consequences = "" });

        Assert.Empty(wrong);
        Assert.True(impact.IsOnlyCounted);
        Assert.Empty(impact.Texts);
    }

    /// <summary>A field and a request in which it is wrong.</summary>
    public static TheoryData<string, JoinRequest> Faults => new()
    {
        { "mensen", new() { People = -1 } },
        { "mensen", new() { People = 100_001 } },
        { "uren", new() { Hours = new string('1', 1_000) } },
        { "gevolgen", new() { Consequences = new string('a', 50_000) } },
        { "gevolgen", new() { Consequences = "Haar bsn is 111222333." } },
        { "organisatie", new() { Organisation = new string('a', 1_000) } },
        { "branche", new() { Branche = "onzin" } },
        { "regio", new() { Region = "Atlantis" } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_WrongField_IsNamed(string field, JoinRequest request) => Assert.Equal([field], Parse(request).Wrong);

    [Fact]
    public void Steps_OfTheForm_LeadFromOneToTheNext()
    {
        Assert.Null(FormStep.All[0].Previous);
        Assert.Null(FormStep.All[^1].Next);
        Assert.All(FormStep.All.Zip(FormStep.All.Skip(1)), pair =>
        {
            Assert.Same(pair.Second, pair.First.Next);
            Assert.Same(pair.First, pair.Second.Previous);
            Assert.Equal(pair.First.Number + 1, pair.Second.Number);
        });
        Assert.Equal(FormStep.All[^1].Number + 1, FormStep.Count);
        Assert.All(FormStep.All, step => Assert.Same(step, FormStep.Find(step.Slug)));
        Assert.Null(FormStep.Find("onbekend"));
        Assert.False(FormStep.Join.IsQuestion);
    }

    [Fact]
    public void Steps_OfTheForm_AskEachFieldOnce()
    {
        var asked = FormStep.All.SelectMany(step => step.Fields).ToList();

        Assert.Equal(ReportFields.All.Select(field => field.Name).Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
        Assert.All(ReportFields.All, field => Assert.Contains(field.Name, FormStep.Of(field).Fields));
    }

    private static (Impact Impact, IEnumerable<string> Wrong) Parse(JoinRequest request)
    {
        var errors = new FieldErrors();
        return (Impact.Parse(request, errors), errors.All.Keys);
    }
}
