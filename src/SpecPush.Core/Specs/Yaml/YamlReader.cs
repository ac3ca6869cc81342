using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SpecPush.Specs.Yaml;

/// <summary>Reads YAML into nodes with positions. Tags are passed over: no type is ever created from what a file names.</summary>
internal sealed class YamlReader
{
    private const int MostDepth = 32;
    private const int MostNodes = 200_000;

    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, (YamlNode Node, int Size)> _anchors = [];
    private int _size;

    private YamlReader(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>The documents of the file.</summary>
    /// <exception cref="YamlException">It is not YAML.</exception>
    /// <exception cref="YamlTooComplexException">It is no document of a person.</exception>
    public static ImmutableArray<YamlNode> Read(string text)
    {
        var reader = new YamlReader(text);
        try
        {
            return reader.ReadDocuments();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // Some texts, found by changing valid ones at random, break the scanner of YamlDotNet 18.1 itself.
            var place = reader._parser.Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, "it cannot be read from here on", exception);
        }
    }

    private ImmutableArray<YamlNode> ReadDocuments()
    {
        var documents = ImmutableArray.CreateBuilder<YamlNode>();
        _parser.Consume<StreamStart>();
        while (!_parser.TryConsume<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            documents.Add(ReadNode(0));
            _parser.Consume<DocumentEnd>();
            _anchors.Clear();
        }

        return documents.ToImmutable();
    }

    private YamlNode ReadNode(int depth)
    {
        var start = _parser.Current!.Start;
        var (line, column) = ((int)start.Line, (int)start.Column);
        if (depth > MostDepth)
        {
            throw new YamlTooComplexException($"it is nested more than {MostDepth} levels deep", line, column);
        }

        var before = Count(1, line, column);
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias.Value, out var anchored))
            {
                throw new YamlException(alias.Start, alias.End, $"there is no anchor &{alias.Value}");
            }

            Count(anchored.Size, line, column);
            return anchored.Node;
        }

        var anchor = (_parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        var node = ReadContent(depth, line, column);
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = (node, _size - before);
        }

        return node;
    }

    private YamlNode ReadContent(int depth, int line, int column)
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, (int)scalar.End.Index, line, column);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = ImmutableArray.CreateBuilder<YamlNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(depth + 1));
            }

            return new YamlSequence(items.ToImmutable(), line, column);
        }

        _parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            entries.Add(new YamlEntry(key as YamlScalar ?? throw NotAKey(key), ReadNode(depth + 1)));
        }

        return new YamlMapping(entries.ToImmutable(), line, column);
    }

    private int Count(int nodes, int line, int column)
    {
        var before = _size;
        _size += nodes;
        return _size <= MostNodes ? before : throw new YamlTooComplexException($"it has more than {MostNodes} values once its aliases are followed", line, column);
    }

    private static YamlException NotAKey(YamlNode key) =>
        new(new Mark(0, key.Line, key.Column), new Mark(0, key.Line, key.Column), "a list or a mapping is used as a key");
}
