using System.Collections.Concurrent;

namespace Bench.Chaos;

/// <summary>Cases over HTTP from report to closing: one that nothing disturbs, those of the load, and what became of them.</summary>
/// <param name="client">Asks again while the desk is away.</param>
/// <param name="mails">The mails of the desk.</param>
/// <param name="storage">The connection string of the desk's storage.</param>
internal sealed class CaseTrial(DeskClient client, MailWatch mails, string storage)
{
    private const int Rounds = 60;

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly string[] Unfinished = ["Running", "Pending", "Failed", "Terminated", "Suspended"];

    private readonly ConcurrentBag<string> numbers = [];

    private string model = "";

    /// <summary>How many cases of the load came to their outcome.</summary>
    public int Concluded => numbers.Count;

    /// <summary>Brings the model case to its outcome; its number.</summary>
    public async Task<string> ModelAsync()
    {
        var journey = await ToOutcomeAsync();
        await mails.OfCaseAsync(journey.Number, CaseJourney.Mails, Patience);
        await Task.Delay(Settled);
        return model = journey.Number;
    }

    /// <summary>Brings a case of the load to its outcome.</summary>
    public async Task CaseAsync() => numbers.Add((await ToOutcomeAsync()).Number);

    /// <summary>Waits for what is under way, lets a year pass, and compares the cases of the load with the model case.</summary>
    /// <param name="underWay">How long the last mails may take.</param>
    public async Task<CasesFound> EndAsync(TimeSpan underWay)
    {
        // After a year the desk has erased the mails of today: the night looks at the clock too.
        await Task.Delay(underWay);
        await mails.AllAsync();
        var notEnded = await YearPassesAsync();

        var findings = new ChaosFindings(storage, model, numbers);
        var (mailsFound, eventsFound) = (await findings.MailsAsync(mails), await findings.EventsAsync());
        for (var round = 0; round < Rounds && mailsFound.Lost.Count + eventsFound.Lost.Count > 0; round++)
        {
            // The last ones may still be on their way, and the desk looks for what is overdue every ten minutes of its clock.
            await client.SendAsync(HttpMethod.Post, "/lokaal/klok", new { vooruit = "00:10:00" });
            await Task.Delay(1000);
            (mailsFound, eventsFound) = (await findings.MailsAsync(mails), await findings.EventsAsync());
        }

        return new CasesFound
        {
            Cases = numbers.Count,
            NotEnded = notEnded,
            EventsLost = eventsFound.Lost,
            EventsDoubled = eventsFound.Doubled,
            MailsLost = mailsFound.Lost,
            MailsDoubled = mailsFound.Doubled,
        };
    }

    /// <summary>The workflows with one of these statuses, each with it.</summary>
    public async Task<IReadOnlyList<string>> WorkflowsAsync(params string[] statuses)
    {
        List<string> all = [];
        foreach (var status in statuses)
        {
            var found = await client.SendAsync(HttpMethod.Get, $"/lokaal/orkestraties?status={status}");
            all.AddRange(found.EnumerateArray().Select(workflow => $"{workflow.GetProperty("id").GetString()} {status}"));
        }

        return all;
    }

    private async Task<CaseJourney> ToOutcomeAsync()
    {
        var journey = new CaseJourney(client);
        await journey.ToOutcomeAsync(mails.TextWithAsync);
        await journey.DeclineSharingAsync();
        return journey;
    }

    /// <summary>Lets the terms after the outcome pass and waits until no workflow runs any more.</summary>
    /// <returns>Those that still do when patience ends, each with its status.</returns>
    private async Task<IReadOnlyList<string>> YearPassesAsync()
    {
        await client.SendAsync(HttpMethod.Post, "/lokaal/klok", new { vooruit = "400.00:00:00" });
        var began = TimeProvider.System.GetTimestamp();
        IReadOnlyList<string> running;
        do
        {
            await Task.Delay(1000);
            running = await WorkflowsAsync(Unfinished);
        }
        while (running.Count > 0 && TimeProvider.System.GetElapsedTime(began) < Patience);
        return running;
    }
}
