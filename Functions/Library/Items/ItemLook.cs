using System.Globalization;
using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Web;
using RegelLoket.Web.Components;

namespace RegelLoket.Library.Items;

/// <summary>The words and colours of items, the same in lists, pages and feeds.</summary>
public static class ItemLook
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Returns green for room, blue for a change, grey for the rest.</summary>
    public static BadgeKind BadgeOf(OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.HetKanAl or OutcomeKind.RegelVervallen or OutcomeKind.OntheffingExperiment => BadgeKind.Success,
        OutcomeKind.BeleidsregelAangepast or OutcomeKind.RegelingAmvbAangepast or OutcomeKind.Wetswijziging
            or OutcomeKind.Uitvoeringspraktijk => BadgeKind.Active,
        _ => BadgeKind.Neutral,
    };

    /// <summary>Returns green when it worked; never red, since a failed experiment is worth as much.</summary>
    public static BadgeKind BadgeOf(ExperimentState state) => state switch
    {
        ExperimentState.Worked => BadgeKind.Success,
        ExperimentState.Running => BadgeKind.Active,
        _ => BadgeKind.Neutral,
    };

    /// <summary>Returns the summary of an item: its first paragraph.</summary>
    public static string Summary(LibraryItem item) => item switch
    {
        LibraryAnswer answer => $"{answer.Problem} {answer.WhatYouMay}",
        FrontRunner runner => runner.Summary,
        // Of what failed, the lesson is what others come for.
        Experiment { State: ExperimentState.DidNotWork } failed => $"{failed.Lessons} {failed.Question}",
        Experiment experiment => $"{experiment.Question} {experiment.Lessons}",
        _ => "",
    };

    /// <summary>Returns one line on the item, without its rule: the owner, or the rounds, or the month and the themes.</summary>
    public static string About(LibraryItem item) => item switch
    {
        LibraryAnswer answer => string.Join(" · ", [.. Owners(answer), Date(answer)]),
        Experiment experiment => string.Join(
            " · ", [Amount.Of(experiment.Rounds, "ronde", "rondes"), Date(experiment)]),
        FrontRunner runner => $"{Month(runner)} · {string.Join(", ", runner.Themes.Select(t => t.Label()))}",
        _ => Date(item),
    };

    /// <summary>Returns the month in words: december 2020.</summary>
    public static string Month(FrontRunner runner) =>
        DateOnly.TryParseExact(
            runner.Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("MMMM yyyy", Dutch) : runner.Month;

    /// <summary>Returns the citation of a rule.</summary>
    public static string Cite(this PublicRule rule) => rule.Article is { Length: > 0 } article
        ? $"{rule.CitationTitle}, artikel {article}" : rule.CitationTitle;

    /// <summary>Whether the item or one of its rules was not reviewed for too long.</summary>
    public static bool IsStale(this LibraryAnswer answer, DateOnly today) => today > answer.ReviewBefore;

    private static IEnumerable<string> Owners(LibraryAnswer answer) => answer.Ministries.Count > 0
        ? [string.Join(", ", answer.Ministries.Select(m => m.Label()))] : [];

    private static string Date(LibraryItem item) => DutchDates.Short(item.ModifiedAt);
}
