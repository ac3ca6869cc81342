using System.Text;

namespace SpecPush.References.Text;

/// <summary>Collects the references of one file: each ACID once per line, however often the line repeats it.</summary>
internal sealed class LineReferences(string path, List<Reference> references)
{
    private readonly bool _isTest = TestPath.IsTest(path);
    private readonly int _first = references.Count;
    private int _line = 1;

    /// <summary>Adds what <paramref name="text"/> refers to, which goes on where the text of the last call ended.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var counted = 0;
        var scanner = new AcidScanner(text);
        while (scanner.MoveNext())
        {
            _line += text[counted..scanner.Start].Count((byte)'\n');
            counted = scanner.Start;
            AddOnce(Encoding.ASCII.GetString(scanner.Current));
        }

        _line += text[counted..].Count((byte)'\n');
    }

    private void AddOnce(string acid)
    {
        for (var index = references.Count - 1; index >= _first && references[index].Line == _line; index--)
        {
            if (references[index].Acid == acid)
            {
                return;
            }
        }

        references.Add(new Reference(acid, path, _line, _isTest));
    }
}
