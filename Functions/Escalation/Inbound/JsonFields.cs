using System.Text.Json;

namespace RegelLoket.Escalation.Inbound;

/// <summary>
/// Parses the service's JSON fields leniently: unreadable values are empty or remain as written. A string may hold half
/// of a surrogate pair, which is valid JSON and no valid text.
/// </summary>
internal static class JsonFields
{
    /// <summary>Returns the string members of an object; none for anything else.</summary>
    public static Dictionary<string, string> StringsOf(string json) => StringsOf(MembersOf(json));

    /// <inheritdoc cref="StringsOf(string)"/>
    public static Dictionary<string, string> StringsOf(JsonElement element) => StringsOf(MembersOf(element));

    /// <summary>
    /// Returns the members of an object; none for anything else. The last of two with the same name counts.
    /// </summary>
    public static Dictionary<string, JsonElement> MembersOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return MembersOf(document.RootElement.Clone());
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Returns the text of a string, or the raw text of any other value.</summary>
    public static string TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind is JsonValueKind.String or JsonValueKind.Null ? element.GetString() ?? ""
                : element.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText().Trim('"');
        }
    }

    private static Dictionary<string, JsonElement> MembersOf(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : default)
        {
            if (NameOf(member) is { } name)
            {
                members[name] = member.Value;
            }
        }

        return members;
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> StringsOf(Dictionary<string, JsonElement> members) => members
        .Where(member => member.Value.ValueKind == JsonValueKind.String)
        .ToDictionary(member => member.Key, member => TextOf(member.Value));
}
