using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Cases;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Storage;

/// <summary>A key is used up by what happened, never by an attempt.</summary>
[Collection(nameof(CaseStorage))]
public sealed class RequestClaimsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));
    private readonly string key = Guid.NewGuid().ToString("N");

    private BlobContainerClient Container => azurite.Blobs.GetBlobContainerClient(RequestClaims.Container);

    public async ValueTask InitializeAsync() => await Container.CreateIfNotExistsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task OnceAsync_TheSameRequestAgain_GetsWhatTheFirstMade()
    {
        Begin("inhoud");
        Assert.Equal(new Once.Done("eerste"), await OnceAsync("eerste"));
        Begin("inhoud");
        Assert.Equal(new Once.Done("eerste"), await OnceAsync("tweede"));
    }

    [Fact]
    public async Task OnceAsync_WithoutAKey_HappensEachTime()
    {
        Assert.Equal(new Once.Done("eerste"), await OnceAsync("eerste"));
        Assert.Equal(new Once.Done("tweede"), await OnceAsync("tweede"));
    }

    [Fact]
    public async Task OnceAsync_AnAttemptOfWhichNothingCame_GivesTheKeyBack()
    {
        Begin("inhoud");
        Assert.IsType<Once.Failed>(await OnceAsync(null));
        await Assert.ThrowsAsync<IOException>(() => Claims().OnceAsync("mail", () => throw new IOException(), default));
        using var gone = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Claims().OnceAsync("mail", async () =>
        {
            await gone.CancelAsync();
            gone.Token.ThrowIfCancellationRequested();
            return "te laat";
        }, gone.Token));

        Assert.Equal(new Once.Done("nu wel"), await OnceAsync("nu wel"));
    }

    [Fact]
    public async Task OnceAsync_UnderAKeyThatWasUsedForSomethingElse_SaysSoAndDoesNothing()
    {
        Begin("inhoud");
        await OnceAsync("eerste");
        Begin("iets anders");

        Assert.IsType<Once.KeyInUse>(await OnceAsync("tweede"));
    }

    [Fact]
    public async Task OnceAsync_TwoCommandsOfOneRequest_BothHappen()
    {
        Begin("inhoud");

        Assert.Equal(new Once.Done("mail"), await Claims().OnceAsync("mail", () => Task.FromResult<string?>("mail"), default));
        Assert.Equal(new Once.Done("telling"), await Claims().OnceAsync("telling", () => Task.FromResult<string?>("telling"), default));
    }

    [Fact]
    public async Task OnceAsync_ManyAtOnce_HappensOnceAndAllGetWhatItMade()
    {
        var happened = new ConcurrentBag<string>();
        var slow = new RequestClaims(azurite.Blobs, TimeProvider.System, NullLogger<RequestClaims>.Instance);
        Begin("inhoud");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => slow.OnceAsync("mail", async () =>
        {
            happened.Add($"{i}");
            await Task.Yield();
            return $"{i}";
        }, default)));

        Assert.All(answers, answer => Assert.Equal(new Once.Done(Assert.Single(happened)), answer));
    }

    [Fact]
    public async Task OnceAsync_TheFirstWasCutOff_IsTakenOverAfterItsTermAndNotUndoneByTheFirst()
    {
        var cutOff = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Begin("inhoud");
        var first = Claims().OnceAsync("mail", () => cutOff.Task, default);
        while (!await Container.GetBlobClient($"{key}.mail").ExistsAsync())
        {
            await Task.Yield();
        }

        clock.Advance(RequestClaims.LongestCommand);
        Assert.Equal(new Once.Done("tweede"), await OnceAsync("tweede"));
        cutOff.SetResult(null);
        await first;

        Assert.Equal(new Once.Done("tweede"), await OnceAsync("derde"));
    }

    [Fact]
    public async Task NameAsync_TheSameRequestAgain_GetsTheFirstNameAndAnotherNone()
    {
        Begin("inhoud");
        Assert.Equal("een", await Claims().NameAsync("persoon", "een", default));
        Assert.Equal("een", await Claims().NameAsync("persoon", "twee", default));
        Begin("iets anders");
        Assert.Null(await Claims().NameAsync("persoon", "drie", default));
    }

    private Task<Once> OnceAsync(string? made) => Claims().OnceAsync("mail", () => Task.FromResult(made), default);

    private RequestClaims Claims() => new(azurite.Blobs, clock, NullLogger<RequestClaims>.Instance);

    private void Begin(string content) => new CommandRequest { Mark = new RequestMark(key, content) }.Begin();
}
