using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;

namespace RegelLoket.Cases;

/// <summary>
/// The two names of a value of a fixed list: its slug in the API and in storage
/// (<see cref="JsonStringEnumMemberNameAttribute"/>), and its label for people (<see cref="DisplayAttribute.Name"/>).
/// </summary>
public static class EnumNames
{
    public static string Slug<T>(this T value) where T : struct, Enum => List<T>.Slugs[value];

    public static string Label<T>(this T value) where T : struct, Enum => List<T>.Labels[value];

    /// <summary>Parses a slug by exact match; false for anything else.</summary>
    public static bool TryParseSlug<T>([NotNullWhen(true)] string? slug, out T value) where T : struct, Enum
    {
        value = default;
        return slug is not null && List<T>.Values.TryGetValue(slug, out value);
    }

    /// <summary>Returns all values in the order of the list.</summary>
    public static IReadOnlyList<T> All<T>() where T : struct, Enum => List<T>.Ordered;

    private static class List<T> where T : struct, Enum
    {
        public static readonly T[] Ordered = Enum.GetValues<T>();
        public static readonly Dictionary<T, string> Slugs = Ordered.ToDictionary(
            v => v, v => Field(v).GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name);
        public static readonly Dictionary<T, string> Labels = Ordered.ToDictionary(
            v => v, v => Field(v).GetCustomAttribute<DisplayAttribute>()!.Name!);
        public static readonly Dictionary<string, T> Values = Slugs.ToDictionary(
            pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        private static FieldInfo Field(T value) => typeof(T).GetField(value.ToString())!;
    }
}
