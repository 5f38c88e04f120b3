namespace RegelLoket.Web.Handouts;

/// <summary>The kind of a block of a handout, which decides on its letters and on its tag.</summary>
public enum HandoutStyle
{
    Kicker,
    Title,
    Lead,
    Heading,
    Text,
    Small,
}
