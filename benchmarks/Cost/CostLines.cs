namespace Bench.Cost;

/// <summary>One line of the bill.</summary>
internal sealed record CostLine(string Name, double Number, double Euro);

/// <summary>The counts times the prices, in euros without VAT. Pure, so that a test can compute it again.</summary>
internal static class CostLines
{
    public const string MailPlan = "abonnement op mail";

    private const double SecondsPerDay = 86_400;
    private const double MinutesPerDay = 1_440;
    private const int DaysPerYear = 365;

    /// <summary>What a thousand cases cost; the same in every environment but for the memory.</summary>
    public static IReadOnlyList<CostLine> PerThousandCases(CostCounts counts, Prices price, double memoryGb)
    {
        var one = counts.Case;
        var bytes = (one.Invocations * price["logBytesPerInvocation"]) + (counts.TelemetryOfCase * price["insightsBytesPerByte"]);
        return Priced(price, 1000,
        [
            ("blobs schrijven", one.BlobWrites, price["blobWrite"]),
            ("blobs opsommen", one.BlobLists, price["blobList"]),
            ("blobs lezen", one.BlobReads, price["blobRead"]),
            ("verzoeken aan wachtrijen", one.QueueRequests, price["queueOperation"]),
            ("verzoeken van Durable", one.DurableRequests, price["durableOperation"]),
            ("aanroepen", one.Invocations, price["execution"]),
            ("rekentijd in GB-seconden", one.Invocations * price["secondsPerInvocation"] * memoryGb, price["gigabyteSecond"]),
            ("telemetrie in GB", bytes / 1e9, price["logGigabyte"]),
        ]);
    }

    /// <summary>What a month costs in one environment in which nothing new happens, with so many cases open.</summary>
    public static IReadOnlyList<CostLine> PerIdleMonth(CostCounts counts, Prices price, Stage stage, HostPace pace, double openCases = 0)
    {
        var seconds = counts.Days * SecondsPerDay;
        var timers = counts.TimersOfAMonth + (counts.TimersOfAMonthPerOpenCase * openCases);
        var durableQueues = pace.Partitions + 1;
        // Without an instance that stands ready only the platform looks at the queues.
        var polling = stage.AlwaysReady > 0 ? counts.Queues * seconds / pace.QueuePoll : 0;
        var durable = (stage.AlwaysReady > 0 ? (durableQueues * seconds / pace.DurablePoll)
            + (pace.Partitions * seconds / price["renewSeconds"]) : 0)
            + (durableQueues * seconds / price["scaleSeconds"]);
        // A timer comes every five minutes, so that there is an instance nearly always; each that stands ready sends as much.
        var bytes = (timers.Invocations * price["logBytesPerInvocation"])
            + (counts.TelemetryOfIdleMinute * counts.Days * MinutesPerDay * Math.Max(1, stage.AlwaysReady) * price["insightsBytesPerByte"]);
        return Priced(price, 1,
        [
            ("wachtrijen bevragen", polling + (counts.Queues * seconds / price["scaleSeconds"]), price["queueOperation"]),
            ("Durable bevragen en vernieuwen", durable, price["durableOperation"]),
            ("tijdklokken: verzoeken aan wachtrijen", timers.QueueRequests, price["queueOperation"]),
            ("tijdklokken: verzoeken van Durable", timers.DurableRequests, price["durableOperation"]),
            ("tijdklokken: blobs schrijven", timers.BlobWrites, price["blobWrite"]),
            ("tijdklokken: blobs opsommen", timers.BlobLists, price["blobList"]),
            ("tijdklokken: blobs lezen", timers.BlobReads, price["blobRead"]),
            ("tijdklokken: aanroepen", timers.Invocations, price["execution"]),
            ("tijdklokken: rekentijd in GB-seconden", timers.Invocations * price["secondsPerInvocation"] * stage.MemoryGb,
                price["gigabyteSecond"]),
            ("telemetrie in GB", bytes / 1e9, price["logGigabyte"]),
            ("klaarstaan in GB-seconden", stage.AlwaysReady * stage.MemoryGb * seconds, price["readyGigabyteSecond"]),
            ("private eindpunten in uren", stage.IsIsolated ? price["privateEndpoints"] * seconds / 3600 : 0, price["privateEndpointHour"]),
            ("alarmen op zoekvragen", price["alertQueries"], price[$"alertQueryEvery{stage.AlertMinutes}"]),
            ("alarmen op meetreeksen", price["alertSeries"], price["alertSeriesMonth"]),
            ("proef van buiten", price["probePlaces"] * counts.Days * MinutesPerDay / stage.ProbeMinutes, price["probeRun"]),
            (MailPlan, 1, price["mailPlan"]),
        ]);
    }

    /// <summary>A month at so many cases a year: what is fixed, what open cases add, the cases themselves, mails beyond the plan.</summary>
    /// <param name="counts">What was counted.</param>
    /// <param name="price">The prices.</param>
    /// <param name="stage">The environment.</param>
    /// <param name="pace">The host's pace.</param>
    /// <param name="casesPerYear">The cases of a year, evenly over it.</param>
    /// <param name="hasMailPlan">Whether mails go by SendGrid; else they go by a mail server of one's own.</param>
    public static double PerMonth(CostCounts counts, Prices price, Stage stage, HostPace pace, double casesPerYear, bool hasMailPlan)
    {
        var idle = PerIdleMonth(counts, price, stage, pace, casesPerYear * price["openDays"] / DaysPerYear);
        var cases = casesPerYear * counts.Days / DaysPerYear;
        var mails = hasMailPlan ? Math.Max(0, (cases * counts.Mails) - price["mailsInPlan"]) : 0;
        return idle.Where(line => hasMailPlan || line.Name != MailPlan).Sum(line => line.Euro)
            + (PerThousandCases(counts, price, stage.MemoryGb).Sum(line => line.Euro) * cases / 1000)
            + (mails * price["mail"] * price["euroPerDollar"]);
    }

    private static List<CostLine> Priced(Prices price, double times, (string Name, double Number, double Dollar)[] lines) =>
        [.. lines.Select(line => new CostLine(line.Name, line.Number * times, line.Number * times * line.Dollar * price["euroPerDollar"]))];
}
