// Shaped as Reqnroll generates it for Xunit.
#pragma warning disable
#line 1 "Login.feature"
#line hidden
namespace MatrixForXunit
{
    using Xunit;
    using System.Threading.Tasks;

    [TraitAttribute("Category", "matrix.FEATURE.1")]
    [global::System.CodeDom.Compiler.GeneratedCodeAttribute("Reqnroll", "3.0.0.0")]
    public partial class LoginFeature
    {
        [SkippableFactAttribute(DisplayName="Right password")]
        [TraitAttribute("FeatureTitle", "Login")]
        [TraitAttribute("Category", "matrix.SCENARIO.1")]
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

        [SkippableTheoryAttribute(DisplayName="Wrong password")]
        [InlineDataAttribute("x", new string[0])]
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
