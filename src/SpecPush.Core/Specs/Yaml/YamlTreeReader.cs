using System.Collections.Immutable;
using SpecPush.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SpecPush.Specs.Yaml;

/// <summary>
/// Reads YAML into nodes with locations. Tags never create objects. Aliases share their node, but count fully towards the size
/// limit each time, so that a small file cannot expand to a huge tree.
/// </summary>
internal sealed class YamlTreeReader
{
    private const int MaxDepth = 32;

    private const int MaxNodes = 100_000;

    // The reader keeps texts as written, whichever of these tags they have.
    private static readonly ImmutableArray<string> CoreTags =
        [.. new[] { "str", "int", "float", "bool", "null", "map", "seq" }.Select(static name => $"tag:yaml.org,2002:{name}")];

    private readonly SourceText _source;
    private readonly Action<Finding> _report;
    private readonly Parser _parser;
    private YamlAnchors _anchors = new();
    private int _nodes;

    private YamlTreeReader(SourceText source, Action<Finding> report)
    {
        _source = source;
        _report = report;
        _parser = new Parser(new StringReader(EndsWithDirective(source) ? source.Text + '\n' : source.Text));
    }

    /// <summary>The roots of all non-empty documents in the file.</summary>
    /// <exception cref="UnreadableSpecException">The text is not valid YAML, or exceeds the limits for specs.</exception>
    public static ImmutableArray<YamlNode> Read(SourceText source, Action<Finding> report)
    {
        var reader = new YamlTreeReader(source, report);
        try
        {
            return reader.ReadDocuments();
        }
        catch (YamlException exception)
        {
            throw new UnreadableSpecException(SyntaxCause.Find(source, exception.Start, reader.LastPlace, exception.Message));
        }
        catch (ArgumentOutOfRangeException)
        {
            // YamlDotNet 18.1 throws this for an escape sequence beyond Unicode.
            throw new UnreadableSpecException(SyntaxCause.Find(source, reader.LastPlace, reader.LastPlace, "found an invalid escape"));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 18.1 throws this for a key inside an unclosed "[".
            throw new UnreadableSpecException(SyntaxCause.Find(source, reader.LastPlace, reader.LastPlace, "a bracket is not closed"));
        }
        catch (Exception exception) when (exception is not (UnreadableSpecException or OutOfMemoryException))
        {
            // The exceptions that it may throw for malformed text are not documented, and one file must not stop the others.
            throw new UnreadableSpecException(SyntaxCause.Find(source, reader.LastPlace, reader.LastPlace, exception.Message));
        }
    }

    private Mark LastPlace => _parser.Current?.End ?? Mark.Empty;

    private ImmutableArray<YamlNode> ReadDocuments()
    {
        var documents = ImmutableArray.CreateBuilder<YamlNode>();
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            _anchors = new YamlAnchors();
            var root = ReadNode(depth: 1);
            foreach (var finding in _anchors.Unused())
            {
                _report(finding);
            }

            _parser.Consume<DocumentEnd>();
            if (root is not YamlScalar { IsNull: true })
            {
                documents.Add(root);
            }
        }

        return documents.ToImmutable();
    }

    private YamlNode ReadNode(int depth)
    {
        var place = PlaceOf(_parser.Require<ParsingEvent>().Start);
        if (depth > MaxDepth)
        {
            throw new UnreadableSpecException(YamlFindings.TooDeep(place, MaxDepth));
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Resolve(alias, place);
        }

        var node = _parser.Require<NodeEvent>();
        RefuseUnknownTag(node, place);
        var before = _nodes;
        Count(1, place);
        YamlNode result = node switch
        {
            Scalar scalar => ReadScalar(scalar, place),
            SequenceStart => ReadSequence(place, depth),
            _ => ReadMapping(place, depth),
        };
        if (!node.Anchor.IsEmpty)
        {
            _anchors.Add(node.Anchor.Value, result, _nodes - before);
        }

        return result;
    }

    private YamlScalar ReadScalar(Scalar scalar, SourceLocation place)
    {
        _parser.MoveNext();
        return new YamlScalar(place, scalar.Value, scalar.Style == ScalarStyle.Plain, PlaceOf(scalar.End));
    }

    private YamlSequence ReadSequence(SourceLocation place, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        _parser.Consume<SequenceStart>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlSequence(place, items.ToImmutable());
    }

    private YamlMapping ReadMapping(SourceLocation place, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        _parser.Consume<MappingStart>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var keyPlace = PlaceOf(_parser.Require<ParsingEvent>().Start);
            if (ReadNode(depth + 1) is not YamlScalar key)
            {
                throw new UnreadableSpecException(YamlFindings.KeyIsNotText(keyPlace));
            }

            if (key is { IsPlain: true, Text: "<<" })
            {
                throw new UnreadableSpecException(YamlFindings.MergeKey(keyPlace));
            }

            entries.Add(new YamlEntry(key, ReadNode(depth + 1)));
        }

        return new YamlMapping(place, entries.ToImmutable());
    }

    private YamlNode Resolve(AnchorAlias alias, SourceLocation place)
    {
        if (!_anchors.TryUse(alias.Value.Value, out var anchor))
        {
            throw new UnreadableSpecException(YamlFindings.SpecialStart(place, '*'));
        }

        Count(anchor.Size, place);
        return anchor.Node;
    }

    private void Count(int nodes, SourceLocation place)
    {
        _nodes += nodes;
        if (_nodes > MaxNodes)
        {
            throw new UnreadableSpecException(YamlFindings.TooManyNodes(place, MaxNodes));
        }
    }

    // YamlDotNet 18.1 looks for the end of such a line two billion times where the text ends with its buffer, after 4,096 characters.
    private static bool EndsWithDirective(SourceText source) => source.Line(source.LineCount).StartsWith('%');

    private static void RefuseUnknownTag(NodeEvent node, SourceLocation place)
    {
        if (!node.Tag.IsEmpty && !CoreTags.Contains(node.Tag.Value))
        {
            throw new UnreadableSpecException(YamlFindings.SpecialStart(place, '!'));
        }
    }

    private SourceLocation PlaceOf(Mark mark) => _source.At((int)mark.Line, (int)mark.Column);
}
