using RegelLoket.Cases;
using RegelLoket.Library.Search;

namespace RegelLoket.Library.Subscriptions;

/// <summary>Reads what somebody wants to follow, of a form or of the API; every wrong field is reported at once.</summary>
internal static class FollowForm
{
    public const string TopicField = "volg";
    public const string LawField = "wet";
    public const string EmailField = "email";
    public const string CodeField = "code";

    private const int MostTopics = 50;

    /// <summary>Returns the address and the topics; null when something is wrong.</summary>
    /// <param name="email">The address as it was typed.</param>
    /// <param name="topics">The topics, each with the field that it came from.</param>
    /// <param name="choice">The field of the error when there are none.</param>
    /// <param name="view">The library.</param>
    /// <param name="errors">Gets the errors.</param>
    public static (EmailAddress Email, IReadOnlyList<Topic> Topics)? Read(
        string? email, IReadOnlyList<(string Field, string? Text)> topics, string choice, LibraryView view, FieldErrors errors)
    {
        var chosen = new List<Topic>();
        foreach (var (field, text) in topics)
        {
            if (Topic.TryParse(text, view, out var topic))
            {
                chosen.Add(topic);
            }
            else
            {
                errors.Add(field, "Dit staat niet in de bibliotheek.");
            }
        }

        errors.AddWhen(topics.Count == 0, choice, "Kies wat je wilt volgen.");
        errors.AddWhen(topics.Count > MostTopics, choice, $"Kies hoogstens {MostTopics} dingen tegelijk.");
        return errors.TryEmail(EmailField, email, out var address) && !errors.Any ? (address, [.. chosen.Distinct()]) : null;
    }
}
