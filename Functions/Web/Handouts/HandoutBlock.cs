namespace RegelLoket.Web.Handouts;

/// <summary>A paragraph or a heading of a handout.</summary>
/// <param name="Style">What it is.</param>
/// <param name="Text">Its text, without line ends.</param>
/// <param name="Link">Where the text leads; null when it is no link.</param>
public sealed record HandoutBlock(HandoutStyle Style, string Text, Uri? Link = null);
