namespace RegelLoket.Escalation;

/// <summary>The limits of a question to a ministry, which keep it short enough to be read at once.</summary>
public static class Question
{
    public const int MaximumWords = 150;
    public const int MaximumLength = 2000;

    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
