using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis.Bundling;
using RegelLoket.Experiments;
using RegelLoket.Intake;
using RegelLoket.Library.Items;

namespace RegelLoket.Demo;

/// <summary>What follows on the samples: organisations that try out the room, others where it plays too, and a second report of the same bottleneck.</summary>
internal sealed class DemoSequels(ExperimentDesk experiments, JoinDesk joins, BundleDesk bundles, ReportDesk reports, ILogger<DemoSequels> logger)
{
    /// <summary>Adds what belongs to the samples that were added just now.</summary>
    /// <param name="added">The case of each sample, by the sample's name.</param>
    /// <param name="workflows">Where the workflows run.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task AddAsync(IReadOnlyDictionary<string, CaseNumber> added, DurableTaskClient workflows, CancellationToken cancellation)
    {
        foreach (var (name, experiment) in DemoSample.Beside<DemoExperiment>("experimenten").Where(found => added.ContainsKey(found.Name)))
        {
            await TryOutAsync(name, added[name], experiment, workflows, cancellation);
        }

        foreach (var (name, organisations) in DemoSample.Beside<IReadOnlyList<JoinRequest>>("aansluitingen").Where(found => added.ContainsKey(found.Name)))
        {
            foreach (var (place, organisation) in organisations.Index())
            {
                var joined = await joins.JoinAsync(PublishedCase.IdOf(added[name]), organisation, $"demo-{name}-{place}", workflows, cancellation);
                Report(name, "an organisation joined", joined is JoinResult.Joined);
            }
        }

        foreach (var (name, report) in DemoSample.Beside<ReportRequest>("zelfde").Where(found => added.ContainsKey(found.Name)))
        {
            var twin = await reports.ReportAsync(report, $"demo-zelfde-{name}", ReportChannel.Demo, Actor.Reporter, workflows, cancellation);
            Report(name, "the same was merged", twin is ReportResult.Received { Receipt.Number: var number }
                && await bundles.BindAsync(DemoCases.Ans, number, added[name].Value, BundleKind.Same, "Dezelfde gemeente en dezelfde vraag.", workflows, cancellation) is CommandResult.Done);
        }
    }

    private async Task TryOutAsync(string name, CaseNumber number, DemoExperiment sample, DurableTaskClient workflows, CancellationToken cancellation)
    {
        Report(name, "an experiment began", await experiments.StartAsync(DemoCases.Ans, number, sample.Start, workflows, cancellation));
        foreach (var note in sample.Notes)
        {
            Report(name, "a step was noted", await experiments.NoteAsync(DemoCases.Ans, number, 1, note, workflows, cancellation));
        }

        foreach (var figures in sample.Measures)
        {
            Report(name, "figures were noted", await experiments.MeasureAsync(DemoCases.Ans, number, 1, figures, workflows, cancellation));
        }

        if (sample is { End: { } end, Text: { } text })
        {
            Report(name, "the experiment ended", await experiments.EndAsync(DemoCases.Ans, number, 1, end, workflows, cancellation));
            Report(name, "its lessons were written", await experiments.DraftAsync(DemoCases.Ans, number, 1, text, workflows, cancellation));
            Report(name, "its lessons were shared", await experiments.ShareAsync(DemoCases.Bea, number, 1, 1, workflows, cancellation));
        }
    }

    private void Report(string sample, string step, CommandResult result) => Report(sample, step, result is CommandResult.Done);

    private void Report(string sample, string step, bool done)
    {
        if (!done)
        {
            logger.LogWarning("Sample {Sample} stopped before {Step}.", sample, step);
        }
    }
}
