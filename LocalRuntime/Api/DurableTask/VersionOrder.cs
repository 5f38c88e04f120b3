namespace Microsoft.DurableTask;

/// <summary>Orders orchestration versions: numeric where both are (1.10 after 1.9), no version before any, else as text.</summary>
internal static class VersionOrder
{
    public static int Compare(string? left, string? right)
    {
        var noLeft = string.IsNullOrWhiteSpace(left);
        var noRight = string.IsNullOrWhiteSpace(right);
        if (noLeft || noRight)
        {
            return noRight.CompareTo(noLeft);
        }

        return System.Version.TryParse(left, out var a) && System.Version.TryParse(right, out var b)
            ? a.CompareTo(b)
            : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }
}
