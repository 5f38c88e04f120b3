using Microsoft.AspNetCore.Http;
using RegelLoket.Cases;

namespace RegelLoket.Web.SignIn;

public static class CurrentUserExtensions
{
    /// <summary>The colleague who calls, or null for a public caller.</summary>
    public static CurrentUser? SignedInOrNull(this HttpRequest request) => request.HttpContext.Features.Get<CurrentUser>();

    /// <summary>The colleague who calls a route that is not public.</summary>
    public static CurrentUser Caller(this HttpRequest request) =>
        request.SignedInOrNull() ?? throw new InvalidOperationException("This route is public: nobody is signed in.");

    /// <summary>A command of the colleague who calls, now.</summary>
    public static CommandContext CommandContext(this HttpRequest request, TimeProvider clock) =>
        new(request.Caller().AsActor(), clock.GetUtcNow());
}
