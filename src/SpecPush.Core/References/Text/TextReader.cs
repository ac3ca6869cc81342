using SpecPush.Checkout;

namespace SpecPush.References.Text;

/// <summary>Finds the references of a file: from memory if its content is known, otherwise by reading it.</summary>
internal sealed class TextReader(FileScanner scanner, FoundReferences found, KnownTexts known) : IDisposable
{
    public void Read(RepositoryFile file, CancellationToken cancellationToken)
    {
        if (file.Blob is { } blob && known.Texts.TryGetValue(blob, out var texts))
        {
            AddKnown(file.Path, texts);
            return;
        }

        found.FilesRead++;
        var (references, partial) = (found.References.Count, found.Partial.Count);

        // The file may have changed since git looked at it, so its references are remembered only if the content read has the expected ID.
        var isBlob = scanner.Scan(file.Path, known.Learns ? file.Blob : null, cancellationToken);
        if (isBlob && known.CanLearn(found.References.Count - references + found.Partial.Count - partial))
        {
            found.Learned[file.Blob!.Value] =
            [
                .. found.References.Skip(references).Select(static reference => new TextReference(reference.Acid, reference.Line, IsGroup: false)),
                .. found.Partial.Skip(partial).Select(static reference => new TextReference(reference.Acid, reference.Line, IsGroup: true)),
            ];
        }
    }

    public void Dispose() => scanner.Dispose();

    private void AddKnown(string path, TextReference[] texts)
    {
        if (texts.Length == 0)
        {
            return;
        }

        var isTest = TestPath.IsTest(path);
        foreach (var text in texts)
        {
            (text.IsGroup ? found.Partial : found.References).Add(new Reference(text.Name, path, text.Line, isTest));
        }
    }
}
