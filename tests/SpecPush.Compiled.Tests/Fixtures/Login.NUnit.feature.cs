// Shaped as Reqnroll generates it for NUnit.
#pragma warning disable
#line 1 "Login.feature"
#line hidden
namespace MatrixForNUnit
{
    using NUnit.Framework;
    using System.Threading.Tasks;

    [TestFixtureAttribute()]
    [CategoryAttribute("matrix.FEATURE.1")]
    [global::System.CodeDom.Compiler.GeneratedCodeAttribute("Reqnroll", "3.0.0.0")]
    public partial class LoginFeature
    {
        [TestAttribute()]
        [CategoryAttribute("matrix.SCENARIO.1")]
        public async Task RightPassword()
        {
            string[] tagsOfScenario = new string[] { "matrix.SCENARIO.1" };
#line 6
    await Task.Yield();
#line hidden
#line 7
    await Task.Yield();
#line hidden
#line 8
    await Task.Yield();
#line hidden
            System.GC.KeepAlive(tagsOfScenario);
        }

        [TestAttribute()]
        [TestCaseAttribute("x", "0", null)]
        public async Task WrongPassword(string password, params string[] exampleTags)
        {
            string[] tagsOfScenario = exampleTags;
#line 11
    await Task.Yield();
#line hidden
            System.GC.KeepAlive(tagsOfScenario);
        }
    }
}
#pragma warning restore
