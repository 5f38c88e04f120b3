using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.Tests.ContextAnalysis;

public sealed class CatalogueLawsTests
{
    [Theory]
    [InlineData("wet inburgering 2021", null, "BWBR0044770")]
    [InlineData("Wet inburgering 2021", "BWBR0000001", "BWBR0000001")]
    [InlineData("Cao van een ander", null, null)]
    public void WithId_Rule_TakesTheIdOfItsTitleUnlessItHasOne(string title, string? id, string? expected)
    {
        using var book = new CatalogueBook(
            new BlobServiceClient(new Uri("http://localhost")), TimeProvider.System, NullLogger<CatalogueBook>.Instance);
        var rule = new RuleReference(id, title, "artikel 7", null);

        Assert.Equal(rule with { BwbId = expected }, new CatalogueLaws(book).WithId(rule));
    }

    [Fact]
    public void Find_EveryLawOfTheCatalogue_GathersItsEntries()
    {
        using var book = new CatalogueBook(
            new BlobServiceClient(new Uri("http://localhost")), TimeProvider.System, NullLogger<CatalogueBook>.Instance);
        var laws = new CatalogueLaws(book);
        var entries = book.Known.Catalogue.Rules.GroupBy(rule => LawId.Of(rule.BwbId, rule.CitationTitle)!).ToList();

        Assert.Contains(entries, law => law.Count() > 1);
        Assert.All(entries, law =>
        {
            var known = laws.Find(law.Key)!;

            Assert.Equal(law.SelectMany(rule => rule.Ministries).ToHashSet(), known.Owners.ToHashSet());
            Assert.Equal(law.Max(rule => rule.CheckedOn), known.CheckedOn);
            Assert.Equal(law.SelectMany(rule => rule.ExecutiveBodies).Distinct().Count(), known.ExecutiveBodies.Count);
        });
        Assert.Null(laws.Find("bestaat-niet"));
    }
}
