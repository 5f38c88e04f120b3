namespace RegelLoket.Web.Components;

/// <summary>The section of the site to which a page belongs, which decides its menu and the current entry.</summary>
public enum Section
{
    None,
    Start,
    Report,
    Follow,
    Library,
    Workbench,
    Insight,
    Rules,
    WorkbenchLibrary,
}
