using System.Net.Http.Json;
using System.Text.RegularExpressions;
using RegelLoket.Tests.Library;

namespace RegelLoket.Tests.Experiments.Participation;

/// <summary>What an organisation does in its logbook, by the page without a script and by the API.</summary>
internal static partial class Logbooks
{
    public const string Path = "/experiment/logboek";
    public const string Secret = "Zorggroep Geheim";
    public const string Contact = "dana@organisatie.example";

    /// <summary>Starts an experiment and mails the organisation its link.</summary>
    public static async Task<(Journey Journey, string Code)> InvitedAsync(this AppFixture app)
    {
        var journey = await PublicationTests.DecidedAsync(app);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten",
            new { organisatie = Secret, vraagstuk = "Blijven nieuwe collega's langer als ze een buddy hebben?" }, 201);
        await journey.AsAnalyst(HttpMethod.Post, "experimenten/1/uitnodigingen", new { naam = "Dana Deelnemer", email = Contact });
        return (journey, CodeIn(await journey.MailAsync(mail => mail.To == Contact)));
    }

    public static async Task<FormVisitor> OpenAsync(this AppFixture app, string code)
    {
        var visitor = new FormVisitor(app);
        await visitor.GetAsync("/experiment");
        using var opened = await visitor.PostAsync("/experiment/openen", ("code", code));
        Assert.Equal(Path, opened.Headers.Location?.ToString());
        return visitor;
    }

    /// <summary>Presses a button of the logbook, and returns the page that follows.</summary>
    public static async Task<string> SendAsync(
        this FormVisitor visitor, string page, string action, params (string Name, string Value)[] typed)
    {
        using var answer = await visitor.SubmitAsync(page, Path, [("actie", action), .. typed]);
        Assert.Equal($"{Path}?gedaan={action}", answer.Headers.Location?.ToString());
        return await visitor.GetAsync($"{Path}?gedaan={action}");
    }

    public static async Task<HttpResponseMessage> CallAsync(
        this AppFixture app, HttpMethod method, string step, string code, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/v1/logboek{step}");
        request.Headers.Add("Experimentcode", code);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await app.Http.SendAsync(request);
    }

    public static async Task<string> DeskPageAsync(this AppFixture app, Journey journey, string analyst = "Ans Analist")
    {
        using var client = app.AsAnalyst(analyst);
        return await client.GetStringAsync(new Uri($"/werkbank/zaken/{journey.Number}/experimenten/1", UriKind.Relative));
    }

    public static string CodeIn(JourneyMail mail) => Links().Match(mail.Text).Groups[1].Value;

    public static string AreaOf(string page, string name) =>
        Regex.Match(page, $"<textarea[^>]* name=\"{name}\"[^>]*>([^<]*)</textarea>").Groups[1].Value;

    [GeneratedRegex("/experiment#([\\w.-]+)")]
    private static partial Regex Links();
}
