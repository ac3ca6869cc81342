using System.Xml;
using System.Xml.Linq;

namespace SpecPush.Tool.Initialization;

/// <summary>An MSBuild file, to which elements can be added without changing the rest of its text.</summary>
internal sealed class ProjectXml
{
    private const string EndTag = "</Project>";
    private const string EmptyEnd = "/>";

    private readonly SourceText _text;
    private readonly XElement _root;

    private ProjectXml(SourceText text, XElement root)
    {
        _text = text;
        _root = root;
    }

    /// <summary>Null if it is not an MSBuild file.</summary>
    public static ProjectXml? Parse(SourceText? text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text?.Text ?? ""), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).Root is { Name.LocalName: "Project" } root ? new ProjectXml(text!, root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public IEnumerable<XElement> Elements(string name) => _root.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>Whether a property is <c>true</c>, regardless of conditions.</summary>
    public bool IsTrue(string property) => Elements(property).Any(static element => element.Value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>The text with lines added before the root's end tag; null if that cannot be found reliably.</summary>
    /// <param name="lines">Indented by two spaces per level, starting with the level of the root's children.</param>
    public SourceText? Append(params string[] lines)
    {
        var end = _text.LineEnd;
        var block = string.Concat(lines.Select(line => Indent(line) + end));
        var text = _text.Text;
        if (text.LastIndexOf(EndTag, StringComparison.Ordinal) is >= 0 and var close)
        {
            text = $"{text[..close].TrimEnd()}{end}{BlankLine()}{block}{BlankLine()}{text[close..]}";
        }
        else if (text.TrimEnd().EndsWith(EmptyEnd, StringComparison.Ordinal))
        {
            text = $"{text.TrimEnd()[..^EmptyEnd.Length].TrimEnd()}>{end}{block}{EndTag}{end}";
        }

        var result = _text with { Text = text };
        return Parse(result) is { } parsed && parsed._root.Elements().Count() > _root.Elements().Count() ? result : null;

        // The same separation as after the file's first line.
        string BlankLine() => text.Contains($"<Project>{end}{end}", StringComparison.Ordinal) ? end : "";
    }

    private string Indent(string line)
    {
        var content = line.TrimStart(' ');
        return string.Concat(Enumerable.Repeat(_text.Indentation, (line.Length - content.Length) / 2)) + content;
    }
}
