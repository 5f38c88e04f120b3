namespace RegelLoket.Cases;

/// <summary>A mail that came in at the address of a question.</summary>
/// <param name="Event">The number of its event.</param>
/// <param name="At">The moment of arrival.</param>
/// <param name="Kind">The kind of mail.</param>
/// <param name="IsProven">Whether it was proved to come from the ministry's own domain.</param>
/// <param name="Hash">The hash under which the original mail is stored.</param>
public sealed record MinistryMail(int Event, DateTimeOffset At, InboundKind Kind, bool IsProven, string Hash)
{
    /// <summary>Whether a colleague decided on it or did what it asks for.</summary>
    public bool IsHandled { get; init; }

    public bool Waits => !IsHandled && Kind != InboundKind.Automatic;

    /// <summary>The new text, without what it quotes.</summary>
    public TextReference Words => new(Event, TextNames.Answer);

    /// <summary>The whole mail including what it quotes; absent when it quotes nothing.</summary>
    public TextReference Whole => new(Event, TextNames.Mail);

    /// <summary>The sender, the subject and the attachments.</summary>
    public TextReference Facts => new(Event, TextNames.MailFacts);
}
