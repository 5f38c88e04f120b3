using System.Net;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Operations;
using RegelLoket.Storage;

namespace RegelLoket.Tests.Operations;

[Collection(AppCollection.Name)]
public sealed class HealthTests(AppFixture app)
{
    [Fact]
    public async Task Live_Always_IsGood() => Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/gezondheid/levend")).StatusCode);

    [Theory]
    [InlineData("/gezondheid")]
    [InlineData("/gezondheid/gereed")]
    public async Task Ready_WithStorage_IsGood(string path)
    {
        var answer = await app.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"goed\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_WithoutStorage_IsAFaultThatTellsAStrangerNothing()
    {
        await using var storage = new AzuriteFixture();
        await storage.StartAsync();
        await using var alone = await AppFixture.StartAsync(("AzureWebJobsStorage", storage.ConnectionString));
        await using var absence = await storage.TakeAwayAsync();

        var answer = await alone.Http.GetAsync("/gezondheid/gereed");
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("niet bereikbaar", text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await alone.Http.GetAsync("/gezondheid/levend")).StatusCode);
    }

    [Fact]
    public async Task Queues_WithMessagesThatWaitAndMessagesGivenUp_TellAgeAndNumber()
    {
        var service = app.Services.GetRequiredService<QueueServiceClient>();
        var name = $"q-{Guid.NewGuid():N}";
        await service.GetQueueClient(name).CreateAsync();
        await service.GetQueueClient($"{name}-poison").CreateAsync();
        await service.GetQueueClient(name).SendMessageAsync("a");
        await service.GetQueueClient($"{name}-poison").SendMessageAsync("b");
        var queues = new Queues(service, [new StorageQueue(name), new StorageQueue("absent")], new LaterClock(TimeSpan.FromMinutes(11)));

        var age = await queues.OldestWaitingAsync(CancellationToken.None);
        var poison = await queues.PoisonAsync(CancellationToken.None);

        Assert.InRange(age, TimeSpan.FromMinutes(10.5), TimeSpan.FromMinutes(12));
        Assert.True(age > HealthFunctions.LongestWait);
        Assert.Equal([(name, 1L), ("absent", 0L)], poison.Select(p => (p.Key, p.Value)));
    }

    [Fact]
    public async Task Queues_AMessageSentWithADelayOrAQueueThatMoves_IsNotUnhandled()
    {
        var service = app.Services.GetRequiredService<QueueServiceClient>();
        var queue = service.GetQueueClient($"q-{Guid.NewGuid():N}");
        await queue.CreateAsync();
        await queue.SendMessageAsync("a");
        await queue.SendMessageAsync("b");
        var clock = new LaterClock(TimeSpan.FromMinutes(15));
        var queues = new Queues(service, [new StorageQueue(queue.Name)], clock);

        var justVisible = await queues.OldestUnhandledAsync(CancellationToken.None);
        clock.By += Queues.ListenersWay;
        var stillThere = await queues.OldestUnhandledAsync(CancellationToken.None);
        await queue.ReceiveMessageAsync(TimeSpan.FromHours(1));
        var nextOne = await queues.OldestUnhandledAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.Zero, justVisible);
        Assert.True(stillThere > HealthFunctions.LongestWait);
        Assert.Equal(TimeSpan.Zero, nextOne);
    }

    private sealed class LaterClock(TimeSpan by) : TimeProvider
    {
        public TimeSpan By { get; set; } = by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }
}
