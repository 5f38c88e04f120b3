namespace SendGrid;

/// <summary>A client of SendGrid's web API.</summary>
public class SendGridClient : BaseClient
{
    public SendGridClient(
        HttpClient httpClient, string apiKey, string? host = null, Dictionary<string, string>? requestHeaders = null, string? version = null,
        string? urlPath = null, bool httpErrorAsException = false)
        : base(httpClient, Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException))
    {
    }

    public SendGridClient(
        string apiKey, string? host = null, Dictionary<string, string>? requestHeaders = null, string? version = null, string? urlPath = null)
        : base(Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException: false))
    {
    }

    public SendGridClient(SendGridClientOptions options)
        : base(options)
    {
    }

    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }

    private static SendGridClientOptions Options(
        string apiKey, string? host, Dictionary<string, string>? requestHeaders, string? version, string? urlPath, bool httpErrorAsException)
    {
        if (httpErrorAsException)
        {
            throw new NotSupportedException("Errors come back as responses here, not as exceptions.");
        }

        var options = new SendGridClientOptions { ApiKey = apiKey, UrlPath = urlPath };
        options.Host = host ?? options.Host;
        options.Version = version ?? options.Version;
        options.RequestHeaders = requestHeaders ?? options.RequestHeaders;
        return options;
    }
}
