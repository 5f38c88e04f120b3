using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Makes the requests to SendGrid's web API.</summary>
public abstract class BaseClient : ISendGridClient
{
    private const string Json = "application/json";

    private readonly BaseClientOptions options;
    private readonly HttpClient client;

    protected BaseClient(BaseClientOptions options)
        : this(null, options)
    {
    }

    protected BaseClient(HttpClient? httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        client = httpClient ?? new HttpClient();
        if (options.RequestHeaders.TryGetValue("Content-Type", out var mediaType))
        {
            MediaType = mediaType;
        }
    }

    /// <summary>The methods of HTTP that the web API knows.</summary>
#pragma warning disable CA1707, CA1034 // The public contract: nested, in capitals.
    public enum Method
#pragma warning restore CA1707, CA1034
    {
        DELETE,
        GET,
        PATCH,
        POST,
        PUT,
    }

    public string? UrlPath
    {
        get => options.UrlPath;
        set => options.UrlPath = value;
    }

    public string? Version
    {
        get => options.Version;
        set => options.Version = value;
    }

    public string MediaType { get; set; } = Json;

    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header)
    {
        var parts = header.Value.Split();
        return new AuthenticationHeaderValue(parts[0], parts[1]);
    }

    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new Response(response.StatusCode, response.Content, response.Headers);
    }

    public async Task<Response> RequestAsync(
        Method method, string? requestBody = null, string? queryParams = null, string? urlPath = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), Address(urlPath, queryParams));
        if (requestBody is not null)
        {
            // JSON is sent without a charset: some of the API's calls do not take one.
            request.Content = new StringContent(requestBody, Encoding.UTF8, MediaType);
            request.Content.Headers.ContentType!.CharSet = MediaType == Json ? null : request.Content.Headers.ContentType.CharSet;
        }

        foreach (var (name, value) in options.RequestHeaders)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Authorization = options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        request.Headers.UserAgent.TryParseAdd("sendgrid/9.29.3 csharp");
        return await MakeRequest(request, cancellationToken).ConfigureAwait(false);
    }

    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(msg);
        return RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);
    }

    private Uri Address(string? urlPath, string? queryParams)
    {
        var path = urlPath ?? options.UrlPath;
        var versioned = options.Version is null ? path : $"{options.Version}/{path}";
        return new Uri(new Uri(options.Host!.TrimEnd('/') + "/"), versioned + Query(queryParams));
    }

    // Query parameters come as a JSON object; an array gives its name once for each element.
    private static string Query(string? json)
    {
        if (json is null)
        {
            return "";
        }

        using var document = JsonDocument.Parse(json);
        var pairs = from property in document.RootElement.EnumerateObject()
                    from value in property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToArray() : [property.Value]
                    select $"{property.Name}={value}";
        return "?" + string.Join('&', pairs);
    }
}
