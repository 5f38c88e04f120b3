namespace RegelLoket.Storage;

/// <summary>The result of a command that is executed once for each request.</summary>
public abstract record Once
{
    private Once()
    {
    }

    /// <summary>The command succeeded, now or at an earlier identical request, with this value.</summary>
    public sealed record Done(string Value) : Once;

    /// <summary>The command failed, or is in progress elsewhere; the same request may be sent again.</summary>
    public sealed record Failed : Once;

    /// <summary>The key was used before for other content.</summary>
    public sealed record KeyInUse : Once;
}
