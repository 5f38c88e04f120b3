using System.Globalization;
using System.Text;
using LocalHost.Startup;

namespace Bench.Cost;

/// <summary>docs/cost.md: the counts times the prices, with the formula. Pure, so that a test can compute it again.</summary>
internal static class CostPage
{
    private const double SecondsPerDay = 86_400;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Path { get; } = System.IO.Path.Combine(Checkout.Root, "docs", "cost.md");

    /// <summary>What a thousand cases cost, in euros, line by line; the same in every environment but for the memory.</summary>
    public static IReadOnlyList<(string Name, double Number, double Euro)> PerThousandCases(
        CostCounts counts, Prices price, double memoryGb)
    {
        var one = counts.Case;
        return Priced(price, 1000,
        [
            ("blobs schrijven", one.BlobWrites, price["blobWrite"]),
            ("blobs opsommen", one.BlobLists, price["blobList"]),
            ("blobs lezen", one.BlobReads, price["blobRead"]),
            ("verzoeken aan wachtrijen", one.QueueRequests, price["queueOperation"]),
            ("verzoeken van Durable", one.DurableRequests, price["durableOperation"]),
            ("aanroepen", one.Invocations, price["execution"]),
            ("rekentijd in GB-seconden", one.Invocations * price["secondsPerInvocation"] * memoryGb, price["gigabyteSecond"]),
            ("logregels in GB", one.Invocations * price["logBytesPerInvocation"] / 1e9, price["logGigabyte"]),
            ("mails", counts.Mails, price["mail"]),
        ]);
    }

    /// <summary>What a month without cases costs in one environment, in euros, line by line.</summary>
    public static IReadOnlyList<(string Name, double Number, double Euro)> PerIdleMonth(
        CostCounts counts, Prices price, Stage stage, HostPace pace)
    {
        var seconds = counts.Days * SecondsPerDay;
        var timers = counts.TimersOfAMonth;
        var durableQueues = pace.Partitions + 1;
        // Without an instance that stands ready only the platform looks at the queues.
        var polling = stage.AlwaysReady > 0 ? counts.Queues * seconds / pace.QueuePoll : 0;
        var durable = (stage.AlwaysReady > 0 ? (durableQueues * seconds / pace.DurablePoll)
            + (pace.Partitions * seconds / price["renewSeconds"]) : 0)
            + (durableQueues * seconds / price["scaleSeconds"]);
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
            ("tijdklokken: logregels in GB", timers.Invocations * price["logBytesPerInvocation"] / 1e9, price["logGigabyte"]),
            ("klaarstaan in GB-seconden", stage.AlwaysReady * stage.MemoryGb * seconds, price["readyGigabyteSecond"]),
            ("private eindpunten in uren", stage.IsIsolated ? price["privateEndpoints"] * seconds / 3600 : 0, price["privateEndpointHour"]),
            ("alarmen", price["alerts"], price["alert"]),
            ("abonnement op mail", 1, price["mailPlan"]),
        ]);
    }

    public static string Of(CostCounts counts, Prices price, IReadOnlyList<Stage> stages, HostPace pace)
    {
        var page = new StringBuilder();
        page.AppendLine("# Wat het kost").AppendLine()
            .AppendLine("`./bench cost` telt wat een zaak en een maand zonder zaken gebruiken, en schrijft deze bladzijde. De "
                + "prijzen zijn invoer: `benchmarks/prices.json`. Op echt Azure is niets gemeten;")
            .AppendLine("wat hieronder *geschat* heet, moet iemand bij de prijslijst van Azure nakijken voordat iemand erop rekent. "
                + "Prijzen zonder btw.").AppendLine()
            .AppendLine("## Formule").AppendLine("```")
            .AppendLine("per 1.000 zaken = 1.000 × koers × som over de regels van ( aantal per zaak × prijs )")
            .AppendLine("rust per maand  =         koers × som over de regels van ( aantal per maand × prijs )")
            .AppendLine("wachtrijen bevragen   = wachtrijen × seconden × ( 1 / queues.maxPollingInterval, als er iets klaarstaat, + "
                + "1 / scaleSeconds )")
            .AppendLine("```").AppendLine()
            .AppendLine("## Geteld")
            .AppendLine(Dutch, $"Een zaak van melding via twee ministeries tot en met het delen, op {counts.At:d MMMM yyyy}; zonder "
                + $"het bevragen van lege wachtrijen.").AppendLine()
            .AppendLine("| wat | aantal per zaak |").AppendLine("|---|---|")
            .AppendLine(Row("blobs schrijven, opsommen, lezen", $"{Count(counts.Case.BlobWrites)}, {Count(counts.Case.BlobLists)}, "
                + $"{Count(counts.Case.BlobReads)}"))
            .AppendLine(Row("verzoeken aan wachtrijen van de app; van Durable", $"{Count(counts.Case.QueueRequests)}; "
                + $"{Count(counts.Case.DurableRequests)}"))
            .AppendLine(Row("aanroepen: HTTP, wachtrij, orkestratiebeurt, activiteit", $"{Count(counts.Case.HttpInvocations)}, "
                + $"{Count(counts.Case.QueueInvocations)}, {Count(counts.Case.Turns)}, {Count(counts.Case.Activities)}"))
            .AppendLine(Row("orkestraties", Count(counts.Orchestrations)))
            .AppendLine(Row("mails", Count(counts.Mails)))
            .AppendLine().AppendLine("## Per 1.000 zaken");
        Table(page, PerThousandCases(counts, price, stages.Max(stage => stage.MemoryGb)));
        foreach (var stage in stages)
        {
            page.AppendLine().AppendLine(Dutch, $"## Een maand zonder zaken: {stage.Name}");
            Table(page, PerIdleMonth(counts, price, stage, pace));
        }

        page.AppendLine().AppendLine("## Prijzen en aannames").AppendLine("| naam | waarde | waar vandaan | dag | nagekeken |")
            .AppendLine("|---|---|---|---|---|");
        foreach (var one in price.All)
        {
            page.AppendLine(Dutch, $"| `{one.Name}` | {one.Value.ToString("0.#########", Dutch)} {one.Unit} | {one.Source} | "
                + $"{one.Date:yyyy-MM-dd} | {(one.Checked ? "ja" : "nee")} |");
        }

        return page.AppendLine().AppendLine("De vaste posten bepalen de rekening. `infra/stages.json` zet ze per omgeving, en het "
            + "budget waarschuwt bij 50, 80 en 100 procent.")
            .AppendLine("Met de scheduler in plaats van Azure Storage vallen de verzoeken van Durable weg; zie "
                + "[azure.md](azure.md#de-scheduler).").Replace("\r", "").ToString();
    }

    private static List<(string Name, double Number, double Euro)> Priced(
        Prices price, double times, (string Name, double Number, double Dollar)[] lines) =>
        [.. lines.Select(line => (line.Name, line.Number * times, line.Number * times * line.Dollar * price["euroPerDollar"]))];

    private static void Table(StringBuilder page, IReadOnlyList<(string Name, double Number, double Euro)> lines)
    {
        page.AppendLine("| wat | aantal | EUR |").AppendLine("|---|---|---|");
        foreach (var (name, number, euro) in lines)
        {
            page.AppendLine(Row(name, Count(number), Euro(euro)));
        }

        page.AppendLine(Row("**samen**", "", $"**{Euro(lines.Sum(line => line.Euro))}**"));
    }

    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Count(double number) => number.ToString(number is > 0 and < 1 ? "0.###" : "#,##0.#", Dutch);

    private static string Euro(double amount) => amount.ToString("#,##0.00", Dutch);
}
