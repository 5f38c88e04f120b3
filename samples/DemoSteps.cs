using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;
using RegelLoket.Escalation;
using RegelLoket.Intake;
using RegelLoket.Library.Publication;
using RegelLoket.Outcome;
using RegelLoket.ProblemStatement;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Demo;

/// <summary>A step of a sample.</summary>
/// <param name="Days">How many working days it comes after the step before it.</param>
/// <param name="TakeAsync">Takes it, for the report of which this is the receipt.</param>
internal sealed record DemoStep(int Days, Func<Receipt, Task<CommandResult>> TakeAsync);

/// <summary>Takes a sample to a stage, through the same desks as people do.</summary>
internal sealed class DemoSteps(
    CaseStore cases, AnalysisService analysis, StatementService statements, EscalationService escalations,
    MinistryReplyService ministries, OutcomeService outcomes,
    PublicationService publications, ReporterService reporters, FollowedCases followed, ProtectedSecrets secrets, TimeProvider clock)
{
    internal static readonly Actor Ans = new(ActorRole.Analyst, "Ans Analist");
    internal static readonly Actor Bea = new(ActorRole.Analyst, "Bea Tweede");

    internal static readonly UnstartedWorkflows Unstarted = new();

    /// <summary>The steps that lead to a stage, in the order in which a case takes them.</summary>
    public IEnumerable<DemoStep> To(CaseStatus stage, DemoAnalysis sample)
    {
        if (stage == CaseStatus.Received)
        {
            yield break;
        }

        if (stage == CaseStatus.Withdrawn)
        {
            yield return new(3, report => reporters.WithdrawAsync(
                CommandContext.OfReporter(clock), report.Number.Value, report.Code.Value, Unstarted, default));
            yield break;
        }

        yield return new(2, report => analysis.AssignAsync(Now(Ans), report.Number, new AssignCase { To = Ans.Name }, Unstarted, default));
        if (stage == CaseStatus.WaitingForReporter)
        {
            var question = new AskReporter { Question = "Om hoeveel mensen gaat het in een jaar, en wie zei dat het niet mag?" };
            yield return new(2, report => analysis.AskReporterAsync(Now(Ans), report.Number, question, Unstarted, default));
        }

        if (stage is CaseStatus.Analysing or CaseStatus.WaitingForReporter)
        {
            yield break;
        }

        yield return new(5, report => AnalyseAsync(sample, report.Number));
        if (stage == CaseStatus.DraftingStatement)
        {
            yield break;
        }

        yield return new(4, report =>
            statements.WriteAsync(Now(Ans), report.Number, new WriteStatement { Text = sample.Statement }, Unstarted, default));
        if (stage == CaseStatus.AwaitingApproval)
        {
            yield break;
        }

        yield return new(2, report =>
            statements.ApproveAsync(Now(Bea), report.Number, new ApproveStatement { Version = 1 }, Unstarted, default));
        if (stage == CaseStatus.ReadyToDecide)
        {
            yield break;
        }

        if (sample.Questions.Count > 0)
        {
            yield return new(2, report => EscalateAsync(sample, report.Number));
            var wait = 12;
            foreach (var (ministry, answer) in sample.Answers.Skip(stage == CaseStatus.AtMinistries ? 1 : 0))
            {
                yield return new(wait, report => AnswerAsync(ministry, answer, report.Number));
                wait = 4;
            }
        }

        if (stage is CaseStatus.AtMinistries or CaseStatus.AnswersIn)
        {
            yield break;
        }

        yield return new(4, report => ConcludeAsync(sample, report.Number));
        if (stage == CaseStatus.OutcomeKnown)
        {
            yield break;
        }

        yield return new(3, report => publications.DraftAsync(Now(Ans), report.Number, PublicTextOf(sample), Unstarted, default));
        yield return new(1, report => publications.ApproveAsync(Now(Bea), report.Number, 1, Unstarted, default));
        yield return new(3, report => AgreeAsync(report));
        yield return new(1, report => publications.PublishAsync(Now(Bea), report.Number, Unstarted, default));
        if (stage == CaseStatus.Closed)
        {
            const string Reason = "De regel is na de publicatie veranderd.";
            yield return new(20, report => publications.WithdrawAsync(Now(Bea), report.Number, Reason, Unstarted, default));
        }
    }

    private static PublicationRequest PublicTextOf(DemoAnalysis sample) => new()
    {
        Title = sample.Publication.Title,
        Problem = sample.Publication.Problem,
        RuleSays = sample.Publication.Answer,
        WhatYouMay = sample.ReporterText,
        FrontRunner = sample.Publication.FrontRunner,
        FindingsReviewed = true,
    };

    private Task<CommandResult> AnalyseAsync(DemoAnalysis sample, CaseNumber number) =>
        analysis.AnalyseContextAsync(Now(Ans), number, new AnalyseContext
        {
            Source = sample.Source,
            Rules = [.. sample.Rules.Select(r => new AnalysedRule
            {
                BwbId = r.BwbId, CitationTitle = r.CitationTitle, Article = r.Article, CheckedOn = null,
            })],
            Ministries = sample.Ministries,
            ExecutiveBody = sample.ExecutiveBody,
            Explanation = sample.Statement,
        }, Unstarted, default);

    private Task<CommandResult> EscalateAsync(DemoAnalysis sample, CaseNumber number) =>
        escalations.EscalateAsync(Now(Ans), number, new EscalationRequest
        {
            Ministries = [.. sample.Questions.Where(q => EnumNames.TryParseSlug<Ministry>(q.Key, out _))
                .Select(q => new MinistryQuestion { Ministry = MinistryOf(q.Key), Question = q.Value })],
        }, Unstarted, default);

    /// <summary>The ministry answers with the code that its mail carries.</summary>
    private async Task<CommandResult> AnswerAsync(string ministry, string answer, CaseNumber number)
    {
        var file = await cases.FindAsync(number, default);
        return file is not null && file.Private.Secrets.TryGetValue(EscalationService.LinkOf(MinistryOf(ministry)), out var link)
            && ReplyCode.TryParse(secrets.Unprotect(link), out var code)
            ? await ministries.ReactAsync(code, new ReactionRequest { Kind = ReactionKind.Answer, Text = answer }, Unstarted, default)
            : new CommandResult.NotFound();
    }

    /// <summary>The reporter agrees, with the code that came with the receipt.</summary>
    private async Task<CommandResult> AgreeAsync(Receipt report) =>
        await followed.OpenOwnAsync(report.Number.Value, report.Code.Value, default) is { } own
            ? await publications.ReplyAsync(own, new PublicationReplyRequest { Agreed = true }, Unstarted, default)
            : new CommandResult.NotFound();

    private Task<CommandResult> ConcludeAsync(DemoAnalysis sample, CaseNumber number)
    {
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        return outcomes.DetermineAsync(Now(Ans), number, new OutcomeRequest
        {
            Outcome = sample.Outcome,
            ReporterText = sample.ReporterText,
            Reason = sample.Statement,
            Rule = sample.Rules.Select(r => new OutcomeRuleRequest
            {
                BwbId = r.BwbId,
                CitationTitle = r.CitationTitle,
                Article = r.Article,
                CheckedOn = today,
            }).FirstOrDefault(),
            RuleSays = sample.Statement,
            WhatYouMay = sample.ReporterText,
            ConfirmedBy = "Team Ruimte in de regels",
            ConfirmedOn = today,
            RuleBefore = "Dit kon niet.",
            RuleAfter = "Dit kan nu wel.",
            PublishedIn = "Staatscourant",
            HoldsFrom = today,
            ReferredTo = "De eigenaar van de regel",
        }, Unstarted, default);
    }

    private CommandContext Now(Actor colleague) => new(colleague, clock.GetUtcNow());

    private static Ministry MinistryOf(string slug) =>
        EnumNames.TryParseSlug<Ministry>(slug, out var ministry) ? ministry : throw new InvalidDataException($"'{slug}' is no ministry.");
}
