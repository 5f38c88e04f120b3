namespace LocalHost.Http;

/// <summary>The section <c>extensions.http</c> of host.json, except <c>hsts</c>, which needs HTTPS.</summary>
internal sealed record HttpSettings
{
    private const int Unbounded = -1;

    public string RoutePrefix { get; init; } = "api";

    /// <summary>The maximum number of simultaneous requests; the others wait.</summary>
    public int MaxConcurrentRequests { get; init; } = Unbounded;

    /// <summary>The maximum number of running and waiting requests; the others are refused with 429.</summary>
    public int MaxOutstandingRequests { get; init; } = Unbounded;

    /// <summary>The headers that are added to every response of the app, unless the app has set them itself.</summary>
    public Dictionary<string, string> CustomHeaders { get; init; } = [];

    public bool IsLimited => MaxConcurrentRequests != Unbounded || MaxOutstandingRequests != Unbounded;

    public int Running => MaxConcurrentRequests != Unbounded ? MaxConcurrentRequests : MaxOutstandingRequests;

    public int Waiting => MaxOutstandingRequests == Unbounded ? int.MaxValue : Math.Max(0, MaxOutstandingRequests - Running);

    public static HttpSettings Of(IConfiguration configuration) =>
        configuration.GetSection("AzureWebJobs:extensions:http").Get<HttpSettings>() ?? new HttpSettings();
}
