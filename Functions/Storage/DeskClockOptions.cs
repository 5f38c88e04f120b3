namespace RegelLoket.Storage;

/// <summary>The clock setting of a local run: section <c>Loket</c>.</summary>
public sealed class DeskClockOptions
{
    public const string Section = "Loket";

    /// <summary>The blob with the clock's offset, as <c>container/blob</c>; null for the machine's clock.</summary>
    public string? Klok { get; init; }
}
