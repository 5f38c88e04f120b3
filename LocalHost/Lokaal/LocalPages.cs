using LocalHost.Hosting;
using LocalHost.Lokaal.Clock;
using LocalHost.Lokaal.Identity;
using LocalHost.Lokaal.Mail;
using LocalHost.Lokaal.Orchestrations;
using LocalHost.Lokaal.Pages;

namespace LocalHost.Lokaal;

/// <summary>
/// The pages under /lokaal, and the mail service's API; only for requests from this computer, under one of its own
/// names.
/// </summary>
internal static class LocalPages
{
    /// <summary>Adds the pages to a host, through its <c>map</c> parameter.</summary>
    public static void Map(WebApplication web, FunctionHost host, LokaalSettings settings)
    {
        var logs = web.Services.GetRequiredService<ILoggerFactory>();
        var clock = settings.Clock is { } movable ? new DeskOffset(settings.Storage, movable.Blob) : null;
        var time = new DeskTime(clock);
        var mailbox = new Mailbox(settings.Storage);
        var move = settings.Clock is null ? null : new ClockMove(clock!, settings.Clock, host, logs.CreateLogger<ClockMove>());
        if (move is not null)
        {
            web.Lifetime.ApplicationStopped.Register(move.Dispose);
        }

        web.Use(IdentityCookie.ReadAsync);
        var own = web.MapGroup("").AddEndpointFilter(OwnComputer.AllowAsync);
        new MailApi(mailbox, settings.MailKey, time).Map(own);
        var pages = own.MapGroup("/lokaal");
        new IndexPage(settings.Steps, settings.Samples).Map(pages);
        new SignInPage(settings).Map(pages);
        new ClockPage(time, move, settings.Samples).Map(pages);
        new MailboxPages(mailbox, new MailWorld(settings, host.Address, time)).Map(pages);
        new OrchestrationPages(host).Map(pages);
    }
}
