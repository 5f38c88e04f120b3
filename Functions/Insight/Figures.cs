using System.Globalization;
using RegelLoket.Cases;

namespace RegelLoket.Insight;

/// <summary>All figures at one moment, counted from the facts of cases alone.</summary>
public sealed record Figures
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private const int Months = 12;
    private const int MostRules = 10;

    /// <summary>The number of reports that came in; a report counts once, however many cases it was split into.</summary>
    public required int Reports { get; init; }

    /// <summary>The number of cases: open, decided, withdrawn and merged together.</summary>
    public required int Cases { get; init; }

    /// <inheritdoc cref="CaseCategory.Open"/>
    public required int Open { get; init; }

    /// <inheritdoc cref="CaseCategory.Decided"/>
    public required int Decided { get; init; }

    /// <inheritdoc cref="CaseCategory.Withdrawn"/>
    public required int Withdrawn { get; init; }

    /// <inheritdoc cref="CaseCategory.Merged"/>
    public required int Merged { get; init; }

    /// <summary>The number of decided cases with room: already possible, rule gone, or exempted.</summary>
    public required int WithRoom { get; init; }

    /// <summary>The reports by the month in which they came in.</summary>
    public required IReadOnlyList<Count> ByMonth { get; init; }

    public required IReadOnlyList<Count> ByTheme { get; init; }

    /// <summary>The reports by branche, which all parts of a report share.</summary>
    public required IReadOnlyList<Count> ByBranche { get; init; }

    public required IReadOnlyList<Count> ByOutcome { get; init; }

    public required IReadOnlyList<Count> ByMinistry { get; init; }

    public required IReadOnlyList<Count> ByRule { get; init; }

    public required IReadOnlyList<Count> OpenByAge { get; init; }

    public required IReadOnlyList<LeadTime> LeadTimes { get; init; }

    public required IReadOnlyList<Scorecard> Scorecards { get; init; }

    /// <summary>The cases by their reporter's newest answer.</summary>
    public required IReadOnlyList<Count> Effects { get; init; }

    /// <summary>The cases with an outcome, by what became of sharing it.</summary>
    public required IReadOnlyList<Count> Sharing { get; init; }

    /// <summary>The cases whose outcome is not shared, by the reason.</summary>
    public required IReadOnlyList<Count> NotShared { get; init; }

    /// <summary>How often the suggestion agreed with the analyst, by version.</summary>
    public required IReadOnlyList<SuggestionScore> Suggestions { get; init; }

    public static Figures Of(IReadOnlyCollection<CaseFacts> all, DateOnly today) =>
        Of([.. all.Where(c => c.Category != CaseCategory.TakenBack)], [.. all.Where(c => !c.IsPart)], today);

    private static Figures Of(IReadOnlyCollection<CaseFacts> cases, IReadOnlyCollection<CaseFacts> reports, DateOnly today) => new()
    {
        Reports = reports.Count,
        Cases = cases.Count,
        Open = cases.Count(c => c.Category == CaseCategory.Open),
        Decided = cases.Count(c => c.Category == CaseCategory.Decided),
        Withdrawn = cases.Count(c => c.Category == CaseCategory.Withdrawn),
        Merged = cases.Count(c => c.Category == CaseCategory.Merged),
        WithRoom = cases.Count(
            c => c.Outcome is OutcomeKind.HetKanAl or OutcomeKind.EigenRegelOrganisatie or OutcomeKind.RegelVervallen
            or OutcomeKind.Uitvoeringspraktijk or OutcomeKind.OntheffingExperiment),
        ByMonth = [.. Enumerable.Range(0, Months).Select(back => today.AddMonths(back - Months + 1)).Select(month => new Count(
            month.ToString("MMM yyyy", Dutch),
            reports.Count(c => c.ReportedOn.Year == month.Year && c.ReportedOn.Month == month.Month)))],
        ByTheme = [.. EnumNames.All<Theme>()
            .Select(theme => new Count(theme.Label(), cases.Count(c => c.Themes.Contains(theme))))],
        ByBranche = Sorted(
            EnumNames.All<Branche>().Select(branche => new Count(branche.Label(), reports.Count(c => c.Branche == branche)))),
        ByOutcome = [.. EnumNames.All<OutcomeKind>()
            .Select(kind => new Count(kind.Label(), cases.Count(c => c.Outcome == kind)))
            .Where(count => count.Number > 0)],
        ByMinistry = [.. EnumNames.All<Ministry>()
            .Select(ministry => new Count(ministry.Label(), cases.Count(c => c.Turns.Any(t => t.Ministry == ministry))))],
        ByRule = Sorted(cases.Where(c => c.Rule is not null).GroupBy(c => c.Rule!, StringComparer.Ordinal)
            .Select(group => new Count(group.Key, group.Count())), MostRules),
        OpenByAge = AgesOf([.. cases.Where(c => c.Category == CaseCategory.Open)], today),
        LeadTimes =
        [
            Lead("Van melding tot contextanalyse", cases, c => c.ReportedOn, c => On(c, Milestone.Analysed)),
            Lead("Van contextanalyse tot goedgekeurd probleem", cases, c => On(c, Milestone.Analysed), c =>
                On(c, Milestone.ProblemStated)),
            Lead("Van vraag aan ministerie tot besluit", cases, c => On(c, Milestone.Escalated), c =>
                On(c, Milestone.Decided)),
            Lead("Van melding tot besluit", cases, c => c.ReportedOn, c => On(c, Milestone.Decided)),
            Lead("Van besluit tot gedeeld", cases, c => On(c, Milestone.Decided), c => On(c, Milestone.Shared)),
        ],
        Scorecards = [.. EnumNames.All<Ministry>()
            .Select(ministry =>
                ScorecardOf(ministry, [.. cases.SelectMany(c => c.Turns).Where(t => t.Ministry == ministry)], today))],
        Suggestions = SuggestionScore.Of(cases.Select(c => c.Suggestion).OfType<SuggestionFact>()),
        Sharing = [.. EnumNames.All<SharingStand>()
            .Select(stand => new Count(stand.Label(), cases.Count(c => c.Sharing == stand)))
            .Where(count => count.Number > 0)],
        NotShared = [.. EnumNames.All<NotSharedReason>()
            .Select(reason => new Count(reason.Label(), cases.Count(c => c.NotShared == reason)))
            .Where(count => count.Number > 0)],
        Effects = [.. EnumNames.All<EffectNoticed>()
            .Select(noticed =>
                new Count(noticed.Label(), cases.Count(c => c.Effects.Count > 0 && c.Effects[^1].Noticed == noticed)))],
    };

    /// <summary>Returns the quantile <paramref name="share"/> of sorted values, with interpolation.</summary>
    internal static double Quantile(IReadOnlyList<int> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }

    private static DateOnly? On(CaseFacts facts, Milestone milestone) =>
        facts.Reached.TryGetValue(milestone, out var day) ? day : null;

    private static LeadTime Lead(
        string step, IEnumerable<CaseFacts> cases, Func<CaseFacts, DateOnly?> from, Func<CaseFacts, DateOnly?> to)
    {
        var days = cases.Select(c => (From: from(c), To: to(c)))
            .Where(p => p is { From: not null, To: not null } && p.To >= p.From)
            .Select(p => p.To!.Value.DayNumber - p.From!.Value.DayNumber).Order().ToList();
        return days.Count == 0 ? new LeadTime(step, 0, 0, 0)
            : new LeadTime(step, days.Count, Quantile(days, 0.5), Quantile(days, 0.9));
    }

    private static Scorecard ScorecardOf(Ministry ministry, IReadOnlyList<MinistryTurn> turns, DateOnly today)
    {
        var ended = turns.Where(t => t.EndedOn is not null).ToList();
        var days = ended.Select(t => t.EndedOn!.Value.DayNumber - t.AskedOn.DayNumber).Order().ToList();
        var states = turns.ToLookup(t => t.On(today));
        return new Scorecard(
            ministry, turns.Count, states[TurnState.Answered].Count(), states[TurnState.Explained].Count(),
            states[TurnState.Silent]
                .Count(), states[TurnState.Waiting].Count(),
            states[TurnState.Dropped].Count(), days.Count == 0 ? null : Quantile(days, 0.5), ended.Count(t => !t.IsLate));
    }

    private static Count[] AgesOf(IReadOnlyCollection<CaseFacts> open, DateOnly today)
    {
        int Between(int from, int to) =>
            open.Count(c => today.DayNumber - c.ReportedOn.DayNumber is var age && age >= from && age < to);
        return [new("Tot 2 weken", Between(0, 14)), new("2 tot 6 weken", Between(14, 42)),
            new("6 weken tot 3 maanden", Between(42, 91)),
            new("Meer dan 3 maanden", Between(91, int.MaxValue))];
    }

    private static Count[] Sorted(IEnumerable<Count> counts, int most = int.MaxValue) =>
        [.. counts.Where(count => count.Number > 0).OrderByDescending(count => count.Number)
            .ThenBy(count => count.Name, StringComparer.Ordinal).Take(most)];
}
