namespace RegelLoket.Cases;

/// <summary>The kind of input of a field of the report.</summary>
public enum ReportFieldKind
{
    /// <summary>A text of one line.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Text,

    /// <summary>A rough number in words, such as "ongeveer 20"; the form adds it to the consequences.</summary>
    Estimate,

    /// <summary>One value of a list.</summary>
    Choice,

    /// <summary>One or more values of a list.</summary>
    Choices,

    /// <summary>One value of a list that is shown in full.</summary>
    Ways,

    Email,

    Telephone,
}
