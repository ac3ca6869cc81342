using System.Reflection.Metadata;
using SpecPush.Files;
using SpecPush.References.Manifests;

namespace SpecPush.References.Compiled;

/// <summary>Finds the files and lines of tests.</summary>
internal sealed class TestPlaces(string repositoryRoot, SourcePaths paths, MethodMap methods, ClassPlaces classes)
{
    private readonly Dictionary<string, string[]> _texts = new(StringComparer.Ordinal);

    /// <summary>Null if the test is not in a file of the repository.</summary>
    public CompiledTest? Place(FoundTest test)
    {
        var baked = CallerLines(test.Place);
        if ((test.Method.IsNil ? ClassLines(test.Class) : methods.Find(test.Method) ?? baked) is not { } lines)
        {
            return null;
        }

        var first = RegionStart.Find(Text(lines.Path), lines.FirstLine, methods.LastLineBefore(lines.Path, lines.FirstLine));
        if (baked is not null && baked.Path == lines.Path)
        {
            first = Math.Min(first, baked.Line);
        }

        return new CompiledTest(lines.Path, lines.Line, first, lines.LastLine, [.. test.Acids.Order(StringComparer.Ordinal)]);
    }

    private MethodLines? ClassLines(TypeDefinitionHandle type) =>
        classes.FindFile(type) is { } path && classes.FindLine(type, Text(path)) is var line ? new MethodLines(path, line, line, line) : null;

    // In code that Reqnroll generates, a line directive maps all attributes to one line of the .feature file.
    private MethodLines? CallerLines(CallerPlace? place) =>
        place is not null && paths.Find(place.File) is { } path && !path.EndsWith(".feature", StringComparison.OrdinalIgnoreCase)
            ? new MethodLines(path, place.Line, place.Line, place.Line)
            : null;

    private string[] Text(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            text = Read(path);
            _texts.Add(path, text);
        }

        return text;
    }

    private string[] Read(string path)
    {
        try
        {
            return RegularFile.ReadAllLines(Path.Combine(repositoryRoot, path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
