namespace LocalHost.Lokaal.Mail;

/// <summary>The app's response to a call of the mail service.</summary>
internal sealed record WebhookAnswer(int Status, string Body);
