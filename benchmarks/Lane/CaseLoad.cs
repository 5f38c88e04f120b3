namespace Bench.Lane;

/// <summary>Many cases at once, driven over the API in order and without asking the desk how far they are.</summary>
internal static class CaseLoad
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Runs one case, so that what happens once is not measured, and then all of them.</summary>
    /// <returns>How many cases a second came from report to outcome, the last mail included.</returns>
    public static async Task<double> RunAsync(Azurite azurite, DeskProcess desk, int cases)
    {
        using var mails = new MailWatch(azurite.ConnectionString);
        await LaneCase.LiveAsync(desk, mails);
        var earlier = (await mails.AllAsync()).Count;

        // The base fails a command whose workflow has not started, after it was stored: this client asks again.
        using var client = new DeskClient(desk.Address, isPatient: true);
        var began = TimeProvider.System.GetUtcNow();
        List<CaseJourney> journeys = [.. Enumerable.Range(0, cases).Select(_ => new CaseJourney(client))];
        await Task.WhenAll(journeys.Select(async journey =>
        {
            await journey.ReportAsync();
            await journey.ToMinistriesAsync();
        }));
        // The ministries' codes are in their mails alone.
        var asked = (await mails.CountAsync(earlier + (cases * (1 + CaseJourney.Ministries.Count)), Patience)).ToLookup(mail => mail.Case);
        await Task.WhenAll(journeys.Select(async journey =>
        {
            foreach (var ministry in CaseJourney.Ministries)
            {
                var mail = asked[journey.Number].Single(mail => mail.Text.Contains(journey.MarkerOf(ministry), StringComparison.Ordinal));
                await journey.AnswerAsync(mail.Text, ministry);
            }

            await journey.ConcludeAsync();
        }));
        var all = await mails.CountAsync(earlier + (cases * desk.MailsOfACase), Patience);
        return cases / (all.Max(mail => mail.SentAt) - began).TotalSeconds;
    }
}
