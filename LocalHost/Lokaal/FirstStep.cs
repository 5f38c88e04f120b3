namespace LocalHost.Lokaal;

/// <summary>A step of the tour on the index page.</summary>
/// <param name="Text">What to do, in Dutch.</param>
/// <param name="Address">Where to do it: a path on this host.</param>
internal sealed record FirstStep(string Text, string Address);
