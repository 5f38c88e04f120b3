namespace LocalHost.Lokaal;

/// <summary>A step of the tour on the index page.</summary>
/// <param name="Text">The action, in Dutch.</param>
/// <param name="Address">The place: a path on this host.</param>
internal sealed record FirstStep(string Text, string Address);
