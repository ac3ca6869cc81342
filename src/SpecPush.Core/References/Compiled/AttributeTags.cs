using System.Collections.Immutable;

namespace SpecPush.References.Compiled;

/// <summary>What the attributes of a method, a class or an assembly say together.</summary>
internal sealed record AttributeTags
{
    public static AttributeTags None { get; } = new();

    /// <summary>Whether one of them makes the method a test.</summary>
    public bool MarksTest { get; init; }

    /// <summary>Whether one of them makes a test of the methods that override it, too.</summary>
    public bool MarksOverrides { get; init; }

    public ImmutableHashSet<string> Acids { get; init; } = [];

    /// <summary>Where one of them stands, if its framework asked the compiler for that.</summary>
    public BakedPlace? Place { get; init; }

    /// <summary>What holds for a method that overrides one with the tags <paramref name="overridden"/>.</summary>
    public AttributeTags Inherit(AttributeTags overridden) => this with
    {
        MarksTest = MarksTest || overridden.MarksOverrides,
        MarksOverrides = MarksOverrides || overridden.MarksOverrides,
        Acids = Acids.Union(overridden.Acids),
    };
}

/// <summary>A place that the compiler passed to an attribute.</summary>
internal sealed record BakedPlace(string File, int Line);
