using System.Buffers;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using MimeKit;
using RegelLoket.Notifications;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace RegelLoket.Tests.Notifications;

/// <summary>A mail as it came in.</summary>
/// <param name="Secure">Whether it came over TLS.</param>
/// <param name="User">The user that signed in; none where nobody had to.</param>
/// <param name="To">The first receiver of the envelope.</param>
/// <param name="Message">The message.</param>
internal sealed record ReceivedMail(bool Secure, string? User, string To, MimeMessage Message);

/// <summary>A real SMTP server on a free port of loopback, whose user is <c>loket</c> with password <c>geheim</c>.</summary>
internal sealed class TestMailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private readonly Channel<ReceivedMail> received = Channel.CreateUnbounded<ReceivedMail>();
    private readonly Task running;

    private TestMailServer(X509Certificate2? certificate, bool tls, bool login, int port)
    {
        Port = port;
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).IsSecure(tls)
                .AuthenticationRequired(login).AllowUnsecureAuthentication(certificate is null);
            if (certificate is not null)
            {
                endpoint.Certificate(certificate);
            }
        }).Build();
        var services = new ServiceProvider();
        services.Add(new Store(received.Writer));
        services.Add(new Receivers());
        services.Add(new Users());
        running = new SmtpServer.SmtpServer(options, services).StartAsync(ending.Token);
    }

    public int Port { get; }

    /// <summary>Without encryption or sign-in.</summary>
    public static TestMailServer Plain() => new(certificate: null, tls: false, login: false, InProcessWorker.FreePort());

    /// <summary>Without encryption, for its user alone.</summary>
    public static TestMailServer WithLogin() => new(certificate: null, tls: false, login: true, InProcessWorker.FreePort());

    /// <summary>Encrypted, from the first byte or by STARTTLS, for its user alone.</summary>
    public static TestMailServer Encrypted(X509Certificate2 certificate, bool tls) =>
        new(certificate, tls, login: true, InProcessWorker.FreePort());

    public SmtpSender Sender(SmtpSecurity security, string user = "", string password = "") => new(Options.Create(new SmtpOptions
    {
        Host = "localhost",
        Port = Port,
        Security = security,
        User = user,
        Password = password,
    }));

    public async Task<ReceivedMail> NextAsync() => await received.Reader.ReadAsync();

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed class Store(ChannelWriter<ReceivedMail> received) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream(buffer.ToArray());
            await received.WriteAsync(
                new ReceivedMail(
                    context.Pipe.IsSecure,
                    context.Authentication.IsAuthenticated ? context.Authentication.User : null,
                    transaction.To[0].AsAddress(),
                    await MimeMessage.LoadAsync(content, cancellationToken)),
                cancellationToken);
            return SmtpResponse.Ok;
        }
    }

    /// <summary>Knows nobody called <c>onbekend</c>, and has no room for <c>vol</c>.</summary>
    private sealed class Receivers : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) => to.User switch
            {
                "onbekend" => throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.MailboxUnavailable, "no such mailbox")),
                "vol" => throw new SmtpResponseException(new SmtpResponse(SmtpReplyCode.InsufficientStorage, "mailbox full")),
                _ => Task.FromResult(true),
            };
    }

    private sealed class Users : IUserAuthenticator
    {
        public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult(user == "loket" && password == "geheim");
    }
}
