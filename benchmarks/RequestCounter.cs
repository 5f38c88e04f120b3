namespace Bench;

/// <summary>How many requests each of the desk's parts sent to storage, and how many of them were polling.</summary>
internal sealed class RequestCounter : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock counting = new();
    private readonly Dictionary<StorageUser, int> work = [];
    private readonly Dictionary<string, int> kinds = [];
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

    /// <summary>Where the requests went, polling apart: container, queue or table with the method, and how many.</summary>
    public string Breakdown()
    {
        lock (counting)
        {
            return string.Join(", ", kinds.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Key} {kind.Value}"));
        }
    }

    public void Reset()
    {
        lock (counting)
        {
            work.Clear();
            kinds.Clear();
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
            var kind = $"{request.Container} {request.Method}";
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        }

        Interlocked.Exchange(ref lastWorkAt, TimeProvider.System.GetTimestamp());
    }
}
