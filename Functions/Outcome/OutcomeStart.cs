using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Web;

namespace RegelLoket.Outcome;

/// <summary>
/// The outcome form as it begins: how the case will probably end, and what the analysis and the ministries already
/// said, so that nobody types it again. All of it can be changed.
/// </summary>
public static class OutcomeStart
{
    /// <param name="file">The case.</param>
    /// <param name="chosen">The outcome in the address, by its slug; null or empty for the likely one.</param>
    public static FormState For(CaseFile file, string? chosen)
    {
        var answers = AnswersOf(file.State);
        var context = file.State.Context;
        var explanation = file.Text(context?.Explanation);
        var form = new FormState()
            .With("uitkomst", (EnumNames.TryParseSlug<OutcomeKind>(chosen, out var kind) ? kind : LikelyOf(file.State)).Slug())
            .With("watZegtDeRegel", explanation)
            .With("reden", answers.Count > 0 ? string.Join("\n", answers.Select(GistOf)) : explanation);
        if (answers is [.., { EndedAt: { } at, Status: RequestStatus.Answered } newest])
        {
            form.With("bevestigdDoor", $"Ministerie van {newest.Ministry.Label()}")
                .With("bevestigdOp", Write(WorkingDays.DayOf(at)));
        }

        return context?.Rules is not [var rule, ..] ? form : form
            .With("regel.citeertitel", rule.CitationTitle).With("regel.artikel", rule.Article)
            .With("regel.bwbId", OutcomeCheck.IsRuleId(rule.BwbId) ? rule.BwbId : null)
            .With("regel.gecontroleerdOp", rule.CheckedOn is { } day ? Write(day) : null);
    }

    /// <summary>The probable end of the case: as the ministries agree, or else as the context analysis expects.</summary>
    public static OutcomeKind LikelyOf(CaseState state)
    {
        var answers = AnswersOf(state);
        var stances = answers.Select(answer => answer.Status == RequestStatus.Answered ? answer.Stance : null)
            .Distinct().ToList();
        return answers.Count > 0 && answers.All(answer => answer.Status == RequestStatus.NotOurs) ? OutcomeKind.NietBijDezeDrie
            : stances switch
            {
                [AnswerStance.AlreadyPossible] => OutcomeKind.HetKanAl,
                [AnswerStance.Exemption] => OutcomeKind.OntheffingExperiment,
                [AnswerStance.StaysAsIs] => OutcomeKind.BewustZo,
                [AnswerStance.WillChange] => ChangeOf(state.Context?.Source),
                _ => state.Context?.LikelyOutcome ?? OutcomeKind.HetKanAl,
            };
    }

    /// <summary>The last reaction of each ministry that has reacted, in the order in which they did.</summary>
    internal static IReadOnlyList<MinistryRequest> AnswersOf(CaseState state) =>
        [.. state.Requests.Where(request => request == state.RequestTo(request.Ministry)
            && request.Status is RequestStatus.Answered or RequestStatus.NotOurs).OrderBy(request => request.EndedAt)];

    /// <summary>The gist of an answer, for colleagues.</summary>
    internal static string GistOf(MinistryRequest answer) => $"{answer.Ministry.Label()}: "
        + (answer.Status == RequestStatus.NotOurs ? "niet bij ons" : answer.Stance?.Label().ToLowerInvariant()
            ?? "zie het antwoord")
        + ".";

    private static OutcomeKind ChangeOf(RuleSource? source) => source switch
    {
        RuleSource.Wet => OutcomeKind.Wetswijziging,
        RuleSource.Amvb or RuleSource.MinisterieleRegeling => OutcomeKind.RegelingAmvbAangepast,
        RuleSource.Beleidsregel => OutcomeKind.BeleidsregelAangepast,
        _ => OutcomeKind.Uitvoeringspraktijk,
    };

    private static string Write(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
