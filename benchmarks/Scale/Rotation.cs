namespace Bench.Scale;

/// <summary>How the clients fared during one step.</summary>
/// <param name="Answered">The requests that got an answer.</param>
/// <param name="Refused">Those that reached no instance.</param>
/// <param name="Broken">Those that an instance had, and did not answer.</param>
/// <param name="Failed">Those that were answered with 5xx.</param>
/// <param name="Gap">The longest time in which nobody got an answer.</param>
internal sealed record Answers(int Answered = 0, int Refused = 0, int Broken = 0, int Failed = 0, TimeSpan Gap = default);

/// <summary>The clients' way to the instances: each request goes to the next of those that are up, as far as they know.</summary>
internal sealed class Rotation() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Lock gate = new();
    private readonly List<Uri> up = [];

    private Answers step = new();
    private int turn;
    private long lastAnswer = TimeProvider.System.GetTimestamp();

    public void Add(Uri address)
    {
        lock (gate)
        {
            up.Add(address);
        }
    }

    public void Remove(Uri address)
    {
        lock (gate)
        {
            up.Remove(address);
        }
    }

    /// <summary>How the clients fared since this was asked before.</summary>
    public Answers TakeStep()
    {
        lock (gate)
        {
            var taken = step;
            step = new Answers();
            return taken;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(Next(), request.RequestUri!.PathAndQuery);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            Note(answers => (int)response.StatusCode < 500 ? Answered(answers) : answers with { Failed = answers.Failed + 1 });
            return response;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            Note(answers => away is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
                ? answers with { Refused = answers.Refused + 1 }
                : answers with { Broken = answers.Broken + 1 });
            throw;
        }
    }

    private Uri Next()
    {
        lock (gate)
        {
            return up[turn++ % up.Count];
        }
    }

    private void Note(Func<Answers, Answers> change)
    {
        lock (gate)
        {
            step = change(step);
        }
    }

    private Answers Answered(Answers answers)
    {
        var (before, now) = (lastAnswer, TimeProvider.System.GetTimestamp());
        lastAnswer = now;
        var gap = TimeProvider.System.GetElapsedTime(before, now);
        return answers with { Answered = answers.Answered + 1, Gap = gap > answers.Gap ? gap : answers.Gap };
    }
}
