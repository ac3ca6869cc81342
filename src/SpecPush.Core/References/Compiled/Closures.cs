using System.Reflection.Metadata;

namespace SpecPush.References.Compiled;

/// <summary>
/// Finds the methods that compilers generate from lambdas and local functions: C# names the methods <c>&lt;Owner&gt;b__0</c>, F# names
/// their classes <c>Owner@12</c>.
/// </summary>
internal sealed class Closures(MetadataReader reader)
{
    /// <summary>The methods whose last line is in a lambda or local function.</summary>
    public List<(MethodDefinitionHandle Method, int LastLine)> FindLastLines(IReadOnlyDictionary<MethodDefinitionHandle, MethodLines> methods)
    {
        var located = methods.Select(method => new LocatedMethod(method.Key, method.Value)).ToList();
        var byName = located.ToLookup(method => (method.Lines.Path, reader.GetString(reader.GetMethodDefinition(method.Handle).Name)));
        return
        [
            .. located
                .Select(closure => (closure.Lines, Name: OwnerName(closure.Handle)))
                .Where(closure => closure.Name is not null)
                .Select(closure => (closure.Lines, Owner: LastBefore(byName[(closure.Lines.Path, closure.Name!)], closure.Lines.FirstLine)))
                .Where(closure => closure.Owner is not null && closure.Owner.Lines.LastLine < closure.Lines.LastLine)
                .GroupBy(closure => closure.Owner!.Handle, closure => closure.Lines.LastLine)
                .Select(owner => (owner.Key, owner.Max())),
        ];
    }

    // Overloads have the same name: the owner is the one that contains the closure.
    private static LocatedMethod? LastBefore(IEnumerable<LocatedMethod> owners, int line) =>
        owners.Where(owner => owner.Lines.FirstLine <= line).MaxBy(owner => owner.Lines.FirstLine);

    private string? OwnerName(MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        return Owner(reader.GetString(method.Name)) ?? Owner(reader.GetString(reader.GetTypeDefinition(method.GetDeclaringType()).Name));
    }

    private static string? Owner(string name)
    {
        var start = name.LastIndexOf('<') + 1;
        var end = start > 0 ? name.IndexOf('>', start) : name.IndexOf('@', StringComparison.Ordinal);
        return end > start ? name[start..end] : null;
    }

    private sealed record LocatedMethod(MethodDefinitionHandle Handle, MethodLines Lines);
}
