using System.Collections.Immutable;

namespace SpecPush.References.Compiled;

/// <summary>What an attribute's constructor tells without its arguments.</summary>
internal sealed record AttributeConstructor
{
    /// <summary>Whether the attribute makes a method a test.</summary>
    public required bool MarksTest { get; init; }

    /// <summary>Whether it does so for the methods that override it, too.</summary>
    public required bool MarksOverrides { get; init; }

    /// <summary>Whether it speaks to the runtime or the compiler, not about tests.</summary>
    public required bool IsOfRuntime { get; init; }

    /// <summary>Null when the constructor's definition is not to be had.</summary>
    public required CallerArguments? Caller { get; init; }

    /// <summary>What the attribute's own code names.</summary>
    public required ImmutableArray<string> Acids { get; init; }
}
