using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegelLoket.Cases;
using RegelLoket.Notifications;

namespace RegelLoket.Tests.Notifications;

public sealed class SendGridJsonTests
{
    [Fact]
    public async Task MessageOf_Mail_IsWhatSendGridsOwnNodeHelperMakesOfIt()
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

        var ours = JsonNode.Parse(SendGridSender.MessageOf(mail).Serialize());
        var theirs = JsonNode.Parse(await NodeHelperAsync(mail));

        Assert.True(JsonNode.DeepEquals(Sorted(theirs), Sorted(ours)), $"theirs: {theirs}\nours: {ours}");
    }

    private static async Task<string> NodeHelperAsync(Mail mail)
    {
        var input = JsonSerializer.Serialize(new
        {
            from = new { email = mail.From.Address.Value, name = mail.From.Name },
            replyTo = new { email = mail.ReplyTo.Address.Value, name = mail.ReplyTo.Name },
            to = mail.To.Value,
            subject = mail.Subject,
            text = mail.Text,
            html = mail.Html,
            headers = new Dictionary<string, string>(mail.Headers) { ["Message-ID"] = mail.MessageId },
            categories = mail.Categories,
            customArgs = mail.CustomArgs,
            trackingSettings = new { clickTracking = new { enable = false, enableText = false }, openTracking = new { enable = false } },
        });
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(AzuriteFixture.Checkout, "Functions.Tests", "Notifications", "sendgrid-json.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return output;
    }

    /// <summary>Members in the order of their names: their order carries no meaning.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static EmailAddress Address(string text) => EmailAddress.TryParse(text, out var address) ? address : throw new FormatException();
}
