using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;
using RegelLoket.Escalation;
using RegelLoket.Intake;
using RegelLoket.Library.Publication;
using RegelLoket.Outcome;
using RegelLoket.ProblemStatement;
using RegelLoket.Web;

namespace RegelLoket.Demo;

/// <summary>
/// <c>--demo</c>: puts the samples in as if they were reported and drives them on through the same desks as people do, so that every screen
/// has something to show. It needs a client of the workflows outside a function, which only the Local lane offers. A second run finds each
/// sample by its key and changes nothing.
/// </summary>
internal sealed class DemoCases(
    IServiceProvider services, IHostApplicationLifetime lifetime, ReportDesk reports, CaseStore cases, AnalysisDesk analysis, StatementDesk statements,
    EscalationDesk escalations, MinistryDesk ministries, OutcomeDesk outcomes, PublicationDesk publications, ReporterDesk reporters, FollowedCases followed, DemoSequels sequels, ProtectedSecrets secrets, TimeProvider clock,
    ILogger<DemoCases> logger) : BackgroundService
{
    internal static readonly Actor Ans = new(ActorRole.Analyst, "Ans Analist");
    internal static readonly Actor Bea = new(ActorRole.Analyst, "Bea Tweede");

    /// <summary>How far the samples go, over and over. Answered cases come most, as in real life.</summary>
    private static readonly CaseStatus[] Stages =
    [
        CaseStatus.Shared, CaseStatus.AtMinistries, CaseStatus.Received, CaseStatus.OutcomeKnown, CaseStatus.AnswersIn, CaseStatus.Analysing,
        CaseStatus.Shared, CaseStatus.DraftingStatement, CaseStatus.AtMinistries, CaseStatus.AwaitingApproval, CaseStatus.OutcomeKnown, CaseStatus.WaitingForReporter,
        CaseStatus.ReadyToDecide, CaseStatus.Shared, CaseStatus.Shared, CaseStatus.Withdrawn, CaseStatus.Closed,
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        if (services.GetService<DurableTaskClient>() is not { } workflows)
        {
            logger.LogWarning("This host offers no client of the workflows outside a function: --demo adds nothing here.");
            return;
        }

        var added = new Dictionary<string, CaseNumber>();
        foreach (var (place, sample) in DemoSample.All().Index())
        {
            if (await AddAsync(sample, Stages[place % Stages.Length], workflows, stoppingToken) is { } number)
            {
                added[sample.Name] = number;
            }
        }

        await sequels.AddAsync(added, workflows, stoppingToken);
        logger.LogInformation("{Count} sample cases were added.", added.Count);
    }

    /// <returns>The case; null when it was there already.</returns>
    private async Task<CaseNumber?> AddAsync(DemoSample sample, CaseStatus stage, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var result = await reports.ReportAsync(sample.Report, $"demo-{sample.Name}", ReportChannel.Demo, Actor.Reporter, workflows, cancellation);
        if (result is not ReportResult.Received { Receipt: (var number, var code, _, _) } || await cases.FindAsync(number, cancellation) is not { State.Status: CaseStatus.Received })
        {
            return null;
        }

        foreach (var step in StepsTo(stage, sample.Analysis, code))
        {
            var done = await step(number, workflows, cancellation);
            if (done is not CommandResult.Done)
            {
                logger.LogWarning("Sample {Sample} stopped before {Stage}: {Why}.", sample.Name, stage, done is CommandResult.Invalid invalid ? string.Join(", ", invalid.Errors.Keys) : done.GetType().Name);
                break;
            }
        }

        return number;
    }

    private delegate Task<CommandResult> Step(CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation);

    /// <summary>The steps that lead to a stage, in the order in which a case takes them.</summary>
    private IEnumerable<Step> StepsTo(CaseStatus stage, DemoAnalysis sample, FollowCode code)
    {
        if (stage == CaseStatus.Received)
        {
            yield break;
        }

        if (stage == CaseStatus.Withdrawn)
        {
            yield return (number, workflows, cancellation) => reporters.WithdrawAsync(number.Value, code.Value, workflows, cancellation);
            yield break;
        }

        yield return (number, workflows, cancellation) => analysis.AssignAsync(Ans, number, new AssignCase { To = Ans.Name }, workflows, cancellation);
        if (stage == CaseStatus.WaitingForReporter)
        {
            yield return (number, workflows, cancellation) => analysis.AskReporterAsync(
                Ans, number, new AskReporter { Question = "Om hoeveel mensen gaat het in een jaar, en wie zei dat het niet mag?" }, workflows, cancellation);
        }

        if (stage is CaseStatus.Analysing or CaseStatus.WaitingForReporter)
        {
            yield break;
        }

        yield return (number, workflows, cancellation) => AnalyseAsync(sample, number, workflows, cancellation);
        if (stage == CaseStatus.DraftingStatement)
        {
            yield break;
        }

        yield return (number, workflows, cancellation) => statements.WriteAsync(Ans, number, new WriteStatement { Text = sample.Statement }, workflows, cancellation);
        if (stage == CaseStatus.AwaitingApproval)
        {
            yield break;
        }

        yield return (number, workflows, cancellation) => statements.ApproveAsync(Bea, number, new ApproveStatement { Version = 1 }, workflows, cancellation);
        if (stage == CaseStatus.ReadyToDecide)
        {
            yield break;
        }

        if (sample.Questions.Count > 0)
        {
            yield return (number, workflows, cancellation) => EscalateAsync(sample, number, workflows, cancellation);
            foreach (var (ministry, answer) in sample.Answers.Skip(stage == CaseStatus.AtMinistries ? 1 : 0))
            {
                yield return (number, workflows, cancellation) => AnswerAsync(ministry, answer, number, workflows, cancellation);
            }
        }

        if (stage is CaseStatus.AtMinistries or CaseStatus.AnswersIn)
        {
            yield break;
        }

        yield return (number, workflows, cancellation) => ConcludeAsync(sample, number, workflows, cancellation);
        if (stage == CaseStatus.OutcomeKnown)
        {
            yield break;
        }

        yield return (number, workflows, cancellation) => publications.DraftAsync(Ans, number, PublicTextOf(sample), workflows, cancellation);
        yield return (number, workflows, cancellation) => publications.ApproveAsync(Bea, number, 1, workflows, cancellation);
        yield return (number, workflows, cancellation) => AgreeAsync(number, code, workflows, cancellation);
        yield return (number, workflows, cancellation) => publications.PublishAsync(Bea, number, workflows, cancellation);
        if (stage == CaseStatus.Closed)
        {
            yield return (number, workflows, cancellation) => publications.WithdrawAsync(Bea, number, "De regel is na de publicatie veranderd.", workflows, cancellation);
        }
    }

    private static PublicationInput PublicTextOf(DemoAnalysis sample) => new()
    {
        Title = sample.Publication.Title,
        Problem = sample.Publication.Problem,
        RuleSays = sample.Publication.Answer,
        WhatYouMay = sample.ReporterText,
        FrontRunner = sample.Publication.FrontRunner,
        FindingsReviewed = true,
    };

    private Task<CommandResult> AnalyseAsync(DemoAnalysis sample, CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation) =>
        analysis.AnalyseContextAsync(Ans, number, new AnalyseContext
        {
            Source = sample.Source,
            Rules = [.. sample.Rules.Select(r => new AnalysedRule { BwbId = r.BwbId, CitationTitle = r.CitationTitle, Article = r.Article, CheckedOn = null })],
            Ministries = sample.Ministries,
            ExecutiveBody = sample.ExecutiveBody,
            Explanation = sample.Statement,
        }, workflows, cancellation);

    private Task<CommandResult> EscalateAsync(DemoAnalysis sample, CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation) =>
        escalations.EscalateAsync(Ans, number, new Escalate
        {
            Ministries = [.. sample.Questions.Where(q => Names.TryParseSlug<Ministry>(q.Key, out _))
                .Select(q => new MinistryQuestion { Ministry = MinistryOf(q.Key), Question = q.Value })],
        }, workflows, cancellation);

    /// <summary>The ministry answers with the code that its mail carries.</summary>
    private async Task<CommandResult> AnswerAsync(string ministry, string answer, CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var file = await cases.FindAsync(number, cancellation);
        return file is not null && file.Private.Secrets.TryGetValue(EscalationDesk.LinkOf(MinistryOf(ministry)), out var link) && ReplyCode.TryParse(secrets.Unprotect(link), out var code)
            ? await ministries.ReactAsync(code, new Reaction { Kind = ReactionKind.Answer, Text = answer }, workflows, cancellation)
            : new CommandResult.NotFound();
    }

    /// <summary>The reporter agrees, with the code that came with the receipt.</summary>
    private async Task<CommandResult> AgreeAsync(CaseNumber number, FollowCode code, DurableTaskClient workflows, CancellationToken cancellation) =>
        await followed.OpenOwnAsync(number.Value, code.Value, cancellation) is { } own
            ? await publications.ReplyAsync(own, new PublicationReply { Agreed = true }, workflows, cancellation)
            : new CommandResult.NotFound();

    private Task<CommandResult> ConcludeAsync(DemoAnalysis sample, CaseNumber number, DurableTaskClient workflows, CancellationToken cancellation)
    {
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        return outcomes.DetermineAsync(Ans, number, new OutcomeInput
        {
            Outcome = sample.Outcome,
            ReporterText = sample.ReporterText,
            Reason = sample.Statement,
            Rule = sample.Rules.Select(r => new RuleInput { BwbId = r.BwbId, CitationTitle = r.CitationTitle, Article = r.Article, CheckedOn = today }).FirstOrDefault(),
            RuleSays = sample.Statement,
            WhatYouMay = sample.ReporterText,
            ConfirmedBy = "Team Ruimte in de regels",
            ConfirmedOn = today,
            RuleBefore = "Dit kon niet.",
            RuleAfter = "Dit kan nu wel.",
            PublishedIn = "Staatscourant",
            HoldsFrom = today,
            ReferredTo = "De eigenaar van de regel",
        }, workflows, cancellation);
    }

    private static Ministry MinistryOf(string slug) => Names.TryParseSlug<Ministry>(slug, out var ministry) ? ministry : throw new InvalidDataException($"'{slug}' is no ministry.");
}
