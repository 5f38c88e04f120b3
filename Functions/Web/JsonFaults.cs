using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RegelLoket.Web;

/// <summary>Describes the errors in an unreadable body: every field at once, by the sender's own names.</summary>
internal static class JsonFaults
{
    /// <summary>
    /// Returns the errors in <paramref name="body"/> as a <paramref name="type"/>, by field; the whole body has the
    /// empty name.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(ReadOnlyMemory<byte> body, Type type, JsonSerializerOptions options)
    {
        var faults = new Dictionary<string, string>();
        if (body.IsEmpty)
        {
            faults[""] = "Er zijn geen gegevens ontvangen.";
            return faults;
        }

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = options.MaxDepth });
            Check(document.RootElement, options.GetTypeInfo(type), "", faults);
        }
        catch (JsonException fault)
        {
            faults[""] =
                $"Dit is geen geldige JSON: kijk bij regel {fault.LineNumber + 1}, teken {fault.BytePositionInLine + 1}.";
        }
        catch (InvalidOperationException)
        {
            // The name of a field holds half a character, such as \ud800, which the document shows only when it is read.
            faults[""] = "De naam van een veld is geen geldige tekst.";
        }

        if (faults.Count == 0)
        {
            faults[""] = "De gegevens zijn niet leesbaar als JSON.";
        }

        return faults;
    }

    private static void Check(JsonElement value, JsonTypeInfo type, string name, Dictionary<string, string> faults)
    {
        switch (type.Kind, value.ValueKind)
        {
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                CheckFields(value, type, name, faults);
                break;
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                foreach (var (i, element) in value.EnumerateArray().Index())
                {
                    Check(element, type.Options.GetTypeInfo(type.ElementType!), $"{name}[{i}]", faults);
                }

                break;
            case var _ when !IsReadable(value, type):
                faults[name] = name.Length == 0 ? "Stuur één JSON-object." : "Deze waarde past niet bij dit veld.";
                break;
        }
    }

    private static void CheckFields(JsonElement value, JsonTypeInfo type, string name, Dictionary<string, string> faults)
    {
        string Path(string field) => name.Length == 0 ? field : $"{name}.{field}";
        var given = value.EnumerateObject().ToList();
        foreach (var field in given)
        {
            if (type.Properties.FirstOrDefault(
                p => p.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                Check(field.Value, type.Options.GetTypeInfo(known.PropertyType), Path(field.Name), faults);
            }
            else
            {
                faults[Path(field.Name)] = "Dit veld kennen we niet.";
            }
        }

        foreach (var missing in type.Properties.Where(
            p => p.IsRequired && !given.Exists(f => f.Name.Equals(p.Name, StringComparison.OrdinalIgnoreCase))))
        {
            faults[Path(missing.Name)] = "Dit veld ontbreekt.";
        }
    }

    private static bool IsReadable(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
