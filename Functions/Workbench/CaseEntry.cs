using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Workbench;

/// <summary>A case as the overview caches it: its row, its rules, and its texts for search.</summary>
public sealed class CaseEntry
{
    private CaseEntry(CaseFile file)
    {
        Row = CaseRow.Of(file);
        IsOpen = file.State.IsOpen;
        IsPaused = file.State.PausedOn is not null;
        Turns = Turn.Of(file.State);
        Handler = file.State.HandledBy;
        HandlerKey = Handler is null ? null : Actor.NameKey(Handler.Name);
        LostMails = [.. LostMail.AllOf(file)];
        HasSilentExperiment = file.State.Experiments.Any(experiment => experiment.SilentSince is not null);
        MinistryBefore = file.State.Requests.Where(request => !request.HasEnded && request.OurMoveSince is null)
            .Select(request => (DateOnly?)request.ReplyBefore).Min();
        AskedMinistries = [.. AskedMinistry.AllOf(file)];
        Rules = file.State.Context?.Rules ?? [];
        Texts = [.. TextsOf(file).Select(t => new SearchedText(t.Label, t.Text))];
    }

    public CaseRow Row { get; }

    public bool IsOpen { get; }

    /// <summary>Whether the clock is paused for the reporter.</summary>
    public bool IsPaused { get; }

    /// <summary>The steps that the case needs now.</summary>
    public IReadOnlyList<Turn> Turns { get; }

    public Actor? Handler { get; }

    /// <summary>The handler's name as <see cref="Actor.NameKey"/>, by which only a case without an id is found; null when the case
    /// has no handler.</summary>
    public string? HandlerKey { get; }

    /// <summary>Whether an organisation that does an experiment has written nothing for too long.</summary>
    public bool HasSilentExperiment { get; }

    /// <summary>
    /// The first day on which a ministry that has the move must have answered; null when none has the move.
    /// </summary>
    public DateOnly? MinistryBefore { get; }

    /// <summary>The ministries that have the move and to which the question was sent.</summary>
    public IReadOnlyList<AskedMinistry> AskedMinistries { get; }

    /// <summary>The mails that did not arrive, and those that were reported as spam.</summary>
    public IReadOnlyList<LostMail> LostMails { get; }

    /// <summary>
    /// Whether a mail was not delivered and has been neither resent nor settled; one that was reported as spam was
    /// delivered.
    /// </summary>
    public bool HasLostMail => LostMails.Any(mail => mail.State != MailState.ReportedAsSpam);

    public IReadOnlyList<RuleReference> Rules { get; }

    public IReadOnlyList<SearchedText> Texts { get; }

    /// <summary>Whether the case waits for this colleague.</summary>
    public bool IsTurnOf(Actor viewer) => Turns.Any(turn => turn.IsFor(viewer, Handler));

    /// <summary>Returns the next step as this colleague sees it.</summary>
    public NextStep StepFor(Actor viewer) => NextStep.For(Turns, viewer, Handler);

    public static CaseEntry Of(CaseFile file) => new(file);

    private static IEnumerable<(string Label, string Text)> TextsOf(CaseFile file)
    {
        foreach (var (number, texts) in file.Private.Texts.OrderBy(t => t.Key))
        {
            // What a reporter called a file is no word about the case.
            foreach (var (name, text) in texts.Where(t => t.Key != TextNames.FileName)
                .OrderBy(t => t.Key == TextNames.Title ? "" : t.Key, StringComparer.Ordinal))
            {
                yield return (TextLabels.Of(name), text.Text);
            }
        }

        foreach (var rule in file.State.Context?.Rules ?? [])
        {
            yield return ("Regel", $"{rule.CitationTitle} {rule.Article} {rule.BwbId}");
        }
    }
}
