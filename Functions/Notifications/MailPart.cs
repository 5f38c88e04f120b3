namespace RegelLoket.Notifications;

/// <summary>A part of a mail's body.</summary>
public abstract record MailPart
{
    private MailPart()
    {
    }

    /// <summary>Text of the desk.</summary>
    public sealed record Paragraph(string Text) : MailPart;

    /// <summary>Text of another person, shown as a quotation; see <see cref="LinkDefanger"/>.</summary>
    public sealed record Quote(string Label, string Text) : MailPart;

    /// <summary>Names with values, such as the case number and the code.</summary>
    public sealed record Facts(IReadOnlyList<KeyValuePair<string, string>> Items) : MailPart;

    /// <summary>Links with what is to be done there, for a mail about several cases.</summary>
    public sealed record Links(IReadOnlyList<KeyValuePair<MailLink, string>> Items) : MailPart;
}
