using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RegelLoket.AzureLane;

/// <summary>Takes mails as SendGrid's API does, from the real client, and shows them as the local mailbox would, the newest first.</summary>
internal sealed class MailService
{
    public const string Key = "SG.of-these-tests";

    private readonly ConcurrentStack<object> mails = new();

    public void Map(WebApplication app)
    {
        app.MapPost("/v3/mail/send", async (HttpContext http) =>
        {
            if (http.Request.Headers.Authorization != $"Bearer {Key}")
            {
                return Results.Unauthorized();
            }

            var mail = await http.Request.ReadFromJsonAsync<JsonElement>();
            var contents = mail.GetProperty("content").EnumerateArray().ToDictionary(content => content.GetProperty("type").GetString()!, content => content.GetProperty("value").GetString());
            mails.Push(new
            {
                messageId = $"{Guid.NewGuid()}",
                subject = mail.GetProperty("subject").GetString(),
                to = mail.GetProperty("personalizations").EnumerateArray().SelectMany(person => person.GetProperty("to").EnumerateArray()).Select(to => to.GetProperty("email").GetString()),
                text = contents["text/plain"],
                html = contents["text/html"],
            });
            http.Response.Headers["X-Message-Id"] = $"{Guid.NewGuid()}";
            return Results.StatusCode(StatusCodes.Status202Accepted);
        });
        app.MapGet("/lokaal/postbus.json", () => mails);
    }
}
