using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Catalogue;

namespace RegelLoket.Tests.ContextAnalysis;

/// <summary>The owners of a rule as an analyst cites it, by the catalogue of the app.</summary>
public sealed class CatalogueOwnersTests : IDisposable
{
    private readonly CatalogueBook book = new(
        new BlobServiceClient("UseDevelopmentStorage=true"), TimeProvider.System, NullLogger<CatalogueBook>.Instance);

    private CatalogueOwners Owners => new(book);

    public void Dispose() => book.Dispose();

    [Fact]
    public void Of_RuleOfTheCatalogue_IsOwnedByItsMinistries() => Assert.All(
        book.Known.Catalogue.Rules.Where(rule => rule.BwbId is not null).GroupBy(rule => rule.BwbId).Where(law => law.Count() == 1)
            .Select(law => law.Single()),
        rule => Assert.Equal(
            rule.Ministries.Order(),
            Owners.Of(new RuleReference(rule.BwbId, "Anders", rule.Articles is [var first, ..] ? first : null, null))));

    [Fact]
    public void Of_ArticleThatOneEntryOfALawHas_IsOwnedByThatEntryAlone()
    {
        var law = book.Known.Catalogue.Rules.Where(rule => rule.BwbId is not null).GroupBy(rule => rule.BwbId)
            .First(entries => entries.Count() > 1 && entries.Any(entry => entry.Articles.Count > 0));
        var entry = law.First(candidate => candidate.Articles.Count > 0);
        var same = law.Where(other => other.Articles.Any(article => article == entry.Articles[0]));

        var owners = Owners.Of(new RuleReference(law.Key, "", $"artikel {entry.Articles[0]}, eerste lid", null));

        Assert.Equal(same.SelectMany(other => other.Ministries).Distinct().Order(), owners);
    }

    [Fact]
    public void Of_RuleWithoutAnId_IsFoundByItsTitleWhateverTheCapitals()
    {
        var rule = book.Known.Catalogue.Rules.First(entry => entry.Ministries.Count > 0);

        Assert.Superset(
            rule.Ministries.ToHashSet(),
            Owners.Of(new RuleReference(null, rule.CitationTitle.ToUpperInvariant(), null, null)).ToHashSet());
    }

    [Fact]
    public void Of_UnknownRule_IsNobodys()
    {
        Assert.Empty(Owners.Of(new RuleReference("BWBR9999999", "Wet onbekend", "1", null)));
        Assert.Empty(Owners.Of(new RuleReference(null, "Wet onbekend", null, null)));
    }
}
