using Microsoft.Extensions.Logging.Abstractions;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

/// <summary>Tests that share an Azurite; they keep apart by case numbers.</summary>
[CollectionDefinition(nameof(CaseStorage))]
public sealed class CaseStorage : ICollectionFixture<AzuriteFixture>;

/// <summary>Cases in storage, with what reads, writes and checks them.</summary>
internal sealed class StoredCases(AzuriteFixture azurite)
{
    public CaseStore Store { get; } = new(azurite.Blobs, TimeProvider.System);

    public CaseIndex Index => new(azurite.Blobs, Store, NullLogger<CaseIndex>.Instance);

    public CaseVerifier Verifier => new(azurite.Blobs, Store, Index, new AnchorStore(azurite.Blobs));

    public static NewEvent Reported() => new(Actor.Reporter, new CaseReported
    {
        Channel = ReportChannel.Api,
        Branche = Branche.Ouderenzorg,
        Themes = [Theme.Arbeidsinnovatie],
        Anonymous = true,
        FollowCodeHash = FollowCode.New().Hash(),
        DueOn = new DateOnly(2026, 4, 7),
    })
    {
        Texts = new Dictionary<string, string> { [TextNames.Title] = "Titel <b>&é", [TextNames.Obstacle] = "Iets" },
    };

    public static NewEvent Note(string text) =>
        new(new Actor(ActorRole.Analyst, "Ans"), new NoteAdded()) { Texts = new Dictionary<string, string> { [TextNames.Note] = text } };

    /// <summary>Makes the containers.</summary>
    public async ValueTask InitializeAsync()
    {
        foreach (var container in new[] { CaseStore.StreamContainer, CaseStore.PrivateContainer, CaseIndex.OpenContainer,
            AnchorStore.Container })
        {
            await azurite.Blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        }
    }

    public async Task<CaseFile> CreateAsync() =>
        (await Store.CreateAsync(CaseNumber.New(2026), Reported(), new PrivateCase { ReportKey = Guid.NewGuid().ToString() }, default))!;

    public async Task<CaseFile> NoteTwiceAsync()
    {
        var file = await Store.AppendAsync(await CreateAsync(), Note("een"), null, default);
        return (await Store.AppendAsync(file!, Note("twee"), null, default))!;
    }

    /// <summary>A projection that remembers which cases it was shown.</summary>
    internal sealed class SeenCases : ICaseProjection
    {
        public HashSet<CaseNumber> Numbers { get; } = [];

        public void Apply(CaseFile file) => Numbers.Add(file.Number);
    }
}
