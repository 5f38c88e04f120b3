using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace RegelLoket.Tests.LocalHost;

/// <summary>Queue functions: types, retries, the poison queue.</summary>
[Collection(SampleAppCollection.Name)]
public sealed class QueueTriggerTests(SampleAppFixture fixture)
{
    private HostProcess App => fixture.App;

    [Fact]
    public async Task Messages_OfFunctions_ReachFunctions()
    {
        var response = await App.PostAsync("/sample/orders", JsonContent.Create(new { name = "chain", count = 2 }));
        await fixture.Storage.SendAsync("sample-texts", "chain");

        Assert.Equal("/sample/orders/chain", response.Headers.Location?.ToString());
        await App.WaitForAsync("/sample/journal/orders", text => text.Contains("chain 2 attempt 1", StringComparison.Ordinal));
        await App.WaitForAsync("/sample/journal/echoes", text => text.Contains("echo of chain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failure_AtEveryAttempt_EndsInThePoisonQueue()
    {
        await App.PostAsync("/sample/orders", JsonContent.Create(new { name = "doomed", count = -1 }));

        await App.WaitForAsync("/sample/journal/orders", text => text.Contains("doomed -1 attempt 3", StringComparison.Ordinal));
        await PoisonAsync("sample-orders", text => text.Contains("doomed", StringComparison.Ordinal));
        Assert.DoesNotContain("doomed -1 attempt 4", await App.TextAsync("/sample/journal/orders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_ThatIsNotJson_EndsInThePoisonQueue()
    {
        await fixture.Storage.SendAsync("sample-orders", "no order at all");

        Assert.Equal("no order at all", await PoisonAsync("sample-orders", text => text.StartsWith("no order", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Bytes_ByAQueueNamedInASetting_ArriveAsTheyAre()
    {
        await fixture.Storage.SendAsync("sample-bytes", new BinaryData(new byte[] { 0, 255, 10, 13 }));

        await App.WaitForAsync("/sample/journal/bytes", text => text.Contains("00FF0A0D", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_WithItsPropertiesAsked_ArrivesWithThem()
    {
        await fixture.Storage.SendAsync("sample-messages", "a whole message");

        await App.WaitForAsync(
            "/sample/journal/messages", text => Regex.IsMatch(text, "[0-9a-f-]{36} a whole message attempt 1"));
    }

    [Fact]
    public async Task ManyMessages_EachIsTakenOnce()
    {
        for (var i = 0; i < 60; i++)
        {
            await fixture.Storage.SendAsync("sample-orders", $$"""{"name":"many-{{i}}","count":1}""");
        }

        var journal = await App.WaitForAsync(
            "/sample/journal/orders", text => Enumerable.Range(0, 60).All(i => text.Contains($"many-{i} ", StringComparison.Ordinal)));

        Assert.Equal(60, journal.Split("many-").Length - 1);
    }

    private async Task<string> PoisonAsync(string queue, Func<string, bool> isIt)
    {
        var poison = fixture.Storage.Queues.GetQueueClient($"{queue}-poison");
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var messages = await poison.ExistsAsync() ? (await poison.PeekMessagesAsync(32)).Value : [];
            if (messages.Select(message => message.Body.ToString()).FirstOrDefault(isIt) is { } found)
            {
                return found;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The message never came to the poison queue. {App.Output}");
    }
}
