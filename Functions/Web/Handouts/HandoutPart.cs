namespace RegelLoket.Web.Handouts;

/// <summary>A text of a handout under a heading of its own.</summary>
public sealed record HandoutPart(string Heading, string Text);
