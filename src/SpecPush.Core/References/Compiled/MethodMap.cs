using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>Maps the methods of an assembly to lines in the repository's files.</summary>
internal sealed class MethodMap
{
    private readonly Dictionary<MethodDefinitionHandle, MethodLines> _methods = [];
    private readonly Dictionary<string, List<int>> _lastLines = new(StringComparer.Ordinal);
    private readonly HashSet<MethodDefinitionHandle> _generated = [];

    public static MethodMap Empty { get; } = new();

    public static MethodMap Read(
        MetadataReader assembly, MetadataReader symbols, SourceDocuments documents, CancellationToken cancellationToken)
    {
        var map = new MethodMap();
        var closures = new Closures(assembly);
        foreach (var handle in symbols.MethodDebugInformation)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var method = symbols.GetMethodDebugInformation(handle);
            if (method.SequencePointsBlob.IsNil)
            {
                continue;
            }

            if (MethodLines.Read(method, documents.Files) is { } lines)
            {
                map.Add(handle.ToDefinitionHandle(), method.GetStateMachineKickoffMethod(), lines);
            }
            else if (MethodDocuments.Find(symbols, handle.ToDefinitionHandle()).ToHashSet() is { Count: > 0 } others && documents.Generated.IsSupersetOf(others))
            {
                map._generated.UnionWith([handle.ToDefinitionHandle(), method.GetStateMachineKickoffMethod()]);
            }
        }

        foreach (var (method, lastLine) in closures.FindLastLines(map._methods))
        {
            map._methods[method] = map._methods[method] with { LastLine = lastLine };
        }

        foreach (var lastLines in map._lastLines.Values)
        {
            lastLines.Sort();
        }

        return map;
    }

    public MethodLines? Find(MethodDefinitionHandle method) => _methods.GetValueOrDefault(method);

    /// <summary>Whether a tool wrote the method for the build.</summary>
    public bool IsGenerated(MethodDefinitionHandle method) => _generated.Contains(method);

    /// <summary>The last line of the nearest method that ends before <paramref name="line"/>; 0 if there is none.</summary>
    public int LastLineBefore(string path, int line)
    {
        if (!_lastLines.TryGetValue(path, out var lastLines))
        {
            return 0;
        }

        var index = lastLines.BinarySearch(line);
        index = index < 0 ? ~index : index;
        while (index > 0 && lastLines[index - 1] >= line)
        {
            index--;
        }

        return index == 0 ? 0 : lastLines[index - 1];
    }

    private void Add(MethodDefinitionHandle method, MethodDefinitionHandle kickoff, MethodLines lines)
    {
        // The body of an async method or iterator is in its state machine, except with runtime async.
        _methods[method] = lines;
        if (!kickoff.IsNil)
        {
            _methods.TryAdd(kickoff, lines);
        }

        if (!_lastLines.TryGetValue(lines.Path, out var lastLines))
        {
            _lastLines.Add(lines.Path, lastLines = []);
        }

        lastLines.Add(lines.LastLine);
    }
}

/// <summary>The lines of a method in one file.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">Where its code begins.</param>
/// <param name="FirstLine">The lowest line of its code.</param>
/// <param name="LastLine">The highest line of its code.</param>
internal sealed record MethodLines(string Path, int Line, int FirstLine, int LastLine)
{
    /// <summary>Null if no visible line of the method is in a file of the repository.</summary>
    public static MethodLines? Read(MethodDebugInformation method, IReadOnlyDictionary<DocumentHandle, string> paths)
    {
        MethodLines? lines = null;
        foreach (var point in method.GetSequencePoints())
        {
            // Generated code may come from several files; the method is in the first one that is in the repository.
            if (point.IsHidden || !paths.TryGetValue(point.Document, out var path) || (lines is not null && lines.Path != path))
            {
                continue;
            }

            lines = lines is null
                ? new MethodLines(path, point.StartLine, point.StartLine, point.EndLine)
                : lines with { FirstLine = Math.Min(lines.FirstLine, point.StartLine), LastLine = Math.Max(lines.LastLine, point.EndLine) };
        }

        return lines;
    }
}
