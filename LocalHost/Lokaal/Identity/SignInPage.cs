using LocalHost.Lokaal.Pages;

namespace LocalHost.Lokaal.Identity;

/// <summary>The page on which a browser signs in under any name and role.</summary>
internal sealed class SignInPage(LokaalSettings settings)
{
    public void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("aanmelden", (HttpContext http, string? terug, string? naam, string? rol) =>
            Show(http, new SignIn(naam?.Trim() ?? "", LocalIdentity.RolesOf(rol), LocalAddress(terug)), null));
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
        var asked = new SignIn(
            form["naam"].ToString().Trim(), [.. form["rol"].SelectMany(LocalIdentity.RolesOf)], LocalAddress(form["terug"]));
        var wrong = asked.Name is not { Length: > 0 and <= LocalIdentity.LongestName } ? "Vul een naam in van hoogstens 100 tekens."
            : asked.Roles.Count == 0 || (settings.Roles.Count > 0 && asked.Roles.Except(settings.Roles).Any()) ? "Kies een rol."
            : null;
        if (wrong is not null || settings.Identity is not { } identity)
        {
            return Show(http, asked, wrong);
        }

        IdentityCookie.Set(http.Response, identity.Token(asked.Name, asked.Roles));
        return Results.LocalRedirect(asked.Back);
    }

    private IResult Show(HttpContext http, SignIn asked, string? wrong)
    {
        if (settings.Identity is null)
        {
            return LocalPage.Show(
                http, "Aanmelden", Html.Of($"<p>De instellingen van de app noemen geen identiteit (LocalIdentity).</p>"));
        }

        var choices = settings.Roles.Select((role, i) => Choice(role, asked.Has(role, isFirst: i == 0)));
        var roles = settings.Roles.Count > 0
            ? Html.Of($"<fieldset><legend>Rol</legend>{choices}</fieldset>")
            : Html.Of($"<label for=\"rol\">Rol</label><input id=\"rol\" name=\"rol\" value=\"{string.Join(',', asked.Roles)}\" required>");
        return LocalPage.Show(
            http,
            "Aanmelden",
            Html.Of($"""
                {LocalPage.Alert(wrong)}
                <p>Meld je aan onder elke naam die je wilt. Zijn er twee mensen nodig, meld je dan nog eens aan onder een andere naam.</p>
                <form method="post" action="/lokaal/aanmelden">
                  <label for="naam">Naam</label>
                  <input id="naam" name="naam" value="{asked.Name}" autocomplete="off" required>
                  {roles}
                  <input type="hidden" name="terug" value="{asked.Back}">
                  <button>Aanmelden</button>
                </form>
                <form method="post" action="/lokaal/afmelden"><button class="plain">Afmelden</button></form>
                """),
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static Html Choice(string role, bool isChosen) =>
        Html.Of($"<label><input type=\"checkbox\" name=\"rol\" value=\"{role}\" {new Html(isChosen ? "checked" : "")}> {role}</label>");

    /// <summary>Returns an address on this site, so that the page redirects nowhere else.</summary>
    private static string LocalAddress(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl)
            ? address
            : "/lokaal";

    private sealed record SignIn(string Name, IReadOnlyList<string> Roles, string Back)
    {
        public bool Has(string role, bool isFirst) => Roles.Count == 0 ? isFirst : Roles.Contains(role);
    }
}
