using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Addresses of the API that more than one room names.</summary>
public static class ApiRoutes
{
    /// <summary>What all addresses of the API begin with.</summary>
    public const string Base = "/v1";

    /// <summary>The description for machines.</summary>
    public const string Document = "/v1/openapi.json";

    /// <summary>The description for people.</summary>
    public const string Docs = "/v1/docs";

    public static string Case(CaseNumber number) => $"/v1/zaken/{number}";
}
