using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A mail as SendGrid's v3 API takes it.</summary>
public class SendGridMessage
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [JsonPropertyName("from")]
    public EmailAddress? From { get; set; }

    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    [JsonPropertyName("personalizations")]
    public List<Personalization>? Personalizations { get; set; }

    [JsonPropertyName("content")]
    public List<Content>? Contents { get; set; }

    [JsonIgnore]
    public string? PlainTextContent { get; set; }

    [JsonIgnore]
    public string? HtmlContent { get; set; }

    [JsonPropertyName("attachments")]
    public List<Attachment>? Attachments { get; set; }

    [JsonPropertyName("template_id")]
    public string? TemplateId { get; set; }

    [JsonPropertyName("headers")]
    public Dictionary<string, string>? Headers { get; set; }

    [JsonPropertyName("categories")]
    public List<string>? Categories { get; set; }

    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }

    [JsonPropertyName("send_at")]
    public long? SendAt { get; set; }

    [JsonPropertyName("batch_id")]
    public string? BatchId { get; set; }

    [JsonPropertyName("ip_pool_name")]
    public string? IpPoolName { get; set; }

    [JsonPropertyName("mail_settings")]
    public MailSettings? MailSettings { get; set; }

    [JsonPropertyName("tracking_settings")]
    public TrackingSettings? TrackingSettings { get; set; }

    [JsonPropertyName("reply_to")]
    public EmailAddress? ReplyTo { get; set; }

    [JsonPropertyName("reply_to_list")]
    public List<EmailAddress>? ReplyTos { get; set; }

    public void AddTo(string email, string? name = null) => AddTo(new EmailAddress(Required(email), name));

    public void AddTo(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddTos([Required(email)], personalizationIndex, personalization);

    public void AddTos(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null) =>
        (Envelope(personalizationIndex, personalization).Tos ??= []).AddRange(Some(emails));

    public void AddCc(string email, string? name = null) => AddCc(new EmailAddress(Required(email), name));

    public void AddCc(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddCcs([Required(email)], personalizationIndex, personalization);

    public void AddCcs(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null) =>
        (Envelope(personalizationIndex, personalization).Ccs ??= []).AddRange(Some(emails));

    public void AddBcc(string email, string? name = null) => AddBcc(new EmailAddress(Required(email), name));

    public void AddBcc(EmailAddress email, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddBccs([Required(email)], personalizationIndex, personalization);

    public void AddBccs(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null) =>
        (Envelope(personalizationIndex, personalization).Bccs ??= []).AddRange(Some(emails));

    public void AddReplyTo(string email, string? name = null) => AddReplyTo(new EmailAddress(Required(email), name));

    public void AddReplyTo(EmailAddress email) => AddReplyTos([Required(email)]);

    public void AddReplyTos(List<EmailAddress> emails) => (ReplyTos ??= []).AddRange(Some(emails));

    public void SetSubject(string subject, int personalizationIndex = 0, Personalization? personalization = null) =>
        Envelope(personalizationIndex, personalization).Subject = subject;

    public void AddHeader(string headerKey, string headerValue, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddHeaders(new() { [headerKey] = headerValue }, personalizationIndex, personalization);

    public void AddHeaders(Dictionary<string, string> headers, int personalizationIndex = 0, Personalization? personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        envelope.Headers = Join(envelope.Headers, headers);
    }

    public void AddCustomArg(string customArgKey, string customArgValue, int personalizationIndex = 0, Personalization? personalization = null) =>
        AddCustomArgs(new() { [customArgKey] = customArgValue }, personalizationIndex, personalization);

    public void AddCustomArgs(Dictionary<string, string> customArgs, int personalizationIndex = 0, Personalization? personalization = null)
    {
        var envelope = Envelope(personalizationIndex, personalization);
        envelope.CustomArgs = Join(envelope.CustomArgs, customArgs);
    }

    public void SetSendAt(long sendAt, int personalizationIndex = 0, Personalization? personalization = null) =>
        Envelope(personalizationIndex, personalization).SendAt = sendAt;

    public void SetFrom(string email, string? name = null) => SetFrom(new EmailAddress(Required(email), name));

    public void SetFrom(EmailAddress email) => From = email;

    public void SetReplyTo(EmailAddress email) => ReplyTo = email;

    public void SetGlobalSubject(string subject) => Subject = subject;

    public void AddContent(string mimeType, string text) => AddContents([new Content(mimeType, text)]);

    public void AddContents(List<Content> contents) => (Contents ??= []).AddRange(contents);

#pragma warning disable CA1707 // The public contract names the parameter so.
    public void AddAttachment(string filename, string base64Content, string? type = null, string? disposition = null, string? content_id = null)
#pragma warning restore CA1707
    {
        if (!string.IsNullOrWhiteSpace(filename) && !string.IsNullOrWhiteSpace(base64Content))
        {
            AddAttachment(new Attachment { Filename = filename, Content = base64Content, Type = type, Disposition = disposition, ContentId = content_id });
        }
    }

    public void AddAttachment(Attachment attachment) => AddAttachments([attachment]);

    public void AddAttachments(IEnumerable<Attachment> attachments) => (Attachments ??= []).AddRange(attachments);

    public void AddGlobalHeader(string key, string value) => (Headers ??= []).Add(key, value);

    public void AddGlobalHeaders(Dictionary<string, string> headers) => Headers = Join(Headers, headers);

    public void AddCategory(string category) => AddCategories([category]);

    public void AddCategories(List<string> categories) => (Categories ??= []).AddRange(categories);

    public void AddGlobalCustomArg(string key, string value) => (CustomArgs ??= []).Add(key, value);

    public void AddGlobalCustomArgs(Dictionary<string, string> customArgs) => CustomArgs = Join(CustomArgs, customArgs);

    public void SetGlobalSendAt(int sendAt) => SendAt = sendAt;

    public void SetBypassListManagement(bool enable) => (MailSettings ??= new()).BypassListManagement = new() { Enable = enable };

    public void SetSandBoxMode(bool enable) => (MailSettings ??= new()).SandboxMode = new() { Enable = enable };

    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new()).ClickTracking = new() { Enable = enable, EnableText = enableText };

    public void SetOpenTracking(bool enable, string? substitutionTag = null) =>
        (TrackingSettings ??= new()).OpenTracking = new() { Enable = enable, SubstitutionTag = substitutionTag };

    public void SetSubscriptionTracking(bool enable, string? html = null, string? text = null, string? substitutionTag = null) =>
        (TrackingSettings ??= new()).SubscriptionTracking = new() { Enable = enable, Html = html, Text = text, SubstitutionTag = substitutionTag };

    /// <summary>The body of the request. Plain text comes before html and html before the rest, as the API demands.</summary>
    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents = [.. Bodies()];
            PlainTextContent = null;
            HtmlContent = null;
        }

        if (Contents is { Count: > 1 })
        {
            Contents = [.. Contents.Where(content => content is { Type.Length: > 0, Value.Length: > 0 }).OrderBy(Rank)];
        }

        return JsonSerializer.Serialize(this, Json);
    }

    private static int Rank(Content content) => content.Type == MimeType.Text ? 0 : content.Type == MimeType.Html ? 1 : 2;

    private static T Required<T>(T email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email is string text && string.IsNullOrWhiteSpace(text) ? throw new ArgumentNullException(nameof(email)) : email;
    }

    private static List<EmailAddress> Some(List<EmailAddress> emails)
    {
        ArgumentNullException.ThrowIfNull(emails);
        return emails.Count > 0 ? emails : throw new InvalidOperationException("Sequence contains no elements");
    }

    private static Dictionary<string, string> Join(Dictionary<string, string>? first, Dictionary<string, string> second) =>
        first is null ? second : first.Union(second).ToDictionary(pair => pair.Key, pair => pair.Value);

    private IEnumerable<Content> Bodies()
    {
        if (PlainTextContent is not null)
        {
            yield return new Content(MimeType.Text, PlainTextContent);
        }

        if (HtmlContent is not null)
        {
            yield return new Content(MimeType.Html, HtmlContent);
        }
    }

    private Personalization Envelope(int index, Personalization? personalization)
    {
        Personalizations ??= [];
        if (personalization is not null)
        {
            Personalizations.Add(personalization);
            return personalization;
        }

        if (index > Personalizations.Count)
        {
            throw new ArgumentException($"personalizationIndex {index} must not be greater than {Personalizations.Count}", nameof(index));
        }

        if (index == Personalizations.Count)
        {
            Personalizations.Add(new Personalization());
        }

        return Personalizations[index];
    }
}
