namespace RegelLoket.Storage;

/// <summary>What a local run sets: section <c>Loket</c>.</summary>
public sealed class DeskClockOptions
{
    public const string Section = "Loket";

    /// <summary>The blob with the clock's offset, as <c>container/blob</c>; without it the clock is the machine's.</summary>
    public string? Klok { get; init; }
}
