namespace Bench.Cost;

/// <summary>What was used of the things that Azure bills by their number.</summary>
internal sealed record Usage
{
    /// <summary>Blob requests that write: PUT, POST.</summary>
    public double BlobWrites { get; init; }

    /// <summary>Blob requests that read one blob or its properties: GET, HEAD. Deleting costs nothing and is not counted.</summary>
    public double BlobReads { get; init; }

    /// <summary>Blob requests that list a container.</summary>
    public double BlobLists { get; init; }

    /// <summary>Requests to the app's own queues, without the looks at an empty one.</summary>
    public double QueueRequests { get; init; }

    /// <summary>Requests of the durable engine, polling apart.</summary>
    public double DurableRequests { get; init; }

    public double HttpInvocations { get; init; }

    public double QueueInvocations { get; init; }

    /// <summary>Invocations of orchestrations: each turn is one.</summary>
    public double Turns { get; init; }

    public double Activities { get; init; }

    public double TimerInvocations { get; init; }

    public double Invocations => HttpInvocations + QueueInvocations + Turns + Activities + TimerInvocations;

    public static Usage operator +(Usage one, Usage other) => Combine(one, other, (a, b) => a + b);

    public static Usage operator -(Usage one, Usage other) => Combine(one, other, (a, b) => a - b);

    public static Usage operator *(Usage one, double times) => Combine(one, one, (a, _) => a * times);

    /// <summary>The same without what is less than nothing, for a difference of two counts.</summary>
    public Usage AtLeastZero() => Combine(this, this, (a, _) => Math.Max(0, a));

    private static Usage Combine(Usage one, Usage other, Func<double, double, double> of) => new()
    {
        BlobWrites = of(one.BlobWrites, other.BlobWrites),
        BlobReads = of(one.BlobReads, other.BlobReads),
        BlobLists = of(one.BlobLists, other.BlobLists),
        QueueRequests = of(one.QueueRequests, other.QueueRequests),
        DurableRequests = of(one.DurableRequests, other.DurableRequests),
        HttpInvocations = of(one.HttpInvocations, other.HttpInvocations),
        QueueInvocations = of(one.QueueInvocations, other.QueueInvocations),
        Turns = of(one.Turns, other.Turns),
        Activities = of(one.Activities, other.Activities),
        TimerInvocations = of(one.TimerInvocations, other.TimerInvocations),
    };
}
