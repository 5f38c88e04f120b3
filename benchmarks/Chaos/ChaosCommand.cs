namespace Bench.Chaos;

/// <summary><c>./bench chaos [engine|desk] [--kills N]</c>: the engine with a case of its own, then the whole desk. Prints what it found.</summary>
internal static class ChaosCommand
{
    private const int DefaultKills = 200;
    private const int EngineCasesAtOnce = 25;
    private const int DeskCasesAtOnce = 6;

    /// <returns>The exit code: 0 when nothing was lost, and nothing doubled that must not be.</returns>
    public static async Task<int> RunAsync(string[] options)
    {
        var at = Array.IndexOf(options, "--kills");
        var kills = at >= 0 ? int.Parse(options[at + 1], null) : DefaultKills;
        var isGood = true;
        if (!options.Contains("desk"))
        {
            isGood &= Print(await ChaosRun.RunAsync(Plan(kills, EngineCasesAtOnce), Console.WriteLine));
        }

        if (!options.Contains("engine"))
        {
            isGood &= Print(await DeskChaosRun.RunAsync(Plan(kills, DeskCasesAtOnce), Console.WriteLine));
        }

        return isGood ? 0 : 1;
    }

    private static ChaosPlan Plan(int kills, int casesAtOnce) => new(kills, Math.Max(1, kills / 10), casesAtOnce);

    private static bool Print(ChaosReport report)
    {
        Console.WriteLine(
            $"""

            The engine. Machine: {Report.Machine}. Commit: {Report.Commit}.
            host killed (kill -9)            {report.Kills}
            storage stopped and restarted    {report.StorageRestarts}
            storage requests spoilt          {report.FaultsInjected}
            cases                            {report.Cases}
            cases that did not complete      {report.NotCompleted}
            events lost                      {report.EventsLost}
            events doubled                   {report.EventsDoubled}
            mails lost                       {report.MailsLost}
            restart to ready, median         {report.RestartMedian:0} ms
            {(report.IsGood ? "Nothing lost, nothing doubled." : "NOT GOOD.")}

            """);
        return report.IsGood;
    }

    private static bool Print(DeskChaosReport report)
    {
        Console.WriteLine(
            $"""

            The whole desk. Machine: {Report.Machine}. Commit: {Report.Commit}.
            desk killed (kill -9)            {report.Kills}
            storage stopped and restarted    {report.StorageRestarts}
            storage requests spoilt          {report.FaultsInjected}
            cases                            {report.Cases}
            workflows that did not end       {report.NotEnded}
            events lost                      {report.EventsLost}
            events doubled                   {report.EventsDoubled}
            mails lost                       {report.MailsLost}
            mails doubled (at most a kill)   {report.MailsDoubled}
            mails left to a person           {report.MailsLeftToPerson}
            differences                      {(report.Differences.Length == 0 ? "none" : report.Differences)}
            hash chains                      {report.Chains}
            restart to ready, median         {report.RestartMedian:0} ms
            {(report.IsGood ? "Nothing lost, no event doubled, at most one mail doubled a kill." : "NOT GOOD.")}

            """);
        return report.IsGood;
    }
}
