using RegelLoket.Cases;

namespace RegelLoket.Privacy;

/// <summary>Addresses of the pages on personal data and retention.</summary>
public static class PrivacyRoutes
{
    public const string OwnDataFile = "/volgen/gegevens/bestand";
    public const string EraseOwnData = "/volgen/gegevens/wissing";

    /// <summary>Executes a person's request.</summary>
    public const string HandlePersonRequest = "/werkbank/privacy/verzoeken/uitvoeringen";

    /// <summary>Returns the address of the certificate of a person's request.</summary>
    public static string PersonRequest(string id) => $"/werkbank/privacy/verzoeken/{id}";

    /// <summary>Returns the address to complete an interrupted request.</summary>
    public static string FinishPersonRequest(string id) => $"/werkbank/privacy/verzoeken/{id}/afronding";

    public static string RetentionCertificate(string id) => $"/werkbank/privacy/verklaringen/{id}";

    public static string ArchivePackage(CaseNumber number) => $"/werkbank/zaken/{number}/archiefpakket";
}
