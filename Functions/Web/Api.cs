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

/// <summary>Reads the bodies of the JSON API and turns results and faults into responses (RFC 9457).</summary>
public static class Api
{
    /// <summary>The maximum body size of any route, in bytes.</summary>
    public const int MaximumBodySize = 64 * 1024;

    /// <summary>The maximum size of a form that is read, so that a refused one can be shown again in full.</summary>
    public const int MaximumFormSize = 512 * 1024;

    /// <summary>The maximum size of a form that is refused by its length and still read, to show the typed text.</summary>
    public const int MaximumShownSize = 30_000_000;

    /// <summary>The JSON options of the API; unknown members are refused, so that typing errors are noticed.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
        // Keeps Dutch words readable; characters with a meaning in HTML are still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new UtcTimeConverter() },
        TypeInfoResolver = ReportTextsJson.Resolver,
    };

    /// <summary>
    /// Reads the body as <typeparamref name="T"/>; when it is unreadable, <c>Fault</c> is the response.
    /// <see cref="RequestGuardMiddleware"/> has checked its size and media type.
    /// </summary>
    public static async Task<(T? Value, IResult? Fault)> ReadAsync<T>(
        HttpRequest request, CancellationToken cancellation) where T : class
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

    /// <summary>Returns a problem document.</summary>
    public static IResult Problem(int status, string title, string detail) =>
        Results.Problem(new ProblemDetails { Status = status, Title = title, Detail = detail });

    /// <summary>Returns 400 with every wrong field at once, in the member <c>fouten</c>.</summary>
    public static IResult Invalid(IReadOnlyDictionary<string, string> errors) => Results.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "Niet alle gegevens kloppen",
        Detail = string.Join(" ", errors.Values.Distinct()),
        Extensions = { ["fouten"] = errors.Select(e => new FieldErrorResponse(e.Key, e.Value)).ToArray() },
    });

    public static IResult Invalid(string field, string error) => Invalid(new Dictionary<string, string> { [field] = error });

    /// <summary>Returns 404, the same for what does not exist and for what the caller may not see.</summary>
    public static IResult NotFound() =>
        Problem(StatusCodes.Status404NotFound, "Niet gevonden", "We kennen deze combinatie van "
        + "nummer en code niet, of deze pagina bestaat niet.");

    /// <summary>
    /// Turns the result of a command into a response: 200 with what <paramref name="view"/> makes of the case, or a
    /// problem document.
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
    /// Returns 409 with the newer text, in the member <c>nieuwereTekst</c>, since anyone who may replace a text may
    /// read it. Its number is the version to send, in <c>If-Match</c> or in the body, to replace it knowingly.
    /// </summary>
    public static IResult Overtaken(string reason, long? seen, NewerTextResponse newer) => Results.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status409Conflict,
        Title = "Er is een nieuwere tekst",
        Detail = reason,
        Extensions = { ["gelezenVersie"] = seen, ["nieuwereTekst"] = newer },
    });

    /// <summary>Returns 201 with a <c>Location</c>.</summary>
    public static IResult Created(string location, object value) => new CreatedJson(location, value);

    private sealed class CreatedJson(string location, object value) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status201Created;
            httpContext.Response.Headers.Location = location;
            // Without the token of the request: then it ends quietly when the caller leaves.
            return httpContext.Response.WriteAsJsonAsync(
                value, value.GetType(), Json, MediaTypeNames.Application.Json + "; charset=utf-8", CancellationToken.None);
        }
    }
}
