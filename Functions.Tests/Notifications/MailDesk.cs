using LocalRuntime.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RegelLoket.Cases;
using RegelLoket.Cases.Changes;
using RegelLoket.Escalation;
using RegelLoket.Notifications;
using RegelLoket.Outcome;
using RegelLoket.Web;

namespace RegelLoket.Tests.Notifications;

/// <summary>The part of the app that sends mail, with a clock of its own and without the functions around it.</summary>
internal sealed class MailDesk : IDisposable
{
    private readonly IHost host;

    private MailDesk(IHost host) => this.host = host;

    public Outbox Outbox => host.Services.GetRequiredService<Outbox>();

    public MailDispatch Dispatch => host.Services.GetRequiredService<MailDispatch>();

    public MailComposer Composer => host.Services.GetRequiredService<MailComposer>();

    public CaseStore Store => host.Services.GetRequiredService<CaseStore>();

    public LocalClock Clock => (LocalClock)host.Services.GetRequiredService<TimeProvider>();

    public IServiceProvider Services => host.Services;

    public static async Task<MailDesk> OpenAsync(AzuriteFixture storage, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Staging" });
        builder.Configuration.AddInMemoryCollection(
            [new("AzureWebJobsStorage", storage.ConnectionString), new("Site:Address", "https://loket.example"), .. settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new LocalClock());
        builder.Services.AddSite(builder.Configuration);
        builder.Services.AddCases(builder.Configuration);
        builder.Services.AddNotifications(builder.Configuration);
        builder.Services.AddEscalation(builder.Configuration);
        builder.Services.AddOutcome(builder.Configuration);
        var host = builder.Build();
        await host.Services.GetServices<IHostedService>().OfType<StorageSetup>().Single().StartingAsync(default);
        return new MailDesk(host);
    }

    /// <summary>A case with a reporter at <paramref name="email"/>, whose code is still to be mailed.</summary>
    public async Task<CaseFile> CreateCaseAsync(string email = "melder@zorg.example", string title = "Titel")
    {
        var code = FollowCode.New();
        var secrets = host.Services.GetRequiredService<ProtectedSecrets>();
        var address = EmailAddress.TryParse(email, out var parsed) ? parsed : throw new FormatException();
        var reported = new CaseReported
        {
            Channel = ReportChannel.Form,
            Branche = Names.All<Branche>()[0],
            Themes = [Names.All<Theme>()[0]],
            Anonymous = false,
            FollowCodeHash = code.Hash(),
            DueOn = new DateOnly(2027, 1, 11),
        };
        var privateCase = new PrivateCase { ReportKey = code.Hash(), Reporter = new ReporterContact { Name = title, Email = address } }.WithSecret(ProtectedSecrets.FollowCode, secrets.Protect(code.Value));
        return (await Store.CreateAsync(
            CaseNumber.New(2026), new NewEvent(Actor.Reporter, reported) { Texts = new Dictionary<string, string> { [TextNames.Title] = title, [TextNames.Description] = title } }, privateCase, default))!;
    }

    public async Task<PlannedMail> PlanReceiptAsync(CaseFile file)
    {
        var mail = new PlannedMail { Case = file.Number, Key = "receipt.1", Kind = MailKind.Receipt, To = Recipient.Reporter, Event = 1 };
        await Outbox.PlanAsync(mail, default);
        return mail;
    }

    public Task SendAsync(PlannedMail mail) => Dispatch.SendAsync(mail.Case, mail.Key, planned: null, default);

    public async Task<OutboxEntry> EntryAsync(PlannedMail mail) => (await Outbox.FindAsync(mail.Case, mail.Key, default))!;

    public void Dispose() => host.Dispose();
}
