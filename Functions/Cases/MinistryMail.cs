namespace RegelLoket.Cases;

/// <summary>A mail that came to the address of a question.</summary>
/// <param name="Event">The number of its event.</param>
/// <param name="At">When it came.</param>
/// <param name="Kind">What it is to the desk.</param>
/// <param name="IsProven">Whether it was proved to come from the ministry's own domain.</param>
/// <param name="Hash">The hash under which the mail is kept as it came.</param>
public sealed record MinistryMail(int Event, DateTimeOffset At, InboundKind Kind, bool IsProven, string Hash)
{
    /// <summary>Whether a colleague decided on it or did what it asks for.</summary>
    public bool IsHandled { get; init; }

    public bool Waits => !IsHandled && Kind != InboundKind.Automatic;

    /// <summary>What was newly written.</summary>
    public TextReference Words => new(Event, TextNames.Answer);

    /// <summary>The whole mail with what it quotes; nothing where it quotes nothing.</summary>
    public TextReference Whole => new(Event, TextNames.Mail);

    /// <summary>Sender, subject and attachments.</summary>
    public TextReference Facts => new(Event, TextNames.MailFacts);
}
