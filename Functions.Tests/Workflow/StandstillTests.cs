using Azure;
using Azure.Data.Tables;

namespace RegelLoket.Tests.Workflow;

/// <summary>
/// Instances that stand still on the real engine: their history says that an activity was scheduled, and no queue holds its message any
/// more. They run, accept every signal and never move.
/// </summary>
public sealed class StandstillTests : IAsyncLifetime
{
    private const string Hub = "RegelLoketTests";

    private TestStorage storage = null!;
    private WorkflowApp app = null!;

    public async ValueTask InitializeAsync()
    {
        storage = await SharedAzurite.TakeAccountAsync();
        app = await StartAsync();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task ReconcileCases_ActivityOfTheReportWasLost_BeginsTheCaseAnewInTheThirdRound()
    {
        var journey = NewJourney();
        await journey.ReportAsync();
        await app.UntilAsync(journey.Number, "Running", seen: 1);
        var created = (await app.InstanceAsync(journey.Number))!.Value.Created;
        await LoseActivityAsync(status: null, journey.Number);

        await app.ReconcileAsync();
        await app.ReconcileAsync();
        Assert.Equal(("Running", created, null), await app.InstanceAsync(journey.Number));
        await app.ReconcileAsync();

        await app.UntilAsync(journey.Number, "Running", seen: 1);
        Assert.NotEqual(created, (await app.InstanceAsync(journey.Number))!.Value.Created);
        Assert.Single(await journey.MailsAsync());
    }

    [Fact]
    public async Task ReconcileCases_ActivityOfAReminderWasLost_BeginsTheMinistryAnewAndItIsReminded()
    {
        var journey = await WorkflowApp.AtTwoMinistriesAsync(NewJourney());
        var vws = $"{journey.Number}:vws";
        var szw = $"{journey.Number}:szw";
        await app.UntilAsync(szw, "Running", seen: 1);
        await LoseActivityAsync("""{"Seen":7,"Next":"2020-01-01T08:00:00+00:00"}""", vws);
        var asked = (await app.InstanceAsync(szw))!.Value;

        // The clock passes the day of the first reminders: szw wakes, vws takes the signal in vain. Rounds are ten minutes apart at a
        // desk; here szw gets its time as well.
        await app.App.MoveClockAsync(TimeSpan.FromDays(58));
        await app.UntilAsync(szw, "Running", seen: asked.Seen!.Value + 1);
        for (var round = 0; round < 3; round++)
        {
            await app.ReconcileAsync();
        }

        var ministries = (await journey.MailsAsync()).Select(mail => mail.To).Where(to => to != "melder@example.org").Distinct().ToList();
        Assert.Equal(2, ministries.Count);
        await Journey.UntilAsync(
            async () => ministries.All((await journey.MailsAsync()).Select(mail => mail.To).GroupBy(to => to)
                .Where(mails => mails.Count() == 2).Select(mails => mails.Key).Contains), "both ministries to be reminded once");
        Assert.Equal(asked.Created, (await app.InstanceAsync(szw))!.Value.Created);
    }

    [Fact]
    public async Task ReconcileCases_InstanceThatAnOperatorSuspended_IsLeftAlone()
    {
        var journey = NewJourney();
        await journey.ReportAsync();
        await app.UntilAsync(journey.Number, "Running", seen: 1);
        await app.SuspendAsync(journey.Number);
        var suspended = await app.InstanceAsync(journey.Number);
        await journey.SendAsync(HttpMethod.Post, $"/v1/meldingen/{journey.Number}/intrekkingen", null, 200, null,
            ("Volgcode", journey.Code));

        for (var round = 0; round < 4; round++)
        {
            await app.ReconcileAsync();
        }

        Assert.Equal(suspended, await app.InstanceAsync(journey.Number));
        await app.ResumeAsync(journey.Number);
        await app.UntilAsync(journey.Number, "Completed");
    }

    /// <summary>A journey that goes on at the app that runs now.</summary>
    private Journey NewJourney() => new(name => app.ClientOf(name));

    private Task<WorkflowApp> StartAsync() => WorkflowApp.StartAsync(("AzureWebJobsStorage", storage.ConnectionString));

    /// <summary>Takes an instance back, while the app is away, to where it had just scheduled its first activity.</summary>
    private async Task LoseActivityAsync(string? status, string instance)
    {
        await app.DisposeAsync();
        await foreach (var queue in storage.Queues.GetQueuesAsync())
        {
            if (queue.Name.StartsWith(Hub, StringComparison.OrdinalIgnoreCase))
            {
                await storage.Queues.GetQueueClient(queue.Name).ClearMessagesAsync();
            }
        }

        var history = new TableClient(storage.ConnectionString, Hub + "History");
        var rows = await history.QueryAsync<TableEntity>(row => row.PartitionKey == instance).ToListAsync();
        var events = rows.Where(row => row.RowKey.All(char.IsAsciiHexDigit)).OrderBy(row => Convert.ToInt64(row.RowKey, 16)).ToList();
        var scheduled = events.FindIndex(row => row.GetString("EventType") == "TaskScheduled");
        foreach (var row in events.Skip(scheduled + 1))
        {
            await history.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
        }

        var instances = new TableClient(storage.ConnectionString, Hub + "Instances");
        var shown = (await instances.GetEntityAsync<TableEntity>(instance, "")).Value;
        shown["CustomStatus"] = status;
        await instances.UpdateEntityAsync(shown, ETag.All, TableUpdateMode.Replace);
        app = await StartAsync();
    }
}
