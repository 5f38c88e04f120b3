using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>A mail as the ministry will receive it, without the code in its link.</summary>
public sealed record PreviewedMail(Ministry Ministry, string To, string Subject, string Text);
