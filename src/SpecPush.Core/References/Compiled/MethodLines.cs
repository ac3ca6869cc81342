using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>The lines of a method in one file.</summary>
/// <param name="Path">Relative to the repository root, with <c>/</c>.</param>
/// <param name="Line">Where its code begins.</param>
/// <param name="FirstLine">The smallest line.</param>
/// <param name="LastLine">The largest line.</param>
internal sealed record MethodLines(string Path, int Line, int FirstLine, int LastLine)
{
    /// <summary>Null when no visible line of the method is in a file of the repository.</summary>
    public static MethodLines? Read(MethodDebugInformation method, IReadOnlyDictionary<DocumentHandle, string> paths)
    {
        MethodLines? lines = null;
        foreach (var point in method.GetSequencePoints())
        {
            // Generated code continues under several names; the first that the repository has is where the method is.
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
