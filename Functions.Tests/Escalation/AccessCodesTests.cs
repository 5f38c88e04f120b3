using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using RegelLoket.Cases;

namespace RegelLoket.Tests.Escalation;

/// <summary>Access codes that are asked for, or filled in, more than once.</summary>
[Collection(AppCollection.Name)]
public sealed partial class AccessCodesTests(AppFixture app)
{
    private readonly MinistryCases cases = new(app);

    [Fact]
    public async Task Case10_AccessCode_AskedTooOftenOrFilledInTwiceAtOnce_IsAnsweredAlike()
    {
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), Ministry.Vws);
        var code = await cases.CodeAsync(number, Ministry.Vws);
        using var browser = new FormVisitor(app);
        await browser.GetAsync("/reactie");
        using var opened = await browser.PostAsync("/reactie/openen", ("code", code));
        using var asked = await browser.PostAsync("/reactie/toegang", ("email", "iemand@minvws.example"));
        var filled = await browser.GetAsync("/reactie/toegang?verstuurd");
        var mail = await cases.MailAsync(number, "toegangscode");
        var digits = EightDigits().Match(mail.GetProperty("text").GetString()!).Value;

        var proved = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => browser.SubmitAsync(filled, "/reactie/toegangscode", ("toegangscode", digits))));
        Assert.All(proved, answer => Assert.Equal("/reactie/vraag", answer.Headers.Location?.ToString()));

        for (var i = 0; i < 6; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reacties/toegangscodes")
            { Content = JsonContent.Create(new { email = "iemand@minvws.example" }) };
            request.Headers.Add("Reactiecode", code);
            using var more = await app.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Accepted, more.StatusCode);
        }

        var page = await browser.GetAsync("/reactie/toegang");
        var tooMany = await Task.WhenAll(Enumerable.Range(0, 2).Select(
            _ => browser.SubmitAsync(page, "/reactie/toegang", ("email", "iemand@minvws.example"))));
        using var again = await browser.SubmitAsync(page, "/reactie/toegang", ("email", "iemand@minvws.example"));
        Assert.All([.. tooMany, again], answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode));
    }

    [GeneratedRegex(@"\b\d{8}\b")]
    private static partial Regex EightDigits();
}
