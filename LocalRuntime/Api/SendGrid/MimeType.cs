namespace SendGrid;

/// <summary>The types of a mail's bodies.</summary>
#pragma warning disable CA1052, CA2211 // The public contract: a class, with read-only fields.
public class MimeType
#pragma warning restore CA1052, CA2211
{
    public static readonly string Html = "text/html";

    public static readonly string Text = "text/plain";
}
