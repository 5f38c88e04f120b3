using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Where and how requests are sent.</summary>
public class BaseClientOptions
{
    public Dictionary<string, string> RequestHeaders { get; set; } = [];

    public string? Host { get; set; }

    public string? Version { get; set; } = "v3";

    public string? UrlPath { get; set; }

    public AuthenticationHeaderValue? Auth { get; set; }
}

/// <summary>Where and how requests are sent to SendGrid.</summary>
public class SendGridClientOptions : BaseClientOptions
{
    private string? apiKey;

    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    public string? ApiKey
    {
        get => apiKey;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentNullException(nameof(value));
            }

            apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    /// <summary>Keeps the data in the European Union ("eu") or anywhere ("global").</summary>
    public SendGridClientOptions SetDataResidency(string region)
    {
        if (string.IsNullOrWhiteSpace(region))
        {
            throw new ArgumentNullException(nameof(region));
        }

        Host = region switch
        {
            "eu" => "https://api.eu.sendgrid.com/",
            "global" => "https://api.sendgrid.com/",
            _ => throw new InvalidOperationException("Region can only be 'global' or 'eu'."),
        };
        return this;
    }
}
