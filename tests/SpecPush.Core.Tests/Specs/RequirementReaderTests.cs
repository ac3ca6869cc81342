using SpecPush.Specs;

namespace SpecPush.Tests.Specs;

[TestClass]
public sealed class RequirementReaderTests
{
    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.1")]
    [DataRow("true", "true")]
    [DataRow("42", "42")]
    [DataRow("0x1F", "0x1F")]
    [DataRow("1.0", "1.0")]
    [DataRow("2024-01-01", "2024-01-01")]
    [DataRow("'null'", "null")]
    [DataRow("\"tab\\there, 😀 and \\u00fc\"", "tab\there, 😀 and ü")]
    [DataRow("a tab\there", "a tab\there")]
    [DataRow("Two\n        lines", "Two lines")]
    [DataRow("|\n        **Two**\n          lines\n", "**Two**\n  lines\n")]
    [DataRow(">-\n        Two\n        lines\n", "Two lines")]
    public void A_text_is_read_as_written(string text, string expected) => Assert.AreEqual(expected, ReadOne($"1: {text}").Text);

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.2")]
    public void The_object_form_is_read()
    {
        var requirement = ReadOne("""
            1:
                    requirement: Works
                    note: Always
                    deprecated: true
                    replaced_by: [other-feature.LOGIN.3, other-feature.LOGIN.4-1]
            """);
        Assert.AreEqual("auth-feature.LOGIN.1", requirement.Acid);
        Assert.AreEqual("Works", requirement.Text);
        Assert.AreEqual("Always", requirement.Note);
        Assert.IsTrue(requirement.Deprecated);
        CollectionAssert.AreEqual(new[] { "other-feature.LOGIN.3", "other-feature.LOGIN.4-1" }, requirement.ReplacedBy);
        Assert.AreEqual(SpecText.Path, requirement.Location.Path);
        Assert.AreEqual((7, 7), (requirement.Location.Line, requirement.Location.Column));
    }

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.5")]
    [DataRow("replaced_by: other-feature.LOGIN.3")]
    [DataRow("replaced_by: [other-feature.LOGIN.3]")]
    [DataRow("replacements: [other-feature.LOGIN.3]")]
    [DataRow("replacements: [other-feature.LOGIN.4], replaced_by: other-feature.LOGIN.3")]
    public void Replacements_are_a_list_or_a_single_text_under_either_name(string replacements) =>
        CollectionAssert.AreEqual(
            new[] { "other-feature.LOGIN.3" },
            ReadOne($"1: {{requirement: Works, {replacements}}}").ReplacedBy);

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.3")]
    [DataRow("1: Works\n      1-note: Beside", "Beside")]
    [DataRow("1-note: Beside\n      1: {requirement: Works}", "Beside")]
    [DataRow("1: {requirement: Works, note: Within}\n      1-note: Beside", "Within")]
    [DataRow("1-1: Works\n      1-1-note: Beside", "Beside")]
    public void A_note_is_next_to_or_inside_the_requirement(string requirement, string note) => Assert.AreEqual(note, ReadOne(requirement).Note);

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.4")]
    public void Deprecation_comes_from_the_group_unless_the_requirement_says_something()
    {
        var spec = SpecText.ReadClean("""
            feature: {name: auth-feature, product: shop}
            components:
              OLD:
                deprecated: true
                1: Worked
                2: {requirement: Works, deprecated: false}
              NEW:
                1: Works
                2: {requirement: Worked, deprecated: True}
            """);
        CollectionAssert.AreEqual(new[] { true, false, false, true }, spec.Requirements.Select(static requirement => requirement.Deprecated).ToArray());
    }

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.6")]
    [DataRow("1-1-1")]
    [DataRow("1-0")]
    [DataRow("x-0")]
    [DataRow("-1")]
    [DataRow("1.5")]
    [DataRow("1a")]
    [DataRow("2_0")]
    [DataRow("one")]
    [DataRow("name")]
    [DataRow("١")]
    public void An_ID_that_is_not_a_number_is_an_error(string id) =>
        SpecText.Read($"{SpecText.Head}      {id}: Works\n").Has(
            $"(7,7): error SPUSH1010 | '{id}'");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.7")]
    public void An_underscored_id_is_a_warning_and_sent()
    {
        var reading = SpecText.Read($"{SpecText.Head}      2_1: Works\n      2_1-note: Always\n");
        reading.Has("(7,7): warning SPUSH1011 | '2_1' | 2-1?");
        Assert.AreEqual("auth-feature.LOGIN.2_1", reading.Specs.Single().Requirements.Single().Acid);
    }

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.8")]
    [DataRow("1: Works\n      '1': Works too\n", "1")]
    [DataRow("1-note: One\n      1-note: Two\n      1: Works\n", "1-note")]
    public void A_repeated_id_is_an_error(string requirements, string id) =>
        SpecText.Read($"{SpecText.Head}      {requirements}").Has(
            $"(8,7): error SPUSH1009 | '{id}' | on line 7");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.9")]
    [DataRow("1:")]
    [DataRow("1: ~")]
    [DataRow("1: ' '")]
    [DataRow("1: |")]
    public void A_requirement_without_text_is_an_error(string requirement) =>
        SpecText.Read($"{SpecText.Head}      {requirement}\n").Has("(7,7): error SPUSH1014 | '1' | remove its key");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.9")]
    public void A_text_that_is_all_comment_is_an_error() =>
        SpecText.Read($"{SpecText.Head}      1: #38 is mended\n").Has(
            "(7,7): error SPUSH1014 | '1' | '#38 is mended'");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.9")]
    [DataRow("1: {note: Always}", "(7,10)")]
    [DataRow("1:\n        Supports IDLE: dormant", "(8,9)")]
    public void An_object_without_text_is_an_error(string requirement, string place) =>
        SpecText.Read($"{SpecText.Head}      {requirement}\n").Has(
            $"{place}: error SPUSH1014 | '1' | 'requirement'");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.12")]
    [DataRow("1: [a, b]", "(7,10)", "1", "text")]
    [DataRow("1:\n        - a", "(8,9)", "1", "text")]
    [DataRow("1: {requirement: [a]}", "(7,24)", "requirement", "text")]
    [DataRow("1: {requirement: Works, note: {a: b}}", "(7,37)", "note", "text")]
    [DataRow("1: {requirement: Works, deprecated: yes}", "(7,43)", "deprecated", "true or false")]
    [DataRow("1: {requirement: Works, replaced_by: [[a]]}", "(7,45)", "replaced_by", "text")]
    [DataRow("1: Works\n      1-note: [a]", "(8,15)", "1-note", "text")]
    public void A_value_of_the_wrong_kind_is_an_error(string requirement, string place, string key, string expected) =>
        SpecText.Read($"{SpecText.Head}      {requirement}\n").Has(
            $"{place}: error SPUSH1013 | '{key}' | {expected}");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.10")]
    public void A_note_without_its_requirement_is_a_warning() =>
        SpecText.Read($"{SpecText.Head}      1: Works\n      4-note: Always\n").Has(
            "(8,7): warning SPUSH1015 | '4'");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.10")]
    public void A_note_line_within_a_requirement_is_a_warning() =>
        SpecText.Read($"{SpecText.Head}      4:\n        requirement: Works\n        4-note: Always\n").Has(
            "(9,9): warning SPUSH1016 | '4-note' | 'note'");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.11")]
    public void A_replacement_that_the_feature_does_not_have_is_a_warning() =>
        SpecText.Read($"{SpecText.Head}      1: Works\n      2: {{requirement: Worked, replaced_by: [auth-feature.LOGIN.1, auth-feature.LOGIN.3]}}\n").Has(
            "(8,68): warning SPUSH1023 | auth-feature.LOGIN.3");

    [TestMethod]
    [TestCategory("spec-reading.REQUIREMENTS.11")]
    [DataRow("LOGIN.1")]
    [DataRow("auth-feature.LOGIN.1 or 2")]
    [DataRow("auth-feature.login.1")]
    public void A_replacement_that_is_not_an_ACID_is_a_warning(string replacement) =>
        SpecText.Read($"{SpecText.Head}      1: Works\n      2: {{requirement: Worked, replaced_by: {replacement}}}\n").Has(
            $"(8,45): warning SPUSH1038 | '{replacement}'");

    private static Requirement ReadOne(string requirement) =>
        SpecText.ReadClean($"{SpecText.Head}      {requirement}\n").Requirements.Single();
}
