using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications.Pages;

namespace RegelLoket.Notifications;

/// <summary>
/// A mail that belongs to no case, sent while somebody waits for it: a code to go on with a draft or to confirm an address. It holds no
/// user text, since nobody has verified the address. It is not kept and not tried again; who asked sees whether it went.
/// </summary>
public sealed class DirectMail(
    IMailSender sender, AllowedRecipients allowed, IOptions<NotificationOptions> options, IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<bool> SendAsync(EmailAddress to, string kind, MailContent content, CancellationToken cancellation)
    {
        if (!allowed.MayGet(to))
        {
            return false;
        }
        var settings = options.Value;
        var footer = MailFooter.Of(settings);
        var mail = new Mail
        {
            MessageId = $"<{Guid.NewGuid():N}@{Own(settings.From).Domain}>",
            From = new(settings.FromName, Own(settings.From)),
            ReplyTo = new(settings.FromName, Own(settings.ReplyTo)),
            To = to,
            Subject = content.Subject,
            Text = MailText.Of(content, footer),
            Html = await HtmlAsync(content, footer),
            Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated", ["X-Auto-Response-Suppress"] = "OOF, AutoReply" },
            Categories = [kind],
            CustomArgs = new Dictionary<string, string>(),
        };
        return await sender.SendAsync(mail, cancellation) is SendResult.Accepted;
    }

    private async Task<string> HtmlAsync(MailContent content, MailFooter footer)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MailHtml.Subject)] = content.Subject,
            [nameof(MailHtml.Content)] = content,
            [nameof(MailHtml.Footer)] = footer,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MailHtml>(parameters)).ToHtmlString());
    }

    private static EmailAddress Own(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new InvalidOperationException("An address of the desk's own is not an e-mail address.");
}
