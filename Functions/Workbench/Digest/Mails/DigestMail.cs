using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Library.Editing;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Workbench.Digest.Mails;

/// <summary>
/// The digest for one colleague: their next steps by deadline and the texts to read, as in the tab "Aan jou", new cases
/// without a handler, and changes in their own cases. It has numbers, steps and deadlines, but no text that anyone
/// typed. It is not sent when it is empty or when the next one is due.
/// </summary>
public sealed class DigestMail(
    DigestSettings settings, CaseFeed feed, CaseOverview overview, EditionStore editions, WorkingDays workingDays,
    TimeProvider clock, IOptions<SiteOptions> site) : IStaffMailTemplate
{
    private const int MostLines = 15;

    public MailKind Kind => MailKind.Digest;

    public async Task<(EmailAddress To, MailContent Content)?> ComposeAsync(PlannedMail plan, CancellationToken cancellation)
    {
        if (await settings.FindAsync(plan.To.Name!, cancellation) is not { } setting
            || !DigestPlan.TryReadDay(plan.Key, out var day)
            || DigestPlan.IsOvertaken(day, WorkingDays.DayOf(clock.GetUtcNow()), setting.Rhythm, workingDays))
        {
            return null;
        }

        await feed.RefreshAsync(cancellation);
        var waiting = await editions.WaitingAsync(cancellation);
        return Write(setting, [.. overview.Entries], waiting, day) is { } content ? (setting.Email, content) : null;
    }

    /// <summary>Returns the contents of the digest of a day; null when it is empty.</summary>
    internal MailContent? Write(DigestSetting setting, IReadOnlyCollection<CaseEntry> entries, IReadOnlyList<Edition> waiting, DateOnly day)
    {
        var since = WorkingDays.MomentOf(DigestPlan.DayBefore(day, setting.Rhythm, workingDays), DigestPlan.Hour);
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        var open = entries.Where(entry => entry.IsOpen).ToList();
        var own = open.Where(entry => entry.Row.IsHandledBy(setting.Colleague)).ToList();
        var tasks = WorkQueue.Pick(entries, new WorkQueueQuery { Tab = QueueTab.ForYou }, setting.Colleague, clock.GetUtcNow())
            .ConvertAll(line => line.Entry);
        var texts = WorkQueue.ProposalsFor(setting.Colleague, waiting);
        var changed = own.Where(entry => entry.Row.ChangedAt >= since).OrderByDescending(entry => entry.Row.ChangedAt)
            .ThenBy(Number)
            .ToList();
        var unassigned = open.Where(entry => entry.Row.Handler is null && entry.Row.ReportedAt >= since)
            .OrderBy(entry => entry.Row.ReportedAt).ThenBy(Number).ToList();
        if (tasks.Count + texts.Count + changed.Count + unassigned.Count == 0)
        {
            return null;
        }

        var parts = new List<MailPart>();
        AddPart(parts, "Aan jou, de krapste termijn eerst:", tasks, entry => $"{entry.StepFor(setting.Colleague).Title}. "
            + $"{Deadline.Of(entry, workingDays, today).Text}.");
        AddTexts(parts, texts);
        AddPart(parts, "Nieuw, en nog van niemand:", unassigned, entry => $"{entry.Row.Branche.Label()}. "
            + $"{Deadline.Of(entry, workingDays, today).Text}.");
        AddPart(parts, "Dit veranderde in jouw zaken:", changed, entry => $"{entry.Row.Status.Label()}.");
        parts.Add(
            new MailPart.Paragraph("Wil je dit overzicht minder vaak, of niet meer? Dat stel je in bij Overzicht per mail in "
            + "de werkbank."));
        return new MailContent
        {
            Subject = "Je zaken in RegelLoket",
            Ask = AskFor(tasks.Count, texts.Count),
            Parts = [.. parts],
            Link = new("Open de werkbank", new Uri(site.Value.Address, tasks.Count + texts.Count > 0
                ? $"{DeskRoutes.Start}?tab=aan-jou"
                : $"{DeskRoutes.Start}?tab=niet-toegewezen")),
        };
    }

    private static string AskFor(int cases, int texts)
    {
        var waiting = string.Join(" en ", new[]
        {
            cases > 0 ? Amount.Of(cases, "zaak", "zaken") : null,
            texts > 0 ? Amount.Of(texts, "tekst", "teksten") : null,
        }.OfType<string>());
        return waiting.Length == 0 ? "Er is nieuws in de werkbank."
            : $"Er {(cases + texts == 1 ? "wacht" : "wachten")} {waiting} op jou.";
    }

    /// <summary>Adds the texts for the library by their kind, without the titles that somebody typed.</summary>
    private static void AddTexts(List<MailPart> parts, IReadOnlyList<Edition> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        parts.Add(new MailPart.Paragraph("Lees mee voor de bibliotheek:"));
        parts.Add(new MailPart.Facts([.. texts.Take(MostLines).Select(text => KeyValuePair.Create(
            text.After!.Kind.Label(), $"Van {text.By.Name}, wacht sinds {DutchDates.Short(text.At)}."))]));
        if (texts.Count > MostLines)
        {
            parts.Add(new MailPart.Paragraph($"En nog {texts.Count - MostLines} in de werkbank."));
        }
    }

    private static void AddPart(List<MailPart> parts, string heading, List<CaseEntry> entries, Func<CaseEntry, string> line)
    {
        if (entries.Count == 0)
        {
            return;
        }

        parts.Add(new MailPart.Paragraph(heading));
        parts.Add(
            new MailPart.Facts([.. entries.Take(MostLines).Select(entry => KeyValuePair.Create(Number(entry), line(entry)))]));
        if (entries.Count > MostLines)
        {
            parts.Add(new MailPart.Paragraph($"En nog {entries.Count - MostLines} in de werkbank."));
        }
    }

    private static string Number(CaseEntry entry) => entry.Row.Number.Value;
}
