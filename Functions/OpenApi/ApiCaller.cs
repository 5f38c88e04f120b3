namespace RegelLoket.OpenApi;

/// <summary>By what a caller shows who they are.</summary>
public enum ApiCaller
{
    /// <summary>Nobody has to say who they are.</summary>
    Everybody,

    /// <summary>The reporter, by the code that came with the receipt.</summary>
    Reporter,

    /// <summary>A ministry, by the code of its link or its session.</summary>
    Ministry,

    /// <summary>An analyst or a coordinator, by a token.</summary>
    Colleague,
}
