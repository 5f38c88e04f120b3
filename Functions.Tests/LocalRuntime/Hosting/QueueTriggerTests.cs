using System.Net.Http.Json;

namespace RegelLoket.Tests.LocalRuntime.Hosting;

/// <summary>Queue functions: output bindings, types, retries, the poison queue.</summary>
[Collection(SampleAppCollection.Name)]
public sealed class QueueTriggerTests(SampleAppFixture fixture)
{
    private SampleAppProcess App => fixture.App;

    [Fact]
    public async Task Outputs_OfOneFunction_BecomeAResponseAndMessages()
    {
        var response = await App.PostAsync("/sample/orders", JsonContent.Create(new { name = "chain", count = 2 }));

        Assert.Equal("/sample/orders/chain", response.Headers.Location?.ToString());
        await App.WaitForAsync("/sample/journal/orders", text => text.Contains("chain 2 attempt 1 retry 0", StringComparison.Ordinal));
        await App.WaitForAsync("/sample/journal/echoes", text => text.Contains("echo of chain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failure_AtEveryAttempt_EndsInThePoisonQueue()
    {
        await App.PostAsync("/sample/orders", JsonContent.Create(new { name = "doomed", count = -1 }));

        await App.WaitForAsync("/sample/journal/orders", text => text.Contains("doomed -1 attempt 3 retry 2", StringComparison.Ordinal));
        var poison = await PoisonAsync("sample-orders", text => text.Contains("doomed", StringComparison.Ordinal));
        Assert.Equal("""{"Name":"doomed","Count":-1}""", poison);
        Assert.DoesNotContain("doomed -1 attempt 4", await App.TextAsync("/sample/journal/orders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_ThatIsNotJson_EndsInThePoisonQueue()
    {
        await fixture.Storage.SendAsync("sample-orders", "no order at all");

        Assert.Equal("no order at all", await PoisonAsync("sample-orders", text => text.StartsWith("no order", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Message_ThatIsNotBase64_EndsInThePoisonQueueAndHoldsUpNothing()
    {
        var raw = new Azure.Storage.Queues.QueueServiceClient(fixture.Storage.ConnectionString);
        await fixture.Storage.SendAsync("sample-texts", "before");
        await raw.GetQueueClient("sample-texts").SendMessageAsync("<plain & not base64>");
        await fixture.Storage.SendAsync("sample-texts", "fine");

        await App.WaitForAsync("/sample/journal/echoes", text => text.Contains("echo of fine", StringComparison.Ordinal));
        var poison = raw.GetQueueClient("sample-texts-poison");
        await WaitUntilAsync(async () => await poison.ExistsAsync() && (await poison.PeekMessageAsync()).Value is not null);
        Assert.Equal("<plain & not base64>", (await poison.PeekMessageAsync()).Value.Body.ToString());
    }

    [Fact]
    public async Task Bytes_ByAQueueNamedInASetting_ArriveAsTheyAre()
    {
        await fixture.Storage.SendAsync("sample-bytes", new BinaryData(new byte[] { 0, 255, 10, 13 }));

        await App.WaitForAsync("/sample/journal/bytes", text => text.Contains("00FF0A0D", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ManyMessages_EachIsTakenOnce()
    {
        for (var i = 0; i < 60; i++)
        {
            await fixture.Storage.SendAsync("sample-orders", $$"""{"name":"many-{{i}}","count":1}""");
        }

        var journal = await App.WaitForAsync("/sample/journal/orders", text => Enumerable.Range(0, 60).All(i => text.Contains($"many-{i} ", StringComparison.Ordinal)));

        Assert.Equal(60, journal.Split("many-").Length - 1);
    }

    private async Task<string> PoisonAsync(string queue, Func<string, bool> isIt)
    {
        var poison = fixture.Storage.Queues.GetQueueClient($"{queue}-poison");
        string? found = null;
        await WaitUntilAsync(async () =>
        {
            var messages = await poison.ExistsAsync() ? (await poison.PeekMessagesAsync(32)).Value : [];
            found = messages.Select(message => message.Body.ToString()).FirstOrDefault(isIt);
            return found is not null;
        });
        return found!;
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> isThere)
    {
        for (var attempt = 0; attempt < 600 && !await isThere(); attempt++)
        {
            await Task.Delay(100);
        }

        Assert.True(await isThere());
    }
}
