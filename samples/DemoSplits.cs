using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Splitting;
using RegelLoket.Storage;

namespace RegelLoket.Demo;

/// <summary>Splits a report of the demo, and lays out what becomes of its other parts; the second reader handles those.</summary>
internal sealed class DemoSplits(DeskSteps desk, SplitService splits, CaseStore cases, TimeProvider clock)
{
    private readonly Dictionary<string, DemoSplit> known = DemoSample.Beside<DemoSplit>("gesplitst").ToDictionary();

    /// <summary>The steps that follow when the report of a sample is split on a day.</summary>
    public IEnumerable<DemoStep> Of(string sample, int day)
    {
        var split = known[sample];
        yield return new(day, one => SplitAsync(one, split));
        foreach (var (place, part) in split.Parts.Index().Skip(1).Where(part => part.Item.IsTakenUp))
        {
            yield return new(day + 1, Within(place, part, desk.AssignAsync));
            if (part.Analysis is not null)
            {
                yield return new(day + 3, Within(place, part, desk.AnalyseAsync));
                yield return new(day + 4, Within(place, part, desk.StateAsync));
                yield return new(day + 5, Within(place, part, desk.ApproveAsync));
                yield return new(day + 7, Within(place, part, desk.ConcludeAsync));
                yield return new(day + 9, Within(place, part, one => desk.DeclineSharingAsync(one, NotSharedReason.OnlyHere)));
            }
        }
    }

    private async Task<CommandResult> SplitAsync(DemoCase one, DemoSplit split)
    {
        var result = await splits.SplitAsync(new(one.Line.Analyst, clock.GetUtcNow()), one.Number,
            new SplitReport
            {
                Parts = [.. split.Parts.Select(part => new SplitPart(part.Title, part.Description, part.Obstacle))],
                Reason = split.Reason,
            },
            DeskSteps.Unstarted, default);
        if (result is CommandResult.Done)
        {
            one.Beside.AddRange((await cases.FindAsync(one.Number, default))!.State.Split!.Parts);
        }

        return result;
    }

    /// <summary>The same step in the case of another part.</summary>
    private static Func<DemoCase, Task<CommandResult>> Within(int place, DemoPart part, Func<DemoCase, Task<CommandResult>> step) =>
        one => step(one with
        {
            Line = one.Line with { Analyst = one.Line.Reader, Reader = one.Line.Analyst },
            Sample = one.Sample with { Analysis = part.Analysis },
            Receipt = one.Receipt with { Number = one.Beside[place - 1] },
        });
}
