namespace RegelLoket.OpenApi;

/// <summary>The authentication of a caller.</summary>
public enum ApiCaller
{
    /// <summary>No authentication.</summary>
    Everybody,

    /// <summary>The reporter, by the follow code from the receipt.</summary>
    Reporter,

    /// <summary>A ministry, by the code of its link or its session.</summary>
    Ministry,

    /// <summary>An organisation that does an experiment, by the code of its link.</summary>
    Participant,

    /// <summary>An analyst or a coordinator, by a token.</summary>
    Colleague,
}
