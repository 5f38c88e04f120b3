namespace RegelLoket.Tests.Notifications;

/// <summary>A desk that sends to SendGrid's stand-in, opened anew for each test.</summary>
public abstract class SendingTests(AzuriteFixture azurite, params (string Name, string Value)[] settings) : IAsyncLifetime
{
    private protected AzuriteFixture Azurite => azurite;

    private protected Lifeline Life { get; } = new();

    private protected SendGridStub Stub { get; private set; } = null!;

    private protected MailHost Host { get; private set; } = null!;

    /// <summary>The settings of the desk, for another one that sends to the same stand-in.</summary>
    private protected (string, string)[] Settings => [("SendGrid:Host", Stub.Address.ToString()), .. settings];

    public async ValueTask InitializeAsync()
    {
        Stub = await SendGridStub.StartAsync();
        Host = await MailHost.OpenAsync(azurite, new(TimeProvider.System.GetUtcNow()), Life, Settings);
        await Host.Gate.OpenAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.Gate.OpenAsync(default);
        Host.Dispose();
        await Stub.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
