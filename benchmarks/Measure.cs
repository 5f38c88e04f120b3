namespace Bench;

/// <summary>Whether a figure is to be at most or at least its target.</summary>
internal enum Goal
{
    AtMost,
    AtLeast,
}

/// <summary>One figure that a measure yields.</summary>
internal sealed record Figure(string Name, string Unit, Goal Goal, double Target);

/// <summary>
/// One measurement. To add one: a class in Measures/, and a line in <see cref="Program.Measures"/>. A run starts on an empty
/// Azurite and warms up by itself; the runs' median is the result.
/// </summary>
internal interface IMeasure
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Description { get; }

    IReadOnlyList<Figure> Figures { get; }

    int Repeats { get; }

    /// <summary>One run; a value for each figure, in their order.</summary>
    Task<IReadOnlyList<double>> RunAsync(Azurite azurite);
}

/// <summary>Figures over samples.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> values) => Percentile(values, 50);

    /// <summary>The nearest-rank percentile.</summary>
    public static double Percentile(IEnumerable<double> values, double percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
