using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.CaseLinks;
using RegelLoket.Experiments;
using RegelLoket.Intake;
using RegelLoket.Library.Items;
using RegelLoket.Storage;

namespace RegelLoket.Demo;

/// <summary>
/// What follows on a sample: an organisation that tries out the room, others where it plays too, and a second report of the same
/// bottleneck.
/// </summary>
internal sealed class DemoSequels(
    ExperimentService experiments, JoinService joins, CaseLinkService links, ReportService reports, CaseStore cases, TimeProvider clock)
{
    /// <summary>Working days between two organisations that join, and between two notes on an experiment.</summary>
    private const int BetweenJoins = 6;
    private const int BetweenNotes = 8;

    private readonly Dictionary<string, DemoExperiment> tried = DemoSample.Beside<DemoExperiment>("experimenten").ToDictionary();
    private readonly Dictionary<string, IReadOnlyList<JoinRequest>> joined =
        DemoSample.Beside<IReadOnlyList<JoinRequest>>("aansluitingen").ToDictionary();
    private readonly Dictionary<string, ReportRequest> twins = DemoSample.Beside<ReportRequest>("zelfde").ToDictionary();

    /// <summary>The steps that follow when the sample has been shared on a day.</summary>
    public IEnumerable<DemoStep> Of(string sample, int shared) =>
    [
        .. tried.TryGetValue(sample, out var experiment) ? StepsOf(experiment, shared) : [],
        .. joined.GetValueOrDefault(sample, []).Select((organisation, place) =>
            new DemoStep(shared + (BetweenJoins * (place + 1)), one => JoinAsync(one.Number, organisation, $"demo-{sample}-{place}"))),
    ];

    /// <summary>Takes in the report of the sample's twin and merges it into its case.</summary>
    public async Task<CommandResult> MergeTwinAsync(DemoCase one)
    {
        var received = await reports.ReportAsync(
            CommandContext.OfReporter(clock), twins[one.Line.Sample], $"demo-zelfde-{one.Line.Sample}", ReportChannel.Demo,
            DeskSteps.Unstarted, default);
        if (received is not ReportResult.Received { Receipt.Number: var other })
        {
            return new CommandResult.NotFound();
        }

        one.Beside.Add(other);
        return await links.LinkAsync(Now(one.Line.Analyst), other, one.Number.Value, CaseLinkKind.Same,
            "Dezelfde regel en dezelfde vraag.", DeskSteps.Unstarted, default);
    }

    private IEnumerable<DemoStep> StepsOf(DemoExperiment sample, int shared)
    {
        var day = shared + 4;
        yield return new(day, one =>
            experiments.StartAsync(Now(one.Line.Analyst), one.Number, sample.Start, DeskSteps.Unstarted, default));
        foreach (var note in sample.Notes)
        {
            yield return new(day += BetweenNotes, one =>
                experiments.NoteAsync(Now(one.Line.Analyst), one.Number, 1, note, DeskSteps.Unstarted, default));
        }

        foreach (var figures in sample.Measures)
        {
            yield return new(day, one =>
                experiments.MeasureAsync(Now(one.Line.Analyst), one.Number, 1, figures, DeskSteps.Unstarted, default));
        }

        if (sample is { End: { } end, Text: { } text })
        {
            yield return new(day + 3, one =>
                experiments.EndAsync(Now(one.Line.Analyst), one.Number, 1, end, DeskSteps.Unstarted, default));
            yield return new(day + 5, one =>
                experiments.DraftAsync(Now(one.Line.Analyst), one.Number, 1, text, DeskSteps.Unstarted, default));
            yield return new(day + 6, one =>
                experiments.ShareAsync(Now(one.Line.Reader), one.Number, 1, 1, DeskSteps.Unstarted, default));
        }
    }

    private CommandContext Now(Actor colleague) => new(colleague, clock.GetUtcNow());

    private async Task<CommandResult> JoinAsync(CaseNumber number, JoinRequest organisation, string key) =>
        await joins.JoinAsync(CommandContext.OfReporter(clock), PublishedCase.IdOf(number), organisation, key, DeskSteps.Unstarted, default)
                is JoinResult.Joined
            && await cases.FindAsync(number, default) is { } changed
            ? new CommandResult.Done(changed)
            : new CommandResult.NotFound();
}
