using FsCheck;
using FsCheck.Xunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using RegelLoket.Workbench;

namespace RegelLoket.Tests.Workbench;

/// <summary>The words of a search are in no address as they were typed, and come back from it for every colleague.</summary>
public sealed class SearchSealTests
{
    private readonly SearchSeal seal = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void AddressOf_SearchForAPerson_HoldsNoWordOfIt()
    {
        var address = seal.AddressOf(new WorkQueueQuery { Search = "mevrouw Jansen", Handler = "Ans" });

        Assert.DoesNotContain("Jansen", address, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("behandelaar=Ans", address, StringComparison.Ordinal);
        Assert.StartsWith("/werkbank?", address, StringComparison.Ordinal);
    }

    [Fact]
    public void AddressOf_NoSearch_IsThePlainQuery() =>
        Assert.Equal("/werkbank" + new WorkQueueQuery().ToQueryString(), seal.AddressOf(new WorkQueueQuery()));

    [Property(MaxTest = 100)]
    public void TryOpen_AddressOfAnySearch_GivesTheWordsBack(NonEmptyString words)
    {
        var values = Values(seal.AddressOf(new WorkQueueQuery { Search = words.Get }));

        Assert.True(seal.TryOpen(values, out var opened));
        Assert.Equal(words.Get, opened["zoek"].ToString());
        Assert.Equal(values["tab"].ToString(), opened["tab"].ToString());
    }

    [Fact]
    public void TryOpen_AddressThatSomebodyTyped_LeavesTheWordsOutAndKeepsTheRest()
    {
        var values = Values("/werkbank?tab=alle&zoek=jansen");

        Assert.False(seal.TryOpen(values, out var opened));
        Assert.Equal("", opened["zoek"].ToString());
        Assert.Equal("alle", opened["tab"].ToString());
    }

    [Fact]
    public void TryOpen_NoWords_HasNothingToOpen()
    {
        var values = Values("/werkbank?tab=alle");

        Assert.True(seal.TryOpen(values, out var opened));
        Assert.Same(values, opened);
    }

    private static QueryCollection Values(string address) =>
        new(QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]));
}
