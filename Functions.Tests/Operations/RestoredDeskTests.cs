using Azure.Data.Tables;
using Azure.Storage.Queues;
using RegelLoket.Tests.Workflow;

namespace RegelLoket.Tests.Operations;

/// <summary>
/// On the real engine: a back-up in an empty account, and storage whose task hub is gone. Either way one round of the reconciler is enough,
/// and every case goes on, of each year and however far it had come, without a mail that went before.
/// </summary>
public sealed class RestoredDeskTests
{
    private const string Hub = "RegelLoketTests";
    private const string Clock = "azure-webjobs-hosts";

    private static readonly string[] Ministries = ["vws", "szw"];

    private WorkflowApp current = null!;

    [Fact]
    public async Task Desk_CopiedIntoAnEmptyAccount_CarriesOnEveryCaseAndAsksForTheEffect()
    {
        var empty = await SharedAzurite.TakeAccountAsync();
        Cases cases;
        await using (current = await WorkflowApp.StartAsync())
        {
            cases = await LiveAsync();
            await StorageCopy.OfTheAppAsync(current.App, empty.Blobs);
            // The offset of the desk's clock, which is the host's here and does not exist in Azure.
            await StorageCopy.CopyAsync(
                current.App.Storage.Blobs.GetBlobContainerClient(Clock), empty.Blobs.GetBlobContainerClient(Clock));
        }

        await using (current = await WorkflowApp.StartAsync(("AzureWebJobsStorage", empty.ConnectionString)))
        {
            await CarryOnAsync(cases, mailsBefore: 0);
        }
    }

    [Fact]
    public async Task Desk_WhoseTaskHubIsGone_CarriesOnEveryCaseAndAsksForTheEffect()
    {
        var storage = await SharedAzurite.TakeAccountAsync();
        Cases cases;
        int mails;
        await using (current = await WorkflowApp.StartAsync(("AzureWebJobsStorage", storage.ConnectionString)))
        {
            cases = await LiveAsync();
            mails = await MailsAsync(cases);
        }

        await DeleteHubAsync(storage);

        await using (current = await WorkflowApp.StartAsync(("AzureWebJobsStorage", storage.ConnectionString)))
        {
            await CarryOnAsync(cases, mails);
        }
    }

    /// <summary>A case at two ministries and a closed one, both of last year by now, and one that has just been reported.</summary>
    private async Task<Cases> LiveAsync()
    {
        var today = await NewJourney().TodayAsync();
        var lateInTheYear = new DateOnly(today.Year, 12, 20);
        if (today < lateInTheYear)
        {
            await current.App.MoveClockAsync(TimeSpan.FromDays(lateInTheYear.DayNumber - today.DayNumber));
        }

        var asked = await WorkflowApp.AtTwoMinistriesAsync(NewJourney());
        var codes = await Task.WhenAll(Ministries.Select(asked.CodeOfLinkAsync));
        var closed = NewJourney();
        await closed.ReportAsync();
        await closed.AnalyseAsync();
        await closed.WriteStatementAsync();
        await closed.ApproveAsync();
        await closed.ConcludeAsync();
        await closed.MailAsync(IsOutcome);
        await closed.DeclineSharingAsync();

        // Past the term of a dispute, and past New Year.
        await current.App.MoveClockAsync(TimeSpan.FromDays(40));
        await closed.WaitForStatusAsync("gesloten");
        var reported = NewJourney();
        await reported.ReportAsync();
        await reported.MailAsync(_ => true);
        await current.UntilAsync(reported.Number, "Running", seen: 1);
        Assert.NotEqual(asked.Number[..7], reported.Number[..7]);
        return new Cases(asked, codes, closed, reported);
    }

    /// <summary>One round, after which each case has its workflows; then all of them are brought to their end.</summary>
    private async Task CarryOnAsync(Cases cases, int mailsBefore)
    {
        string[] instances = [cases.Asked.Number, .. Ministries.Select(m => $"{cases.Asked.Number}:{m}"), cases.Closed.Number,
            cases.Reported.Number];
        Assert.All(await Task.WhenAll(instances.Select(current.InstanceAsync)), instance => Assert.Null(instance));
        await current.ReconcileAsync();
        foreach (var instance in instances)
        {
            await current.UntilAsync(instance, "Running", seen: 1);
        }

        Assert.Equal(mailsBefore, await MailsAsync(cases));

        foreach (var code in cases.Codes)
        {
            await cases.Asked.SendAsync(HttpMethod.Post, "/v1/reacties", new { soort = "antwoord", tekst = "Dat mag." }, 200, null,
                ("Reactiecode", code));
        }

        await cases.Asked.ConcludeAsync();
        await cases.Asked.MailAsync(mail => IsOutcome(mail) && mail.To == "melder@example.org");
        await cases.Reported.AnalyseAsync();
        await cases.Reported.WriteStatementAsync();
        await cases.Reported.ApproveAsync();
        await cases.Reported.ConcludeAsync();
        await cases.Reported.MailAsync(IsOutcome);

        await current.App.MoveClockAsync(TimeSpan.FromDays(60));
        await cases.Closed.MailAsync(mail => mail.Subject.StartsWith("Merk je iets van de uitkomst?", StringComparison.Ordinal));
        await cases.Closed.SendAsync(HttpMethod.Post, $"/v1/meldingen/{cases.Closed.Number}/effectmetingen",
            new { moment = "3-maanden", merkbaar = "ja" }, 200, null, ("Volgcode", cases.Closed.Code));
    }

    private Journey NewJourney() => new(name => current.ClientOf(name));

    private static async Task<int> MailsAsync(Cases cases) =>
        (await Task.WhenAll(new[] { cases.Asked, cases.Closed, cases.Reported }.Select(journey => journey.MailsAsync())))
        .Sum(mails => mails.Count);

    private static bool IsOutcome(JourneyMail mail) => mail.Subject.Contains("uitkomst", StringComparison.OrdinalIgnoreCase);

    private static async Task DeleteHubAsync(TestStorage storage)
    {
        var tables = new TableServiceClient(storage.ConnectionString);
        await foreach (var table in tables.QueryAsync())
        {
            await tables.DeleteTableAsync(table.Name);
        }

        var queues = new QueueServiceClient(storage.ConnectionString);
        await foreach (var queue in queues.GetQueuesAsync(prefix: $"{Hub.ToLowerInvariant()}-"))
        {
            await queues.DeleteQueueAsync(queue.Name);
        }

        await foreach (var container in storage.Blobs.GetBlobContainersAsync(prefix: $"{Hub.ToLowerInvariant()}-"))
        {
            await storage.Blobs.DeleteBlobContainerAsync(container.Name);
        }
    }

    private sealed record Cases(Journey Asked, IReadOnlyList<string> Codes, Journey Closed, Journey Reported);
}
