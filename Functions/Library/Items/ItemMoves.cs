using System.Text;

namespace RegelLoket.Library.Items;

/// <summary>
/// The lists to which an item belonged before it was changed, so that the feed of a law, a theme or a branche that it
/// left says so, as it does of a withdrawal. They are stored as metadata of the item's blob, since they are no part of
/// what it tells.
/// </summary>
internal static class ItemMoves
{
    private const string Key = "moves";

    // Metadata of a blob takes 8 KB.
    private const int MostBytes = 6_000;

    /// <summary>Reads the metadata of a blob.</summary>
    public static IReadOnlyList<WithdrawnItem> Read(IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(Key, out var stored)
            ? LibraryJson.Read<IReadOnlyList<WithdrawnItem>>(Encoding.ASCII.GetBytes(stored)) : [];

    /// <summary>Returns the moves of an item that is about to replace an earlier one, the last move first.</summary>
    public static IReadOnlyList<WithdrawnItem> Of(LibraryItem earlier, IReadOnlyList<WithdrawnItem> known, LibraryItem item)
    {
        var (was, isNow) = (WithdrawnItem.Of(earlier, item.ModifiedAt), WithdrawnItem.Of(item, item.ModifiedAt));
        var hasLeft = was.Laws.Except(isNow.Laws).Any() || was.Themes.Except(isNow.Themes).Any()
            || was.Branches.Except(isNow.Branches).Any();
        return hasLeft ? [was, .. known] : known;
    }

    /// <summary>Returns the metadata of a blob; the oldest moves are left out where it takes no more.</summary>
    public static Dictionary<string, string>? Metadata(IReadOnlyList<WithdrawnItem> moves)
    {
        while (moves.Count > 0)
        {
            var written = LibraryJson.Write(moves);
            if (written.Length <= MostBytes)
            {
                return new() { [Key] = Encoding.ASCII.GetString(written) };
            }

            moves = [.. moves.SkipLast(1)];
        }

        return null;
    }
}
