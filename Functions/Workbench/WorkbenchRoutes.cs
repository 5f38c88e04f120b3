using RegelLoket.Cases;

namespace RegelLoket.Workbench;

/// <summary>Addresses of the workbench that no other step links to.</summary>
public static class WorkbenchRoutes
{
    public const string Search = "/werkbank/zoeken";
    public const string Assignments = "/werkbank/toewijzingen";
    public const string Views = "/werkbank/weergaven";

    /// <summary>The page for the frequency of the digest.</summary>
    public const string Digest = "/werkbank/overzicht-per-mail";

    /// <summary>The queue as CSV.</summary>
    public const string Table = "/werkbank/zaken.csv";

    public const string ApiCases = "/v1/zaken";

    public static string DeleteView(string id) => $"/werkbank/weergaven/{id}/verwijderen";

    /// <summary>The case as one document, to print.</summary>
    public static string Dossier(CaseNumber number) => $"/werkbank/zaken/{number}/dossier";

    /// <summary>The log of the views of a case.</summary>
    public static string Accesses(CaseNumber number) => $"/werkbank/zaken/{number}/inzage";
}
