namespace RegelLoket.Cases;

/// <summary>How a field of the report is asked and checked.</summary>
public enum ReportFieldKind
{
    /// <summary>Text of one line.</summary>
    Line,

    /// <summary>Text of several lines.</summary>
    Text,

    /// <summary>A rough number in words, such as "ongeveer 20"; the form puts it above the consequences.</summary>
    Estimate,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>One or more of a list.</summary>
    Choices,

    /// <summary>One of a list that is shown whole.</summary>
    Ways,

    Email,

    Telephone,
}
