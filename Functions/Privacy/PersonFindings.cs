namespace RegelLoket.Privacy;

/// <summary>The effect of a request: in the cases, on the inbound mails, and on what is followed by mail.</summary>
/// <param name="Lines">The cases.</param>
/// <param name="Mails">The inbound mails.</param>
/// <param name="Subscriber">The name of the subscriber; null when nothing is followed.</param>
public sealed record PersonFindings(
    IReadOnlyList<PersonRequestLine> Lines, IReadOnlyList<PersonMailLine> Mails, string? Subscriber)
{
    public bool IsEmpty => Lines.Count == 0 && Mails.Count == 0 && Subscriber is null;
}
