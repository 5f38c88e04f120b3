using System.Globalization;
using System.Text;
using LocalHost.Startup;

namespace Bench.Cost;

/// <summary>docs/cost.md, written from the counts and the prices; pure, so that a test can write it again.</summary>
internal static class CostPage
{
    /// <summary>What a month at a thousand cases a year may cost, in euros.</summary>
    public const double Target = 15;

    private const string NotCounted = "niet geteld";

    private static readonly int[] CasesPerYear = [100, 1000, 10_000];
    private static readonly bool[] WithAndWithoutMailPlan = [true, false];
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Path { get; } = System.IO.Path.Combine(Checkout.Root, "docs", "cost.md");

    public static string Of(CostCounts counts, Prices price, IReadOnlyList<Stage> stages, HostPace pace)
    {
        var page = new StringBuilder();
        page.AppendLine("# Wat het kost").AppendLine()
            .AppendLine("`./bench cost` telt wat een zaak en een maand zonder zaken gebruiken, en schrijft deze bladzijde. De "
                + "prijzen zijn invoer: `benchmarks/prices.json`. Op echt Azure is niets gemeten;")
            .AppendLine("wat hieronder *geschat* heet, moet iemand bij de prijslijst van Azure nakijken voordat iemand erop rekent. "
                + "Prijzen zonder btw. Niet geteld: de ruimte van de opslag en het verkeer naar buiten.").AppendLine();
        Volumes(page, counts, price, stages, pace);
        page.AppendLine().AppendLine("## Formule").AppendLine("```")
            .AppendLine("per 1.000 zaken = 1.000 × koers × som over de regels van ( aantal per zaak × prijs )")
            .AppendLine("rust per maand  =         koers × som over de regels van ( aantal per maand × prijs )")
            .AppendLine("per maand       = rust + tijdklokken × zaken per jaar × openDays / 365 + zaken per maand × prijs per zaak")
            .AppendLine("wachtrijen bevragen   = wachtrijen × seconden × ( 1 / queues.maxPollingInterval, als er iets klaarstaat, + "
                + "1 / scaleSeconds )")
            .AppendLine("```").AppendLine();
        Counted(page, counts);
        page.AppendLine().AppendLine("## Per 1.000 zaken");
        Table(page, CostLines.PerThousandCases(counts, price, stages.Max(stage => stage.MemoryGb)));
        foreach (var stage in stages)
        {
            page.AppendLine().AppendLine(Dutch, $"## Een maand zonder zaken: {stage.Name}");
            Table(page, CostLines.PerIdleMonth(counts, price, stage, pace));
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

    /// <summary>A month at each volume in each environment, and why it is more than the target where it is.</summary>
    private static void Volumes(
        StringBuilder page, CostCounts counts, Prices price, IReadOnlyList<Stage> stages, HostPace pace)
    {
        page.AppendLine("## Per maand, in euro")
            .AppendLine(Dutch, $"| zaken per jaar | {string.Join(" | ", stages.Select(s => $"{s.Name} | {s.Name}, eigen mailserver"))} |")
            .AppendLine(Dutch, $"|---|{string.Concat(Enumerable.Repeat("---|", 2 * stages.Count))}");
        foreach (var cases in CasesPerYear)
        {
            page.AppendLine(Row([cases.ToString("#,##0", Dutch), .. stages.SelectMany(stage => WithAndWithoutMailPlan
                .Select(hasMailPlan => Euro(CostLines.PerMonth(counts, price, stage, pace, cases, hasMailPlan))))]));
        }

        if (counts.TelemetryOfCase <= 0)
        {
            page.AppendLine().AppendLine("**Nog niet geteld:** de telemetrie die de app uitvoert, en wat elke open zaak aan de tijdklokken "
                + "toevoegt. Ze staan hier voor nul; `./bench cost` telt ze.");
        }

        var (least, stageOfLeast) = stages
            .Select(stage => (Euro: CostLines.PerMonth(counts, price, stage, pace, 1000, hasMailPlan: false), Stage: stage))
            .MinBy(one => one.Euro);
        page.AppendLine().AppendLine(Dutch, $"Het doel is hoogstens {Target:0} euro per maand bij 1.000 zaken per jaar. "
            + $"{(least <= Target ? "Dat lukt" : "Dat lukt nergens; het dichtst erbij is het")} in `{stageOfLeast.Name}` met een eigen "
            + $"mailserver ({Euro(least)}). Waarom elders niet: de posten die elke maand hetzelfde zijn.");
        foreach (var stage in stages)
        {
            var fixedPosts = CostLines.PerIdleMonth(counts, price, stage, pace).OrderByDescending(line => line.Euro).Take(4);
            page.AppendLine(Dutch, $"- `{stage.Name}`: {string.Join(", ", fixedPosts.Select(line => $"{line.Name} {Euro(line.Euro)}"))}.");
        }
    }

    private static void Counted(StringBuilder page, CostCounts counts) => page.AppendLine("## Geteld")
        .AppendLine(Dutch, $"Een zaak van melding via twee ministeries tot en met het delen, op {counts.At:d MMMM yyyy}; zonder "
            + $"het bevragen van lege wachtrijen.").AppendLine()
        .AppendLine("| wat | aantal |").AppendLine("|---|---|")
        .AppendLine(Row("blobs schrijven, opsommen, lezen", $"{Count(counts.Case.BlobWrites)}, {Count(counts.Case.BlobLists)}, "
            + $"{Count(counts.Case.BlobReads)}"))
        .AppendLine(Row("verzoeken aan wachtrijen van de app; van Durable", $"{Count(counts.Case.QueueRequests)}; "
            + $"{Count(counts.Case.DurableRequests)}"))
        .AppendLine(Row("aanroepen: HTTP, wachtrij, orkestratiebeurt, activiteit", $"{Count(counts.Case.HttpInvocations)}, "
            + $"{Count(counts.Case.QueueInvocations)}, {Count(counts.Case.Turns)}, {Count(counts.Case.Activities)}"))
        .AppendLine(Row("orkestraties", Count(counts.Orchestrations)))
        .AppendLine(Row("mails", Count(counts.Mails)))
        .AppendLine(Row("telemetrie die de app uitvoert, als OTLP: een zaak; een minuut rust", counts.TelemetryOfCase <= 0 ? NotCounted
            : $"{Count(counts.TelemetryOfCase / 1000)} kB; {Count(counts.TelemetryOfIdleMinute / 1000)} kB"))
        .AppendLine(Row("elke open zaak erbij, per maand: blobs schrijven, opsommen, lezen; verzoeken van Durable",
            counts.TelemetryOfCase <= 0 ? NotCounted
            : $"{Count(counts.TimersOfAMonthPerOpenCase.BlobWrites)}, {Count(counts.TimersOfAMonthPerOpenCase.BlobLists)}, "
            + $"{Count(counts.TimersOfAMonthPerOpenCase.BlobReads)}; {Count(counts.TimersOfAMonthPerOpenCase.DurableRequests)}"));

    private static void Table(StringBuilder page, IReadOnlyList<CostLine> lines)
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
