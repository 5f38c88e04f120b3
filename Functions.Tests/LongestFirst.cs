using RegelLoket.Tests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("RegelLoket.Tests.LongestFirst", "Functions.Tests")]

namespace RegelLoket.Tests;

/// <summary>Starts the collections that take minutes before all others: one that begins last would run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        BrowserCollection.Name,
        AppCollection.Name,
        nameof(WholeJob),
        nameof(Notifications.MailCrashTests),
        nameof(LocalHost.WorkerTests),
        nameof(LocalHost.LifeTests),
        nameof(Demo.DemoCasesTests),
        nameof(Operations.ScaleOutTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection =>
        {
            // A class without a collection of its own is one, named "Test collection for" and the class.
            var place = Array.IndexOf(Long, collection.DisplayName.Split(' ', '.')[^1]);
            return place < 0 ? Long.Length : place;
        });
}
