namespace RegelLoket.Cases;

/// <summary>How the reporter can be reached. All of it is optional; an anonymous report has none of it.</summary>
public sealed record ReporterContact
{
    public string? Name { get; init; }

    public EmailAddress? Email { get; init; }

    public string? Telephone { get; init; }
}
