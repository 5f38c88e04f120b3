namespace RegelLoket.Notifications;

/// <summary>A part of a mail's body.</summary>
public abstract record MailPart
{
    private MailPart()
    {
    }

    /// <summary>Words of the desk.</summary>
    public sealed record Paragraph(string Text) : MailPart;

    /// <summary>Words of somebody else, shown as theirs; see <see cref="LinkDefanger"/>.</summary>
    public sealed record Quote(string Label, string Text) : MailPart;

    /// <summary>Names with their values, such as the case number and the code.</summary>
    public sealed record Facts(IReadOnlyList<KeyValuePair<string, string>> Items) : MailPart;
}
