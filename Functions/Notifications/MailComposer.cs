using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RegelLoket.Cases;
using RegelLoket.Notifications.Pages;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Notifications;

/// <summary>Composes a mail from its plan and the current case.</summary>
public sealed class MailComposer(
    IEnumerable<IMailTemplate> templates, IEnumerable<IStaffMailTemplate> deskTemplates, RecipientAddresses addresses,
    ProtectedSecrets secrets, IOptions<NotificationOptions> options,
    IOptions<SiteOptions> site, IServiceScopeFactory scopes, ILoggerFactory loggers, TimeProvider clock)
{
    private readonly Dictionary<MailKind, IMailTemplate> templates = templates.ToDictionary(t => t.Kind);

    /// <summary>The footer of every mail.</summary>
    public MailFooter Footer => MailFooter.Of(options.Value.FromName, site.Value);

    /// <summary>The mail and what it was made of; null when nobody needs it or nobody can get it any more.</summary>
    public async Task<(Mail Mail, MailContent Content)?> ComposeAsync(
        PlannedMail plan, CaseFile file, CancellationToken cancellation)
    {
        if (Write(plan, file) is not { } content || await addresses.OfAsync(plan.To, file, cancellation) is not { } to)
        {
            return null;
        }

        return (await RenderAsync(plan, content, to), content);
    }

    /// <summary>
    /// Returns a mail of the desk that belongs to no case, to a colleague or a subscriber; null when there is nothing to
    /// send or no recipient.
    /// </summary>
    public async Task<(Mail Mail, MailContent Content)?> ComposeForDeskAsync(
        PlannedMail plan, CancellationToken cancellation) =>
        deskTemplates.FirstOrDefault(template => template.Kind == plan.Kind) is { } template
            && await template.ComposeAsync(plan, cancellation) is var (to, content)
            ? (await RenderAsync(plan, content, to), content)
            : null;

    /// <summary>Whether a mail can still be composed and has a recipient.</summary>
    public async Task<bool> CanComposeAsync(PlannedMail plan, CaseFile? file, CancellationToken cancellation) =>
        plan.Case is null
        ? await ComposeForDeskAsync(plan, cancellation) is not null
        : file is not null && Write(plan, file) is not null
        && await addresses.OfAsync(plan.To, file, cancellation) is not null;

    /// <summary>Returns the content of a mail, to show it before it is planned.</summary>
    public MailContent? Write(PlannedMail plan, CaseFile file) => Write(plan, file, clock.GetUtcNow());

    /// <summary>Returns the content of a mail as of a moment.</summary>
    public MailContent? Write(PlannedMail plan, CaseFile file, DateTimeOffset at) =>
        plan.NotAfter <= at ? null : templates[plan.Kind].Compose(ContextOf(plan, file, at));

    /// <inheritdoc cref="IMailTemplate.EventBefore"/>
    public NewEvent? EventBefore(PlannedMail plan, CaseFile file) =>
        templates[plan.Kind].EventBefore(ContextOf(plan, file, clock.GetUtcNow()));

    private MailContext ContextOf(PlannedMail plan, CaseFile file, DateTimeOffset at) => new()
    {
        File = file,
        Plan = plan,
        Today = WorkingDays.DayOf(at),
        Options = options.Value,
        Site = site.Value.Address,
        Telephone = site.Value.Telephone,
        Protected = secrets,
    };

    /// <summary>Returns the message id of a mail: the same at every attempt, and meaningless to outsiders.</summary>
    public string MessageIdOf(PlannedMail plan)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Case?.Value ?? "desk"}/{plan.Key}"));
        return $"<{Convert.ToHexStringLower(digest.AsSpan(0, 16))}@{Own(options.Value.From).Domain}>";
    }

    internal Task<Mail> RenderAsync(PlannedMail plan, MailContent content, EmailAddress to) => RenderAsync(
        MessageIdOf(plan), SubjectOf(plan, content), plan.Kind.Slug(), content, to,
        new Dictionary<string, string> { ["zaaknummer"] = plan.Case?.Value ?? "", ["outboxId"] = plan.Key });

    /// <summary>Renders a mail that belongs to no case, with a message id of its own each time.</summary>
    internal Task<Mail> RenderAsync(string category, string key, MailContent content, EmailAddress to) =>
        RenderAsync($"<{Guid.NewGuid():N}@{Own(options.Value.From).Domain}>", content.Subject, category, content, to,
            new Dictionary<string, string> { ["zaaknummer"] = "", ["outboxId"] = key });

    private async Task<Mail> RenderAsync(
        string messageId, string subject, string category, MailContent content, EmailAddress to,
        IReadOnlyDictionary<string, string> customArgs)
    {
        return new Mail
        {
            MessageId = messageId,
            From = new(options.Value.FromName, Own(options.Value.From)),
            ReplyTo = new(options.Value.FromName, Own(content.ReplyTo ?? site.Value.Email)),
            To = to,
            Subject = subject,
            Text = MailText.Of(content, Footer),
            Html = await HtmlAsync(subject, content),
            Headers = HeadersOf(content),
            Categories = [category],
            CustomArgs = customArgs,
        };
    }

    private static Dictionary<string, string> HeadersOf(MailContent content)
    {
        var headers = new Dictionary<string, string>
        {
            ["Auto-Submitted"] = "auto-generated",
            ["X-Auto-Response-Suppress"] = "OOF, AutoReply",
        };
        if (content.Unsubscribe is { } address)
        {
            headers["List-Unsubscribe"] = $"<{address.AbsoluteUri}>";
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return headers;
    }

    private static string SubjectOf(PlannedMail plan, MailContent content) => plan.Case is { } number
        ? $"{content.Subject} · {number.Value}" : content.Subject;

    private async Task<string> HtmlAsync(string subject, MailContent content)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MailHtml.Subject)] = subject,
            [nameof(MailHtml.Content)] = content,
            [nameof(MailHtml.Footer)] = Footer,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MailHtml>(parameters))
            .ToHtmlString());
    }

    private static EmailAddress Own(string text) =>
        EmailAddress.TryParse(text, out var address) ? address
            : throw new InvalidOperationException("An address of the desk's own "
            + "is not an e-mail address.");
}
