using System.Text;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using RegelLoket.Intake.Protection;

namespace RegelLoket.Tests.Intake;

public sealed class ProofOfWorkTests : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private readonly BlobServiceClient _blobs;
    private readonly StoppedClock _clock = new();
    private readonly ProofOfWork _proofs;

    public ProofOfWorkTests(AzuriteFixture storage)
    {
        _blobs = storage.Blobs;
        _proofs = new ProofOfWork(_blobs, new EphemeralDataProtectionProvider(),
            Options.Create(new ProofOfWorkOptions { Cost = 1000, MaximumCounter = 20 }), _clock);
    }

    public async ValueTask InitializeAsync() => await _blobs.GetBlobContainerClient(ProofOfWork.Container).CreateIfNotExistsAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Proof_Solved_IsAccepted() => Assert.True(await _proofs.AcceptsAsync(Solve(_proofs.NewChallenge()), "ik", default));

    [Fact]
    public async Task Proof_ShownAgainByTheSameSpender_IsAccepted_ByAnother_IsNot()
    {
        var proof = Solve(_proofs.NewChallenge());
        await _proofs.AcceptsAsync(proof, "ik", default);

        Assert.True(await _proofs.AcceptsAsync(proof, "ik", default));
        Assert.False(await _proofs.AcceptsAsync(proof, "een ander", default));
    }

    [Fact]
    public async Task Proof_ShownByTenAtOnce_CountsForOne()
    {
        var proof = Solve(_proofs.NewChallenge());

        var accepted = await Task.WhenAll(Enumerable.Range(0, 10).Select(spender => _proofs.AcceptsAsync(proof, $"{spender}", default)));

        Assert.Single(accepted, true);
    }

    [Fact]
    public async Task Proof_AfterItsTime_IsRefused()
    {
        var proof = Solve(_proofs.NewChallenge());
        _clock.Now += TimeSpan.FromHours(3);

        Assert.False(await _proofs.AcceptsAsync(proof, "ik", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("onzin")]
    [InlineData(":")]
    [InlineData("onzin:12")]
    public async Task Proof_ThatIsNone_IsRefused(string proof) => Assert.False(await _proofs.AcceptsAsync(proof, "ik", default));

    [Fact]
    public async Task Proof_WithAnotherCounterOrAlteredSeal_IsRefused()
    {
        var proof = Solve(_proofs.NewChallenge());
        var split = proof.LastIndexOf(':');
        var seal = new StringBuilder(proof[..split]);
        seal[10] = seal[10] == 'A' ? 'B' : 'A';

        Assert.False(await _proofs.AcceptsAsync(
            $"{proof[..split]}:{int.Parse(proof[(split + 1)..], System.Globalization.CultureInfo.InvariantCulture) + 1}", "ik", default));
        Assert.False(await _proofs.AcceptsAsync($"{seal}{proof[split..]}", "ik", default));
    }

    [Fact]
    public async Task Marks_OfExpiredChallenges_AreDeleted()
    {
        await _proofs.AcceptsAsync(Solve(_proofs.NewChallenge()), "ik", default);
        _clock.Now += TimeSpan.FromHours(3);
        await _proofs.DeleteExpiredAsync(default);

        Assert.Empty(_blobs.GetBlobContainerClient(ProofOfWork.Container).GetBlobs());
    }

    internal static string Solve(Challenge challenge)
    {
        var counter = 0;
        while (Convert.ToHexStringLower(ProofOfWork.Derive(challenge.Salt, counter, challenge.Cost)) != challenge.Target)
        {
            counter++;
        }
        return $"{challenge.Seal}:{counter}";
    }

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
