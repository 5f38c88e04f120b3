using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Web.SignIn;
using RegelLoket.Web.Uploads;

namespace RegelLoket.Web;

/// <summary>
/// Guards every request before its function runs: the size limit, sign-in and <see cref="RoutePolicyAttribute"/>, for
/// every change the rate limit and the antiforgery check, content negotiation, and the case number in the address.
/// </summary>
public sealed class RequestGuardMiddleware(
    AuthenticationService callers, RateLimits limits, IAntiforgery antiforgery, IOptions<SignInOptions> signIn,
    IOptions<SiteOptions> site, Colleagues colleagues, ILogger<RequestGuardMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private const int MaximumAddressSize = 4 * 1024;

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http ? PassAsync(context, http, next) : next(context);

    private async Task PassAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        var refusal = await RefusalAsync(context, http.Request);
        if (refusal is not null)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        if (IsChange(http.Request) && !IsOneClick(context))
        {
            var takesFiles = RouteTable.Of(context.FunctionDefinition.Name)?.Policy is { TakesFiles: true };
            (await CommandRequests.ReadAsync(http.Request, takesFiles)).Begin();
        }

        await next(context);
    }

    private async Task<IResult?> RefusalAsync(FunctionContext context, HttpRequest request)
    {
        var function = context.FunctionDefinition.Name;
        var route = RouteTable.Of(function);
        var maximumBodySize = route?.Policy?.MaximumBodySize ?? Api.MaximumBodySize;
        var takesFiles = route?.Policy is { TakesFiles: true };
        // The text in a form with files is no longer than that of any other.
        var maximumText = takesFiles ? Api.MaximumBodySize : maximumBodySize;
        return CheckSize(request, MaximumOf(request, route?.Policy))
            ?? await CheckCallerAsync(function, route?.Policy?.Audience, request)
            ?? (!IsChange(request) ? null : IsOneClick(context) ? CheckRate(request)
                : await CheckChangeAsync(request, maximumText, takesFiles))
            ?? (route is null ? null : Negotiation.RefusalOf(request, route))
            ?? (CaseNumberConverter.CanBind(context) ? null : ErrorResults.IsApi(request) ? Api.NotFound()
                : ErrorResults.NotFound(request));
    }

    /// <summary>Returns the maximum size of the body of a request, in bytes; a form without files has one of its own.</summary>
    internal static int MaximumOf(HttpRequest request, RoutePolicyAttribute? policy) =>
        ErrorResults.IsApi(request) || (policy is { TakesFiles: true } && UploadForm.IsIn(request))
            ? policy?.MaximumBodySize ?? Api.MaximumBodySize : Api.MaximumFormSize;

    private static IResult? CheckSize(HttpRequest request, int maximumBodySize)
    {
        var isTooLarge = request.ContentLength > maximumBodySize;
        // The page about a form that is too large shows what was typed.
        LimitedBody.Set(request, !isTooLarge ? maximumBodySize
            : UploadForm.IsIn(request) ? UploadForm.MaximumShown : Api.MaximumShownSize);
        if (isTooLarge)
        {
            return ErrorResults.TooLarge(request, maximumBodySize);
        }
        return request.Path.Value?.Length + request.QueryString.Value?.Length > MaximumAddressSize
            ? ErrorResults.For(request, StatusCodes.Status414UriTooLong, "Dit adres is te lang",
                "Kort je zoekvraag in en probeer het nog een keer.")
            : null;
    }

    private async Task<IResult?> CheckCallerAsync(string function, Audience? audience, HttpRequest request)
    {
        var caller = await callers.ReadAsync(request);
        request.HttpContext.Features.Set(caller);
        switch (audience)
        {
            case Audience.Public:
                return null;
            case null:
                logger.LogError("{Function} has no route policy.", function);
                return ErrorResults.Forbidden(request);
            case var _ when caller is null:
                logger.LogWarning("{Function} was refused: not signed in.", function);
                return ErrorResults.NotSignedIn(request, signIn.Value);
            case Audience.Analyst when caller.IsAnalyst:
            case Audience.Coordinator when caller.IsCoordinator:
                await colleagues.SeenAsync(caller, request.HttpContext.RequestAborted);
                return null;
            default:
                logger.LogWarning("{Function} was refused to {Caller}: no {Audience}.", function, caller.Id, audience);
                return caller.IsAnalyst && audience == Audience.Coordinator
                    ? ErrorResults.ForCoordinators(request) : ErrorResults.Forbidden(request);
        }
    }

    private IResult? CheckRate(HttpRequest request) => limits.TryChange(request) ? null : ErrorResults.TooMany(request);

    private async Task<IResult?> CheckChangeAsync(HttpRequest request, int maximumText, bool takesFiles)
    {
        if (CheckRate(request) is { } tooMany)
        {
            return tooMany;
        }
        if (ComesFromElsewhere(request))
        {
            logger.LogWarning("A change from another site was refused.");
            return ErrorResults.ForStranger(
                request, StatusCodes.Status403Forbidden, "Dit verzoek komt van een andere site", "Open de "
                + "pagina op deze site en probeer het nog een keer.");
        }
        if (ErrorResults.IsApi(request))
        {
            return CommandRequests.RefusalOf(request);
        }
        if (UploadForm.IsIn(request))
        {
            if (!takesFiles)
            {
                return ErrorResults.For(request, StatusCodes.Status415UnsupportedMediaType, "Hier nemen we geen bestanden aan",
                    "Beschrijf in de tekst wat erin staat.");
            }
            await UploadForm.ReadAsync(request, request.HttpContext.RequestAborted);
        }
        // Read in full before it is refused, so that the typed text can be shown again.
        var form = await ReadFormAsync(request);
        if (CommandRequests.HasUnreadableVersion(form))
        {
            return ErrorResults.For(request, StatusCodes.Status400BadRequest, "We weten niet welke tekst je las",
                "Open de pagina opnieuw en neem je tekst over.", canRepeat: false);
        }
        return form.Sum(field => field.Value.Sum(value => Encoding.UTF8.GetByteCount(value ?? ""))) > maximumText
            ? ErrorResults.TooLarge(request, maximumText)
            : await antiforgery.IsRequestValidAsync(request.HttpContext) ? null : ErrorResults.Expired(request);
    }

    /// <exception cref="BadHttpRequestException">The body is not readable as a form.</exception>
    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        }
        catch (InvalidDataException fault)
        {
            throw new BadHttpRequestException("A form cannot be read.", fault);
        }
    }

    private static bool IsOneClick(FunctionContext context) =>
        RouteTable.Of(context.FunctionDefinition.Name)?.Policy is { IsOneClick: true };

    private static bool IsChange(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    // Browsers send Sec-Fetch-Site; older ones send Origin, which our referrer policy makes "null" on our own forms.
    private bool ComesFromElsewhere(HttpRequest request)
    {
        var fetchSite = request.Headers["Sec-Fetch-Site"].ToString();
        if (fetchSite.Length > 0 && fetchSite is not ("same-origin" or "none"))
        {
            return true;
        }
        var origin = request.Headers.Origin.ToString();
        if (origin is "" or "null")
        {
            return origin == "null" && fetchSite == "" && ErrorResults.IsApi(request);
        }
        return !Uri.TryCreate(origin, UriKind.Absolute, out var from)
            || (from.Authority != request.Host.Value && from.Authority != site.Value.Address.Authority);
    }
}
