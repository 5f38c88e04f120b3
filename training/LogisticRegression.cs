namespace Training;

/// <summary>
/// Logistic regression with an L2 penalty by dual coordinate ascent (Shalev-Shwartz and Zhang, 2013): exact
/// enough in twenty rounds, and the same
/// for the same seed.
/// </summary>
internal static class LogisticRegression
{
    private const int Rounds = 20;
    private const int Seed = 1;

    public static (double[] Weights, double Bias) Learn(
        int features, IReadOnlyList<Example> examples, Func<Example, bool> isPositive, double looseness)
    {
        var (weights, bias, dual) = (new double[features], 0.0, new double[examples.Count]);
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var at in order)
            {
                var (keys, values, _, weight) = examples[at];
                var side = isPositive(examples[at]) ? 1.0 : -1;
                var (score, norm) = (bias, 1.0);
                for (var k = 0; k < keys.Length; k++)
                {
                    score += weights[keys[k]] * values[k];
                    norm += values[k] * values[k];
                }

                var step = ((weight * side / (1 + Math.Exp(side * score))) - dual[at]) / Math.Max(1, weight * (0.25 + (norm * looseness)));
                dual[at] += step;
                bias += step * looseness;
                for (var k = 0; k < keys.Length; k++)
                {
                    weights[keys[k]] += step * looseness * values[k];
                }
            }
        }

        return (weights, bias);
    }
}
