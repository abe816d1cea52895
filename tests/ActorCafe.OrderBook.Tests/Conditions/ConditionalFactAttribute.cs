using Xunit.Abstractions;
using Xunit.Sdk;

namespace ActorCafe.OrderBook.Tests.Conditions;

/// <summary>
/// A test that is skipped, with the reason, if something it <see cref="NeedsAttribute">needs</see> is missing. Unlike a fact's
/// <c>Skip</c> it considers the running class, so one specification can run on several databases.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ActorCafe.OrderBook.Tests.Conditions.ConditionalFactDiscoverer", TestAssembly.Name)]
public sealed class ConditionalFactAttribute : FactAttribute;

/// <summary>xunit finds it by name.</summary>
public sealed class ConditionalFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new ConditionalTestCase(
            DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

public sealed class ConditionalTestCase : XunitTestCase
{
    [Obsolete("Only for the runner, which deserializes test cases.", error: true)]
    public ConditionalTestCase()
    {
    }

    public ConditionalTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute)
    {
        var needs = TestMethod.Method.GetCustomAttributes(typeof(NeedsAttribute))
            .Concat(TestMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsAttribute)));
        return needs.OfType<IReflectionAttributeInfo>()
            .Select(need => ((NeedsAttribute)need.Attribute).Missing)
            .FirstOrDefault(reason => reason is not null) ?? base.GetSkipReason(factAttribute);
    }
}
