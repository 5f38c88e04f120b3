namespace RegelLoket.Web;

/// <summary>
/// A tab of the case page, registered by the step that owns it: a component with the parameters <c>Case</c>,
/// <c>Viewer</c> and <c>Form</c>. The page only knows their order, so that it does not depend on the steps.
/// </summary>
/// <param name="Order">The position among the tabs, in the order of the steps.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">The title on the page.</param>
/// <param name="Component">The type of the component.</param>
public sealed record CaseTab(int Order, string Slug, string Title, Type Component);
