namespace RegelLoket.Escalation;

/// <summary>
/// A session on the ministry's page: the code of the link, and whether an access code proved the mailbox.
/// </summary>
public sealed record ReactionSession(ReplyCode Code, bool IsVerified);
