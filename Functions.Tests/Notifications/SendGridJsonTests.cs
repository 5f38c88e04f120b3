using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

/// <summary>The request that the real client makes of a mail.</summary>
public sealed class SendGridJsonTests
{
    [Fact]
    public async Task Send_Mail_PostsTheJsonOfTheDocumentedApi()
    {
        var mail = new Mail
        {
            MessageId = "<abc@regelloket.example>",
            From = new("RegelLoket", Address("loket@regelloket.example")),
            ReplyTo = new("RegelLoket", Address("vragen@regelloket.example")),
            To = Address("postbus@minvws.example"),
            Subject = "Vraag over een knellende regel · RR-2026-7KQ4M",
            Text = "Wil je uiterlijk 12 mei reageren? €, é, \"aanhalingen\" & <tekens>\n> regel\n",
            Html = "<p>Wil je &amp; <b>dat</b>?</p>",
            Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" },
            Categories = ["vraag-aan-ministerie"],
            CustomArgs = new Dictionary<string, string> { ["zaaknummer"] = "RR-2026-7KQ4M", ["outboxId"] = "question.vws.5" },
        };

        await using var stub = await SendGridStub.StartAsync();
        using var http = new HttpClient();
        var options = new SendGridOptions { ApiKey = "SG.test", Host = stub.Address };

        var result = await new SendGridSender(http, Options.Create(options), TimeProvider.System).SendAsync(mail, default);

        Assert.Equal(new SendResult.Accepted("sg-1"), result);
        var expected = JsonNode.Parse("""
            {
              "from": { "email": "loket@regelloket.example", "name": "RegelLoket" },
              "reply_to": { "email": "vragen@regelloket.example", "name": "RegelLoket" },
              "personalizations": [{ "to": [{ "email": "postbus@minvws.example" }] }],
              "subject": "Vraag over een knellende regel · RR-2026-7KQ4M",
              "content": [
                { "type": "text/plain", "value": "Wil je uiterlijk 12 mei reageren? €, é, \"aanhalingen\" & <tekens>\n> regel\n" },
                { "type": "text/html", "value": "<p>Wil je &amp; <b>dat</b>?</p>" }
              ],
              "headers": { "Auto-Submitted": "auto-generated", "Message-ID": "<abc@regelloket.example>" },
              "categories": ["vraag-aan-ministerie"],
              "custom_args": { "zaaknummer": "RR-2026-7KQ4M", "outboxId": "question.vws.5" },
              "tracking_settings": {
                "click_tracking": { "enable": false, "enable_text": false },
                "open_tracking": { "enable": false }
              }
            }
            """);
        var posted = JsonNode.Parse(stub.Mails.Single().GetRawText());
        Assert.True(JsonNode.DeepEquals(Sorted(expected), Sorted(posted)), $"expected: {expected}\nposted: {posted}");
    }

    /// <summary>Members in the order of their names: their order carries no meaning.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address
        : throw new FormatException();
}
