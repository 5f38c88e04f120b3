using Azure.Core;
using Azure.Core.Pipeline;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Cases;

public sealed class StorageRetriesTests
{
    [Fact]
    public async Task Call_OfWorkThatNobodyWaitsFor_IsTriedToTheLast()
    {
        var storage = new AwayStorage();

        await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(storage, TimeSpan.Zero));

        Assert.Equal(1 + StorageRetries.MostRetries, storage.Calls);
    }

    [Fact]
    public async Task Call_SomebodyWaitsFor_IsTriedAsLongAsTheirPatience()
    {
        var (impatient, patient) = (new AwayStorage(), new AwayStorage());
        StorageRetries.SomebodyWaits();

        await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(impatient, TimeSpan.Zero));
        await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(patient, TimeSpan.FromHours(1)));

        Assert.Equal(1, impatient.Calls);
        Assert.Equal(1 + StorageRetries.MostRetries, patient.Calls);
    }

    private static async Task CallAsync(AwayStorage storage, TimeSpan patience)
    {
        var none = DelayStrategy.CreateFixedDelayStrategy(TimeSpan.FromTicks(1));
        var pipeline = HttpPipelineBuilder.Build(new Options { Transport = storage, RetryPolicy = new StorageRetries(patience, none) });
        using var message = pipeline.CreateMessage();
        message.Request.Uri.Reset(new Uri("http://127.0.0.1/"));
        await pipeline.SendAsync(message, CancellationToken.None);
    }

    private sealed class Options : ClientOptions;

    /// <summary>The edge of the machine: a storage that never answers.</summary>
    private sealed class AwayStorage : HttpPipelineTransport
    {
        private readonly HttpClientTransport requests = new();

        public int Calls { get; private set; }

        public override Request CreateRequest() => requests.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            Calls++;
            throw new IOException("away");
        }
    }
}
