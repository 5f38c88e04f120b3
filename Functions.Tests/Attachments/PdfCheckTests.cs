using System.Text;
using RegelLoket.Attachments;

namespace RegelLoket.Tests.Attachments;

public sealed class PdfCheckTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "<< /S /JavaScript /JS (app.alert\\(1\\)) >>", "actief" },
        { "<< /S /J#61vaScript /#4AS (app.alert\\(1\\)) >>", "actief" },
        { "<< /S /Launch /F (program) >>", "actief" },
        { "<< /S /SubmitForm /F (https://elsewhere.example) >>", "actief" },
        { "<< /Type /Annot /Subtype /RichMedia >>", "actief" },
        { "<< /Type /Annot /Subtype /Movie >>", "actief" },
        { "<< /Type /Filespec /EF << /F 9 0 R >> >>", "bestand-erin" },
        { "<< /Type /Annot /Subtype /FileAttachment >>", "bestand-erin" },
        { "<< /S /GoToE >>", "bestand-erin" },
        { "<< /FT /Tx /T (naam) >>", "formulier" },
        { "<< /Fields [] /XFA [] >>", "formulier" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void FaultIn_ObjectThatActs_IsRefusedWhereverItStands(string found, string fault)
    {
        Assert.Equal(fault, Fault(TestPdf.Of(more: found)));
        Assert.Equal(fault, Fault(TestPdf.Packed(more: found)));
        Assert.Equal(fault, Fault(TestPdf.Of($"/Something {found}")));
        Assert.Equal(fault, Fault(TestPdf.Packed($"/Something {found}")));
    }

    [Fact]
    public void FaultIn_PlainLetter_IsTaken()
    {
        Assert.Null(Fault(TestPdf.Of()));
        Assert.Null(Fault(TestPdf.Packed()));
        Assert.Null(Fault(TestPdf.Of("/OpenAction [3 0 R /Fit]", "<< /S /URI /URI (https://wetten.overheid.nl) >>")));
        Assert.Null(Fault(TestPdf.Of(more: "(Een tekst over /JavaScript en /Launch)")));
    }

    [Fact]
    public void FaultIn_SignedLetter_IsTaken() => Assert.Null(Fault(TestPdf.Of(
        "/AcroForm << /Fields [5 0 R] /SigFlags 3 >>", "<< /FT /Sig /T (Handtekening) /Subtype /Widget /Type /Annot >>")));

    [Fact]
    public void FaultIn_ScriptThatNoTableNames_IsRefused()
    {
        byte[] older = [.. TestPdf.Of(), .. Encoding.Latin1.GetBytes("7 0 obj\n<< /S /JavaScript >>\nendobj\n%%EOF\n")];

        Assert.Equal("actief", Fault(older));
    }

    [Fact]
    public void FaultIn_EncryptedDocument_IsRefused()
    {
        Assert.Equal("versleuteld", Fault(TestPdf.WithTrailer(
            "/Encrypt 5 0 R /ID [<00> <00>]", "<< /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>")));
    }

    [Fact]
    public void FaultIn_WhatIsNoDocument_IsUnreadable()
    {
        Assert.Equal("onleesbaar", Fault(Encoding.ASCII.GetBytes("%PDF-1.7\nhallo")));
        Assert.Equal("onleesbaar", Fault(TestPdf.Of()[..200]));
        Assert.Equal("onleesbaar", Fault(TestPdf.Packed()[..150]));
    }

    [Fact]
    public void FaultIn_DeepNesting_IsRefusedBeforeAnyReaderRecurses()
    {
        var deep = $"{new string('[', 100_000)}{new string(']', 100_000)}";

        Assert.Equal("onleesbaar", Fault(TestPdf.Of(more: deep)));
        Assert.Equal("onleesbaar", Fault(TestPdf.Packed(more: deep)));
    }

    [Fact]
    public void FaultIn_ObjectsThatUnpackToTooMuch_AreRefusedInLittleMemory()
    {
        var bomb = TestPdf.Packed(more: new string(' ', 60_000_000));
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("te-veel-onderdelen", Fault(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 * 1024 * 1024);
    }

    [Fact]
    public void FaultIn_MoreThanALibraryCanHold_IsRefusedWithAWordBeforeOneReadsIt()
    {
        var numbers = $"[{string.Concat(Enumerable.Repeat("0 ", PdfTally.Most))}]";
        var text = $"({new string('a', 2 * PdfTally.Most)})";
        string[] halves = [numbers[..PdfTally.Most] + "]", numbers[..PdfTally.Most] + "]"];

        Assert.Equal("te-veel-onderdelen", Fault(TestPdf.Of(more: numbers)));
        Assert.Equal("te-veel-onderdelen", Fault(TestPdf.Packed(more: numbers)));
        Assert.Equal("te-veel-onderdelen", Fault(TestPdf.Packed(more: halves)));
        Assert.Equal("te-veel-onderdelen", Fault(TestPdf.Of(more: text)));
        Assert.Equal("te-veel-onderdelen", Fault(TestPdf.Packed(more: text)));
    }

    [Fact]
    public void FaultIn_ScanOfTenMegabytes_IsHeldInMemoryOnce()
    {
        var document = TestPdf.OfSize(10_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(Fault(document));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 15_000_000);
    }

    [Theory]
    [InlineData("0 ", 1)]
    [InlineData("(a)", 2)]
    [InlineData("<< /A 0 >> ", 4)]
    public void FaultIn_DocumentAtTheLimit_IsReadInBoundedMemory(string item, int tokens)
    {
        var document = TestPdf.Packed(more: $"[{string.Concat(Enumerable.Repeat(item, (PdfTally.Most - 1000) / tokens))}]");
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(Fault(document));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 120 * 1024 * 1024);
    }

    [Fact]
    public void FaultIn_ReportOfManyPages_IsTaken() => Assert.Null(Fault(TestPdf.Of(more: [.. Enumerable.Range(0, 8000).Select(
        i => $"<< /Type /StructElem /S /P /P 5 0 R /K {i} /Pg 3 0 R /Lang (nl-NL) >>")])));

    [Fact]
    public void FaultIn_NumberThatNoFileOfThisSizeNeeds_IsRefused()
    {
        Assert.Equal("onleesbaar", Fault(TestPdf.Of(more: "10485761")));
        Assert.Equal("onleesbaar", Fault(TestPdf.Packed(more: "10485761")));
        Assert.Equal("onleesbaar", Fault(TestPdf.Of(more: "<< /Length 4 /Columns 10485761 >>\nstream\ntext\nendstream")));
        Assert.Null(Fault(TestPdf.Of(more: "[10485761]")));
        Assert.Null(Fault(TestPdf.Packed(more: "[10485761]")));
    }

    [Fact]
    public void FaultIn_TablesThatGoRoundInACircle_AreGivenUp()
    {
        var document = Encoding.Latin1.GetString(TestPdf.WithTrailer("/Prev 0000000"));
        var table = document.IndexOf("xref\n", StringComparison.Ordinal);

        Assert.Equal("onleesbaar", Fault(Encoding.Latin1.GetBytes(
            document.Replace("/Prev 0000000", $"/Prev {table:D7}", StringComparison.Ordinal))));
    }

    [Fact]
    public void FaultIn_ObjectHiddenWhereTheSyntaxPassesOver_IsRefused()
    {
        Assert.Equal("onleesbaar", Fault(TestPdf.Of(more: "(hier: 7 0 obj << >> endobj)")));
        Assert.Equal("onleesbaar", Fault(TestPdf.Of(more: "null % 7 0 obj << >> endobj")));
        Assert.Equal("onleesbaar", Fault(TestPdf.Of(more: "<< /Length 30 >>\nstream\n7 0 obj << >> endobj\nendstream")));
    }

    [Fact]
    public void FaultIn_PackingThatNoWriterUses_IsRefused() => Assert.Equal("onleesbaar", Fault(Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(TestPdf.Packed()).Replace(
            "/Type /ObjStm", "/Type /ObjStm /Filter [/FlateDecode /LZWDecode]", StringComparison.Ordinal))));

    [Theory]
    [InlineData("/N 1 /First 4 /Filter /FlateDecode", "actief")]
    [InlineData("/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode]", "actief")]
    [InlineData("/Type /ObjStm /N 1 /First 4 /Filter 9 0 R", "onleesbaar")]
    [InlineData("/Type /ObjStm /N 1 /First 4 /Filter [9 0 R]", "onleesbaar")]
    [InlineData("/Type /ObjStm /N 1 /First 4 /Filter /Other", "onleesbaar")]
    [InlineData("/Type 9 0 R /N 1 /First 4 /Filter /FlateDecode /DecodeParms 9 0 R", "onleesbaar")]
    [InlineData("/N 9 0 R /Filter /FlateDecode", "onleesbaar")]
    [InlineData("/W [0 0 0] /Filter /FlateDecode", "onleesbaar")]
    public void FaultIn_PackedObjectsThatDoNotSayWhatTheyAre_AreReadOrRefused(string dictionary, string fault)
    {
        var data = TestImages.Zlib([.. "9 0 << /S /JavaScript >>"u8]);
        byte[] older =
        [
            .. TestPdf.Of(), .. Encoding.Latin1.GetBytes($"7 0 obj\n<< {dictionary} /Length {data.Length} >>\nstream\n"), .. data,
            .. "\nendstream\nendobj\n%%EOF\n"u8,
        ];

        Assert.Equal(fault, Fault(older));
    }

    [Fact]
    public void FaultIn_ObjectHiddenInAHexString_IsRefused() => Assert.Equal(
        "onleesbaar", Fault([.. TestPdf.Of(), .. "8 0 obj\n<20 7 0 obj 20>\nendobj\n%%EOF\n"u8]));

    [Fact]
    public void FaultIn_TableInBothWays_IsTaken() => Assert.Null(Fault(TestPdf.WithTrailer("/XRefStm 15")));

    [Fact]
    public void FaultIn_AnyByteChanged_NeverThrows()
    {
        var random = new Random(5);
        foreach (var document in new[] { TestPdf.Of(more: "<< /FT /Sig >>"), TestPdf.Packed() })
        {
            for (var i = 0; i < 500; i++)
            {
                var changed = document.ToArray();
                changed[random.Next(8, changed.Length)] = (byte)random.Next(256);
                Fault(changed);
            }
        }
    }

    private static string? Fault(byte[] document)
    {
        using var content = new MemoryStream(document);
        return PdfCheck.FaultIn(content) is { } fault ? RegelLoket.Cases.EnumNames.Slug(fault) : null;
    }
}
