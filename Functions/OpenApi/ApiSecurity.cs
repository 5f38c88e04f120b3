using Microsoft.OpenApi;

namespace RegelLoket.OpenApi;

/// <summary>The authentication schemes in the document. Codes are sent in headers, never in an address.</summary>
internal static class ApiSecurity
{
    public static Dictionary<string, IOpenApiSecurityScheme> Schemes() => new()
    {
        ["Volgcode"] = InHeader("Volgcode", "De geheime code van de melder. Je krijgt hem één keer, bij het melden."),
        ["Reactiecode"] = InHeader(
            "Reactiecode", "De geheime code uit de link aan een ministerie, of de sessie die een toegangscode gaf."),
        ["Experimentcode"] = InHeader(
            "Experimentcode", "De geheime code uit de link aan een organisatie die iets uitprobeert."),
        ["Token"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "Een token van een collega met de rol analist of coordinator.",
        },
    };

    public static IList<OpenApiSecurityRequirement> Of(ApiCaller caller, OpenApiDocument document) => caller switch
    {
        ApiCaller.Reporter => [By("Volgcode", document)],
        ApiCaller.Ministry => [By("Reactiecode", document)],
        ApiCaller.Participant => [By("Experimentcode", document)],
        ApiCaller.Colleague => [By("Token", document)],
        _ => [],
    };

    private static OpenApiSecurityRequirement By(string name, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(name, document)] = [] };

    private static OpenApiSecurityScheme InHeader(string name, string description) => new()
    {
        Type = SecuritySchemeType.ApiKey,
        In = ParameterLocation.Header,
        Name = name,
        Description = description,
    };
}
