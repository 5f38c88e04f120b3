namespace Bench.Lane;

/// <summary>One whole case with all its mails.</summary>
internal static class LaneCase
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Brings a case to its outcome and waits for all its mails. It waits for the receipt before it goes on: the base fails a command whose
    /// workflow has not started.
    /// </summary>
    /// <exception cref="InvalidOperationException">A mail is missing or doubled.</exception>
    public static async Task<CaseJourney> LiveAsync(DeskProcess desk, MailWatch mails)
    {
        var journey = new CaseJourney(desk.Client);
        await journey.ReportAsync();
        await mails.OfCaseAsync(journey.Number, 1, Patience);
        await journey.FromReportToOutcomeAsync(mails.TextWithAsync);
        await mails.OfCaseAsync(journey.Number, desk.MailsOfACase, Patience);
        return journey;
    }
}
