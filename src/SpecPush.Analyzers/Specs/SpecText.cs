using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpecPush.Findings;
using SpecPush.Specs;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace SpecPush.Analyzers.Specs;

/// <summary>A spec's text and the spec read from it. Many projects and parts of an editor need it, so each text is read only once.</summary>
internal sealed class SpecText
{
    // Weak, so that older texts and those of closed solutions are freed.
    private static readonly ConcurrentDictionary<(string Path, string RelativePath), WeakReference<SpecText>> Known = new();

    // UTF-8, UTF-16 and UTF-32. The compiler reads other files in the system's own encoding.
    private static readonly ImmutableHashSet<int> UnicodeCodePages = [65001, 1200, 1201, 12000, 12001];

    private readonly RoslynText? _text;

    private SpecText(string path, RoslynText? text)
    {
        Path = path;
        _text = text;
        (Spec, Findings) = Read(path, text);
    }

    /// <summary>Relative to the repository root, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>Null if the text is not a valid spec.</summary>
    public Spec? Spec { get; }

    public ImmutableArray<Finding> Findings { get; }

    public static SpecText From(AdditionalText file, string path, CancellationToken cancellationToken)
    {
        var text = file.GetText(cancellationToken);
        var key = (file.Path, path);
        if (Known.TryGetValue(key, out var reference) && reference.TryGetTarget(out var known) && HasText(known, text))
        {
            return known;
        }

        var read = new SpecText(path, text);
        Known[key] = new WeakReference<SpecText>(read);
        return read;
    }

    private static bool HasText(SpecText known, RoslynText? text) =>
        ReferenceEquals(known._text, text) || (text is not null && known._text is { } other && Equals(other.Encoding, text.Encoding) && other.ContentEquals(text));

    private static (Spec? Spec, ImmutableArray<Finding> Findings) Read(string path, RoslynText? text)
    {
        if (text is null)
        {
            return (null, [SpecFindings.UnreadableFile(path, "the compiler could not read it")]);
        }

        if (text.Encoding is { } encoding && !UnicodeCodePages.Contains(encoding.CodePage))
        {
            return (null, [YamlFindings.InvalidBytes(new SourceLocation(path), "utf-8")]);
        }

        if (text.Length > SourceDecoder.MaximumSize)
        {
            return (null, [YamlFindings.TooLarge(path, text.Length, SourceDecoder.MaximumSize)]);
        }

        try
        {
            var (spec, findings, _) = SpecFileReader.Read(SourceDecoder.WithoutNul(new SourceText(path, text.ToString())));
            return (spec, findings);
        }
        catch (UnreadableSpecException exception)
        {
            return (null, [exception.Finding]);
        }
    }
}
