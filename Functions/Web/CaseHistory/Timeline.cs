using RegelLoket.Cases;

namespace RegelLoket.Web.CaseHistory;

/// <summary>Which part of the timeline an entry belongs to.</summary>
public enum TimelineKind
{
    People,
    System,
    Mail,
}

/// <summary>One entry of a case's timeline.</summary>
public sealed record TimelineEntry
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor By { get; init; }

    public required TimelineKind Kind { get; init; }

    /// <summary>What happened, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The texts and facts of the event with their labels; a text that was erased says so.</summary>
    public required IReadOnlyList<(string Label, string Text)> Texts { get; init; }
}

/// <summary>The events of a case as people read them, the newest first.</summary>
public static class Timeline
{
    public const string Erased = CaseParts.Erased;

    public static IReadOnlyList<TimelineEntry> Of(CaseFile file) => [.. CaseParts.Of(file).Select(EntryOf).Reverse()];

    /// <summary>The text of an event, for somebody who was about to replace it unread.</summary>
    public static NewerText NewerText(UnseenText unseen) =>
        new(NameOf(unseen.Event.By), unseen.Event.At,
            EntryOf(CaseParts.Of(unseen.Case).Single(part => part.Event.Number == unseen.Event.Number)).Texts);

    private static TimelineEntry EntryOf(CasePart part) => new()
    {
        Number = part.Event.Number,
        At = part.Event.At,
        By = part.Event.By,
        Kind = KindOf(part.Event),
        Title = part.Title,
        Texts = [.. part.Lines.Select(line => (line.Label, line.Shown))],
    };

    /// <summary>Who the actor is, in words.</summary>
    public static string NameOf(Actor actor) => actor.Role switch
    {
        ActorRole.Reporter => "Melder",
        ActorRole.System => "RegelLoket",
        _ => actor.Name,
    };

    private static TimelineKind KindOf(CaseEvent e) =>
        e.What.GetType().Name.StartsWith("Mail", StringComparison.Ordinal) ? TimelineKind.Mail
        : e.By.Role == ActorRole.System ? TimelineKind.System
        : TimelineKind.People;
}

/// <summary>The choices above the timeline.</summary>
public static class TimelineFilter
{
    public static IReadOnlyList<(string Slug, string Title, TimelineKind? Kind)> Choices { get; } =
        [("alles", "Alles", null), ("mensen", "Mensen", TimelineKind.People), ("systeem", "Systeem", TimelineKind.System),
            ("mail", "Mail", TimelineKind.Mail)];

    /// <summary>The kind by its word in the address; null shows all.</summary>
    public static TimelineKind? Of(string? slug) => Choices.FirstOrDefault(choice => choice.Slug == slug).Kind;
}
