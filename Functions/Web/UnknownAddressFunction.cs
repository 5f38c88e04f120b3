using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace RegelLoket.Web;

/// <summary>Handles unknown addresses, so that they get the site's own page and headers.</summary>
[RoutePolicy(Audience.Public)]
public sealed class UnknownAddressFunction
{
    internal const string Route = "{*path}";

    [Function(nameof(UnknownAddress))]
    public IResult UnknownAddress([HttpTrigger(AuthorizationLevel.Anonymous, Route = Route)] HttpRequest request)
    {
        var methods = RouteTable.MethodsAt(request.Path);
        if (methods.Count == 0)
        {
            return ErrorResults.NotFound(request);
        }
        request.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
        return HttpMethods.IsOptions(request.Method)
            ? Results.NoContent()
            : ErrorResults.For(
                request, StatusCodes.Status405MethodNotAllowed, "Dat kan hier niet", "Dit adres kent deze handeling niet.");
    }
}
