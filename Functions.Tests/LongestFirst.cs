using RegelLoket.Tests.Browser;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(RegelLoket.Tests.LongestFirst))]

namespace RegelLoket.Tests;

/// <summary>Starts the collections that take minutes before all others: one that begins last would run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        BrowserCollection.Name,
        AppCollection.Name,
        nameof(WholeJob),
        AloneIn<Notifications.MailCrashTests>(),
        AloneIn<LocalHost.WorkerTests>(),
        AloneIn<LocalHost.LifeTests>(),
        AloneIn<Demo.DemoCasesTests>(),
        AloneIn<Operations.ScaleOutTests>(),
    ];

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection =>
        [.. testCollections.OrderBy(collection =>
        {
            var place = Array.IndexOf(Long, collection.TestCollectionDisplayName);
            return place < 0 ? Long.Length : place;
        })];

    /// <summary>The collection that a class without one of its own is given.</summary>
    private static string AloneIn<T>() => CollectionAttribute.GetCollectionNameForType(typeof(T));
}
