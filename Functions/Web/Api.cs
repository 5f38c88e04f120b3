using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using RegelLoket.Cases;
using RegelLoket.Storage;
using RegelLoket.Web.CaseHistory;

namespace RegelLoket.Web;

/// <summary>
/// The JSON API's one way in and one way out: how a body is read, and how a result or a fault becomes an answer (RFC 9457).
/// </summary>
public static class Api
{
    /// <summary>The largest body that any route takes, in bytes.</summary>
    public const int MaximumBodySize = 64 * 1024;

    /// <summary>The largest form that is read, so that one that is refused for its size comes back whole.</summary>
    public const int MaximumFormSize = 512 * 1024;

    /// <summary>
    /// How the API reads and writes JSON. Unknown members are refused, so that a typing error in a name does not go unnoticed.
    /// </summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
        // Dutch words stay readable; what HTML gives a meaning is escaped all the same.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new UtcTimeConverter() },
        TypeInfoResolver = ReportTextsJson.Resolver,
    };

    /// <summary>
    /// Reads the body as <typeparamref name="T"/>; when it cannot be read, <c>Fault</c> is the answer to give. <see
    /// cref="RequestGuardMiddleware"/> has seen to its size and kind.
    /// </summary>
    public static async Task<(T? Value, IResult? Fault)> ReadAsync<T>(HttpRequest request, CancellationToken cancellation) where T : class
    {
        if (request.ContentType is null && request.ContentLength is null or 0)
        {
            return (null, Invalid(JsonFaults.Of(default, typeof(T), Json)));
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        try
        {
            return JsonSerializer.Deserialize<T>(body.ToArray(), Json) is { } value ? (value, null)
                : (null, Invalid("", "Er zijn geen gegevens ontvangen."));
        }
        catch (JsonException)
        {
            return (null, Invalid(JsonFaults.Of(body.ToArray(), typeof(T), Json)));
        }
    }

    /// <summary>A problem document.</summary>
    public static IResult Problem(int status, string title, string detail) =>
        Results.Problem(new ProblemDetails { Status = status, Title = title, Detail = detail });

    /// <summary>400 with every wrong field at once, in the member <c>fouten</c>.</summary>
    public static IResult Invalid(IReadOnlyDictionary<string, string> errors) => Results.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "Niet alle gegevens kloppen",
        Detail = string.Join(" ", errors.Values.Distinct()),
        Extensions = { ["fouten"] = errors.Select(e => new FieldErrorResponse(e.Key, e.Value)).ToArray() },
    });

    public static IResult Invalid(string field, string error) => Invalid(new Dictionary<string, string> { [field] = error });

    /// <summary>404; the same for what does not exist and for what the caller may not see.</summary>
    public static IResult NotFound() => Problem(StatusCodes.Status404NotFound, "Niet gevonden", "We kennen deze combinatie van "
        + "nummer en code niet, of deze pagina bestaat niet.");

    /// <summary>
    /// Turns a command's result into an answer: what <paramref name="view"/> makes of the case with 200, or a problem document.
    /// </summary>
    public static IResult Answer(CommandResult result, Func<CaseFile, object?> view) =>
        Answer(result, file => Results.Json(view(file), Json));

    /// <inheritdoc cref="Answer(CommandResult, Func{CaseFile, object?})"/>
    public static IResult Answer(CommandResult result, Func<CaseFile, IResult> answer) => result switch
    {
        CommandResult.Done done => answer(done.Case),
        CommandResult.Refused { Unseen: { } unseen } refused => Overtaken(
            refused.Reason, CommandRequest.Current?.SeenVersion,
            NewerTextResponse.Of(unseen.Event.Number, unseen.Event.At, Timeline.NewerText(unseen))),
        CommandResult.Refused refused => Problem(StatusCodes.Status409Conflict, "Dat kan nu niet", refused.Reason),
        CommandResult.Invalid invalid => Invalid(invalid.Errors),
        _ => NotFound(),
    };

    /// <summary>
    /// 409 with the newer text, in the member <c>nieuwereTekst</c>: whoever may replace a text may read it. Its number is the version to
    /// name, in <c>If-Match</c> or in the body, to replace it knowingly.
    /// </summary>
    public static IResult Overtaken(string reason, long? seen, NewerTextResponse newer) => Results.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status409Conflict,
        Title = "Er is een nieuwere tekst",
        Detail = reason,
        Extensions = { ["gelezenVersie"] = seen, ["nieuwereTekst"] = newer },
    });

    /// <summary>201 with a <c>Location</c>.</summary>
    public static IResult Created(string location, object value) => new CreatedJson(location, value);

    private sealed class CreatedJson(string location, object value) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status201Created;
            httpContext.Response.Headers.Location = location;
            return httpContext.Response.WriteAsJsonAsync(value, value.GetType(), Json, MediaTypeNames.Application.Json
                + "; charset=utf-8", httpContext.RequestAborted);
        }
    }
}
