using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Language;
using RegelLoket.Notifications;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Workbench.Digest;

/// <summary>
/// The digest for one colleague: their next steps by deadline, as in the tab "Aan jou", new cases without a handler,
/// and changes in their own cases. It has numbers, steps and deadlines, but no text that anyone typed. It is not sent
/// when it is empty or when the next one is due.
/// </summary>
public sealed class DigestMail(
    DigestSettings settings, CaseFeed feed, CaseOverview overview, WorkingDays workingDays, TimeProvider clock,
    IOptions<SiteOptions> site) : IStaffMailTemplate
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
        return Write(setting, [.. overview.Entries], day) is { } content ? (setting.Email, content) : null;
    }

    /// <summary>Returns the contents of the digest of a day; null when it is empty.</summary>
    internal MailContent? Write(DigestSetting setting, IReadOnlyCollection<CaseEntry> entries, DateOnly day)
    {
        var since = WorkingDays.MomentOf(DigestPlan.DayBefore(day, setting.Rhythm, workingDays), DigestPlan.Hour);
        var today = WorkingDays.DayOf(clock.GetUtcNow());
        var open = entries.Where(entry => entry.IsOpen).ToList();
        var own = open.Where(entry => entry.Row.IsHandledBy(setting.Colleague)).ToList();
        var tasks = WorkQueue.Pick(entries, new WorkQueueQuery { Tab = QueueTab.ForYou }, setting.Colleague, clock.GetUtcNow())
            .ConvertAll(line => line.Entry);
        var changed = own.Where(entry => entry.Row.ChangedAt >= since).OrderByDescending(entry => entry.Row.ChangedAt)
            .ThenBy(Number)
            .ToList();
        var unassigned = open.Where(entry => entry.Row.Handler is null && entry.Row.ReportedAt >= since)
            .OrderBy(entry => entry.Row.ReportedAt).ThenBy(Number).ToList();
        if (tasks.Count + changed.Count + unassigned.Count == 0)
        {
            return null;
        }

        var parts = new List<MailPart>();
        AddPart(parts, "Aan jou, de krapste termijn eerst:", tasks, entry => $"{entry.StepFor(setting.Colleague).Title}. "
            + $"{Deadline.Of(entry, workingDays, today).Text}.");
        AddPart(parts, "Nieuw, en nog van niemand:", unassigned, entry => $"{entry.Row.Branche.Label()}. "
            + $"{Deadline.Of(entry, workingDays, today).Text}.");
        AddPart(parts, "Dit veranderde in jouw zaken:", changed, entry => $"{entry.Row.Status.Label()}.");
        parts.Add(
            new MailPart.Paragraph("Wil je dit overzicht minder vaak, of niet meer? Dat stel je in bij Overzicht per mail in "
            + "de werkbank."));
        return new MailContent
        {
            Subject = "Je zaken in RegelLoket",
            Ask = tasks.Count == 0 ? "Er is nieuws in de werkbank."
                : $"Er {(tasks.Count == 1 ? "wacht" : "wachten")} {Amount.Of(tasks.Count, "zaak", "zaken")} op jou.",
            Parts = [.. parts],
            Link = new("Open de werkbank", new Uri(site.Value.Address, tasks.Count > 0 ? $"{DeskRoutes.Start}?tab=aan-jou"
                : $"{DeskRoutes.Start}?tab=niet-toegewezen")),
        };
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
