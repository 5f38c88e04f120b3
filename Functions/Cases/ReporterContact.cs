namespace RegelLoket.Cases;

/// <summary>The reporter's contact data. All of it is optional; an anonymous report has none.</summary>
public sealed record ReporterContact
{
    public string? Name { get; init; }

    public EmailAddress? Email { get; init; }

    public string? Telephone { get; init; }
}
