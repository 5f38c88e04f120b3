namespace RegelLoket.Language.PersonalData;

/// <summary>What a word can be in a name, or instead of one.</summary>
[Flags]
internal enum NameKinds
{
    None = 0,

    /// <summary>A first name that is common here.</summary>
    First = 1,

    /// <summary>A first name that is also an everyday word, or part of the name of an organisation: alone it proves nothing.</summary>
    AlsoWord = 2,

    /// <summary>A first name somewhere in the world.</summary>
    Given = 4,

    Surname = 8,

    /// <summary>A Dutch word, a form of one, or a compound of them.</summary>
    Word = 16,

    /// <summary>A place, a country, an organisation, a method, or a word with a capital that begins no name.</summary>
    Other = 32,
}
