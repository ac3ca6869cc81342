using System.Text;

namespace SpecPush.References.Text;

/// <summary>Collects the references of one file: each ACID once per line, however often the line repeats it.</summary>
internal sealed class LineReferences(string path, FoundReferences found)
{
    private readonly bool _isTest = TestPath.IsTest(path);
    private readonly int _first = found.References.Count;
    private readonly int _firstPartial = found.Partial.Count;
    private int _line = 1;

    /// <summary>Adds what <paramref name="text"/> refers to, which goes on where the text of the last call ended.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        if (found.LooksForGroups)
        {
            AddGroups(text);
        }

        var counted = 0;
        var scanner = new AcidScanner(text);
        while (scanner.MoveNext())
        {
            _line += text[counted..scanner.Start].Count((byte)'\n');
            counted = scanner.Start;
            AddOnce(found.References, _first, Encoding.ASCII.GetString(scanner.Current), _line);
        }

        _line += text[counted..].Count((byte)'\n');
    }

    private void AddGroups(ReadOnlySpan<byte> text)
    {
        var scanner = new GroupScanner(text);
        while (scanner.MoveNext())
        {
            var name = Encoding.ASCII.GetString(scanner.Current);
            if (found.IsGroup(name))
            {
                AddOnce(found.Partial, _firstPartial, name, _line + text[..scanner.Start].Count((byte)'\n'));
            }
        }
    }

    private void AddOnce(List<Reference> references, int first, string acid, int line)
    {
        for (var index = references.Count - 1; index >= first && references[index].Line == line; index--)
        {
            if (references[index].Acid == acid)
            {
                return;
            }
        }

        references.Add(new Reference(acid, path, line, _isTest));
    }
}
