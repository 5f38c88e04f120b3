using Microsoft.DurableTask.Client;
using RegelLoket.Cases;
using RegelLoket.Web.SignIn;

namespace RegelLoket.Web;

/// <summary>
/// One tab of a case in the workbench, supplied by the step whose it is. The workbench shows the component and hands its forms back;
/// a form posts to <c>/werkbank/zaken/{number}/{slug}</c> and says what it wants in a field <c>actie</c>.
/// </summary>
public interface ICaseTab
{
    /// <summary>The last part of the tab's address.</summary>
    string Slug { get; }

    string Title { get; }

    /// <summary>Its place among the tabs, from left to right: the report is 0, publication 50.</summary>
    int Place { get; }

    /// <summary>A Razor component that takes <c>CaseFile File</c> and <c>SignedIn Viewer</c>; the form's state cascades to its fields.</summary>
    Type Component { get; }

    /// <summary>Carries out what a form of the tab asks; errors come back under the names of the form's fields.</summary>
    Task<CommandResult> ActAsync(TabPost post, CancellationToken cancellation);
}

/// <summary>A form of a tab as it was posted.</summary>
public sealed record TabPost(SignedIn By, CaseNumber Number, FormState Form, DurableTaskClient Workflows)
{
    public Actor Actor => By.AsActor();

    /// <summary>What the form asks for: the value of the button that sent it.</summary>
    public string Action => Form.Value("actie");
}
