namespace RegelLoket.Web;

/// <summary>
/// A tab of the case page, registered by the step that owns it: a component with the parameters <c>Case</c>, <c>Viewer</c> and <c>Form</c>.
/// The page shows the tabs by their order, so that it needs to know none of them.
/// </summary>
/// <param name="Order">Its place among the tabs, in the order in which a case meets the steps.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">Its name on the page.</param>
/// <param name="Component">The type of the component.</param>
public sealed record CaseTab(int Order, string Slug, string Title, Type Component);
