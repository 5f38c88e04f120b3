namespace RegelLoket.Web.Handouts;

/// <summary>What a block of a handout is, which decides on its letters and on its tag.</summary>
public enum HandoutStyle
{
    Kicker,
    Title,
    Lead,
    Heading,
    Text,
    Small,
}
