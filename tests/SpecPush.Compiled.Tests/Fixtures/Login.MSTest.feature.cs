// Shaped as Reqnroll generates it for MSTest.
#pragma warning disable
#line 1 "Login.feature"
#line hidden
namespace MatrixForMSTest
{
    using Microsoft.VisualStudio.TestTools.UnitTesting;
    using System.Threading.Tasks;

    [TestClassAttribute()]
    [global::System.CodeDom.Compiler.GeneratedCodeAttribute("Reqnroll", "3.0.0.0")]
    public partial class LoginFeature
    {
        [TestMethodAttribute()]
        [DescriptionAttribute("Right password")]
        [TestPropertyAttribute("FeatureTitle", "Login")]
        [TestCategoryAttribute("matrix.FEATURE.1")]
        [TestCategoryAttribute("matrix.SCENARIO.1")]
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

        [TestMethodAttribute()]
        [TestCategoryAttribute("matrix.FEATURE.1")]
        [DataRowAttribute("x", "0", null)]
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
