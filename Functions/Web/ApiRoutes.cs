using RegelLoket.Cases;

namespace RegelLoket.Web;

/// <summary>Addresses of the API that several folders use.</summary>
public static class ApiRoutes
{
    /// <summary>The prefix of all addresses of the API.</summary>
    public const string Base = "/v1";

    /// <summary>The OpenAPI document.</summary>
    public const string Document = "/v1/openapi.json";

    /// <summary>The documentation page.</summary>
    public const string Docs = "/v1/docs";

    public static string Case(CaseNumber number) => $"/v1/zaken/{number}";
}
