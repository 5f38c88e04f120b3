namespace LocalHost.Lokaal.Mail;

/// <summary>What the app answered to a call of the mail service.</summary>
internal sealed record WebhookAnswer(int Status, string Body);
