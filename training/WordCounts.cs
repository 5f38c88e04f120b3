namespace Training;

/// <summary>
/// How much oftener each word occurs with an owner than with the others, as the logarithm of that share (naive Bayes). A word that occurs
/// in few reports gets little from the regression, which has other words to explain them with; this speaks for it.
/// </summary>
internal static class WordCounts
{
    /// <summary>What each word counts for beforehand, beside and without the owner, in occurrences of a usual word.</summary>
    private const double Prior = 1;

    public static double[] LogShares(int features, IReadOnlyList<Example> examples, int owner)
    {
        var (inside, outside) = (new double[features], new double[features]);
        foreach (var example in examples)
        {
            var counts = (example.Labels >> owner & 1) == 1 ? inside : outside;
            foreach (var key in example.Keys)
            {
                counts[key] += example.Weight;
            }
        }

        var (usual, usualOutside) = (inside.Average(), outside.Average());
        return [.. inside.Zip(outside, (with, without) => Math.Log(((with / usual) + Prior) / ((without / usualOutside) + Prior)))];
    }
}
