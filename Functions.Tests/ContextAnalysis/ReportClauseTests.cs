using FsCheck.Xunit;
using RegelLoket.ContextAnalysis.Owners;
using RegelLoket.ContextAnalysis.Suggestions;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class ReportClauseTests
{
    [Fact]
    public void Cut_SentencesAndPartsBetweenCommas_AreClausesInOrder()
    {
        const string Text = "Onze helpenden mogen geen insuline prikken. Daarnaast krijgen zij-instromers geen uitkering van het UWV, "
            + "terwijl de opleiding drie jaar duurt.";

        var clauses = ReportClause.Cut(Of(Text));

        Assert.Equal(
            ["Onze helpenden mogen geen insuline prikken", "Daarnaast krijgen zij-instromers geen uitkering van het UWV",
                "terwijl de opleiding drie jaar duurt"],
            clauses.Select(clause => Text[clause.Begin..clause.End]));
        Assert.All(clauses, clause => Assert.NotEmpty(clause.Features));
    }

    [Fact]
    public void Cut_FewWordsBeforeAComma_AreNoClauseOfTheirOwn() =>
        Assert.Single(ReportClause.Cut(Of("Helaas, onze helpenden mogen geen insuline prikken.")));

    [Fact]
    public void Cut_LongReport_HasNoMoreThanSixtyClauses() => Assert.Equal(
        60, ReportClause.Cut(Of(string.Join(' ', Enumerable.Repeat("Onze helpenden mogen geen insuline prikken.", 100)))).Count);

    [Property(MaxTest = 200)]
    public void Cut_AnyText_GivesStretchesOfItWithoutOverlap(string? text)
    {
        var clauses = ReportClause.Cut(Of(text ?? ""));

        Assert.All(clauses, clause => Assert.True(0 <= clause.Begin && clause.Begin < clause.End && clause.End <= text!.Length));
        Assert.All(clauses.Zip(clauses.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Begin));
    }

    private static ReportText Of(string text) => ReportText.Of(field => field.Name == "omschrijving" ? text : "", null);
}
