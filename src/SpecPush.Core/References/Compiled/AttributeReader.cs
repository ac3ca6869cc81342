using System.Collections.Immutable;
using System.Reflection.Metadata;
using SpecPush.Acids;

namespace SpecPush.References.Compiled;

/// <summary>Reads what attributes say about tests, and skips those that cannot say anything.</summary>
internal sealed class AttributeReader(CompiledAssembly assembly, TypeResolver types)
{
    private readonly AttributeDecoder _decoder = new(types);
    private readonly AttributeConstructors _constructors = new(assembly, types);

    /// <summary>How many attributes could not be read.</summary>
    public int Failures { get; private set; }

    public AttributeTags Read(MetadataReader reader, CustomAttributeHandleCollection attributes)
    {
        var tags = AttributeTags.None;
        foreach (var handle in attributes)
        {
            try
            {
                tags = Add(tags, reader, reader.GetCustomAttribute(handle));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // An obfuscator may write anything. Only this attribute is lost.
                Failures++;
            }
        }

        return tags;
    }

    private AttributeTags Add(AttributeTags tags, MetadataReader reader, CustomAttribute attribute)
    {
        if (_constructors.Find(reader, attribute.Constructor) is not { } constructor)
        {
            return tags;
        }

        tags = tags with
        {
            MarksTest = tags.MarksTest || constructor.MarksTest,
            MarksOverrides = tags.MarksOverrides || constructor.MarksOverrides,
            Acids = tags.Acids.Union(constructor.Acids),
        };
        var wantsPlace = constructor.MarksTest && tags.Place is null;
        if (!wantsPlace && !MayHoldAcid(reader.GetBlobReader(attribute.Value)))
        {
            return tags;
        }

        var value = _decoder.Decode(reader, attribute);
        var caller = constructor.Caller ?? GuessCaller(value.Fixed);
        var texts = value.Fixed.Where((_, index) => index != caller.File)
            .Concat(value.Named.Select(static argument => argument.Value))
            .SelectMany(AttributeDecoder.Strings);
        return tags with
        {
            Acids = tags.Acids.Union(texts.SelectMany(AcidPattern.FindAll)),
            Place = tags.Place ?? PlaceOf(value.Fixed, caller),
        };
    }

    // Every ACID has a dot before a capital letter; most attributes do not and need not be decoded.
    private static bool MayHoldAcid(BlobReader value)
    {
        var previous = (byte)0;
        while (value.RemainingBytes > 0)
        {
            var next = value.ReadByte();
            if (previous == '.' && char.IsAsciiLetterUpper((char)next))
            {
                return true;
            }

            previous = next;
        }

        return false;
    }

    private static CallerPlace? PlaceOf(ImmutableArray<object?> arguments, CallerArguments caller) =>
        arguments.ElementAtOrDefault(caller.File) is string { Length: > 0 } file
        && arguments.ElementAtOrDefault(caller.Line) is int line and > 0
            ? new CallerPlace(file, line)
            : null;

    // Used if the constructor's definition is missing: test frameworks have path and line as the last two parameters.
    private static CallerArguments GuessCaller(ImmutableArray<object?> arguments)
    {
        var file = arguments.Length - 2;
        return arguments.ElementAtOrDefault(file) is string text && DocumentPath.IsAbsolute(text) && arguments[^1] is int
            ? new CallerArguments(file, file + 1)
            : CallerArguments.None;
    }
}

/// <summary>What all attributes of a method, a class or an assembly say.</summary>
internal sealed record AttributeTags
{
    public static AttributeTags None { get; } = new();

    /// <summary>Whether one of them makes the method a test.</summary>
    public bool MarksTest { get; init; }

    /// <summary>Whether one of them also makes overriding methods tests.</summary>
    public bool MarksOverrides { get; init; }

    public ImmutableHashSet<string> Acids { get; init; } = [];

    /// <summary>The place of one of them, if the compiler recorded it with the caller information attributes.</summary>
    public CallerPlace? Place { get; init; }

    /// <summary>Adds what a method inherits from the method that it overrides.</summary>
    public AttributeTags Inherit(AttributeTags overridden) => this with
    {
        MarksTest = MarksTest || overridden.MarksOverrides,
        MarksOverrides = MarksOverrides || overridden.MarksOverrides,
        Acids = Acids.Union(overridden.Acids),
    };
}

/// <summary>A place that the compiler passed to an attribute (<c>CallerFilePath</c>, <c>CallerLineNumber</c>).</summary>
internal sealed record CallerPlace(string File, int Line);
