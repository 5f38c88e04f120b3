using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>What SendGrid measures of a mail.</summary>
public class TrackingSettings
{
    [JsonPropertyName("click_tracking")]
    public ClickTracking? ClickTracking { get; set; }

    [JsonPropertyName("open_tracking")]
    public OpenTracking? OpenTracking { get; set; }

    [JsonPropertyName("subscription_tracking")]
    public SubscriptionTracking? SubscriptionTracking { get; set; }
}

/// <summary>Whether links are rewritten to count clicks.</summary>
public class ClickTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("enable_text")]
    public bool? EnableText { get; set; }
}

/// <summary>Whether an image is added to count opens.</summary>
public class OpenTracking
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    [JsonPropertyName("substitution_tag")]
    public string? SubstitutionTag { get; set; }
}

/// <summary>Whether a link to unsubscribe is added.</summary>
public class SubscriptionTracking
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("html")]
    public string? Html { get; set; }

    [JsonPropertyName("substitution_tag")]
    public string? SubstitutionTag { get; set; }
}

/// <summary>How SendGrid treats a mail.</summary>
public class MailSettings
{
    [JsonPropertyName("bypass_list_management")]
    public BypassListManagement? BypassListManagement { get; set; }

    [JsonPropertyName("sandbox_mode")]
    public SandboxMode? SandboxMode { get; set; }
}

/// <summary>Whether a mail goes out to addresses on suppression lists too.</summary>
public class BypassListManagement
{
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }
}

/// <summary>Whether a mail is checked but not sent.</summary>
public class SandboxMode
{
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }
}
