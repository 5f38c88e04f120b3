using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Intake.Drafts;
using RegelLoket.Intake.Protection;

namespace RegelLoket.Tests.Intake;

/// <summary>The limit of a day, met by somebody who fills in the form.</summary>
[Collection(AppCollection.Name)]
public sealed class DayLimitTests
{
    [Fact]
    public async Task Send_MoreReceiptsThanAnAddressMayGet_SaysWhenAgainAndKeepsTheText()
    {
        await using var strict = await AppFixture.StartAsync(("RateLimits:MailsPerRecipientPerDay", "1"));
        using var first = await SentAsync(strict, "slachtoffer@example.org");
        using var visitor = new FormVisitor(strict);
        using var second = await SentAsync(strict, "slachtoffer@example.org", visitor);
        using var again = await SendAsync(strict, visitor);

        Assert.Equal("/melden/verstuurd", first.Headers.Location?.ToString());
        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], [second.StatusCode, again.StatusCode]);
        Assert.NotNull(second.Headers.RetryAfter);
        Assert.Contains("Wat je schreef, blijft bewaard.", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Ik wil insuline prikken.", await visitor.GetAsync(FormStep.Goal.Address), StringComparison.Ordinal);

        await visitor.GetAsync(FormStep.Contact.Address);
        using var other = await visitor.PostAsync(FormStep.Contact.Address,
            ("bereikbaar", "bereikbaar"), ("melder.naam", "Jo"), ("melder.email", "ander@example.org"));
        using var sent = await SendAsync(strict, visitor);
        Assert.Equal("/melden/verstuurd", sent.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Send_MoreReportsThanOneConnectionMaySend_SaysWhenAgainAndKeepsTheText()
    {
        await using var strict = await AppFixture.StartAsync(("RateLimits:ReportsPerAddressPerDay", "1"));
        using var first = await SentAsync(strict, "een@example.org");
        using var visitor = new FormVisitor(strict);
        using var second = await SentAsync(strict, "ander@example.org", visitor);

        Assert.Equal("/melden/verstuurd", first.Headers.Location?.ToString());
        await AssertRefusedAsync(second);
        Assert.Contains("Ik wil insuline prikken.", await visitor.GetAsync(FormStep.Goal.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Join_MoreThanOneConnectionMay_SaysWhenAgainAndKeepsTheText()
    {
        await using var strict = await AppFixture.StartAsync(("RateLimits:JoinsPerAddressPerDay", "1"));
        using var visitor = new FormVisitor(strict);
        using var first = await JoinedAsync(strict, new FormVisitor(strict));
        using var second = await JoinedAsync(strict, visitor);

        Assert.Equal("/melden/verstuurd", first.Headers.Location?.ToString());
        await AssertRefusedAsync(second);
        Assert.Contains("value=\"47\"", await visitor.GetAsync("/melden/ook-bij-ons"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> JoinedAsync(AppFixture app, FormVisitor visitor)
    {
        const string Factsheet = "mag-een-helpende-insuline-prikken";
        await visitor.GetAsync($"/bibliotheek/{Factsheet}");
        using var begun = await visitor.PostAsync($"/melden/ook-bij-ons/{Factsheet}");
        await visitor.GetAsync("/melden/ook-bij-ons");
        var proof = ProofOfWorkTests.Solve(app.Services.GetRequiredService<ProofOfWork>().NewChallenge());
        return await visitor.PostAsync("/melden/ook-bij-ons", ("mensen", "47"), ("bewijs", proof));
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer)
    {
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("morgen weer", page, StringComparison.Ordinal);
        Assert.Contains("Wat je schreef, blijft bewaard.", page, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SentAsync(AppFixture app, string email, FormVisitor? known = null)
    {
        var own = known is null ? new FormVisitor(app) : null;
        var visitor = known ?? own!;
        using var _ = own;
        await visitor.GetAsync("/melden");
        foreach (var (step, fields) in new (string, (string, string)[])[]
        {
            ("/melden", []),
            ("/melden/doel", [("omschrijving", "Ik wil insuline prikken."), ("titel", "Insuline prikken")]),
            ("/melden/belemmering", [("belemmering", "Het mag niet van de wijkverpleging.")]),
            ("/melden/waar", [("branche", "ouderenzorg"), ("themas", "weet-ik-niet")]),
            ("/melden/contact", [("bereikbaar", "bereikbaar"), ("melder.naam", "Jo"), ("melder.email", email)]),
        })
        {
            using var answer = await visitor.PostAsync(step, fields);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        return await SendAsync(app, visitor);
    }

    /// <summary>Sends from the last page, looking again where the desk asks for that.</summary>
    private static async Task<HttpResponseMessage> SendAsync(AppFixture app, FormVisitor visitor)
    {
        var proof = ProofOfWorkTests.Solve(app.Services.GetRequiredService<ProofOfWork>().NewChallenge());
        await visitor.GetAsync("/melden/controle");
        var answer = await visitor.PostAsync("/melden/controle", ("akkoord", "ja"), ("bewijs", proof));
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return answer;
        }

        answer.Dispose();
        return await visitor.PostAsync("/melden/controle", ("akkoord", "ja"), ("bewijs", proof));
    }
}
