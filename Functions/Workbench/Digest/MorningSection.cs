using RegelLoket.Language;
using RegelLoket.Web;

namespace RegelLoket.Workbench.Digest;

/// <summary>The lines of one kind in a morning mail, with their number in words.</summary>
internal sealed record MorningSection(QueueSignal Signal, IReadOnlyList<MorningLine> Lines)
{
    private const int MostLines = 25;

    private static readonly QueueSignal[] Order =
        [QueueSignal.SilentMinistry, QueueSignal.LostMail, QueueSignal.Late, QueueSignal.ToShare];

    /// <summary>Returns the kinds that have lines, the most urgent first.</summary>
    public static IReadOnlyList<MorningSection> AllOf(IReadOnlyList<MorningLine> lines) =>
    [
        .. Order.Select(signal => new MorningSection(signal, [.. lines.Where(line => line.Signal == signal)]))
            .Where(section => section.Lines.Count > 0),
    ];

    public IEnumerable<MorningLine> Shown => Lines.Take(MostLines);

    /// <summary>The number of lines beyond those shown.</summary>
    public int Hidden => Math.Max(0, Lines.Count - MostLines);

    /// <summary>The number of lines in words, without a full stop. A ministry may be silent in several cases.</summary>
    public string Count => Signal switch
    {
        QueueSignal.SilentMinistry => Amount.Of(
            Lines.Select(line => line.Ministry).Distinct().Count(), "ministerie zwijgt", "ministeries zwijgen")
            + (Lines.Select(line => line.Ministry).Distinct().Count() < Lines.Count ? $" op {Lines.Count} vragen" : ""),
        QueueSignal.LostMail => Amount.Of(Lines.Count, "mail kwam niet goed aan", "mails kwamen niet goed aan"),
        QueueSignal.ToShare => Amount.Of(Lines.Count, "oplossing is", "oplossingen zijn") + " nog niet gedeeld",
        _ => Amount.Of(Lines.Count, "zaak wacht", "zaken wachten") + " op een stap",
    };

    /// <summary>The number of lines, and what helps.</summary>
    public string Heading => $"{Count}. " + Signal switch
    {
        QueueSignal.SilentMinistry => "Onze herinneringen hielpen niet. Neem je contact op?",
        QueueSignal.LostMail => "Bij de zaak zie je waarom, en wat je kunt doen.",
        QueueSignal.ToShare => "Deel wat anderen helpt, of leg vast waarom niet.",
        _ => $"De oudste termijn is {DutchDates.Short(Lines[0].Since)}.",
    };
}
