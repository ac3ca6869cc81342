namespace Xunit;

// Stands in for the package of the same name, which Reqnroll's generator uses with xUnit 2.
public sealed class SkippableFactAttribute : FactAttribute;

public sealed class SkippableTheoryAttribute : TheoryAttribute;
