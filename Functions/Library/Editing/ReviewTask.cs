using RegelLoket.Library.Items;
using RegelLoket.Library.Search;

namespace RegelLoket.Library.Editing;

/// <summary>An item that is due for review now or soon.</summary>
public sealed record ReviewTask(LibraryAnswer Item, bool IsOverdue)
{
    /// <summary>The number of days before its review day from which an item is shown as coming up.</summary>
    public const int SoonDays = 30;

    /// <summary>Returns the tasks of today, oldest first.</summary>
    public static IReadOnlyList<ReviewTask> Of(LibraryView view, DateOnly today) =>
        [.. view.Items.OfType<LibraryAnswer>().Where(item => item.ReviewBefore < today.AddDays(SoonDays))
            .OrderBy(item => item.ReviewBefore).ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => new ReviewTask(item, item.IsStale(today)))];
}
