using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using RegelLoket.Attachments;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.ContextAnalysis;
using RegelLoket.Escalation;
using RegelLoket.Notifications;
using RegelLoket.Outcome;
using RegelLoket.Storage;
using RegelLoket.Web;

namespace RegelLoket.Tests.Notifications;

/// <summary>The part of the app that sends mail, as one process: without the functions around it, on a clock that a test moves.</summary>
internal sealed class MailHost : IDisposable
{
    private readonly IHost host;

    private MailHost(IHost host) => this.host = host;

    public Outbox Outbox => host.Services.GetRequiredService<Outbox>();

    public MailDispatch Dispatch => host.Services.GetRequiredService<MailDispatch>();

    public PromptMails Prompt => host.Services.GetRequiredService<PromptMails>();

    public MailComposer Composer => host.Services.GetRequiredService<MailComposer>();

    public CaseStore Store => host.Services.GetRequiredService<CaseStore>();

    public SendingGate Gate => host.Services.GetRequiredService<SendingGate>();

    public FakeTimeProvider Clock => (FakeTimeProvider)host.Services.GetRequiredService<TimeProvider>();

    public QueueServiceClient Queues => host.Services.GetRequiredService<QueueServiceClient>();

    /// <summary>The functions of the queue.</summary>
    public NotificationFunctions Functions => ActivatorUtilities.CreateInstance<NotificationFunctions>(host.Services);

    /// <summary>The round of every ten minutes.</summary>
    public MailReconciler Reconciler => ActivatorUtilities.CreateInstance<MailReconciler>(host.Services);

    public IServiceProvider Services => host.Services;

    /// <summary>A desk that sends through SendGrid's stand-in by default.</summary>
    public static Task<MailHost> OpenAsync(AzuriteFixture storage, params (string Name, string Value)[] settings) =>
        OpenAsync(storage, new FakeTimeProvider(TimeProvider.System.GetUtcNow()), new Lifeline(), settings);

    /// <summary>A process among others, on their clock, that lives as long as <paramref name="life"/>.</summary>
    public static async Task<MailHost> OpenAsync(AzuriteFixture storage, FakeTimeProvider clock, Lifeline life,
        params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Staging" });
        builder.Configuration.AddInMemoryCollection([new("SendGrid:ApiKey", "SG.test"), new("Site:Address", "https://loket.example")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new BlobServiceClient(storage.ConnectionString, life.Over(new BlobClientOptions())));
        builder.Services.AddSingleton(
            new QueueServiceClient(storage.ConnectionString,
                life.Over(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })));
        builder.Services.AddSite(builder.Configuration);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddNotifications(builder.Configuration);
        builder.Services.AddHttpClient<SendGridSender>().AddHttpMessageHandler(life.Over);
        builder.Services.AddContextAnalysis();
        builder.Services.AddEscalation(builder.Configuration);
        builder.Services.AddAttachments(builder.Configuration);
        builder.Services.AddOutcome(builder.Configuration);
        var host = builder.Build();
        await host.Services.GetServices<IHostedService>().OfType<StorageSetup>().Single().StartingAsync(default);
        life.Begin();
        return new MailHost(host);
    }

    /// <summary>A case with a reporter at <paramref name="email"/>, whose code is still to be mailed.</summary>
    public async Task<CaseFile> CreateCaseAsync(string email = "melder@zorg.example", string title = "Titel", DateOnly? dueOn = null)
    {
        var code = FollowCode.New();
        var secrets = host.Services.GetRequiredService<ProtectedSecrets>();
        var address = EmailAddress.TryParse(email, out var parsed) ? parsed : throw new FormatException();
        var reported = new CaseReported
        {
            Channel = ReportChannel.Form,
            Branche = EnumNames.All<Branche>()[0],
            Themes = [EnumNames.All<Theme>()[0]],
            Anonymous = false,
            FollowCodeHash = code.Hash(),
            DueOn = dueOn ?? new DateOnly(2027, 1, 11),
        };
        var privateCase = new PrivateCase
        {
            ReportKey = code.Hash(),
            Reporter = new ReporterContact { Name = title, Email = address }
        }.WithSecret(
            ProtectedSecrets.FollowCode, secrets.Protect(code.Value));
        return (await Store.CreateAsync(
            CaseNumber.New(2026), new NewEvent(Actor.Reporter, reported)
            { Texts = new Dictionary<string, string> { [TextNames.Title] = title, [TextNames.Description] = title } }, privateCase,
                default))!;
    }

    public static PlannedMail ReceiptOf(CaseFile file) =>
        new() { Case = file.Number, Key = "receipt.1", Kind = MailKind.Receipt, To = Recipient.Reporter, Event = 1 };

    public async Task<PlannedMail> PlanReceiptAsync(CaseFile file)
    {
        await Outbox.PlanAsync(ReceiptOf(file), default);
        return ReceiptOf(file);
    }

    public Task SendAsync(PlannedMail mail) => Dispatch.SendAsync(mail.Case, mail.Key, planned: null, default);

    /// <summary>Delivers the messages of the queue as its trigger does: deleted when the function ends well.</summary>
    public async Task DrainAsync()
    {
        var queue = Queues.GetQueueClient(Outbox.QueueName);
        while ((await queue.ReceiveMessagesAsync(maxMessages: 32)).Value is { Length: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(async message =>
            {
                await Functions.SendMail(message.Body.ToString(), default);
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }));
        }
    }

    /// <summary>Wakes what should have ended before a moment, as the round does; how many mails that were.</summary>
    public async Task<int> WakeOverdueAsync(DateTimeOffset moment)
    {
        var woken = 0;
        await foreach (var repair in Outbox.RepairsAsync(moment, default))
        {
            woken += await repair.RunAsync(default) ? 1 : 0;
        }

        return woken;
    }

    public async Task<OutboxEntry> EntryAsync(PlannedMail mail) => (await Outbox.FindAsync(mail.Case, mail.Key, default))!;

    public void Dispose() => host.Dispose();
}
