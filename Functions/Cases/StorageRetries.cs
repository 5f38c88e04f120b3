using Azure.Core;
using Azure.Core.Pipeline;

namespace RegelLoket.Cases;

/// <summary>
/// How long a call to storage is tried again: for somebody who waits for a page some five seconds, for work that nobody waits for most of a
/// minute. What then still fails is a 503 with a time to wait, or comes again by its queue, timer or workflow.
/// </summary>
public sealed class StorageRetries : RetryPolicy
{
    internal const int MostRetries = 9;

    private static readonly TimeSpan PatienceOfAPerson = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);
    private static readonly AsyncLocal<bool> somebodyWaits = new();

    private readonly TimeSpan patience;

    public StorageRetries() : this(PatienceOfAPerson, DelayStrategy.CreateExponentialDelayStrategy(FirstDelay, LongestDelay))
    {
    }

    internal StorageRetries(TimeSpan patience, DelayStrategy delays) : base(MostRetries, delays) => this.patience = patience;

    /// <summary>Says that somebody waits for all that is called from here on.</summary>
    public static void SomebodyWaits() => somebodyWaits.Value = true;

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => HasPatience(message) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) => HasPatience(message) && await base.ShouldRetryAsync(message, exception);

    // The client notes the start of a call by the system's clock, whatever clock the app goes by.
    private bool HasPatience(HttpMessage message) => !somebodyWaits.Value || TimeProvider.System.GetUtcNow() - message.ProcessingContext.StartTime < patience;
}
