using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace RegelLoket.Tests.Notifications;

/// <summary>The end of a process, as a kill -9 would be: no request of it leaves any more, and no reply arrives.</summary>
internal sealed class ProcessDiedException : Exception;

/// <summary>
/// Counts the requests of a process, to storage and to the mail service, and ends the process at one of them: before the request leaves, or
/// after the other side has carried it out and before the reply arrives.
/// </summary>
/// <param name="cutsAt">Whether the process ends at a request, by its number from 1 and its method and path; none for a process that
/// lives.</param>
/// <param name="afterwards">Whether the request is carried out.</param>
internal sealed class Lifeline(Func<int, string, bool>? cutsAt = null, bool afterwards = false)
{
    private readonly ConcurrentQueue<string> requests = new();
    private bool hasBegun;
    private volatile bool isDead;

    /// <summary>A process that dies at its request of this number.</summary>
    public static Lifeline CutAt(int number, bool afterwards) => new((n, _) => n == number, afterwards);

    /// <summary>A process that dies when the mail service has a mail and its answer is on the way.</summary>
    public static Lifeline CutAtHandOver() =>
        new((_, request) => request.EndsWith("/v3/mail/send", StringComparison.Ordinal), afterwards: true);

    public bool IsDead => isDead;

    /// <summary>The requests since the process is ready, in order: method and path.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>Counts from here: what a process asks at its start belongs to no mail.</summary>
    public void Begin() => hasBegun = true;

    public T Over<T>(T options) where T : ClientOptions
    {
        options.AddPolicy(new Policy(this), HttpPipelinePosition.PerCall);
        return options;
    }

    public DelegatingHandler Over() => new Handler(this);

    /// <summary>Leaves a request out, or carries it out and dies, or carries it out.</summary>
    private async Task PassAsync(string request, Func<Task> carryOut)
    {
        if (!hasBegun)
        {
            await carryOut();
            return;
        }

        bool cuts;
        lock (requests)
        {
            ThrowIfDead();
            requests.Enqueue(request);
            cuts = cutsAt?.Invoke(requests.Count, request) == true;
            Die(cuts && !afterwards);
            ThrowIfDead();
        }

        await carryOut();
        Die(cuts);
        ThrowIfDead();
    }

    // Requests run side by side, and one that goes on must not take back the death of another.
    private void Die(bool cuts)
    {
        if (cuts)
        {
            isDead = true;
        }
    }

    private void ThrowIfDead()
    {
        if (isDead)
        {
            throw new ProcessDiedException();
        }
    }

    private sealed class Policy(Lifeline life) : HttpPipelinePolicy
    {
        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            new(life.PassAsync(NameOf(message), () => ProcessNextAsync(message, pipeline).AsTask()));

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            life.PassAsync(NameOf(message), () =>
        {
            ProcessNext(message, pipeline);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();

        private static string NameOf(HttpMessage message) =>
            $"{message.Request.Method} {message.Request.Uri.Path}{message.Request.Uri.Query.Split('&')[0]}";
    }

    private sealed class Handler(Lifeline life) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage? response = null;
            await life.PassAsync(
                $"{request.Method} {request.RequestUri!.AbsolutePath}", async () =>
                    response = await base.SendAsync(request, cancellationToken));
            return response!;
        }
    }
}
