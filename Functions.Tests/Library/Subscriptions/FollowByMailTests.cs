using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RegelLoket.Cases;
using RegelLoket.Library.Subscriptions;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Library.Subscriptions;

/// <summary>Following by mail, from the form on a page to the end of it, on the real app with a clock of its own.</summary>
public sealed class FollowByMailTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Theme = "thema.leven-lang-ontwikkelen";

    private readonly SubscriptionApp visitor = new(app);
    private readonly EditorialDesk desk = new(app);

    [Fact]
    public async Task Follow_AThemeALawAndAnItem_BringsOneMailAWeekUntilOneClick()
    {
        var email = SubscriptionApp.NewEmail();
        var known = EditorialDesk.NewId();
        await desk.PublishAsync(known, EditorialDesk.Sheet("Een oude vraag"));
        await visitor.FollowAsync(email, Theme, "wet.BWBR0004045", $"tekst.{known}");
        var (added, gone) = (EditorialDesk.NewId(), EditorialDesk.NewId());
        await desk.PublishAsync(added, EditorialDesk.Sheet("Mag een leerling dit doen?"));
        await desk.PublishAsync(known, EditorialDesk.Sheet("Een oude vraag, anders gesteld", version: 2));
        await desk.PublishAsync(gone, EditorialDesk.Sheet("Een vraag die weggaat"));
        await desk.PostAsync($"items/{gone}/intrekkingen", new { reden = "Klopt niet meer." }, 200);

        await visitor.ToNextNewsAsync();

        var mail = await visitor.NewsToAsync(email);
        Assert.Contains("1 nieuwe tekst, 1 gewijzigde tekst en 1 ingetrokken tekst", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Mag een leerling dit doen?", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Een oude vraag, anders gesteld", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Een vraag die weggaat", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains("Werkloosheidswet", mail.Text, StringComparison.Ordinal);
        Assert.Contains(mail.Stop, mail.Text, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        await app.MoveClockAsync(TimeSpan.FromDays(2));
        Assert.Equal(1, await visitor.CountNewsAsync(email));

        // A week without news is a week without a mail.
        await visitor.ToNextNewsAsync();
        Assert.Equal(1, await visitor.CountNewsAsync(email));

        // A scanner opens the link, and nothing happens; a mail program posts, without a cookie or a token.
        for (var look = 0; look < 3; look++)
        {
            var page = await app.Http.GetStringAsync(mail.Stop);
            Assert.Contains("Stop en wis mijn adres", page, StringComparison.Ordinal);
        }

        Assert.NotEmpty(await visitor.BlobsWithAsync(email));
        using var stopped = await OneClickAsync(mail.Stop);
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        Assert.Empty(await visitor.BlobsWithAsync(email));
        Assert.Empty(await visitor.BlobsWithAsync(new Uri(mail.Stop).Segments[^1][..32]));
        using var again = await OneClickAsync(mail.Stop);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await desk.PublishAsync(EditorialDesk.NewId(), EditorialDesk.Sheet("Nog een vraag"));
        await visitor.ToNextNewsAsync();
        Assert.Equal(1, await visitor.CountNewsAsync(email));
    }

    [Fact]
    public async Task Ask_KnownAddressOrNew_IsAnsweredTheSameAndStoresNothingUntilConfirmed()
    {
        var (known, stranger) = (SubscriptionApp.NewEmail(), SubscriptionApp.NewEmail());
        await visitor.FollowAsync(known, Theme);

        await visitor.AskAsync(known, Theme);
        await visitor.AskAsync(stranger, Theme);

        var toStranger = await visitor.MailToAsync(stranger, _ => true);
        var toKnown = await visitor.MailToAsync(known, mail => mail.Text != toStranger.Text);
        Assert.Equal(toStranger.Subject, toKnown.Subject);
        Assert.Equal(WithoutCode(toStranger.Text), WithoutCode(toKnown.Text));
        Assert.Empty(await visitor.BlobsWithAsync(stranger));
        Assert.DoesNotContain("List-Unsubscribe", toStranger.Headers.Keys);
        foreach (var email in new[] { known, stranger })
        {
            using var answer = await app.Http.PostAsJsonAsync("/v1/volgverzoeken", new { email, themas = new[] { "gezond-werken" } });
            Assert.Equal((HttpStatusCode.Accepted, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
    }

    [Fact]
    public async Task Confirm_WrongOrExpiredCode_FollowsNothing()
    {
        var email = SubscriptionApp.NewEmail();
        await visitor.AskAsync(email, Theme);
        var code = SubscriptionApp.CodeIn(await visitor.MailToAsync(email, _ => true));
        using var other = await app.Http.PostAsJsonAsync("/v1/volgbevestigingen", new { code = code[..^4] + "AAAA" });
        await app.MoveClockAsync(TimeSpan.FromDays(FollowLinks.Days) + TimeSpan.FromMinutes(1));

        using var late = await app.Http.PostAsJsonAsync("/v1/volgbevestigingen", new { code });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (other.StatusCode, late.StatusCode));
        Assert.Empty(await visitor.BlobsWithAsync(email));
    }

    [Fact]
    public async Task Stop_CodeOfAnotherSignature_IsNotFoundAndStopsNobody()
    {
        var email = SubscriptionApp.NewEmail();
        await visitor.FollowAsync(email, Theme);
        var code = await StopCodeAsync(email);

        foreach (var wrong in new[] { code[..^1] + (code[^1] == '0' ? '1' : '0'), code[..32], "x", new string('0', 64) })
        {
            using var answer = await OneClickAsync($"/bibliotheek/volgen/stoppen/{wrong}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.NotEmpty(await visitor.BlobsWithAsync(email));
        Assert.DoesNotContain(email[..20], code, StringComparison.Ordinal);
        using var stopped = await app.Http.PostAsJsonAsync("/v1/volgafmeldingen", new { code });
        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        Assert.Empty(await visitor.BlobsWithAsync(email));
    }

    [Fact]
    public async Task OneClick_AsTheStandardAllowsIt_WorksWithAFormAMultipartOrNothing()
    {
        HttpContent?[] bodies =
        [
            new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
            new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }, null,
        ];
        foreach (var body in bodies)
        {
            var email = SubscriptionApp.NewEmail();
            await visitor.FollowAsync(email, Theme);
            using var request = new HttpRequestMessage(
                HttpMethod.Post, $"/bibliotheek/volgen/stoppen/{await StopCodeAsync(email)}")
            { Content = body };
            request.Headers.Add("Origin", "https://mail.example");

            using var answer = await app.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Empty(await visitor.BlobsWithAsync(email));
        }
    }

    [Theory]
    [InlineData("bounce")]
    [InlineData("dropped")]
    [InlineData("spamreport")]
    public async Task Mail_ThatComesBack_EndsTheFollowing(string report)
    {
        var email = SubscriptionApp.NewEmail();
        await visitor.FollowAsync(email, Theme);
        await desk.PublishAsync(EditorialDesk.NewId(), EditorialDesk.Sheet("Een vraag"));
        await visitor.ToNextNewsAsync();
        var mail = await visitor.NewsToAsync(email);

        await ReportAsync(email, mail.Key, report);
        await app.MoveClockAsync(TimeSpan.FromMinutes(11));

        await Journey.UntilAsync(async () => (await visitor.BlobsWithAsync(email)).Count == 0, "the end of the following");
        Assert.Empty(await visitor.BlobsWithAsync(new Uri(mail.Stop).Segments[^1][..32]));
    }

    [Fact]
    public async Task Mail_ThatIsOnlyBlocked_IsFollowedByTheOneOfTheNextWeekWithTheSameNews()
    {
        var email = SubscriptionApp.NewEmail();
        await visitor.FollowAsync(email, Theme);
        await desk.PublishAsync(EditorialDesk.NewId(), EditorialDesk.Sheet("Wat de server tegenhield"));
        await visitor.ToNextNewsAsync();
        var first = await visitor.NewsToAsync(email);

        await ReportAsync(email, first.Key, "bounce", type: "blocked");
        await visitor.ToNextNewsAsync();

        var second = await visitor.MailToAsync(email, mail => mail.Key != first.Key
            && mail.Subject.StartsWith("Nieuws", StringComparison.Ordinal));
        Assert.Contains("Wat de server tegenhield", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_TwiceAtOnceAndAfterACrash_SendsOneMail()
    {
        var email = SubscriptionApp.NewEmail();
        await visitor.FollowAsync(email, Theme);
        await desk.PublishAsync(EditorialDesk.NewId(), EditorialDesk.Sheet("Een vraag"));
        await visitor.ToNextNewsAsync();
        await visitor.NewsToAsync(email);
        var (id, subscribers) = (await IdOfAsync(email), app.Services.GetRequiredService<Subscribers>());
        await subscribers.ChangeAsync(id, held => held! with { IsPlanned = false }, default);

        await Task.WhenAll(ReconcileAsync(), ReconcileAsync());
        await ReconcileAsync();

        Assert.True((await subscribers.FindAsync(id, default))!.IsPlanned);
        await app.MoveClockAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(1, await visitor.CountNewsAsync(email));
    }

    [Fact]
    public async Task Plan_AfterAMailThatFailed_TellsItsNewsInTheNext()
    {
        var email = SubscriptionApp.NewEmail();
        await visitor.FollowAsync(email, Theme);
        await desk.PublishAsync(EditorialDesk.NewId(), EditorialDesk.Sheet("Een vraag uit de eerste week"));
        await visitor.ToNextNewsAsync();
        var first = await visitor.NewsToAsync(email);
        await app.Services.GetRequiredService<Outbox>().ChangeAsync(
            number: null, first.Key, mail => mail with { State = MailState.Failed, Fault = "sendgrid-400" }, default);
        await desk.PublishAsync(EditorialDesk.NewId(), EditorialDesk.Sheet("Een vraag uit de tweede week"));

        await visitor.ToNextNewsAsync();

        var second = await visitor.MailToAsync(email, mail => mail.Text.Contains("tweede week", StringComparison.Ordinal));
        Assert.Contains("eerste week", second.Text, StringComparison.Ordinal);
        await desk.PublishAsync(EditorialDesk.NewId(), EditorialDesk.Sheet("Een vraag uit de derde week"));
        await visitor.ToNextNewsAsync();
        var third = await visitor.MailToAsync(email, mail => mail.Text.Contains("derde week", StringComparison.Ordinal));
        Assert.DoesNotContain("tweede week", third.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PersonRequest_OfWhoFollows_ShowsItAndErasesIt()
    {
        var email = SubscriptionApp.NewEmail();
        await visitor.FollowAsync(email, Theme, "wet.BWBR0004045");
        using var coordinator = app.AsCoordinator();
        async Task<JsonElement> AskAsync(string kind, bool dryRun = false)
        {
            using var answer = await coordinator.PostAsJsonAsync("/v1/persoonsverzoeken",
                new { email = email.ToUpperInvariant(), soort = kind, identiteitGecontroleerd = true, proef = dryRun });
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        }

        Assert.True((await AskAsync("allesWissen", dryRun: true)).GetProperty("volgdePerMail").GetBoolean());
        var shown = (await AskAsync("inzage")).GetProperty("volgtPerMail");
        Assert.Equal("BWBR0004045", Assert.Single(shown.GetProperty("wetten").EnumerateArray()).GetString());

        var erased = await AskAsync("allesWissen");

        Assert.True(erased.GetProperty("verklaring").GetProperty("volgdePerMail").GetBoolean());
        Assert.False(erased.GetProperty("verklaring").TryGetProperty("abonnee", out _));
        Assert.Empty(await visitor.BlobsWithAsync(email));
        Assert.False((await AskAsync("allesWissen", dryRun: true)).GetProperty("volgdePerMail").GetBoolean());
    }

    [Fact]
    public async Task Ask_TooOftenForOneAddress_IsRefusedUntilTomorrow()
    {
        var email = SubscriptionApp.NewEmail();
        for (var time = 0; time < 5; time++)
        {
            using var asked = await app.Http.PostAsJsonAsync("/v1/volgverzoeken", new { email, themas = new[] { "gezond-werken" } });
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        }

        using var refused = await app.Http.PostAsJsonAsync("/v1/volgverzoeken",
            new { email = email.ToUpperInvariant(), themas = new[] { "gezond-werken" } });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    private async Task ReportAsync(string email, string key, string report, string type = "")
    {
        var batch = JsonSerializer.SerializeToUtf8Bytes(new[]
        {
            new Dictionary<string, object>
            {
                ["event"] = report, ["type"] = type, ["sg_event_id"] = $"{Guid.NewGuid():N}", ["email"] = email, ["zaaknummer"] = "",
                ["outboxId"] = key, ["timestamp"] = (await visitor.NowAsync()).ToUnixTimeSeconds(),
            },
        });
        Assert.Equal(1, await app.Services.GetRequiredService<SendGridEvents>().TakeAsync(batch, workflows: null!, default));
    }

    private Task ReconcileAsync() => ActivatorUtilities.CreateInstance<SubscriptionReconciler>(app.Services)
        .ReconcileSubscriptions(new Microsoft.Azure.Functions.Worker.TimerInfo(), default);

    private async Task<string> IdOfAsync(string email) => await app.Services.GetRequiredService<SubscriberIds>().OfAsync(
        EmailAddress.TryParse(email, out var address) ? address : throw new FormatException(), default);

    private async Task<string> StopCodeAsync(string email) =>
        await app.Services.GetRequiredService<SubscriberIds>().StopCodeAsync(await IdOfAsync(email), default);

    private async Task<HttpResponseMessage> OneClickAsync(string address)
    {
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        return await app.Http.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), form);
    }

    private static string WithoutCode(string text) => string.Join('\n', text.Split('\n').Where(line => !line.Contains('#')));
}
