using RegelLoket.Cases;
using RegelLoket.Cases.Changes;

namespace RegelLoket.Web.CaseHistory;

/// <summary>The facts of an event besides its title and its texts: rules, days and figures.</summary>
public static class EventFacts
{
    public static IEnumerable<(string Label, string Value)> Of(CaseEvent e) => e.What switch
    {
        ContextAnalysed analysed =>
            [.. analysed.RulesOf(e).Select(rule => ("Regel", RuleOf(rule))),
                .. analysed.AllBodies.Select(body => ("Uitvoerder", body)),
                .. (analysed.Themes ?? []).Select(theme => ("Thema", theme.Label())),
                .. Said("Verwachte uitkomst", analysed.Expected?.Label())],
        CaseEscalated escalated => escalated.Requests
            .Select(asked => ($"Reactie van {asked.Ministry.Label()} uiterlijk", DutchDates.Short(asked.ReplyBefore))),
        MinistryAnswered answered => Said("Strekking", answered.Stance?.Label())
            .Concat((answered.Rules ?? []).Select(rule => ($"Strekking bij regel {rule.Rule}", rule.Stance.Label()))),
        AnalystAnsweredMinistry answered => [("Reactie uiterlijk", DutchDates.Short(answered.ReplyBefore))],
        MoreTimeDecided decided => [("Reactie uiterlijk", DutchDates.Short(decided.ReplyBefore))],
        OutcomeDetermined determined =>
        [
            .. Said("Regel", determined.RuleOf(e) is { } rule ? RuleOf(rule) : null),
            .. Said("Bevestigd op", determined.ConfirmedOn), .. Said("Bekendgemaakt in", determined.PublishedIn),
            .. Said("Geldt vanaf", determined.HoldsFrom), .. Said("Geldt tot en met", determined.HoldsUntil),
        ],
        NewDayPromised promised => [("Reden", promised.Because.Label())],
        ExperimentMeasured measured => measured.Figures.Select(figure => (figure.Kind.Label(), $"{figure.Value}")),
        AttachmentAdded added => [("Bestand", $"{added.Type.Label()}, {FileSize.Of(added.Size)}")],
        _ => [],
    };

    private static string RuleOf(RuleReference rule) =>
        $"{rule.CitationTitle}{(rule.Article is { } article ? $", artikel {article}" : "")}{(rule.BwbId is { } id ? $" ({id})" : "")}, "
        + DutchDates.Checked(rule.CheckedOn);

    private static IEnumerable<(string Label, string Value)> Said(string label, string? value) =>
        value is null ? [] : [(label, value)];

    private static IEnumerable<(string Label, string Value)> Said(string label, DateOnly? day) =>
        Said(label, day is { } known ? DutchDates.Short(known) : null);
}
