using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Web;
using RegelLoket.Web.Components;

namespace RegelLoket.Library.Items;

/// <summary>How items look in words and colours, the same in lists, pages and feeds.</summary>
public static class ItemLook
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Green for room, blue for a change, grey for the rest.</summary>
    public static BadgeKind BadgeOf(OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.HetKanAl or OutcomeKind.RegelVervallen or OutcomeKind.OntheffingExperiment => BadgeKind.Success,
        OutcomeKind.BeleidsregelAangepast or OutcomeKind.RegelingAmvbAangepast or OutcomeKind.Wetswijziging
            or OutcomeKind.Uitvoeringspraktijk => BadgeKind.Active,
        _ => BadgeKind.Neutral,
    };

    /// <summary>Green when it worked; an experiment that did not is worth as much, so no red.</summary>
    public static BadgeKind BadgeOf(ExperimentResult result) => result == ExperimentResult.Worked ? BadgeKind.Success : BadgeKind.Neutral;

    /// <summary>What an item is about, in the words of its first paragraph.</summary>
    public static string Summary(LibraryItem item) => item switch
    {
        LibraryAnswer answer => $"{answer.Problem} {answer.WhatYouMay}",
        FrontRunner runner => runner.Summary,
        Experiment experiment => $"{experiment.Question} {experiment.Lessons}",
        _ => "",
    };

    /// <summary>One line on the item: the rule and whose it is, or the month and the branches.</summary>
    public static string About(LibraryItem item) => item switch
    {
        LibraryAnswer { Rules: [var rule, ..] } answer => string.Join(" · ", [rule.Cite(), .. Owners(answer), Date(answer)]),
        LibraryAnswer answer => string.Join(" · ", [.. Owners(answer), Date(answer)]),
        Experiment experiment => string.Join(
            " · ", [.. experiment.Rules.Take(1).Select(Cite), Amount.Of(experiment.Rounds, "ronde", "rondes"), Date(experiment)]),
        FrontRunner runner => $"{Month(runner)} · {string.Join(", ", runner.Themes.Select(t => t.Label()))}",
        _ => Date(item),
    };

    /// <summary>december 2020</summary>
    public static string Month(FrontRunner runner) =>
        DateOnly.TryParseExact(runner.Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("MMMM yyyy", Dutch) : runner.Month;

    /// <summary>The rule as people cite it.</summary>
    public static string Cite(this PublicRule rule) => rule.Article is { Length: > 0 } article
        ? $"{rule.CitationTitle}, artikel {article}" : rule.CitationTitle;

    /// <summary>Whether the item or one of its rules was not looked at for too long.</summary>
    public static bool IsStale(this LibraryAnswer answer, DateOnly today) => today > answer.ReviewBefore;

    private static IEnumerable<string> Owners(LibraryAnswer answer) => answer.Ministries.Count > 0
        ? [string.Join(", ", answer.Ministries.Select(m => m.Label()))] : [];

    private static string Date(LibraryItem item) => DutchDates.Short(item.ModifiedAt);
}
