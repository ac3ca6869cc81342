using SpecPush.References.Compiled;
using SpecPush.Testing;

namespace SpecPush.Fuzzing.Targets;

/// <summary>A compiled assembly with tests and its symbols, of which one is changed.</summary>
internal sealed class AssemblyTarget : FuzzTarget
{
    private const string Tests = TestCompilation.Prelude + """

        public static class Names { public const string Login = "auth.LOGIN"; }
        public sealed class CoversAttribute : TestCategoryBaseAttribute { public CoversAttribute(params string[] acids) => TestCategories = acids; public override IList<string> TestCategories { get; } public Type Other { get; set; } }
        [TestCategory("auth.A.1")]
        public class Base { [TestMethod] public virtual void Inherited() { } }
        [TestClass]
        public class Login : Base
        {
            // auth.A.2
            [TestMethod, TestCategory(Names.Login + ".1"), Covers("auth.B.1", "auth.B.2", Other = typeof(List<int[]>))]
            public async Task Works() { await Task.Delay(1); Action later = () => Console.WriteLine("auth.C.1"); later(); }
            [TestMethod, DataRow(1, "auth.D.1"), Description("auth.D.2")] public void Rows(int number, string text) { }
            public IEnumerable<object[]> Data() { yield return new object[] { "auth.E.1" }; }
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly AssemblyReadRequest _request;
    private readonly string _changed;

    private AssemblyTarget(string changed)
    {
        _changed = changed;
        _folder.Write("tests/Login.cs", Tests);
        _folder.Write("tests/tests.csproj", "<Project />");
        var compilation = new TestCompilation(_folder).Compile("tests/Login.cs");
        _request = new AssemblyReadRequest
        {
            AssemblyPath = compilation.AssemblyPath,
            RepositoryRoot = _folder.Path,
            ProjectPath = "tests/tests.csproj",
            ReferencePaths = [.. compilation.ReferencePaths],
        };
        Seeds = [File.ReadAllBytes(_folder.PathOf(changed))];
    }

    public override IReadOnlyList<byte[]> Seeds { get; }

    public override IReadOnlyList<string> Words => ["auth.A.1", "TestMethodAttribute", "#Strings", "#~", "BSJB", "\u0001\0", "_/"];

    public override int MaxLength => 32 * 1024;

    public static AssemblyTarget OfAssembly() => new("bin/tests.dll");

    public static AssemblyTarget OfSymbols() => new("bin/tests.pdb");

    public override void Read(byte[] input)
    {
        _folder.Write(_changed, input);
        foreach (var finding in AssemblyReader.Read(_request, CancellationToken.None).Findings)
        {
            Require.OneLine(finding.Message);
        }
    }

    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }
}
