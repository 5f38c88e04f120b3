using Microsoft.AspNetCore.Components;

namespace RegelLoket.Web.Components;

/// <summary>
/// The common parameters of all form fields. The value and the error come from the page's <see cref="FormState"/>, by
/// name.
/// </summary>
public abstract class FieldControl : ComponentBase
{
    [CascadingParameter] public required FormState Form { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>One line of help under the label.</summary>
    [Parameter] public string? Description { get; set; }

    /// <summary>The reason why this is asked, and its readers; collapsed under "Waarom vragen we dit?".</summary>
    [Parameter] public string? Why { get; set; }

    [Parameter] public bool Optional { get; set; }

    /// <summary>Whether the label is the page's h1, for a page with one question.</summary>
    [Parameter] public bool LabelIsHeading { get; set; }

    /// <summary>The maximum number of characters; null for a field without a counter.</summary>
    [Parameter] public int? Limit { get; set; }

    protected string? Error => Form.Error(Name);

    protected string? DescribedBy => Field.DescribedBy(Name, Description, Error) is var words && Limit is null ? words
        : $"{words} {Name}-teller".Trim();
}
