using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace RegelLoket.Tests.LocalHost.Lokaal.Mail;

/// <summary>The stand-in of SendGrid's API, called by SendGrid's own client.</summary>
[Collection(LokaalTests.Name)]
public sealed class MailApiTests(LokaalFixture app)
{
    [Fact]
    public async Task Send_WholeMail_LiesInTheMailbox()
    {
        var subject = $"Heel {Guid.NewGuid()} — é";
        var message = Message(subject);
        message.ReplyTo = new EmailAddress("antwoord@example.org", "Antwoord");
        message.Headers = new Dictionary<string, string> { ["Message-ID"] = "<one@example.org>", ["Auto-Submitted"] = "auto-generated" };
        message.Categories = ["ontvangst"];
        message.CustomArgs = new Dictionary<string, string> { ["outboxId"] = "receipt.1" };
        message.AddCc("cc@example.org");

        var response = await SendAsync(message);
        var mail = Assert.Single(await FindAsync(subject));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(response.Headers.GetValues("X-Message-Id").Single(), mail.GetProperty("id").GetString());
        Assert.Equal("<one@example.org>", mail.GetProperty("messageId").GetString());
        Assert.Equal("loket@example.org", mail.GetProperty("from").GetString());
        Assert.Equal("antwoord@example.org", mail.GetProperty("replyTo").GetString());
        Assert.Equal(["melder@example.org"], mail.GetProperty("to").EnumerateArray().Select(to => to.GetString()));
        Assert.Equal(["cc@example.org"], mail.GetProperty("cc").EnumerateArray().Select(cc => cc.GetString()));
        Assert.Equal("Hallo", mail.GetProperty("text").GetString());
        Assert.Equal("<p>Hallo</p>", mail.GetProperty("html").GetString());
        Assert.Equal("""{"Auto-Submitted":"auto-generated"}""", mail.GetProperty("headers").GetRawText());
        Assert.Equal("""["ontvangst"]""", mail.GetProperty("categories").GetRawText());
        Assert.Equal("""{"outboxId":"receipt.1"}""", mail.GetProperty("customArgs").GetRawText());
        Assert.True(mail.GetProperty("sentAt").GetDateTimeOffset() > DateTimeOffset.UnixEpoch);
        Assert.Equal(13, mail.EnumerateObject().Count());
    }

    [Fact]
    public async Task Send_SameMessageIdTwice_IsTwoMails()
    {
        var message = Message($"Twee {Guid.NewGuid()}");
        message.Headers = new Dictionary<string, string> { ["Message-ID"] = "<same@example.org>" };

        await SendAsync(message);
        await SendAsync(message);

        Assert.Equal(2, (await FindAsync(message.Subject)).Count);
    }

    [Fact]
    public async Task Send_TwoPersonalizations_AreTwoMailsEachWithItsOwn()
    {
        var subject = $"Ieder {Guid.NewGuid()}";
        var message = Message(subject);
        message.Personalizations.Add(new Personalization { Tos = [new EmailAddress("tweede@example.org")], Subject = $"{subject} eigen" });

        await SendAsync(message);
        var mails = await FindAsync(subject);

        Assert.Equal(
            ["melder@example.org", "tweede@example.org"],
            mails.Select(mail => mail.GetProperty("to")[0].GetString()).Order(StringComparer.Ordinal));
        Assert.Single(mails, mail => mail.GetProperty("subject").GetString() == $"{subject} eigen");
        Assert.Equal(2, mails.Select(mail => mail.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Send_WrongKey_Is401AndKeepsNothing()
    {
        var message = Message($"Sleutel {Guid.NewGuid()}");

        var response = await SendAsync(message, "SG.wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("\"errors\":[{\"message\":", await response.Body.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await FindAsync(message.Subject));
    }

    [Fact]
    public async Task Send_BadAddress_Is400WithTheField()
    {
        var message = Message($"Adres {Guid.NewGuid()}");
        message.Personalizations[0].Tos[0] = new EmailAddress("geen adres");

        var response = await SendAsync(message);
        var errors = JsonSerializer.Deserialize<JsonElement>(await response.Body.ReadAsStringAsync()).GetProperty("errors");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("personalizations.0.to.0.email", errors[0].GetProperty("field").GetString());
        Assert.Empty(await FindAsync(message.Subject));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"personalizations":"none"}""")]
    public async Task Send_NoSuchJson_Is400(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/mail/send")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", $"Bearer {LokaalFixture.MailKey}");

        Assert.Equal(HttpStatusCode.BadRequest, (await app.Http.SendAsync(request)).StatusCode);
    }

    private static SendGridMessage Message(string subject)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress("loket@example.org", "Loket"),
            Subject = subject,
            PlainTextContent = "Hallo",
            HtmlContent = "<p>Hallo</p>",
        };
        message.AddTo(new EmailAddress("melder@example.org"));
        return message;
    }

    private async Task<Response> SendAsync(SendGridMessage message, string key = LokaalFixture.MailKey) =>
        await new SendGridClient(new SendGridClientOptions { ApiKey = key, Host = app.Host.Address.AbsoluteUri }).SendEmailAsync(message);

    private async Task<IReadOnlyList<JsonElement>> FindAsync(string subject) =>
        [.. (await app.Http.GetFromJsonAsync<JsonElement>($"/lokaal/postbus.json?zoek={Uri.EscapeDataString(subject)}")).EnumerateArray()];
}
