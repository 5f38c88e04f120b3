using System.Text;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

[Collection(nameof(CaseStorage))]
public sealed class CaseVerifierTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly NewEvent TextsErased =
        new(Actor.System, new DataErased { What = ErasedData.Texts, Ground = ErasureGround.Term });

    private readonly StoredCases cases = new(azurite);

    public ValueTask InitializeAsync() => cases.InitializeAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task VerifyAsync_UntouchedAndErasedCase_Holds()
    {
        var file = await cases.NoteTwiceAsync();
        Assert.True((await cases.Verifier.VerifyAsync(file.Number, default)).Holds);
        await cases.Store.AppendAsync(file, TextsErased, WithoutTexts, default);

        var verdict = await cases.Verifier.VerifyAsync(file.Number, default);

        Assert.True(verdict.Holds, verdict.Reason);
        Assert.Equal(4, verdict.Events);
        Assert.Equal("[gewist]", (await cases.Store.FindAsync(file.Number, default))!.Title);
    }

    [Fact]
    public async Task VerifyAsync_TextsThatAreGoneWithoutAnErasure_NamesTheFirst()
    {
        var file = await cases.NoteTwiceAsync();
        await cases.Store.ChangePrivateAsync(file, WithoutTexts, default);

        var verdict = await cases.Verifier.VerifyAsync(file.Number, default);

        Assert.Equal(1, verdict.FirstBadEvent);
        Assert.Contains("ontbreekt", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_TextAfterAnErasureIsGone_NamesIt()
    {
        var file = await cases.NoteTwiceAsync();
        file = (await cases.Store.AppendAsync(file, TextsErased, WithoutTexts, default))!;
        file = (await cases.Store.AppendAsync(file, StoredCases.Note("drie"), null, default))!;
        await cases.Store.ChangePrivateAsync(file, WithoutTexts, default);

        Assert.Equal(5, (await cases.Verifier.VerifyAsync(file.Number, default)).FirstBadEvent);
    }

    private static PrivateCase WithoutTexts(PrivateCase held) =>
        held with { Texts = new Dictionary<int, IReadOnlyDictionary<string, PrivateText>>() };

    [Theory]
    [InlineData("altered", 2)]
    [InlineData("deleted", 2)]
    [InlineData("swapped", 2)]
    [InlineData("unreadable", 3)]
    [InlineData("truncated", 3)]
    [InlineData("forged with a hash that fits", 3)]
    [InlineData("added in between", 3)]
    public async Task VerifyAllAsync_TamperedStream_NamesTheFirstBadEvent(string tampering, int firstBad)
    {
        var file = await cases.NoteTwiceAsync();
        await cases.Index.WriteAsync(file, default);
        var lines = Encoding.UTF8.GetString((await cases.Store.ReadStreamAsync(file.Number, default))!)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        switch (tampering)
        {
            case "altered": lines[1] = lines[1].Replace("Ans", "Bea", StringComparison.Ordinal); break;
            case "deleted": lines.RemoveAt(1); break;
            case "swapped": (lines[1], lines[2]) = (lines[2], lines[1]); break;
            case "unreadable": lines[2] = "{" + lines[2]; break;
            case "truncated": lines.RemoveAt(2); break;
            case "forged with a hash that fits":
                var (forged, _) = EventLine.Write(file.Events[2] with { By = new Actor(ActorRole.Analyst, "Bea") }, file.Events[1].Hash);
                lines[2] = Encoding.UTF8.GetString(forged).TrimEnd('\n');
                break;
            case "added in between": lines.Insert(1, lines[1]); break;
        }

        var metadata = (await cases.Store.Stream(file.Number).GetPropertiesAsync()).Value.Metadata;
        await cases.Store.Stream(file.Number).CreateAsync(new AppendBlobCreateOptions { Metadata = metadata });
        await cases.Store.Stream(file.Number).AppendBlockAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")));

        var verdict = await cases.Verifier.VerifyAllAsync(default).SingleAsync(v => v.Number == file.Number);

        Assert.Equal(firstBad, verdict.FirstBadEvent);
        Assert.NotNull(verdict.Reason);
    }

    [Fact]
    public async Task RunAsync_OverATamperedCase_NamesCaseAndEventAndEndsWithOne()
    {
        var (whole, broken) = (await cases.NoteTwiceAsync(), await cases.NoteTwiceAsync());
        await cases.Index.WriteAsync(broken, default);
        var lines = Encoding.UTF8.GetString((await cases.Store.ReadStreamAsync(broken.Number, default))!)
            .Replace("Ans", "Bea", StringComparison.Ordinal);
        await cases.Store.Stream(broken.Number).CreateAsync(new AppendBlobCreateOptions());
        await cases.Store.Stream(broken.Number).AppendBlockAsync(new MemoryStream(Encoding.UTF8.GetBytes(lines)));
        await using var services = new ServiceCollection()
            .AddSingleton(cases.Verifier).AddSingleton(azurite.Blobs).AddSingleton(azurite.Queues).BuildServiceProvider();
        await using var output = new StringWriter();

        var exitCode = await VerifyCommand.RunAsync(services, output, default);

        Assert.Equal(1, exitCode);
        Assert.Contains($"{broken.Number}: gebeurtenis 2 klopt niet: de hash klopt niet", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(whole.Number.Value, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OverStorageWithoutContainers_MakesNone_AndMissesOneOfSome()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        await using var services = new ServiceCollection()
            .AddSingleton(cases.Verifier).AddSingleton(storage.Blobs).BuildServiceProvider();
        await using var output = new StringWriter();

        Assert.Equal(0, await VerifyCommand.RunAsync(services, output, default));
        Assert.Empty(await storage.Blobs.GetBlobContainersAsync().ToListAsync());
        await storage.Blobs.CreateBlobContainerAsync(AnchorStore.Container);
        Assert.Equal(1, await VerifyCommand.RunAsync(services, output, default));
        Assert.Contains("cases en open ontbreken", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_AlteredText_NamesItsEvent()
    {
        var file = await cases.NoteTwiceAsync();
        var forged = file.Private.Texts[2]["note"] with { Text = "iets anders" };
        await cases.Store.ChangePrivateAsync(file, p => p.With(2, new Dictionary<string, PrivateText> { ["note"] = forged }), default);

        Assert.Equal(2, (await cases.Verifier.VerifyAsync(file.Number, default)).FirstBadEvent);
    }

    [Fact]
    public async Task VerifyAllAsync_CaseThatAnAnchorKnows_IsMissed()
    {
        var file = await cases.NoteTwiceAsync();
        var anchors = new AnchorStore(azurite.Blobs);
        await anchors.WriteAsync(
            new DateOnly(2099, 1, 1), new Dictionary<string, AnchoredHead> { [file.Number.Value] = new(3, file.HeadHash) }, default);
        await anchors.WriteAsync(new DateOnly(2099, 1, 1), new Dictionary<string, AnchoredHead>(), default);
        await cases.Store.Stream(file.Number).DeleteAsync();

        var verdict = await cases.Verifier.VerifyAllAsync(default).SingleAsync(v => v.Number == file.Number);

        Assert.Equal(1, verdict.FirstBadEvent);
        await azurite.Blobs.GetBlobContainerClient(AnchorStore.Container).DeleteBlobAsync("2099-01-01.json");
    }
}
