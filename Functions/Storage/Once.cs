namespace RegelLoket.Storage;

/// <summary>What came of a command that happens once for each request.</summary>
public abstract record Once
{
    private Once()
    {
    }

    /// <summary>It happened, now or when the same request came before, and made this.</summary>
    public sealed record Done(string Value) : Once;

    /// <summary>Nothing came of it, or another is still at it: the same request may be sent again.</summary>
    public sealed record Failed : Once;

    /// <summary>The key was used before for something else.</summary>
    public sealed record KeyInUse : Once;
}
