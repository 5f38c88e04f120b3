using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;

namespace RegelLoket.Web.SignIn;

public static class CurrentUserExtensions
{
    /// <summary>Returns the signed-in colleague; null for a public caller.</summary>
    public static CurrentUser? SignedInOrNull(this HttpRequest request) => request.HttpContext.Features.Get<CurrentUser>();

    /// <summary>Returns the signed-in colleague on a route that is not public.</summary>
    public static CurrentUser Caller(this HttpRequest request) =>
        request.SignedInOrNull() ?? throw new InvalidOperationException("This route is public: nobody is signed in.");

    /// <summary>Returns the context of a command by the signed-in colleague, at the current time.</summary>
    public static CommandContext CommandContext(this HttpRequest request, TimeProvider clock) =>
        new(request.Caller().AsActor(), clock.GetUtcNow());
}
