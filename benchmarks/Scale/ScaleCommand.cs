using System.Globalization;

namespace Bench.Scale;

/// <summary>
/// <c>./bench scale [--short]</c>: instances that come, go, are killed and are upgraded under load. Prints what it found.
/// </summary>
internal static class ScaleCommand
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan LastsShort = TimeSpan.FromSeconds(5);

    /// <returns>The exit code: 0 when nothing was lost, and nothing doubled that must not be.</returns>
    public static async Task<int> RunAsync(bool isShort)
    {
        var report = await new ScaleRun(new ScalePlan(isShort ? LastsShort : Lasts), Console.WriteLine).RunAsync();
        Console.WriteLine(
            $"""

            Instances on one task hub. Machine: {Report.Machine}. Commit: {Report.Commit}.
            {"at",-6}{"step",-42}{"instances",-14}{"partitions",-12}{"answers",8}{"refused",9}{"broken",8}{"5xx",5}{"gap",9}
            {string.Join('\n', report.Steps.Select(LineOf))}

            {report.Found.Lines}
            mails doubled beside the kill    {report.DoubledBesideKill}
            instances that did not drain     {report.NotDrained}
            workflows begun anew             {report.BegunAnew}
            partitions moved                 {report.Moves}
            report to outcome, median        {Seconds(report.Lengths.Order().ElementAt(report.Lengths.Count / 2))}
            report to outcome, longest       {Seconds(report.Lengths.Max())}
            longest wait of a visitor        {Seconds(report.LongestWait)}
            hash chains                      {report.Chains}
            {(report.IsGood ? "Nothing lost, no event doubled, at most one mail doubled by the kill." : "NOT GOOD.")}

            """);
        return report.IsGood ? 0 : 1;
    }

    private static string Seconds(TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalSeconds:0.0} s");

    private static string LineOf(ScaleStep step) => string.Create(
        CultureInfo.InvariantCulture,
        $"{step.At,-6:mm\\:ss}{step.What,-42}{step.Instances,-14}{step.Owners,-12}{step.Answers.Answered,8}{step.Answers.Refused,9}"
        + $"{step.Answers.Broken,8}{step.Answers.Failed,5}{step.Answers.Gap.TotalSeconds,7:0.0} s");
}
