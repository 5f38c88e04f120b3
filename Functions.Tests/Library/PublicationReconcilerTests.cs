using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Library.Items;
using RegelLoket.Library.OpenData;
using RegelLoket.Library.Publication;
using RegelLoket.Library.Search;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Library;

/// <summary>What a crash, or somebody who wrote by an older version, left between a case and its item.</summary>
[Collection(AppCollection.Name)]
public sealed class PublicationReconcilerTests(AppFixture app)
{
    [Fact]
    public async Task Item_HalfWritten_ComesBackAsItWasShared()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var (items, id) = (app.Services.GetRequiredService<LibraryStore>(), journey.Number.ToLowerInvariant());
        var item = (PublishedCase)(await items.FindAsync(id, default))!;

        // Somebody who wrote by an older version took the item out and died before looking again, and a newer version was begun since.
        await items.WithdrawAsync(id, TimeProvider.System.GetUtcNow(), default);
        await app.Services.GetRequiredService<LibraryCache>().ReloadAsync(default);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text("Nog een team wist dit niet zeker."), 201);
        await ReconcileAsync(app);

        var healed = (PublishedCase)(await items.FindAsync(id, default))!;
        Assert.Equal((item.Problem, item.PublishedAt, item.ModifiedAt), (healed.Problem, healed.PublishedAt, healed.ModifiedAt));

        // It died between the withdrawal and the item: the item, its lists and its dump say what the case says.
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "Weg." });
        await items.PutAsync(healed, default);
        await app.Services.GetRequiredService<LibraryCache>().ReloadAsync(default);
        await ReconcileAsync(app);
        await PublicationTests.AssertGoneAsync(app, journey);
    }

    [Fact]
    public async Task Text_ApprovedAndAgreed_IsSharedByItself()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text(), 201);
        await journey.SendAsync(HttpMethod.Post, $"/v1/zaken/{journey.Number}/publicaties/1/goedkeuringen", new { }, 200, "Bea Tweede");
        await ReconcileAsync(app);
        Assert.Null(await app.Services.GetRequiredService<LibraryStore>().FindAsync(journey.Number.ToLowerInvariant(), default));

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/publicatiereacties",
            new { versie = 1, akkoord = true }, 200, null, ("Volgcode", journey.Code));
        await ReconcileAsync(app);

        Assert.NotNull(await app.Services.GetRequiredService<LibraryStore>().FindAsync(journey.Number.ToLowerInvariant(), default));
    }

    [Fact]
    public async Task Item_WrittenByAnOlderVersionAfterTheWithdrawal_IsTakenDownAtOnce()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var shared = (await app.Services.GetRequiredService<CaseStore>().FindAsync(CaseNumber.Parse(journey.Number), default))!;
        await journey.AsAnalyst(HttpMethod.Post, "publicatie-intrekkingen", new { reden = "De organisatie vroeg erom." });

        // What the publication has to write comes only now.
        await app.Services.GetRequiredService<CasePublisher>().ShowAsync(shared, default);

        await PublicationTests.AssertGoneAsync(app, journey);
    }

    [Fact]
    public async Task Dump_ThatMissedAWithdrawal_IsNotGivenAway()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var (items, shelf) = (app.Services.GetRequiredService<LibraryStore>(), app.Services.GetRequiredService<LibraryCache>());
        await app.Services.GetRequiredService<DumpStore>()
            .WriteAsync(await shelf.ReloadAsync(default), app.Address, default);
        Assert.Contains(journey.Number, await PublicationTests.DumpAsync(app), StringComparison.Ordinal);

        await items.WithdrawAsync(journey.Number.ToLowerInvariant(), TimeProvider.System.GetUtcNow(), default);
        await shelf.ReloadAsync(default);

        Assert.DoesNotContain(journey.Number, await PublicationTests.DumpAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_OfACaseInWhichTheDeskWorksOn_IsNotWrittenAgain()
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await PublicationTests.PublishAsync(journey);
        var blob = app.Storage.Blobs.GetBlobContainerClient(LibraryStore.Container)
            .GetBlobClient($"items/{journey.Number.ToLowerInvariant()}");
        var written = (await blob.GetPropertiesAsync()).Value.ETag;

        await journey.AsAnalyst(HttpMethod.Post, "berichten-aan-melder", new { tekst = "Er komt nog een folder." });
        await journey.AsAnalyst(HttpMethod.Post, "publicaties", PublicationTests.Text("Nog een team wist dit niet zeker."), 201);
        await ReconcileAsync(app);

        Assert.Equal(written, (await blob.GetPropertiesAsync()).Value.ETag);
    }

    /// <summary>What the timer does every ten minutes.</summary>
    internal static Task ReconcileAsync(AppFixture app) => ActivatorUtilities.CreateInstance<PublicationReconciler>(app.Services)
        .ReconcilePublications(new TimerInfo(), null!, default);
}
