using SpecPush.Checkout;
using SpecPush.References.Compiled;
using SpecPush.References.Manifests;

namespace SpecPush.Fuzzing.Targets;

/// <summary>What a checkout holds beside specs and sources.</summary>
internal static class CheckoutTargets
{
    private const string Secret = "s3cr3t";

    public static FuzzTarget Remotes() => new TextTarget(
        ["https://host.example:8443/owner/repo.git", "git@host.example:owner/repo.git", "ssh://git@[::1]:22/o/r", "host.example/o/r", "file:///a/b", "/srv/git/a.git", "C:\\repos\\a"],
        ["https://", "ssh://", "git@", ".git", "user:", "[::1]", ":22", "?", "#", "@", "%40"],
        static remote =>
        {
            Require.OneLine(RepositoryUri.FromRemote(remote));
            if (!remote.Contains(Secret, StringComparison.Ordinal))
            {
                Require.That(RepositoryUri.FromRemote($"https://user:{Secret}@{remote}")?.Contains(Secret, StringComparison.Ordinal) != true, $"The password is in the name of {remote}.");
            }
        });

    public static FuzzTarget ProjectFiles() => new BytesTarget(
        [
            "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup><ItemGroup Condition=\"'$(A)' == ''\"><PackageReference Include=\"xunit.v3\" /></ItemGroup></Project>",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?><!DOCTYPE a [<!ENTITY b \"c\">]><Project><Sdk Name=\"MSTest.Sdk/4.0\" /></Project>",
        ],
        ["<Project", "</", "/>", "<![CDATA[", "]]>", "<!--", "-->", "&lt;", "&#x0;", "IsTestProject", "PackageReference", "Include=\"", "MSTest", "Condition=\"", "xmlns:a=\"b\"", "<!DOCTYPE"],
        static content => ProjectText.Read(content));

    public static FuzzTarget LinesAboveTests() => new TextTarget(
        ["class A\n{\n    // cart.A.1\n    [Test]\n    void B()\n    {\n        C();\n    }\n}\n", "Namespace A\nPublic Class B\n' cart.A.1\n<Test>\nPublic Sub C()\nEnd Sub\n"],
        ["class ", "{", "}", "//", "/*", "*/", "[Test]", ";", "\n", "End Sub", "\n    "],
        static text =>
        {
            var lines = text.Split('\n');
            foreach (var (line, floor) in (ReadOnlySpan<(int, int)>)[(1, 0), (lines.Length, 0), (lines.Length + 1, 0), ((lines.Length + 1) / 2, 0), (lines.Length, lines.Length / 2)])
            {
                Require.That(RegionStart.Find(lines, line, floor) is var first && first > floor && first <= line, $"The test in line {line} begins in line {first}.");
            }
        });
}
