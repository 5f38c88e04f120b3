using RegelLoket.Language;
using RegelLoket.Web;

namespace RegelLoket.Insight;

/// <summary>
/// Counts per month as a trend: the months from the first with a report on, and what they say in words. With too few
/// reports, or with most months too small to tell, the words are all there is.
/// </summary>
/// <param name="Words">What the counts say.</param>
/// <param name="Months">The months to show; none where the words say it all.</param>
public sealed record Trend(string Words, IReadOnlyList<Count> Months)
{
    /// <summary>With fewer months a row of bars shows less than a sentence does.</summary>
    private const int FewestMonths = 3;

    /// <param name="months">The counts, oldest first.</param>
    /// <param name="hideBelow">Numbers from 1 up to this one are suppressed; 0 shows all.</param>
    public static Trend Of(IReadOnlyList<Count> months, int hideBelow)
    {
        var total = months.Sum(month => month.Number);
        var shown = months.SkipWhile(month => month.Number == 0).ToList();
        var told = shown.Count(month => month.Number > 0 && !SmallCountSuppression.IsSmall(month.Number, hideBelow));
        var arrived = $"In de laatste {Amount.Of(months.Count, "maand", "maanden")} "
            + (total == 0 ? "kwam er geen melding binnen."
                : SmallCountSuppression.IsSmall(total, hideBelow)
                    ? $"kwamen er minder dan {Amount.Of(hideBelow, "melding", "meldingen")} binnen."
                : $"{(total == 1 ? "kwam" : "kwamen")} er {Amount.Of(total, "melding", "meldingen")} binnen.");
        return told < FewestMonths || told * 2 < shown.Count ? new(arrived, [])
            : new($"{arrived} {Direction(months, hideBelow)}".TrimEnd(), shown);
    }

    /// <summary>The newer half beside the older one; nothing where either would reveal too much.</summary>
    private static string Direction(IReadOnlyList<Count> months, int hideBelow)
    {
        var half = months.Count / 2;
        var (before, now) = (months.Take(half).Sum(month => month.Number), months.Skip(half).Sum(month => month.Number));
        return before == 0 || SmallCountSuppression.IsSmall(before, hideBelow)
            || SmallCountSuppression.IsSmall(now, hideBelow) ? ""
            : $"In de laatste {Amount.Of(half, "maand", "maanden")} waren het er "
                + (now == before ? $"even veel als in de {half} ervoor: {now}."
                    : $"{now}: {(now > before ? "meer" : "minder")} dan de {before} in de {half} ervoor.");
    }
}
