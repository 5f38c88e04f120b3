using RegelLoket.Storage;

namespace RegelLoket.Tests.Workflow;

/// <summary>An instance of a case or of a ministry that is terminated, fails, or is started again: on the real engine.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private WorkflowApp app = null!;

    public async ValueTask InitializeAsync() => app = await WorkflowApp.StartAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Answer_OfAMinistryWhoseInstanceWasTerminated_StartsItWhereItWasAndIsMailedOnce()
    {
        var journey = await app.AtTwoMinistriesAsync();
        await app.TerminateAsync($"{journey.Number}:szw");

        await journey.ReactAsync("szw", "antwoord", "Dat mag.");

        await app.UntilAsync($"{journey.Number}:szw", "Completed");
        await journey.ReactAsync("vws", "antwoord", "Dat mag.");
        await app.UntilAsync($"{journey.Number}:vws", "Completed");
        await MailsAsync(journey, 7);
    }

    [Fact]
    public async Task Question_OfAMinistryWhoseInstanceFailed_StartsItAnewAndNothingIsMailedTwice()
    {
        var journey = await app.AtTwoMinistriesAsync();
        await app.FailAsync($"{journey.Number}:vws");

        await journey.ReactAsync("vws", "wedervraag", "Om welke opleiding gaat het?");

        await MailsAsync(journey, 4);
        await app.UntilAsync($"{journey.Number}:vws", "Running");
    }

    [Fact]
    public async Task Outcome_OfACaseWhoseInstanceWasTerminated_StartsItAndMinistriesGoOn()
    {
        var journey = await app.AtTwoMinistriesAsync();
        var vws = (await app.InstanceAsync($"{journey.Number}:vws"))!.Value.Created;
        await app.TerminateAsync(journey.Number);

        await journey.ReactAsync("szw", "antwoord", "Dat mag.");
        Assert.Equal(vws, (await app.InstanceAsync($"{journey.Number}:vws"))!.Value.Created);
        await journey.ReactAsync("vws", "antwoord", "Dat mag.");
        await journey.ConcludeAsync();

        await app.UntilAsync(journey.Number, "Running", seen: 10);
        await MailsAsync(journey, 10);
    }

    [Fact]
    public async Task ReconcileCases_CaseFailedAndAMinistryTerminated_StartsBothAndLetsTheOtherBe()
    {
        var journey = await app.AtTwoMinistriesAsync();
        var vws = (await app.InstanceAsync($"{journey.Number}:vws"))!.Value.Created;
        await app.FailAsync(journey.Number);
        await app.TerminateAsync($"{journey.Number}:szw");

        await app.ReconcileAsync();

        await app.UntilAsync(journey.Number, "Running", seen: 1);
        await app.UntilAsync($"{journey.Number}:szw", "Running", seen: 7);
        Assert.Equal(vws, (await app.InstanceAsync($"{journey.Number}:vws"))!.Value.Created);
        await MailsAsync(journey, 3);
    }

    [Fact]
    public async Task PostponedSignal_OfACaseWhoseInstanceRuns_LetsItBe()
    {
        var journey = app.NewJourney();
        await journey.ReportAsync();
        await app.UntilAsync(journey.Number, "Running", seen: 1);
        var before = (await app.InstanceAsync(journey.Number))!.Value.Created;

        await app.App.Storage.SendAsync(PostponedSignal.QueueName, $"{journey.Number} 1");
        await Journey.UntilAsync(async () => await EmptyAsync(PostponedSignal.QueueName), "the message to be taken");

        Assert.Equal(before, (await app.InstanceAsync(journey.Number))!.Value.Created);
        await MailsAsync(journey, 1);
    }

    [Fact]
    public async Task Case08_WithdrawnWhileMinistriesAreAsked_EndsAllInstancesAndTellsThem()
    {
        var journey = await app.AtTwoMinistriesAsync();
        var link = await journey.CodeOfLinkAsync("vws");

        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/intrekkingen", null, 200, null,
            ("Volgcode", journey.Code));

        foreach (var instance in new[] { journey.Number, $"{journey.Number}:vws", $"{journey.Number}:szw" })
        {
            await app.UntilAsync(instance, "Completed");
        }

        await MailsAsync(journey, 5);
        await journey.SendAsync(HttpMethod.Get, "/v1/reacties", null, 409, null, ("Reactiecode", link));
    }

    private async Task<bool> EmptyAsync(string queue) =>
        (await app.App.Storage.Queues.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount == 0;

    /// <summary>Waits for so many mails of the case, and that no other follows at once.</summary>
    private static async Task MailsAsync(Journey journey, int count)
    {
        await Journey.UntilAsync(async () => (await journey.MailsAsync()).Count >= count, $"{count} mails");
        Assert.Equal(count, (await journey.MailsAsync()).Count);
    }
}
