using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>Addresses of what we hold of people, and of keeping and erasing.</summary>
public static class PrivacyRoutes
{
    public const string OwnDataFile = "/volgen/gegevens/bestand";
    public const string EraseOwnData = "/volgen/gegevens/wissing";

    /// <summary>Carries a person's request out.</summary>
    public const string HandlePersonRequest = "/werkbank/privacy/verzoeken/uitvoeringen";

    /// <summary>The certificate of a person's request.</summary>
    public static string PersonRequest(string id) => $"/werkbank/privacy/verzoeken/{id}";

    /// <summary>Finishes a request that was cut off.</summary>
    public static string FinishPersonRequest(string id) => $"/werkbank/privacy/verzoeken/{id}/afronding";

    public static string RetentionCertificate(string id) => $"/werkbank/privacy/verklaringen/{id}";

    public static string ArchivePackage(CaseNumber number) => $"/werkbank/zaken/{number}/archiefpakket";
}
