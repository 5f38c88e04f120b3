namespace RegelLoket.Language.PersonalData;

/// <summary>The roles that a word can have in or near a name.</summary>
[Flags]
internal enum NameKinds
{
    None = 0,

    /// <summary>A first name that is common in the Netherlands.</summary>
    First = 1,

    /// <summary>A first name that is also a word or part of an organisation's name: alone it proves nothing.</summary>
    AlsoWord = 2,

    /// <summary>A first name from anywhere in the world.</summary>
    Given = 4,

    Surname = 8,

    /// <summary>A Dutch word, a form of one, or a compound of them.</summary>
    Word = 16,

    /// <summary>A place, a country, an organisation, a method, or a capitalised word that begins no name.</summary>
    Other = 32,
}
