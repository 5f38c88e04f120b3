using RegelLoket.Cases;

namespace RegelLoket.Notifications;

/// <summary>
/// A mail that belongs to no case, sent while somebody waits for it: a code to go on with a draft or to confirm an address. It holds no
/// user text, since nobody has verified the address. It is not kept and not tried again; who asked sees whether it went.
/// </summary>
public sealed class DirectMail(IMailSender sender, AllowedRecipients allowed, MailComposer composer)
{
    public async Task<bool> SendAsync(EmailAddress to, string kind, MailContent content, CancellationToken cancellation) =>
        allowed.MayGet(to) && await sender.SendAsync(await composer.RenderAsync(kind, content, to), cancellation) is SendResult.Accepted;
}
