namespace RegelLoket.Web;

/// <summary>Decides which numbers are hidden from the public because they could identify a person.</summary>
public static class SmallCountSuppression
{
    /// <summary>The smallest number that the public may see, apart from 0.</summary>
    public const int Smallest = 5;

    /// <summary>
    /// Returns for each number whether it is hidden. When the hidden numbers together are fewer than
    /// <paramref name="below"/> and would still follow from the rest and the total, the next smallest is hidden with
    /// them.
    /// </summary>
    /// <param name="numbers">The numbers of one group.</param>
    /// <param name="below">The number below which counts from 1 are hidden; 0 hides nothing.</param>
    public static IReadOnlyList<bool> Hidden(IReadOnlyList<int> numbers, int below)
    {
        var hidden = numbers.Select(number => IsSmall(number, below)).ToArray();
        if (hidden.Any(h => h) && (hidden.Count(h => h) == 1 || numbers.Where((_, i) => hidden[i]).Sum() < below))
        {
            var next = Enumerable.Range(0, numbers.Count).Where(i => !hidden[i] && numbers[i] > 0)
                .OrderBy(i => numbers[i]).Cast<int?>()
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
