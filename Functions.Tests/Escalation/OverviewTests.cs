using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Escalation;

namespace RegelLoket.Tests.Escalation;

/// <summary>One sign-in of a ministry's mailbox by a mailed one-time link, and the open questions behind it.</summary>
[Collection(AppCollection.Name)]
public sealed partial class OverviewTests(AppFixture app)
{
    private readonly MinistryCases cases = new(app);

    [Fact]
    public async Task SignIn_LinkOfTheMailbox_ShowsItsOpenQuestionsAndOpensOneWithoutAnotherCode()
    {
        var (number, other) = (await AskedAsync(Ministry.Ocw), await AskedAsync(Ministry.Szw));
        var mailbox = await MailboxAsync(Ministry.Ocw);
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/reactie/aanmelden");
        using var asked = await visitor.PostAsync("/reactie/aanmelden", ("email", mailbox));
        var link = await LinkToAsync(mailbox);
        using var opened = await visitor.PostAsync("/reactie/aanmelden/openen", ("code", link));

        var page = await visitor.GetAsync("/reactie/overzicht");
        using var chosen = await visitor.PostAsync("/reactie/overzicht/openen", ("zaaknummer", number.Value));
        var question = await visitor.GetAsync("/reactie/vraag");
        using var foreign = await visitor.PostAsync("/reactie/overzicht/openen", ("zaaknummer", other.Value));

        Assert.Equal("/reactie/aanmelden?verstuurd", asked.Headers.Location?.ToString());
        Assert.Equal("/reactie/overzicht", opened.Headers.Location?.ToString());
        Assert.Contains(number.Value, page, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Value, page, StringComparison.Ordinal);
        Assert.Equal("/reactie/vraag", chosen.Headers.Location?.ToString());
        Assert.Contains("Mag dit volgens OCW?", question, StringComparison.Ordinal);
        Assert.Equal("/reactie/overzicht?dicht", foreign.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Link_OpenedByAScannerUsedTwiceAlteredOrOfAnother_WorksOnceAndOnlyAsAWhole()
    {
        var address = $"{Guid.NewGuid():N}@minvws.example";
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/reactie/aanmelden");
        using var asked = await visitor.PostAsync("/reactie/aanmelden", ("email", address));
        var link = await LinkToAsync(address);
        for (var i = 0; i < 20; i++)
        {
            await visitor.GetAsync("/reactie/aanmelden");
        }

        var parts = link.Split('.');
        string[] wrong = [link[..^1] + (link[^1] == 'A' ? 'E' : 'A'), $"szw.{parts[1]}.{parts[2]}",
            $"vws.{new string('0', 32)}.{parts[2]}", "onzin"];
        foreach (var code in wrong)
        {
            using var refused = await visitor.PostAsync("/reactie/aanmelden/openen", ("code", code));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.DoesNotContain(parts[2], await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var right = await visitor.PostAsync("/reactie/aanmelden/openen", ("code", $"https://loket.example/reactie/aanmelden#{link}"));
        using var stranger = new FormVisitor(app);
        await stranger.GetAsync("/reactie/aanmelden");
        using var again = await stranger.PostAsync("/reactie/aanmelden/openen", ("code", link));

        Assert.Equal("/reactie/overzicht", right.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.DoesNotContain(app.Log, line => line.Contains(parts[2], StringComparison.Ordinal));
        Assert.Contains("Er wacht nu geen vraag", await visitor.GetAsync("/reactie/overzicht"), StringComparison.Ordinal);
        await NothingKeptAsync(address, parts[2]);
    }

    [Fact]
    public async Task SignIn_ForeignAddressOrForgedSession_OpensNothing()
    {
        using var visitor = new FormVisitor(app);
        await visitor.GetAsync("/reactie/aanmelden");
        using var foreign = await visitor.PostAsync("/reactie/aanmelden", ("email", "iemand@gmail.example"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reactie/overzicht");
        request.Headers.Add("Cookie", "regelloket-overzicht=vws.vervalst");
        using var forged = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.Equal("/reactie/aanmelden", forged.Headers.Location?.ToString());
    }

    [Fact]
    public async Task SignIn_ColleagueToWhomAQuestionWasPassedOn_SeesThatOneAloneWithTheNote()
    {
        var (passed, kept) = (await AskedAsync(Ministry.Vws), await AskedAsync(Ministry.Vws));
        var colleague = $"{Guid.NewGuid():N}@minvws.example";
        using var done = await cases.ReactAsync(await cases.CodeAsync(passed, Ministry.Vws),
            new { soort = "doorzetten", email = colleague, tekst = "Jij deed dit vorig jaar ook." });
        using var asked = await SendAsync("/v1/reacties/aanmeldingen", new { email = colleague });

        using var answer = await SendAsync("/v1/reacties/overzichten", new { aanmeldcode = await LinkToAsync(colleague) });
        var questions = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("vragen");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/reacties");
        request.Headers.Add("Reactiecode", questions[0].GetProperty("reactiecode").GetString());
        using var question = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(passed.Value, Assert.Single(questions.EnumerateArray()).GetProperty("zaaknummer").GetString());
        Assert.Contains("Jij deed dit vorig jaar ook.", await question.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var mail = await cases.MailAsync(passed, "doorgezet");
        Assert.Contains("Jij deed dit vorig jaar ook.", mail.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private async Task<CaseNumber> AskedAsync(Ministry ministry)
    {
        var number = await cases.CreateAsync();
        await cases.EscalateAsync(number, cases.WorkingDays.Add(cases.Today, 10), ministry);
        return number;
    }

    private async Task<string> MailboxAsync(Ministry ministry) =>
        (await app.Services.GetRequiredService<ContactBook>().OfAsync(ministry, default)).Mailbox.Value;

    private Task<HttpResponseMessage> SendAsync(string path, object body) => app.Http.PostAsJsonAsync(path, body);

    /// <summary>The code in the newest link that was mailed to an address.</summary>
    private async Task<string> LinkToAsync(string address)
    {
        string? found = null;
        await foreach (var blob in app.Storage.Blobs.GetBlobContainerClient("mailbox").GetBlobsAsync())
        {
            var mail = (await app.Storage.Blobs.GetBlobContainerClient("mailbox").GetBlobClient(blob.Name).DownloadContentAsync())
                .Value.Content.ToObjectFromJson<JsonElement>();
            if (MinistryCases.KindOf(mail) == "aanmelden-ministerie" && MinistryCases.ToOf(mail) == address)
            {
                Assert.DoesNotContain(address, mail.GetProperty("subject").GetString()!, StringComparison.Ordinal);
                found = Code().Match(mail.GetProperty("text").GetString()!).Groups[1].Value;
            }
        }

        return found ?? throw new InvalidOperationException($"No link was mailed to {address}.");
    }

    /// <summary>Neither the address nor the secret lies in what is kept of a link.</summary>
    private async Task NothingKeptAsync(string address, string secret)
    {
        var container = app.Storage.Blobs.GetBlobContainerClient(SignInLinks.Container);
        await foreach (var blob in container.GetBlobsAsync())
        {
            var text = blob.Name + (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content;
            Assert.DoesNotContain(address, text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"/reactie/aanmelden#(\S+)")]
    private static partial Regex Code();
}
