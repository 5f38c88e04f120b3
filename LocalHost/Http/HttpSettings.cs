namespace LocalHost.Http;

/// <summary>Section <c>extensions.http</c> of host.json, as far as it shows on plain HTTP: <c>hsts</c> does not.</summary>
internal sealed record HttpSettings
{
    private const int Unbounded = -1;

    public string RoutePrefix { get; init; } = "api";

    /// <summary>How many requests run at once; the others wait.</summary>
    public int MaxConcurrentRequests { get; init; } = Unbounded;

    /// <summary>How many requests run and wait; the others are refused with 429.</summary>
    public int MaxOutstandingRequests { get; init; } = Unbounded;

    /// <summary>Headers that every answer of the app gets, unless the app has set them itself.</summary>
    public Dictionary<string, string> CustomHeaders { get; init; } = [];

    public bool IsLimited => MaxConcurrentRequests != Unbounded || MaxOutstandingRequests != Unbounded;

    public int Running => MaxConcurrentRequests != Unbounded ? MaxConcurrentRequests : MaxOutstandingRequests;

    public int Waiting => MaxOutstandingRequests == Unbounded ? int.MaxValue : Math.Max(0, MaxOutstandingRequests - Running);

    public static HttpSettings Of(IConfiguration configuration) =>
        configuration.GetSection("AzureWebJobs:extensions:http").Get<HttpSettings>() ?? new HttpSettings();
}
