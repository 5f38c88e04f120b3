using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Library.Experiments;
using RegelLoket.Library.Items;
using RegelLoket.Library.Search;
using RegelLoket.Tests.Experiments;

namespace RegelLoket.Tests.Library.Experiments;

/// <summary>What a crash left between a case and its experiments in the library.</summary>
[Collection(AppCollection.Name)]
public sealed class ExperimentReconcilerTests(AppFixture app)
{
    private readonly LibraryStore items = app.Services.GetRequiredService<LibraryStore>();
    private readonly LibraryCache shelf = app.Services.GetRequiredService<LibraryCache>();

    [Fact]
    public async Task Experiment_SharedButNotInTheLibrary_ComesBackAsItWasShared()
    {
        var (_, id) = await SharedAsync();
        var item = (Experiment)(await items.FindAsync(id, default))!;
        await items.WithdrawAsync(id, TimeProvider.System.GetUtcNow(), default);
        await shelf.ReloadAsync(default);

        await ReconcileAsync();

        var healed = (Experiment)(await items.FindAsync(id, default))!;
        Assert.Equal((item.WhatWasDone, item.PublishedAt, item.ModifiedAt, item.Version),
            (healed.WhatWasDone, healed.PublishedAt, healed.ModifiedAt, healed.Version));
    }

    [Fact]
    public async Task Experiment_WithdrawnButStillInTheLibrary_IsTakenOut()
    {
        var (journey, id) = await SharedAsync();
        var item = (await items.FindAsync(id, default))!;
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/intrekkingen", new { reden = "De organisatie vroeg erom." });
        await items.PutAsync(item, default);
        Assert.NotNull((await shelf.ReloadAsync(default)).Find(id));

        await ReconcileAsync();

        Assert.Null(await items.FindAsync(id, default));
        Assert.True(shelf.Current.IsWithdrawn(id));
    }

    [Fact]
    public async Task Experiment_InTheLibraryAsItWasShared_IsNotWrittenAgain()
    {
        var (journey, id) = await SharedAsync();
        var blob = app.Storage.Blobs.GetBlobContainerClient(LibraryStore.Container).GetBlobClient($"items/{id}");
        var written = (await blob.GetPropertiesAsync()).Value.ETag;
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", ExperimentTests.Text("Nieuwe collega's kregen een vaste plek."));

        await ReconcileAsync();

        Assert.Equal(written, (await blob.GetPropertiesAsync()).Value.ETag);
    }

    private Task ReconcileAsync() => ActivatorUtilities.CreateInstance<ExperimentReconciler>(app.Services)
        .ReconcileExperiments(new TimerInfo(), default);

    private async Task<(Journey Journey, string Id)> SharedAsync()
    {
        var journey = await ExperimentTests.StartedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/stappen", new { fase = "verkennen", notitie = "Verkend." });
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/teksten", ExperimentTests.Text());
        await ExperimentTests.ShareAsync(journey, 1);
        return (journey, $"{journey.Number.ToLowerInvariant()}-experiment-1");
    }
}
