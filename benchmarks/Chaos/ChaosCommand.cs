namespace Bench.Chaos;

/// <summary><c>./bench chaos [--kills N]</c>: the whole desk, killed at random on a storage that fails. Prints what it found.</summary>
internal static class ChaosCommand
{
    private const int DefaultKills = 100;
    private const int CasesAtOnce = 6;

    /// <returns>The exit code: 0 when nothing was lost, and nothing doubled that must not be.</returns>
    public static async Task<int> RunAsync(string[] options)
    {
        var at = Array.IndexOf(options, "--kills");
        var kills = at >= 0 ? int.Parse(options[at + 1], null) : DefaultKills;
        var report = await new ChaosRun(new ChaosPlan(kills, Math.Max(1, kills / 10), CasesAtOnce), Console.WriteLine).RunAsync();
        Console.WriteLine(
            $"""

            The whole desk. Machine: {Report.Machine}. Commit: {Report.Commit}.
            host, worker or both killed      {report.Kills}
            storage stopped and restarted    {report.StorageRestarts}
            storage requests spoilt          {report.FaultsInjected}
            {report.Found.Lines}
            mails left to a person           {report.MailsLeftToPerson}
            hash chains                      {report.Chains}
            restart to ready, median         {report.RestartMedian:0} ms
            {(report.IsGood ? "Nothing lost, no event doubled, at most one mail doubled a kill." : "NOT GOOD.")}

            """);
        return report.IsGood ? 0 : 1;
    }
}
