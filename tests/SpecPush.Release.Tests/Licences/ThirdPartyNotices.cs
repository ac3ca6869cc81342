using System.Text;

namespace SpecPush.Release.Tests.Licences;

/// <summary>THIRD-PARTY-NOTICES.txt: whose software is shipped, under which licence.</summary>
internal static class ThirdPartyNotices
{
    private const string Texts = "tests/SpecPush.Release.Tests/Licences/Texts";

    public static string Create()
    {
        var text = new StringBuilder("""
            SpecPush has the MIT licence (the file LICENSE in its repository). It is shipped with the software of others that is listed here, each part under its own licence.
            The program in the action's image is native code that contains the .NET runtime (MIT, https://github.com/dotnet/runtime); the image also has packages of its distribution (/usr/share/doc/*/copyright).


            """);
        var packages = Product.All.SelectMany(static product => product.Packages).Distinct().OrderBy(static package => package.Name, StringComparer.Ordinal).ToArray();
        foreach (var package in packages)
        {
            text.Append($"{package.Name} {package.Version}\n");
            Add("Licence", package.Licence);
            Add("Copyright", package.Copyright);
            Add("Project", package.Project);
            Add("In", string.Join(", ", Product.All.Where(product => product.Packages.Contains(package)).Select(static product => product.Name)));
            text.Append('\n');
        }

        foreach (var licence in packages.Select(static package => package.Licence).Distinct().Order(StringComparer.Ordinal))
        {
            AddSection(licence, SourceTree.Read($"{Texts}/{licence}.txt").Trim('\n'));
        }

        var distributed = Product.All.Where(static product => product.IsDistributed).SelectMany(static product => product.Packages).Distinct();
        foreach (var notices in distributed.Where(static package => package.Notices is not null).GroupBy(static package => package.Notices!))
        {
            AddSection($"Notices of {string.Join(", ", notices.Select(static package => package.Name).Order(StringComparer.Ordinal))}", notices.Key);
        }

        return text.ToString();

        void Add(string label, string value) => text.Append(value.Length == 0 ? "" : $"  {label + ":",-10} {value}\n");

        void AddSection(string title, string content) => text.Append($"{new string('=', 100)}\n{title}\n{new string('=', 100)}\n\n{content}\n\n");
    }
}
