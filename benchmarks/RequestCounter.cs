namespace Bench;

/// <summary>How many requests each of the desk's parts sent to storage, and how many of them were polling.</summary>
internal sealed class RequestCounter : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock counting = new();
    private readonly Dictionary<StorageUser, int> work = [];
    private readonly StorageProxy proxy;
    private int polling;
    private long lastWorkAt = TimeProvider.System.GetTimestamp();
    private volatile StorageRequest? lastWork;

    public RequestCounter(StorageProxy proxy)
    {
        this.proxy = proxy;
        proxy.Served += Count;
    }

    /// <summary>All requests but those of the mail service's stand-in.</summary>
    public int All
    {
        get
        {
            lock (counting)
            {
                return work.Where(user => user.Key != StorageUser.MailService).Sum(user => user.Value) + polling;
            }
        }
    }

    /// <summary>The requests of one part, polling apart.</summary>
    public int Of(StorageUser user)
    {
        lock (counting)
        {
            return work.GetValueOrDefault(user);
        }
    }

    public void Reset()
    {
        lock (counting)
        {
            work.Clear();
            polling = 0;
        }
    }

    /// <summary>Returns when nothing but polling was sent for that long.</summary>
    /// <exception cref="InvalidOperationException">The desk never rests.</exception>
    public async Task QuietAsync(TimeSpan length)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(Interlocked.Read(ref lastWorkAt)) < length)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"The desk does not come to rest; its last request was {lastWork}.");
            }

            await Task.Delay(Look);
        }
    }

    public void Dispose() => proxy.Served -= Count;

    private void Count(StorageRequest request)
    {
        lock (counting)
        {
            if (request.IsPolling)
            {
                polling++;
                return;
            }

            work[request.User] = work.GetValueOrDefault(request.User) + 1;
            lastWork = request;
        }

        Interlocked.Exchange(ref lastWorkAt, TimeProvider.System.GetTimestamp());
    }
}
