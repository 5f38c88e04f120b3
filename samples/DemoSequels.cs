using Microsoft.Extensions.Logging;
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
    ExperimentService experiments, JoinService joins, CaseLinkService links, ReportService reports, CaseStore cases, TimeProvider clock,
    ILogger<DemoSequels> logger)
{
    private readonly Dictionary<string, DemoExperiment> tried = DemoSample.Beside<DemoExperiment>("experimenten").ToDictionary();
    private readonly Dictionary<string, IReadOnlyList<JoinRequest>> joined =
        DemoSample.Beside<IReadOnlyList<JoinRequest>>("aansluitingen").ToDictionary();
    private readonly Dictionary<string, ReportRequest> twins = DemoSample.Beside<ReportRequest>("zelfde").ToDictionary();

    /// <summary>Whether an experiment of the sample is still under way.</summary>
    public bool GoOn(string sample) => tried.TryGetValue(sample, out var experiment) && experiment.End is null;

    /// <summary>The steps that follow when the sample has been shared.</summary>
    public IEnumerable<DemoStep> Of(string sample) =>
    [
        .. tried.TryGetValue(sample, out var experiment) ? StepsOf(experiment) : [],
        .. joined.GetValueOrDefault(sample, []).Select((organisation, place) =>
            new DemoStep(6, report => JoinAsync(report.Number, organisation, $"demo-{sample}-{place}"))),
    ];

    /// <summary>Reports the sample's twin and merges it into its case; returns the twin's case, where the sample has one.</summary>
    public async Task<IReadOnlyList<CaseNumber>> MergeTwinAsync(string sample, CaseNumber number, CancellationToken cancellation)
    {
        if (!twins.TryGetValue(sample, out var twin)
            || await reports.ReportAsync(CommandContext.OfReporter(clock), twin, $"demo-zelfde-{sample}", ReportChannel.Demo,
                DemoSteps.Unstarted, cancellation)
                is not ReportResult.Received { Receipt.Number: var other })
        {
            return [];
        }

        const string Reason = "Dezelfde gemeente en dezelfde vraag.";
        if (await links.LinkAsync(Now(DemoSteps.Ans), other, number.Value, CaseLinkKind.Same, Reason, DemoSteps.Unstarted,
            cancellation) is not CommandResult.Done)
        {
            logger.LogWarning("The twin of sample {Sample} was not merged.", sample);
        }

        return [other];
    }

    private IEnumerable<DemoStep> StepsOf(DemoExperiment sample)
    {
        yield return new(4, report =>
            experiments.StartAsync(Now(DemoSteps.Ans), report.Number, sample.Start, DemoSteps.Unstarted, default));
        foreach (var note in sample.Notes)
        {
            yield return new(8, report => experiments.NoteAsync(Now(DemoSteps.Ans), report.Number, 1, note, DemoSteps.Unstarted, default));
        }

        foreach (var figures in sample.Measures)
        {
            yield return new(0, report =>
                experiments.MeasureAsync(Now(DemoSteps.Ans), report.Number, 1, figures, DemoSteps.Unstarted, default));
        }

        if (sample is { End: { } end, Text: { } text })
        {
            yield return new(3, report => experiments.EndAsync(Now(DemoSteps.Ans), report.Number, 1, end, DemoSteps.Unstarted, default));
            yield return new(2, report => experiments.DraftAsync(Now(DemoSteps.Ans), report.Number, 1, text, DemoSteps.Unstarted, default));
            yield return new(1, report => experiments.ShareAsync(Now(DemoSteps.Bea), report.Number, 1, 1, DemoSteps.Unstarted, default));
        }
    }

    private CommandContext Now(Actor colleague) => new(colleague, clock.GetUtcNow());

    private async Task<CommandResult> JoinAsync(CaseNumber number, JoinRequest organisation, string key) =>
        await joins.JoinAsync(CommandContext.OfReporter(clock), PublishedCase.IdOf(number), organisation, key, DemoSteps.Unstarted, default)
                is JoinResult.Joined
            && await cases.FindAsync(number, default) is { } changed
            ? new CommandResult.Done(changed)
            : new CommandResult.NotFound();
}
