using RegelLoket.Cases;

namespace RegelLoket.Attachments;

/// <summary>Addresses of files: of the reporter, and on the workbench.</summary>
public static class AttachmentRoutes
{
    /// <summary>The reporter's page to add files and take them away.</summary>
    public const string Own = "/volgen/bestanden";

    public const string RemoveOwn = "/volgen/bestanden/weghalen";

    /// <summary>A file of the reporter, by its id.</summary>
    public static string OwnFile(string id) => $"/volgen/bestanden/{id}";

    /// <summary>A file of a case, for colleagues.</summary>
    public static string File(CaseNumber number, string id) => $"/werkbank/zaken/{number}/bestanden/{id}";

    public static string Remove(CaseNumber number) => $"/werkbank/zaken/{number}/bestanden/weghalen";

    /// <summary>A file of the reporter in the API.</summary>
    public static string ApiOwnFile(CaseNumber number, string id) => $"/v1/meldingen/{number}/bijlagen/{id}";
}
