using System.Xml.Linq;

namespace SpecPush.Release.Tests.Licences;

/// <summary>A package of somebody else, as it describes itself.</summary>
internal sealed record ShippedPackage(string Name, string Version)
{
    private static readonly string PackagesFolder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    public string Folder => Path.Combine(PackagesFolder, Name.ToLowerInvariant(), Version.ToLowerInvariant());

    /// <summary>An SPDX expression.</summary>
    public string Licence => Value("license");

    public string Copyright => Value("copyright") is { Length: > 0 } copyright ? copyright : Value("authors");

    public string Project => Value("projectUrl") is { Length: > 0 } project ? project : (string?)Element("repository")?.Attribute("url") ?? "";

    /// <summary>What it says of software in itself, or null.</summary>
    public string? Notices => Directory.GetFiles(Folder, "THIRD-PARTY-NOTICES.TXT").Select(static file => File.ReadAllText(file).ReplaceLineEndings("\n").Trim()).SingleOrDefault();

    private string Value(string name) => (string?)Element(name) ?? "";

    private XElement? Element(string name) => XDocument.Load(Directory.GetFiles(Folder, "*.nuspec").Single()).Root!.Elements().Single().Elements().SingleOrDefault(element => element.Name.LocalName == name);
}
