using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>The events of a case for people, newest first.</summary>
public static class Timeline
{
    public const string Erased = CaseParts.Erased;

    public static IReadOnlyList<TimelineEntry> Of(CaseFile file) => [.. CaseParts.Of(file).Select(EntryOf).Reverse()];

    /// <summary>Returns the text of an event, for a person who was about to replace it unseen.</summary>
    public static NewerText NewerText(UnseenText unseen) =>
        new(NameOf(unseen.Event.By), unseen.Event.At, TextsOf(unseen.Case, unseen.Event))
        {
            Read = unseen.Read is { } read ? TextsOf(unseen.Case, read) : [],
        };

    private static IReadOnlyList<(string Label, string Text)> TextsOf(CaseFile file, CaseEvent e) =>
        EntryOf(CaseParts.Of(file).Single(part => part.Event.Number == e.Number)).Texts;

    private static TimelineEntry EntryOf(CasePart part) => new()
    {
        Number = part.Event.Number,
        At = part.Event.At,
        By = part.Event.By,
        Kind = KindOf(part.Event),
        Title = part.Title,
        Texts = [.. part.Lines.Select(line => (line.Label, line.Shown))],
    };

    public static string NameOf(Actor actor) => actor.Role switch
    {
        ActorRole.Reporter => "Melder",
        ActorRole.System => "RegelLoket",
        ActorRole.Participant => "Deelnemer",
        _ => actor.Name,
    };

    private static TimelineKind KindOf(CaseEvent e) =>
        e.What.GetType().Name.StartsWith("Mail", StringComparison.Ordinal) ? TimelineKind.Mail
        : e.By.Role == ActorRole.System ? TimelineKind.System
        : TimelineKind.People;
}
