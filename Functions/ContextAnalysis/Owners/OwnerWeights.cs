using System.Globalization;
using System.Reflection;

namespace RegelLoket.ContextAnalysis.Owners;

/// <summary>
/// The weights from the training program: of each feature for VWS, OCW, SZW and other owners, of each cue for several
/// problems, and of their combination with the catalogue. A readable text file, which the app reads on first use.
/// </summary>
internal sealed record OwnerWeights
{
    /// <summary>The number of owners: VWS, OCW, SZW, and all others.</summary>
    public const int Owners = 4;

    public const int Elsewhere = 3;

    private const string Resource = "RegelLoket.ContextAnalysis.Owners.owners.txt";

    private static readonly Lazy<OwnerWeights> Embedded = new(Load);

    public static OwnerWeights Current => Embedded.Value;

    /// <summary>A hash of eight hex digits over the weights.</summary>
    public required string Version { get; init; }

    /// <summary>The <see cref="OwnerFeatures.Fingerprint"/> of the features in training.</summary>
    public required string Fingerprint { get; init; }

    public required IReadOnlyDictionary<string, OwnerWord> Words { get; init; }

    public required double[] Bias { get; init; }

    public required IReadOnlyDictionary<string, float> Cues { get; init; }

    public required double CueBias { get; init; }

    public required double[] Window { get; init; }

    public required double[] WindowBias { get; init; }

    public required double[] Sets { get; init; }

    /// <summary>Returns the evidence of the small words for several problems, as log-odds.</summary>
    public double SeveralProblems(IReadOnlyCollection<string> cues)
    {
        var (sum, known) = (0.0, 0);
        foreach (var cue in cues)
        {
            if (Cues.TryGetValue(cue, out var weight))
            {
                sum += weight;
                known++;
            }
        }

        return CueBias + (sum / Math.Sqrt(Math.Max(1, known)));
    }

    public void Write(TextWriter file)
    {
        string Row(string name, IEnumerable<double> values, string format) =>
            name + "\t" + string.Join('\t', values.Select(value => value.ToString(format, CultureInfo.InvariantCulture)));
        file.Write($"version\t{Version}\nfeatures\t{Fingerprint}\n");
        file.Write(
            Row("bias", Bias, "0.####") + "\n" + Row("cuebias", [CueBias], "0.####") + "\n"
            + Row("window", Window, "0.####") + "\n");
        file.Write(Row("windowbias", WindowBias, "0.####") + "\n" + Row("sets", Sets, "0.####") + "\n");
        foreach (var (cue, weight) in Cues.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            file.Write(Row(cue, [weight], "0.##") + "\n");
        }

        foreach (var (word, learned) in Words.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            file.Write(Row(word, learned.Weights.Prepend(learned.Rarity).Select(value => (double)value), "0.##") + "\n");
        }
    }

    public static OwnerWeights Read(TextReader file)
    {
        string[] Next() => file.ReadLine()!.Split('\t')[1..];
        double[] Numbers() => [.. Next().Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        var (version, fingerprint) = (Next()[0], Next()[0]);
        var (bias, cueBias, window, windowBias, sets) = (Numbers(), Numbers()[0], Numbers(), Numbers(), Numbers());
        var cues = new Dictionary<string, float>(StringComparer.Ordinal);
        var words = new Dictionary<string, OwnerWord>(StringComparer.Ordinal);
        while (file.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            var values = Array.ConvertAll(columns[1..], text => float.Parse(text, CultureInfo.InvariantCulture));
            if (columns[0][0] == '!')
            {
                cues[columns[0]] = values[0];
            }
            else
            {
                words[columns[0]] = new OwnerWord(values[0], values[1..]);
            }
        }

        return new OwnerWeights
        {
            Version = version,
            Fingerprint = fingerprint,
            Bias = bias,
            CueBias = cueBias,
            Window = window,
            WindowBias = windowBias,
            Sets = sets,
            Cues = cues,
            Words = words,
        };
    }

    private static OwnerWeights Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"{Resource} is not embedded in the app.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
