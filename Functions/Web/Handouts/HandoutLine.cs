namespace RegelLoket.Web.Handouts;

/// <summary>A line of a handout on its page.</summary>
/// <param name="Block">The block of which it is a part.</param>
/// <param name="Text">Its text.</param>
/// <param name="Page">The page, counted from 0.</param>
/// <param name="Top">The top of the line, in points from the top of the page.</param>
/// <param name="Height">The height of the line, in points.</param>
internal sealed record HandoutLine(HandoutBlock Block, string Text, int Page, double Top, double Height);
