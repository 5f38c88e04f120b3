namespace LocalHost.Lokaal.Clock;

/// <summary>Formats an approximate length of time in Dutch.</summary>
internal static class Age
{
    public static string InWords(TimeSpan age) => age switch
    {
        { TotalDays: >= 2 } => $"{(int)age.TotalDays} dagen",
        { TotalHours: >= 2 } => $"{(int)age.TotalHours} uur",
        { TotalMinutes: >= 2 } => $"{(int)age.TotalMinutes} minuten",
        { TotalSeconds: >= 1 and < 2 } => "1 seconde",
        _ => $"{Math.Max(0, (int)age.TotalSeconds)} seconden",
    };
}
