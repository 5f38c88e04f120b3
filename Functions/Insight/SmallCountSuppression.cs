namespace RegelLoket.Insight;

/// <summary>Which numbers the public may not see, because they could point to somebody.</summary>
public static class SmallCountSuppression
{
    /// <summary>The public never sees a number from 1 up to this one, without it.</summary>
    public const int Smallest = 5;

    /// <summary>
    /// Whether each number is hidden. When those that are hidden would still follow from the rest and the total, because they are fewer
    /// than
    /// <paramref name="below"/> together, the next smallest is hidden with them.
    /// </summary>
    /// <param name="numbers">The numbers of one group.</param>
    /// <param name="below">Numbers from 1 up to this one are hidden; 0 hides nothing.</param>
    public static IReadOnlyList<bool> Hidden(IReadOnlyList<int> numbers, int below)
    {
        var hidden = numbers.Select(number => IsSmall(number, below)).ToArray();
        if (hidden.Any(h => h) && (hidden.Count(h => h) == 1 || numbers.Where((_, i) => hidden[i]).Sum() < below))
        {
            var next = Enumerable.Range(0, numbers.Count).Where(i => !hidden[i] && numbers[i] > 0).OrderBy(i => numbers[i]).Cast<int?>()
                .FirstOrDefault();
            if (next is { } index)
            {
                hidden[index] = true;
            }
        }

        return hidden;
    }

    public static bool IsSmall(int number, int below) => number > 0 && number < below;
}
