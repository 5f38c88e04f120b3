using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>Who may add and take away files of a case, and how many.</summary>
public static class AttachmentRules
{
    /// <summary>The most files that are ever added to a case by one sender, those that were taken away included.</summary>
    private const int MostEver = 50;

    /// <summary>Returns why a file cannot be added, as a sentence for its sender; null when it can.</summary>
    /// <param name="state">The case.</param>
    /// <param name="from">The ministry that sends it; null for the reporter.</param>
    public static string? Refusal(CaseState state, Ministry? from)
    {
        if (from is null && CaseRules.Refusal(state, CaseStep.ReplyAsReporter) is { } refusal)
        {
            return refusal;
        }

        var sent = state.Attachments.Where(file => file.From == from).ToList();
        return sent.Count(file => !file.IsGone) >= CaseAttachment.Most
            ? $"Er zijn al {CaseAttachment.Most} bestanden. Haal er eerst een weg."
            : sent.Count >= MostEver ? "Hier kunnen geen bestanden meer bij. Bel of mail ons." : null;
    }

    /// <summary>The number of files that the reporter can still add.</summary>
    public static int Room(CaseState state) =>
        Refusal(state, from: null) is null ? CaseAttachment.Most - state.Attachments.Count(file => file.From is null && !file.IsGone) : 0;
}
