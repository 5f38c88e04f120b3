using RegelLoket.Cases;
using RegelLoket.ContextAnalysis;
using RegelLoket.Escalation;
using RegelLoket.Library.Publication;
using RegelLoket.Outcome;
using RegelLoket.ProblemStatement;

namespace RegelLoket.Demo;

/// <summary>What the colleagues do in a case, through the same services as their pages.</summary>
internal sealed class DeskSteps(
    AnalysisService analysis, StatementService statements, EscalationService escalations, OutcomeService outcomes,
    PublicationService publications, TimeProvider clock)
{
    internal static readonly UnstartedWorkflows Unstarted = new();

    /// <summary>For how long an exemption holds.</summary>
    private const int ExemptYears = 2;

    public Task<CommandResult> AssignAsync(DemoCase one) => analysis.AssignAsync(
        Now(one.Line.Analyst), one.Number, new AssignCase { To = one.Line.Analyst.Name, ToId = one.Line.Analyst.Id }, Unstarted, default);

    public Task<CommandResult> AskAsync(DemoCase one) => analysis.AskReporterAsync(
        Now(one.Line.Analyst), one.Number,
        new AskReporter { Question = "Om hoeveel mensen gaat het in een jaar, en wie zei dat het niet mag?" }, Unstarted, default);

    public Task<CommandResult> AnalyseAsync(DemoCase one) => analysis.AnalyseContextAsync(
        Now(one.Line.Analyst), one.Number, new AnalyseContext
        {
            Source = one.Analysis.Source,
            Rules = [.. one.Analysis.Rules.Select(r => new AnalysedRule
            {
                BwbId = r.BwbId, CitationTitle = r.CitationTitle, Article = r.Article, CheckedOn = null,
            })],
            Ministries = one.Analysis.Ministries,
            ExecutiveBody = one.Analysis.ExecutiveBody,
            Explanation = one.Analysis.Statement,
        }, Unstarted, default);

    public Task<CommandResult> StateAsync(DemoCase one) => statements.WriteAsync(
        Now(one.Line.Analyst), one.Number, new WriteStatement { Text = one.Analysis.Statement }, Unstarted, default);

    public Task<CommandResult> ApproveAsync(DemoCase one) => statements.ApproveAsync(
        Now(one.Line.Reader), one.Number, new ApproveStatement { Version = 1 }, Unstarted, default);

    public Task<CommandResult> EscalateAsync(DemoCase one) => escalations.EscalateAsync(
        Now(one.Line.Analyst), one.Number, new EscalationRequest
        {
            Ministries = [.. one.Analysis.Asked.Select(ministry => new MinistryQuestion
            {
                Ministry = ministry, Question = one.Analysis.Questions[ministry.Slug()],
            })],
        }, Unstarted, default);

    public Task<CommandResult> AnswerMinistryAsync(DemoCase one, Ministry ministry) => escalations.AnswerAsync(
        Now(one.Line.Analyst), one.Number, new MinistryAnswerRequest
        {
            Ministry = ministry,
            Text = "Het gaat om ongeveer tien mensen per jaar, en de vraag komt ook bij twee andere instellingen in de regio voor.",
        }, Unstarted, default);

    public Task<CommandResult> GrantTimeAsync(DemoCase one, Ministry ministry) => escalations.DecideMoreTimeAsync(
        Now(one.Line.Analyst), one.Number, new MoreTimeDecisionRequest { Ministry = ministry, Granted = true }, Unstarted, default);

    public Task<CommandResult> ConcludeAsync(DemoCase one)
    {
        var (sample, today) = (one.Analysis, WorkingDays.DayOf(clock.GetUtcNow()));
        return outcomes.DetermineAsync(Now(one.Line.Analyst), one.Number, new OutcomeRequest
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
            HoldsUntil = today.AddYears(ExemptYears),
            ReferredTo = sample.OwnerElsewhere ?? "De eigenaar van de regel",
        }, Unstarted, default);
    }

    public Task<CommandResult> SettleAsync(DemoCase one) => outcomes.SettleAsync(
        Now(one.Line.Analyst), one.Number,
        "Dank je voor je reactie. We belden met de uitvoerder en keken de stukken opnieuw na. De uitkomst blijft zo. "
            + "We bellen je deze week om samen te kijken wat er op de werkvloer nodig is.", Unstarted, default);

    public Task<CommandResult> DraftAsync(DemoCase one) =>
        publications.DraftAsync(Now(one.Line.Analyst), one.Number, PublicTextOf(one.Analysis), Unstarted, default);

    public Task<CommandResult> ApproveTextAsync(DemoCase one) =>
        publications.ApproveAsync(Now(one.Line.Reader), one.Number, 1, Unstarted, default);

    public Task<CommandResult> PublishAsync(DemoCase one) =>
        publications.PublishAsync(Now(one.Line.Reader), one.Number, Unstarted, default);

    public Task<CommandResult> WithdrawTextAsync(DemoCase one) =>
        publications.WithdrawAsync(Now(one.Line.Reader), one.Number, "De regel is na de publicatie veranderd.", Unstarted, default);

    public Task<CommandResult> DeclineSharingAsync(DemoCase one, NotSharedReason reason) => publications.DeclineAsync(
        Now(one.Line.Analyst), one.Number, new SharingDeclineRequest { Because = reason, Explanation = WhyNotShared(reason) }, Unstarted,
        default);

    private static string WhyNotShared(NotSharedReason reason) => reason switch
    {
        NotSharedReason.ReporterRefuses => "De melder belde: ook zonder naam weet iedereen in de streek over wie dit gaat.",
        NotSharedReason.Recognisable => "Er is in Nederland maar een handvol van deze instellingen. Elke tekst wijst er een aan.",
        NotSharedReason.AlreadyThere => "Het factsheet over deze regel zegt hetzelfde. Een tweede tekst maakt zoeken moeilijker.",
        NotSharedReason.OnlyHere => "De oplossing zit in een eigen afspraak van deze organisatie. Een ander kan er niets mee.",
        NotSharedReason.NotCertain => "De regel verandert volgend jaar. We wachten met delen tot de nieuwe tekst er is.",
        _ => "De branche deelt dit antwoord zelf met haar leden.",
    };

    private static PublicationRequest PublicTextOf(DemoAnalysis sample) => new()
    {
        Title = sample.Publication.Title,
        Problem = sample.Publication.Problem,
        RuleSays = sample.Publication.Answer,
        WhatYouMay = sample.ReporterText,
        FrontRunner = sample.Publication.FrontRunner,
        FindingsReviewed = true,
    };

    private CommandContext Now(Actor colleague) => new(colleague, clock.GetUtcNow());
}
