using RegelLoket.Cases;

namespace RegelLoket.Escalation;

/// <summary>A mail as a ministry will get it, but for the code in its link.</summary>
public sealed record PreviewedMail(Ministry Ministry, string To, string Subject, string Text);
