using LocalRuntime.Hosting.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace LocalRuntime.Hosting.Pages;

/// <summary>Signs a browser in under any name and role.</summary>
internal sealed class SignInPage(IConfiguration configuration)
{
    private const int LongestName = 100;

    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("aanmelden", (HttpContext http, string? terug) => Show(http, LocalAddress(terug), null));
        pages.MapPost("aanmelden", (Delegate)SignInAsync);
        pages.MapPost("afmelden", (HttpContext http) =>
        {
            IdentityCookie.Clear(http.Response);
            return Results.LocalRedirect("/lokaal/aanmelden");
        });
    }

    private async Task<IResult> SignInAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var name = form["naam"].ToString().Trim();
        var roles = form["rol"].SelectMany(LocalIdentity.Roles).ToArray();
        var back = LocalAddress(form["terug"]);
        var wrong = name is not { Length: > 0 and <= LongestName } ? "Vul een naam in van hoogstens 100 tekens."
            : roles.Length == 0 || KnownRoles is { Count: > 0 } known && roles.Except(known).Any() ? "Kies een rol."
            : null;
        if (wrong is not null)
        {
            return Show(http, back, wrong);
        }

        IdentityCookie.Set(http.Response, LocalIdentity.Token(name, roles));
        return Results.LocalRedirect(back);
    }

    private IReadOnlyList<string> KnownRoles => LocalIdentity.Roles(configuration[$"{LocalIdentity.Section}:Roles"]);

    private IResult Show(HttpContext http, string back, string? wrong)
    {
        var roles = KnownRoles is { Count: > 0 } known
            ? Html.Of($"<fieldset><legend>Rol</legend>{known.Select((role, i) => Html.Of($"<label><input type=\"checkbox\" name=\"rol\" value=\"{role}\" {new Html(i == 0 ? "checked" : "")}> {role}</label>"))}</fieldset>")
            : Html.Of($"<label for=\"rol\">Rol</label><input id=\"rol\" name=\"rol\" required>");
        var message = wrong is null ? Html.Empty : Html.Of($"<p role=\"alert\" class=\"wrong\">{wrong}</p>");
        return LocalPage.Show(
            http,
            "Aanmelden",
            Html.Of($"""
                {message}
                <form method="post" action="/lokaal/aanmelden">
                  <label for="naam">Naam</label><input id="naam" name="naam" value="Ans Analist" maxlength="100" autocomplete="off" required>
                  {roles}
                  <input type="hidden" name="terug" value="{back}">
                  <button>Aanmelden</button>
                </form>
                <form method="post" action="/lokaal/afmelden"><button class="plain">Afmelden</button></form>
                """),
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    // Back to a page of this site and to nowhere else.
    private static string LocalAddress(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : "/lokaal";
}
