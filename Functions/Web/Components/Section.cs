namespace RegelLoket.Web.Components;

/// <summary>Where in the site a page belongs: which menu it has and which entry of it is marked.</summary>
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
